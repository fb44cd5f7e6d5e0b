import { expect, test } from 'vitest'
import { compile } from './index.ts'

const source = `type Removed = 1
export function* main(names: readonly string[]): Generator<string> {
  for (const name of names) {
    if (name === '') return
    yield name.trim()
  }
  const last = names.at(-1)!
  yield last
}
`

test('compiled code says which line each of its parts comes from', () => {
  const { code } = compile(source, { filename: 'main.ts', comments: true })
  expect(
    code
      .match(/^\s*\/\/ \d+: .*$/gm)!
      .map((line) => line.trim())
      .toSorted(),
  ).toEqual([
    // Where the loop begins, and where each round does.
    '// 3: for (const name of names) {',
    '// 3: for (const name of names) {',
    "// 4: if (name === '') return",
    '// 5: yield name.trim()',
    '// 7: const last = names.at(-1)!',
    '// 8: yield last',
  ])
})

test('without the option there are no comments, and all else is the same', () => {
  const [plain, commented] = [false, true].map(
    (comments) => compile(source, { filename: 'main.ts', comments }).code,
  )
  expect(plain).not.toMatch(/^\s*\/\/ \d/m)
  const lines = (code: string): readonly string[] =>
    code.split('\n').filter((line) => !/^\s*(?:\/\/ \d.*)?$/.test(line))
  expect(lines(commented!)).toEqual(lines(plain!))
})
