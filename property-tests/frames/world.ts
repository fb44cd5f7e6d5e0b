/**
 * One instance of a compiled program with several generators of it, which may be started, resumed and cloned. The
 * same history gives the same world again, so that what is tried on one generator leaves the others as they were.
 */
import * as runtime from '../../src/runtime/index.ts'
import { hostOf, type Host } from '../host.ts'
import { outcome, send, type Step } from '../run.ts'
import type { Resume, Script } from '../scripts.ts'
import { starter } from '../starter.ts'

/** What is done to generators of a program: for each start of it a script, whose clones follow in the numbering. */
export type History = readonly Script[]

export interface World {
  readonly host: Host
  /** Those that are there at the end of the history. */
  readonly generators: Generator[]
}

/** A world after its history. Foreign iterators may be in common, so their own calls are not logged. */
export const worldOf = (code: string, history: History): World => {
  Object.assign(globalThis, { multishotRuntime: runtime })
  const host = hostOf({ shared: true })
  const start = starter(code, host)
  const all: Generator[] = []
  for (const script of history) {
    const generators = new Map<number, Generator>()
    host.begin()
    outcome(() => generators.set(0, start() as Generator))
    for (const operation of script) {
      const on = generators.get(operation.on)
      if (on === undefined) continue
      if (operation.tag === 'drop') generators.delete(operation.on)
      else if (operation.tag === 'resume') {
        host.begin()
        send(on, operation.act, operation.value)
      } else outcome(() => generators.set(operation.as, runtime.clone(on)))
    }
    all.push(...generators.values())
  }
  return { host, generators: all }
}

/** What a generator gives, and what it logs meanwhile. */
export const traceOf = ({ host }: World, generator: Generator, inputs: readonly Resume[]): readonly Step[] =>
  inputs.map(({ act, value }) => {
    host.begin()
    const result = send(generator, act, value)
    return { result, log: host.entries() }
  })
