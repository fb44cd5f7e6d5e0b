/**
 * The oracle: the search tree of a program, found by native generators that are run from the start for every
 * branch, and what a depth-first search of it has come to after each of its steps.
 */
import { Effect } from 'multishot'
import { amb, choose, either, fail, guard } from 'multishot'
import type { Program } from 'multishot'

/** What one step of a search did; a step is one resumption of a branch. */
export type Event =
  | { readonly tag: 'choice'; readonly depth: number; readonly drawn: boolean; readonly options: number }
  | { readonly tag: 'failed' }
  | { readonly tag: 'solved'; readonly value: unknown }
  | { readonly tag: 'threw'; readonly message: string }

/** What the text of a program imports. */
export const effects = { amb, choose, either, fail, guard }

const names = Object.keys(effects)

/** A module's text, run natively, each time anew; calling what it gives starts the program. */
export const nativeProgram = (text: string): Program<unknown> => {
  // oxlint-disable-next-line no-new-func -- the programs are ours, and every branch needs a module of its own
  const make = new Function(...names, `'use strict';${text}\nreturn () => f0(1)`)
  return () => (make(...Object.values(effects)) as Program<unknown>)()
}

/** More than this many steps are too many to replay. */
export const MOST = 300

/** The steps of a depth-first search, in order, up to the first error; null when there are too many. */
export const replayed = (program: Program<unknown>): readonly Event[] | null => {
  const events: Event[] = []
  const walk = (path: readonly number[]): boolean => {
    const event = eventAt(program, path)
    events.push(event)
    if (event.tag === 'threw') return false
    if (events.length > MOST) return false
    if (event.tag === 'choice') for (let i = 0; i < event.options; i++) if (!walk([...path, i])) return false
    return true
  }
  walk([])
  return events.length > MOST ? null : events
}

/** Follows `path` from the start, and goes on to the next choice or to the end. */
const eventAt = (program: Program<unknown>, path: readonly number[]): Event => {
  let running: Iterator<unknown, unknown> = program()
  /** The generators that wait for an alternative to return. */
  const waiting: Iterator<unknown, unknown>[] = []
  let depth = 0
  let answer: unknown
  try {
    for (;;) {
      const { value, done } = step(running, answer)
      if (done) {
        const below = waiting.pop()
        if (below === undefined) return { tag: 'solved', value }
        running = below
        answer = value
        continue
      }
      const { tag, options, programs } = value as Asked
      if (tag === 'fail') return { tag: 'failed' }
      const all = [...(options ?? programs!)]
      const taken = path[depth++]
      if (taken === undefined) {
        const drawn = options !== undefined && !Array.isArray(options)
        return { tag: 'choice', depth, drawn, options: all.length }
      }
      if (tag === 'either') {
        waiting.push(running)
        running = (all[taken] as Program<unknown>)()
        answer = undefined
      } else answer = structuredClone(all[taken])
    }
  } catch (error) {
    return { tag: 'threw', message: (error as Error).message }
  }

  /** An error of an alternative is thrown where the alternative was asked for. */
  function step(iterator: Iterator<unknown, unknown>, sent: unknown): IteratorResult<unknown, unknown> {
    let from = iterator
    try {
      return from.next(sent)
    } catch (error) {
      for (let thrown = error; ;) {
        const below = waiting.pop()
        if (below === undefined) throw thrown
        try {
          running = below
          return below.throw!(thrown)
        } catch (next) {
          thrown = next
        }
      }
    }
  }
}

type Asked = Effect<unknown> & {
  readonly options?: Iterable<unknown>
  readonly programs?: readonly Program<unknown>[]
}
