/**
 * The law of depth-first search over compiled programs: solutions, errors and every count of the status are those
 * of the replayed tree, wherever a bound stops the search.
 */
import { expect } from 'vitest'
import { solve } from 'multishot'
import type { Program } from 'multishot'
import { compile } from '../../../src/compiler/index.ts'
import * as runtime from '../../../src/runtime/index.ts'
import { effects, type Event } from './replay.ts'

const IMPORTS = `import { ${Object.keys(effects).join(', ')} } from 'multishot'\n`

/** The program in a module's text, compiled. */
export const compiledProgram = (text: string): Program<unknown, never> => {
  const source = `${IMPORTS}${text}\nexport default () => f0(1)`
  const { code, diagnostics } = compile(source, {
    filename: 'program.js',
    sourceType: 'module',
    runtime: { global: 'multishotRuntime' },
  })
  expect(diagnostics).toEqual([])
  Object.assign(globalThis, { multishotRuntime: runtime })
  const script = code.replace(IMPORTS.trim(), '').replace('export default', 'return')
  // oxlint-disable-next-line no-new-func -- a module as a function, so that thousands can be made and dropped
  return new Function(...Object.keys(effects), script)(...Object.values(effects)) as Program<unknown, never>
}

/** With at most `bound` steps, what `events` has come to by then. */
export const assertLikeReplay = (
  program: Program<unknown, never>,
  events: readonly Event[],
  bound: number,
): void => {
  const stream = solve(program, { steps: bound })
  const values: unknown[] = []
  let thrown: unknown
  try {
    for (const value of stream) values.push(value)
  } catch (error) {
    thrown = error
  }
  const done = events.slice(0, bound)
  const last = done.at(-1)
  expect(values).toEqual(done.flatMap((event) => (event.tag === 'solved' ? [event.value] : [])))
  expect((thrown as Error | undefined)?.message).toBe(last?.tag === 'threw' ? last.message : undefined)
  const choices = done.filter((event) => event.tag === 'choice')
  expect(stream.status).toMatchObject({
    steps: done.length,
    choicePoints: choices.length,
    solutions: values.length,
    failures: done.filter((event) => event.tag === 'failed' || isEmpty(event)).length,
    depth: Math.max(0, ...choices.map(({ depth }) => depth)),
  })
  const { reason } = stream.status
  if (thrown !== undefined) expect(reason).toBe('failed')
  else if (bound < events.length) expect(reason).toBe('steps')
  // Nobody knows of an iterator that it is at its end before it has been asked.
  else if (bound === events.length && choices.some(({ drawn }) => drawn))
    expect(['steps', 'exhausted']).toContain(reason)
  else expect(reason).toBe('exhausted')
}

const isEmpty = (event: Event): boolean => event.tag === 'choice' && event.options === 0
