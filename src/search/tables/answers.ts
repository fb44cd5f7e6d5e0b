// The answers in one table, in the order in which they were found. Who reads them keeps a position, so an answer
// that a better one has replaced leaves a gap.
//
// Law: no two answers have equal keys. With `min`, `max` and `join` the answer to a key is the least upper bound of all
// that were found, whatever their order, if `join` is one.

import type { AnyTabledOptions, TabledOptions } from '../../program/index.ts'
import { notAMeasure } from '../errors.ts'
import { KeyMap, sameKey } from '../streams/keys.ts'

/** Where an answer was that another has replaced. */
const GAP: unique symbol = Symbol('gap')

/** Which of two answers with the same key counts. */
type Join = (known: unknown, found: unknown) => unknown

export class Answers {
  /** Whether an answer may still be replaced, so that only a complete table has any. */
  readonly areProvisional: boolean
  private log: unknown[] = []
  private gaps = 0
  private readonly places = new KeyMap<{ at: number }>()
  private readonly key: (answer: unknown) => unknown
  private readonly join: Join

  constructor(options: AnyTabledOptions) {
    const { key, min, max, join } = options as TabledOptions<unknown>
    this.areProvisional = (min ?? max ?? join) !== undefined
    this.key = key ?? (this.areProvisional ? () => undefined : (answer) => answer)
    this.join = join ?? (min && least('min', min, 1)) ?? (max && least('max', max, -1)) ?? ((known) => known)
  }

  /** Whether `answer` is new, or better than the one that was there. */
  add(answer: unknown): boolean {
    const { log } = this
    const place = { at: log.length }
    const known = this.places.add(this.key(answer), place)
    if (known === undefined) {
      log.push(answer)
      return true
    }
    const before = log[known.at]
    const joined = this.join(before, answer)
    if (sameKey(joined, before)) return false
    log[known.at] = GAP
    this.gaps++
    known.at = log.length
    log.push(joined)
    return true
  }

  /** Where the next answer stands, at `position` or later; -1 if there is none yet. */
  from(position: number): number {
    const { log } = this
    for (let at = position; at < log.length; at++) if (log[at] !== GAP) return at
    return -1
  }

  at(position: number): unknown {
    return this.log[position]
  }

  /** All of them, once no others will come. */
  get all(): readonly unknown[] {
    const { log, gaps } = this
    return gaps === 0 ? log : log.filter((answer) => answer !== GAP)
  }
}

function least(name: 'min' | 'max', measure: (answer: unknown) => number, sign: 1 | -1): Join {
  const measured = (answer: unknown): number => {
    const value = measure(answer)
    if (typeof value !== 'number' || Number.isNaN(value)) throw notAMeasure(name, value)
    return sign * value
  }
  return (known, found) => (measured(found) < measured(known) ? found : known)
}
