// What only modules have, in generators and their clones: `import.meta` and `import()`.

import { expect, test } from 'vitest'
import { clone } from '../runtime/index.ts'

test('import.meta is that of the module, in clones too', () => {
  function* where(): Generator<string, string, string> {
    const given = yield import.meta.url
    return given + import.meta.url
  }
  const first = where()
  expect(first.next().value).toMatch(/modules\.test\.ts$/)
  const second = clone(first)
  expect(first.next('a').value).toBe(`a${import.meta.url}`)
  expect(second.next('b').value).toBe(`b${import.meta.url}`)
})

test('import() gives a promise in a generator, and the module in an async one', async () => {
  function* plain(): Generator<Promise<typeof import('node:path')>> {
    yield import('node:path')
  }
  async function* waiting(name: string): AsyncGenerator<string> {
    const { basename } = await import(name)
    yield basename(yield 'which')
  }
  const [promise] = plain()
  expect((await promise!).basename('/a/b')).toBe('b')
  const first = waiting('node:path')
  await first.next()
  const second = clone(first)
  expect((await first.next('/a/c' as never)).value).toBe('c')
  expect((await second.next('/a/d' as never)).value).toBe('d')
})
