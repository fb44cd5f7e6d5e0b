/**
 * Every bug that random programs found keeps its shrunk case in regressions/: the program, with the broken law
 * and the script in its first comments. The law must hold now.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkLaws } from './case.ts'
import { outsideMicrotasks } from './microtasks.ts'
import { parseScript } from './scripts.ts'

const folder = new URL('regressions/', import.meta.url)

const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.js'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))

test.for(cases)('$name keeps the laws of clones', async ({ text }) => {
  const script = /^\/\/ script: (.*)$/m.exec(text)?.[1] ?? 'g0.next(undefined)'
  const verdict = await outsideMicrotasks(() => checkLaws(text, parseScript(script)))
  expect(verdict.tag).toBe('held')
})
