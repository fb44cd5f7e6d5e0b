// Equality of suspended generators: the same place, and variables that a program cannot tell apart.

import type { AnyIterator } from '../runtime/fork.ts'
import { isAlike } from '../runtime/portrait.ts'
import { portraitOfGenerator } from './portrait-of-generator.ts'

/**
 * Whether two generators stand at the same place with variables that hold the same. What the variables hold is
 * compared by structure, with cycles and aliases: two arrays are not one array twice. Order counts wherever a
 * program can see it, also of keys and of the entries of a `Map` or `Set`; `NaN` is `NaN`, and 0 is not -0.
 * Collections of Immutable.js, and instances of immutable classes that have its methods `equals` and `hashCode`,
 * are compared by these. Functions made by generators are the same if they were made at the same place in
 * the source and captured variables that hold the same.
 *
 * Law: generators that are equal give the same from now on, whatever both are sent; so do a generator and its clone.
 *
 * ```ts
 * import { clone } from 'multishot'
 * import { equals } from 'multishot/frames'
 *
 * function* walk(): Generator<number, void, number> {
 *   const position = [0, 0]
 *   for (;;) {
 *     const axis = yield position[0]! + position[1]!
 *     position[axis]!++
 *   }
 * }
 * const one = walk()
 * one.next()
 * const other = clone(one)
 * one.next(0)
 * other.next(1)
 * console.log(equals(one, other)) // → false
 * one.next(1)
 * other.next(0)
 * console.log(equals(one, other)) // → true
 * ```
 *
 * Not promised: that generators are equal which would only turn out to do the same. What cannot be looked into
 * is equal to itself alone: functions of modules, promises, foreign iterators, instances with private fields. An
 * unordered collection of Immutable.js equals another whatever the order in which it gives its elements, which
 * Immutable.js does not promise.
 *
 * @throws {TypeError} for a generator that is running, or that holds one.
 * @throws {MultishotError} MS1001 or MS1002 for what is no compiled generator.
 */
export function equals(one: AnyIterator, other: AnyIterator): boolean {
  return isAlike(
    portraitOfGenerator(one, 'the first generator to compare'),
    portraitOfGenerator(other, 'the second generator to compare'),
  )
}
