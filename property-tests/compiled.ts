/**
 * Programs as our compiler and runtime run them, with `clone` as clone. A program that the compiler refuses gives
 * the codes of its diagnostics, so that refusing is counted and never taken for success.
 */
import { compile } from '../src/compiler/index.ts'
import * as runtime from '../src/runtime/index.ts'
import { hostOf, type HostOptions } from './host.ts'
import { outcome, send, sendAll, type Driven, type Run, type Step } from './run.ts'
import { starter } from './starter.ts'

export interface Refused {
  readonly tag: 'refused'
  readonly codes: readonly string[]
  readonly messages: readonly string[]
}

export interface Compiled {
  readonly tag: 'compiled'
  readonly code: string
  /** How many variables that name objects are proved to be shared. */
  readonly proven: number
}

/** With `proof`, forks share what is proved; the file's variables are then its own but for `start`, as in a module. */
export const compileProgram = (source: string, proof = false): Compiled | Refused => {
  const text = proof ? `${source}\nlog.start = start\n` : source
  const { code, diagnostics, proofs } = compile(text, {
    filename: 'program.js',
    sourceType: proof ? 'commonjs' : 'script',
    runtime: { global: 'multishotRuntime' },
    proof,
  })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return errors.length === 0
    ? { tag: 'compiled', code, proven: proofs.filter(({ objection }) => objection === null).length }
    : {
        tag: 'refused',
        codes: errors.map((each) => each.code),
        messages: errors.map((each) => `${each.line}:${each.column} ${each.message}`),
      }
}

/** Stops a run at a clone that the runtime refuses by name, as it should. */
export class CloneRefused extends Error {
  readonly code: string
  constructor(code: string) {
    super(`A clone was refused: ${code}`)
    this.code = code
  }
}

/** Iterators of built-in objects cannot be copied; programs seldom hold one in a variable, but they may. */
const isExpected = (thrown: unknown): thrown is runtime.MultishotError =>
  thrown instanceof runtime.MultishotError &&
  thrown.code === 'MS1003' &&
  thrown.message.includes('Array Iterator')

/** How a generator is cloned: as users do it, or as the search forks. */
export type MakeClone = (generator: Generator) => Generator

/** A run of compiled code: one instance of the program, whose generators are cloned. */
export const compiledRun = (
  code: string,
  options: HostOptions = {},
  clone: MakeClone = runtime.clone,
): Run => {
  Object.assign(globalThis, { multishotRuntime: runtime })
  const host = hostOf(options)
  const generators = new Map<number, Driven>()
  let written = 0

  const during = (call: () => string): Step => {
    host.begin()
    const result = call()
    written += host.entries().length
    return { result, log: host.entries() }
  }

  return {
    start: () =>
      during(() =>
        outcome(() => {
          generators.set(0, starter(code, host)())
          return 'started'
        }),
      ),
    resume: (on, act, value) => {
      const generator = generators.get(on)
      return generator === undefined
        ? { result: 'never started', log: [] }
        : during(() => send(generator, act, value, options.spoils))
    },
    burst: (inputs) => {
      const generator = generators.get(0)
      return generator === undefined
        ? { result: 'never started', log: [] }
        : during(() => sendAll(generator, inputs))
    },
    clone: (on, as) =>
      during(() => {
        const original = generators.get(on)
        if (original === undefined) return 'cloned'
        try {
          generators.set(as, clone(original as Generator))
          return 'cloned'
        } catch (thrown) {
          if (isExpected(thrown)) throw new CloneRefused(thrown.code)
          return outcome(() => {
            throw thrown
          })
        }
      }),
    drop: (on) => void generators.delete(on),
    written: () => written,
    foreign: host.foreign,
  }
}
