/**
 * The law of proofs: only speed follows from them. With and without, every clone does what a native generator does
 * that nobody has cloned, also when whoever drives the generators changes all that it gets from them.
 */
import { withDeadline } from '../deadline.ts'
import { CloneRefused, compiledRun, compileProgram } from '../compiled.ts'
import { clone, cursorOf, PROVEN } from '../../src/runtime/index.ts'
import { assertOracle, type MakeRun } from '../oracle.ts'
import type { Script } from '../scripts.ts'
import { steadily } from '../steady.ts'

export interface Count {
  /** Programs in which something is proved, and clones that shared something for that reason alone. */
  proven: number
  shared: number
}

export const assertProofsUnseen = (source: string, script: Script, count: Count): void => {
  for (const proof of [true, false]) {
    const compiled = compileProgram(source, proof)
    if (compiled.tag === 'refused') throw new Error(`Refused: ${compiled.messages.join(', ')}\n${source}`)
    if (proof && compiled.proven > 0) count.proven += 1
    const counting = <T extends Generator>(generator: T): T => {
      const copy = clone(generator)
      if (cursorOf(generator)?.stack?.$clean === PROVEN) count.shared += 1
      return copy
    }
    const make: MakeRun = (options) =>
      compiledRun(compiled.code, { ...options, spoils: true }, proof ? counting : clone)
    try {
      steadily(() => withDeadline(5000, () => assertOracle(source, make, script, { spoils: true })))
    } catch (failure) {
      if (!(failure instanceof CloneRefused)) throw failure
    }
  }
}
