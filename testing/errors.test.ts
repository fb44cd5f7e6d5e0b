// Each message has a code, and each code its entry in docs/errors.md; none is left there that nothing says any more.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const codes = (text: string): readonly string[] => text.match(/MS\d{4}/g) ?? []

/** The codes in our code, comments and tests left out. */
const said = new Set(
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .flatMap((file) =>
      codes(readFileSync(join(root, 'src', file), 'utf8').replace(/^\s*(?:\*|\/[/*]).*$/gm, '')),
    ),
)

/** The codes that begin an entry: `**MS1001, not compiled.**`, or several at once. */
const explained = new Set(
  readFileSync(join(root, 'docs/errors.md'), 'utf8')
    .match(/^\*\*(?:MS\d{4}, )+.+$/gm)!
    .flatMap((entry) => codes(entry.slice(0, entry.indexOf('.')))),
)

test('every code has an entry in docs/errors.md', () => {
  expect([...said].filter((code) => !explained.has(code))).toEqual([])
})

test('every entry in docs/errors.md is of a code that is said', () => {
  expect([...explained].filter((code) => !said.has(code))).toEqual([])
})
