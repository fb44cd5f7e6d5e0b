/**
 * The laws of clones that need no oracle: whatever is done to one clone is never observable in another, and no
 * code runs again. They compare a program with itself, so they serve programs that no native generator can run.
 * Schedules: a clone at every suspension with the original dropped; with the clone dropped; clone and original
 * finished in either order and in turns; clones of clones that are finished last.
 */
import type { HostOptions } from './host.ts'
import { same, stepsOf, type MakeRun } from './oracle.ts'
import type { Run, Step } from './run.ts'
import { printOperation, printScript, type Operation, type Resume, type Script } from './scripts.ts'

type Inputs = readonly Resume[]

const on = (id: number, input: Resume): Resume => ({ ...input, on: id })

/** At every suspension a clone takes over and the original is dropped. */
const originalDropped = (inputs: Inputs): Script =>
  inputs.flatMap((input, index): Operation[] => [
    { tag: 'clone', on: index, as: index + 1 },
    { tag: 'drop', on: index },
    on(index + 1, input),
  ])

/** At every suspension a clone is made and dropped. */
const cloneDropped = (inputs: Inputs): Script =>
  inputs.flatMap((input, index): Operation[] => [
    { tag: 'clone', on: 0, as: index + 1 },
    { tag: 'drop', on: index + 1 },
    on(0, input),
  ])

const cut = (inputs: Inputs, at: number): readonly [Inputs, Inputs] => [inputs.slice(0, at), inputs.slice(at)]

const cloneAt = (inputs: Inputs, at: number, rest: (after: Inputs) => Script): Script => {
  const [before, after] = cut(inputs, at)
  return [...before.map((input) => on(0, input)), { tag: 'clone', on: 0, as: 1 }, ...rest(after)]
}

const all = (id: number, inputs: Inputs): Script => inputs.map((input) => on(id, input))

/** Every generator is cloned while suspended; the clones are finished after it, the oldest last. */
const chain = (inputs: Inputs): Script => [
  ...inputs.flatMap((input, index): Operation[] => [
    { tag: 'clone', on: index, as: index + 1 },
    on(index + 1, input),
  ]),
  ...inputs.map((_, index) => inputs.length - index - 1).flatMap((id) => all(id, inputs.slice(id))),
]

/** The schedules in which each generator is sent a prefix of `inputs`, in order. */
export const schedules = (inputs: Inputs, at: number): readonly Script[] => [
  originalDropped(inputs),
  cloneDropped(inputs),
  cloneAt(inputs, at, (after) => [...all(0, after), ...all(1, after)]),
  cloneAt(inputs, at, (after) => [...all(1, after), ...all(0, after)]),
  cloneAt(inputs, at, (after) => after.flatMap((input) => [on(0, input), on(1, input)])),
  cloneAt(inputs, at, (after) => [
    { tag: 'clone', on: 1, as: 2 },
    ...all(1, after),
    ...all(2, after),
    ...all(0, after),
  ]),
  chain(inputs),
]

/** How many inputs a generator had been sent at each operation, prefixes before its cloning included. */
const positions = (script: Script): readonly (number | undefined)[] => {
  const sent = new Map([[0, 0]])
  return script.map((operation) => {
    const so = sent.get(operation.on) ?? 0
    if (operation.tag === 'clone') sent.set(operation.as, so)
    if (operation.tag !== 'resume') return undefined
    sent.set(operation.on, so + 1)
    return so
  })
}

const failure = (
  title: string,
  script: Script,
  index: number,
  expected: Step | undefined,
  got: Step | undefined,
): Error =>
  new Error(
    `${title}\n  script   ${printScript(script)}\n  at       ${printOperation(script[index] as Operation)} (operation ${index + 1})\n` +
      `  expected ${expected?.result} [${expected?.log.join(' | ')}]\n  got      ${got?.result} [${got?.log.join(' | ')}]`,
  )

/** Schedules clone, so foreign iterators are shared. */
const shared: HostOptions = { shared: true }

/**
 * Law: under every schedule each clone does at its n-th input what an undisturbed generator does at its n-th.
 * `at` is the suspension at which the schedules with one clone take it.
 *
 * @throws an error that shows the schedule and the first step that differs
 */
export const assertClonesIndependent = (make: MakeRun, inputs: Inputs, at: number): void => {
  const plain = stepsOf(() => make(shared), all(0, inputs))
  for (const script of schedules(inputs, Math.min(at, inputs.length))) {
    const steps = stepsOf(() => make(shared), script)
    const places = positions(script)
    for (const [index, place] of places.entries()) {
      const got = steps[index + 1]
      const expected =
        place === undefined
          ? { result: script[index]?.tag === 'clone' ? 'cloned' : 'dropped', log: [] }
          : plain[place + 1]
      if (!same(expected, got)) throw failure('A clone is not independent', script, index, expected, got)
    }
  }
}

/**
 * Law: no code runs again. Every log entry that was ever written belongs to exactly one operation, and cloning
 * writes none.
 *
 * @throws an error with both counts
 */
export const assertNothingRunsAgain = (make: MakeRun, inputs: Inputs, at: number): void => {
  const clonesOnce = cloneAt(inputs, Math.min(at, inputs.length), (after) => [
    ...all(0, after),
    ...all(1, after),
  ])
  for (const script of [clonesOnce, chain(inputs)]) {
    let run: Run | undefined
    const steps = stepsOf(() => (run = make(shared)), script)
    const written = run?.written() ?? 0
    const counted = steps.reduce((sum, step) => sum + step.log.length, 0)
    if (written > counted) {
      throw new Error(
        `Code ran again: ${written} log entries were written, ${counted} belong to operations\n  script ${printScript(script)}`,
      )
    }
  }
}
