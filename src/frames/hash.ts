// A number for a suspended generator, so that many can be looked up by what they are.

import type { AnyIterator } from '../runtime/fork.ts'
import { portraitOfGenerator } from './portrait-of-generator.ts'

/**
 * An integer of 32 bits, from the place where the generator stands and from what its variables hold.
 *
 * Law: `equals(one, other)` implies `hash(one) === hash(other)`. It changes when the generator goes on.
 *
 * ```ts
 * import { clone } from 'multishot'
 * import { hash } from 'multishot/frames'
 *
 * function* count(): Generator<number, void, void> {
 *   for (const seen = new Set<number>(); ; seen.add(seen.size)) yield seen.size
 * }
 * const one = count()
 * one.next()
 * const other = clone(one)
 * console.log(hash(one) === hash(other), (other.next(), hash(one) === hash(other))) // → true false
 * ```
 *
 * Not promised: the same number in another process or version.
 *
 * @throws {TypeError} for a generator that is running, or that holds one.
 * @throws {MultishotError} MS1001 or MS1002 for what is no compiled generator.
 */
export function hash(generator: AnyIterator): number {
  return portraitOfGenerator(generator, 'the generator to hash').hash
}
