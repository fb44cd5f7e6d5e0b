/**
 * Forms of the language in combination, written by hand to be hard: combinations/cases/ has a program for each
 * subject. All laws of clones hold for it, under a clone at every suspension and with an error or a return thrown in at
 * several. Programs that log each step of an iterator are compared with the engine's own without clones, which would
 * share it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkLaws } from './case.ts'
import { compiledRun, compileProgram } from './compiled.ts'
import { outsideMicrotasks } from './microtasks.ts'
import { assertOracle } from './oracle.ts'
import type { Operation, Resume, Script } from './scripts.ts'
import { steadily } from './steady.ts'

const folder = new URL('combinations/cases/', import.meta.url)

const sent = ['undefined', '1', "'a'", '2', '[1, 2]', '3', "'b'", '{ a: 1 }', '0', 'true', '1', "'a'"]

const inputs: readonly Resume[] = sent.map((value) => ({ tag: 'resume', on: 0, act: 'next', value }))

/** The program is left after `steps`, and resumed once more. */
const left = (steps: number, act: 'throw' | 'return'): readonly Resume[] => [
  ...inputs.slice(0, steps),
  { tag: 'resume', on: 0, act, value: act === 'throw' ? "new Error('u9')" : '3' },
  ...inputs.slice(0, 2),
]

/** The original and a chain of clones, each resumed at once, and the one before it later. */
const chain: Script = inputs.flatMap((input, at): Operation[] => [
  { ...input, on: at },
  { tag: 'clone', on: at, as: at + 1 },
  { ...input, on: at + 1, value: '2' },
])

const endings = [1, 2, 3, 5, 8].flatMap((steps) => [left(steps, 'throw'), left(steps, 'return')])

const programs = readdirSync(folder).map((name) => ({
  name: name.replace('.js', ''),
  source: readFileSync(new URL(name, folder), 'utf8'),
}))

const isWithoutClones = ({ source }: { readonly source: string }): boolean =>
  source.includes('// law: oracle')

test.for(programs.filter((each) => !isWithoutClones(each)))('$name', async ({ source }) => {
  const verdicts = await outsideMicrotasks(() =>
    [chain, ...endings].map((script) => checkLaws(source, script).tag),
  )
  expect(new Set(verdicts)).toEqual(new Set(['held']))
})

test.for(programs.filter(isWithoutClones))('$name, step by step', async ({ source }) => {
  await outsideMicrotasks(() => {
    for (const proof of [false, true]) {
      const compiled = compileProgram(source, proof)
      expect(compiled.tag).toBe('compiled')
      const { code } = compiled as { readonly code: string }
      for (const script of [inputs, ...endings])
        steadily(() => assertOracle(source, (options) => compiledRun(code, options), script))
    }
  })
})
