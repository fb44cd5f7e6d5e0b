// Each folder of `cases/` is a form of the language: `input.js` is what a user writes, `expected.js` what
// the compiler makes of it. MULTISHOT_ACCEPT=1 writes what it makes now, to be read before it is kept.
//
// Law: whatever is expected says and does what the input does.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { compile } from './index.ts'

const folder = fileURLToPath(new URL('./cases/', import.meta.url))
const names = readdirSync(folder)
const accepts = process.env['MULTISHOT_ACCEPT'] === '1'

type AnyGenerator = Generator<unknown, unknown, unknown> | AsyncGenerator<unknown, unknown, unknown>

/** What a consumer meets who answers every yield with the number of the question. */
async function conversation(main: () => AnyGenerator): Promise<unknown[]> {
  const heard: unknown[] = []
  const generator = main()
  let result = await generator.next()
  for (let answer = 1; !result.done && answer < 50; answer++) {
    heard.push(structuredClone(result.value))
    result = await generator.next(answer)
  }
  return [...heard, result]
}

describe.each(names)('%s', (name) => {
  const input = readFileSync(`${folder}${name}/input.js`, 'utf8')

  test('compiles to what is expected', () => {
    const { code, diagnostics } = compile(input, { filename: `${name}/input.js` })
    expect(diagnostics).toEqual([])
    if (accepts) writeFileSync(`${folder}${name}/expected.js`, code)
    expect(code).toBe(readFileSync(`${folder}${name}/expected.js`, 'utf8'))
  })

  test('does what the native generator does', async () => {
    const native = await import(`./cases/${name}/input.js`)
    const compiled = await import(`./cases/${name}/expected.js`)
    expect(native.main.toString()).toContain('function* main')
    expect(compiled.main.toString()).not.toContain('function*')
    expect(await conversation(compiled.main)).toEqual(await conversation(native.main))
  })
})
