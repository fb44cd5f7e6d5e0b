/**
 * The laws of equality of suspended generators.
 */
import { clone, MultishotError } from '../../src/runtime/index.ts'
import { equals, hash } from '../../src/frames/index.ts'
import type { Resume } from '../scripts.ts'
import { traceOf, worldOf, type History, type World } from './world.ts'

/** How many pairs were compared, and how many were equal. */
export interface Comparisons {
  compared: number
  equal: number
}

/**
 * Law: generators of one world that are equal have one hash, and give the same whatever both are sent.
 *
 * @throws an error with both traces
 */
export const assertEqualsSound = (
  code: string,
  history: History,
  inputs: readonly Resume[],
  counts: Comparisons,
): void => {
  const { generators } = worldOf(code, history)
  for (const [i, one] of generators.entries()) {
    for (const [j, other] of generators.entries()) {
      if (j <= i) continue
      counts.compared++
      const areEqual = equals(one, other)
      if (equals(other, one) !== areEqual) throw new Error(`equals is not symmetrical for ${i} and ${j}`)
      if (!areEqual) continue
      counts.equal++
      if (hash(one) !== hash(other))
        throw new Error(`Generators ${i} and ${j} are equal, their hashes differ`)
      const [here, there] = [i, j].map((number) => {
        const world = worldOf(code, history)
        return JSON.stringify(traceOf(world, world.generators[number]!, inputs), null, 1)
      })
      if (here !== there)
        throw new Error(`Generators ${i} and ${j} are equal and go on differently:\n${here}\n${there}`)
    }
  }
}

/**
 * Law: a generator equals itself and its clone, and looking changes nothing.
 *
 * @throws an error with the number of the generator
 */
export const assertEqualsClone = (code: string, history: History, inputs: readonly Resume[]): void => {
  const count = worldOf(code, history).generators.length
  for (let number = 0; number < count; number++) {
    const traces = [false, true].map((look) => {
      const world: World = worldOf(code, history)
      const generator = world.generators[number]!
      if (look) {
        if (!equals(generator, generator)) throw new Error(`Generator ${number} does not equal itself`)
        const twin = cloneOrNull(generator)
        if (twin !== null && !equals(generator, twin))
          throw new Error(`Generator ${number} does not equal its clone`)
      }
      return JSON.stringify(traceOf(world, generator, inputs))
    })
    if (traces[0] !== traces[1])
      throw new Error(`Generator ${number} was changed by a look:\n${traces.join('\n')}`)
  }
}

const cloneOrNull = (generator: Generator): Generator | null => {
  try {
    return clone(generator)
  } catch (error) {
    if (error instanceof MultishotError) return null
    throw error
  }
}
