/**
 * One run of a program under a script. A `Run` is how a law drives an implementation of cloning: the compiled
 * one, the native one that replays, or a broken one that a law must refuse.
 */
import { describe } from './describe.ts'
import type { ForeignUse } from './host.ts'
import { settled } from './microtasks.ts'
import { sendable, type Act, type Operation, type Resume, type Script } from './scripts.ts'

/** What one operation did: its result, and what the program logged meanwhile. */
export interface Step {
  readonly result: string
  readonly log: readonly string[]
}

export interface Run {
  /** Makes generator 0. */
  readonly start: () => Step
  /** `value` is a key of `sendable`; it is made anew for each use. */
  readonly resume: (on: number, act: Act, value: string) => Step
  /** Sends generator 0, an async one, several requests at once. */
  readonly burst: (inputs: readonly Resume[]) => Step
  readonly clone: (on: number, as: number) => Step
  readonly drop: (on: number) => void
  /** Log entries ever written, those of replays included. */
  readonly written: () => number
  readonly foreign: () => readonly ForeignUse[]
}

/** An iterator as programs see it; a program of one's own may lack `throw` and `return`. */
export type Driven = Readonly<Record<Act, (value: unknown) => unknown>>

/** The result of a call as text, thrown things included. */
export const outcome = (call: () => unknown): string => {
  try {
    return describe(call())
  } catch (thrown) {
    return `throws ${describe(thrown)}`
  }
}

/** Changes `value` and what is in it, as far as it lets itself be changed. */
export const spoil = (value: unknown, seen = new Set<unknown>()): void => {
  if (typeof value !== 'object' || value === null || seen.has(value) || seen.size > 20) return
  seen.add(value)
  for (const key of Object.keys(value)) {
    const property = Object.getOwnPropertyDescriptor(value, key)
    if (property?.get === undefined) spoil(property?.value, seen)
  }
  if (Array.isArray(value) && Object.isExtensible(value)) value.push('spoilt')
  else if (Object.getPrototypeOf(value) === Object.prototype) Reflect.set(value, 'head', 'spoilt')
}

/**
 * Resumes a generator with a fresh value; an async one until it waits for its next request. With `spoils`, what a
 * plain one gives is changed once it has been described.
 */
export const send = (generator: Driven, act: Act, value: string, spoils = false): string => {
  try {
    const result = call(generator, act, value)
    if (result instanceof Promise) return settled([result], describe)
    const described = describe(result)
    if (spoils) spoil((result as Partial<IteratorResult<unknown>> | undefined)?.value)
    return described
  } catch (thrown) {
    return `throws ${describe(thrown)}`
  }
}

/** Sends an async generator several requests at once. */
export const sendAll = (generator: Driven, inputs: readonly Resume[]): string =>
  settled(
    inputs.map(({ act, value }) => call(generator, act, value) as Promise<unknown>),
    describe,
  )

const call = (generator: Driven, act: Act, value: string): unknown =>
  generator[act]((sendable[value] as () => unknown)())

const perform = (run: Run, operation: Operation): Step => {
  switch (operation.tag) {
    case 'resume':
      return run.resume(operation.on, operation.act, operation.value)
    case 'clone':
      return run.clone(operation.on, operation.as)
    case 'drop':
      run.drop(operation.on)
      return { result: 'dropped', log: [] }
  }
}

/** The steps of a script; the first one is the making of generator 0. */
export const trace = (run: Run, script: Script): readonly Step[] => [
  run.start(),
  ...script.map((operation) => perform(run, operation)),
]
