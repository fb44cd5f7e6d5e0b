// `share(value)`: one value that all clones have in common, though its like would be copied or refused.

/** Nobody asks the set before something is in it: most programs share nothing. */
let any = false
const shared = new WeakSet<object>()

/**
 * Marks `value` as shared by all clones, under every policy, and returns it: a logger, a cache, a table that
 * nobody writes. What can be reached from it is shared with it, as long as it is reached through it.
 *
 * @example
 * ```ts
 * import { clone, share } from 'multishot'
 *
 * function* walk(): Generator<number, void, void> {
 *   const log = share<string[]>([])
 *   for (let n = 1; ; n++) yield log.push(`at ${n}`)
 * }
 * const one = walk()
 * one.next()
 * const other = clone(one)
 * console.log(one.next().value, other.next().value) // → 2 3
 * ```
 *
 * Not promised: anything about writes to it. They are seen by all clones, whatever order they run in.
 */
export function share<T>(value: T): T {
  if ((typeof value === 'object' && value !== null) || typeof value === 'function') {
    shared.add(value)
    any = true
  }
  return value
}

export function isMarked(value: object): boolean {
  return any && shared.has(value)
}
