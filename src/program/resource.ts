// Files, sockets, locks: what a program opens and somebody has to close, however many branches it has become.

import { Resource } from '../runtime/resource.ts'
import { badOnFork, notAFunction } from './errors.ts'

/** What a clone, and each branch of a search, gets of a resource that is open. */
export type ResourceOptions<Value> = SharedOptions | DuplicatedOptions<Value>

export interface SharedOptions {
  /**
   * `'share'`: all have the very same, and it is closed when the last one is done. `'refuse'`: there is no
   * clone as long as it is open. Default: `'refuse'`.
   */
  readonly onFork?: 'share' | 'refuse'
}

export interface DuplicatedOptions<Value> {
  /** Each gets its own, which is closed when that one is done. */
  readonly onFork: 'dup'
  /** Makes it. */
  readonly dup: (value: Awaited<Value>) => Awaited<Value>
}

/**
 * Opens something that is closed by itself, once: when the generator that opened it ends by `return`, by an error or by
 * `return()`, or is given up with `abandon`. In a search, when the last branch that can reach it has ended,
 * failed or been given up.
 *
 * Law: however a search goes and wherever it stops, `close` has been called once for each value of `open`
 * and of `dup` when it has ended.
 *
 * ```ts
 * import { amb, guard, resource, solve } from 'multishot'
 *
 * const log: string[] = []
 * const solutions = solve(function* () {
 *   const door = yield* resource(
 *     () => (log.push('opened'), 'door'),
 *     () => log.push('closed'),
 *     { onFork: 'share' },
 *   )
 *   const n = yield* amb(1, 2, 3)
 *   yield* guard(n !== 2)
 *   log.push(`${door} ${n}`)
 *   return n
 * })
 * console.log(solutions.toArray(), ...log) // → [ 1, 3 ] opened door 1 door 3 closed
 * ```
 *
 * In an async generator, what `open` and `close` promise is awaited; where a search closes, by whoever waits for its end;
 * where `abandon` does, by nobody.
 *
 * `open` runs in the generator, so its errors can be caught there. Without choices it is like `try` and
 * `finally`; with them it is what `finally` cannot be, for that runs in every branch that leaves it.
 *
 * Not promised: that anything is closed when a generator, or a stream that has not ended, is dropped without a
 * word. `abandon(g)` and `stream.close()` are the words.
 *
 * @throws {MultishotError} MS3103, MS3104 for arguments that are none; MS1020 at a fork while a resource is open
 * that refuses it, MS1021 at one that could not be closed, MS1022 for `'dup'` of what is no object of its own.
 */
export function resource<Value>(
  open: () => Value,
  close: (value: Awaited<Value>) => unknown,
  options: ResourceOptions<Value> = {},
): Resource<Value> {
  const { onFork = 'refuse' } = options
  const dup = 'dup' in options ? options.dup : undefined
  if (typeof open !== 'function') throw notAFunction('open', open)
  if (typeof close !== 'function') throw notAFunction('close', close)
  if (!['share', 'dup', 'refuse'].includes(onFork)) throw badOnFork(onFork)
  if (onFork === 'dup' && typeof dup !== 'function') throw notAFunction('dup', dup)
  return new Resource(open, close, onFork, dup)
}
