// A search as lines of text, in the manner of the four-port tracers of Prolog: a choice is a box that is called,
// exits with an option, is redone for the next one, and what comes after it fails or succeeds.
//
// Source: Byrd, "Understanding the Control Flow of Prolog Programs" (1980).

import type { Trace } from '../search/index.ts'
import { Lineage } from './lineage.ts'
import { placeText, short, variablesText, type TextOptions } from './text.ts'

/** Deeper branches are not indented further, but say how deep they are. */
const DEEPEST = 20

/**
 * A trace that writes a line for each event: where it happens, and the variables that are live there.
 *
 * ```ts
 * import { amb, guard, solve } from 'multishot'
 * import { ports } from 'multishot/seeing'
 *
 * const program = function* () {
 *   const n = yield* amb(1, 2)
 *   yield* guard(n > 1, 'n is large')
 *   return n
 * }
 * const trace = ports((line) => console.log(line.replace(/:\d+:\d+/, '')), { showFile: () => 'a.ts' })
 * solve(program, { trace }).toArray()
 * // → call  2 options   program (a.ts)
 * // → exit    1
 * // → fail    n is large   program (a.ts) { n: 1 }
 * // → redo    2
 * // → found   2
 * // → end   exhausted
 * ```
 */
export function ports(write: (line: string) => void, options: TextOptions = {}): Trace {
  const { show = short, showFile } = options
  const depths = new Lineage(0, (depth) => depth + 1)
  return (event) => {
    if (event.tag === 'end') return write(`end   ${event.reason}`)
    const depth = depths.of(event)
    const say = (port: string, text: string): void => write(`${port.padEnd(5)} ${indented(depth, text)}`)
    const standing = (): string => {
      if (!('frames' in event)) return ''
      const frames = event.frames()
      return `   ${placeText(frames, showFile)} ${variablesText(frames, show)}`.trimEnd()
    }
    switch (event.tag) {
      case 'choice':
        return say('call', `${optionsText(event.size)}${standing()}`)
      case 'enter':
        return say('enter', `${event.operator}${standing()}`)
      case 'answer':
        return say('leave', `${event.operator} with ${show(event.value)}`)
      case 'option': {
        // Where an operator is entered it has been told.
        if (event.operator !== undefined) return
        const value = event.value === undefined ? `alternative ${event.index + 1}` : show(event.value)
        return say(event.index === 0 ? 'exit' : 'redo', value)
      }
      case 'fail':
        return say('fail', `${event.reason ?? 'no reason given'}${standing()}`)
      case 'merged':
        return say('merge', `another branch has been here${standing()}`)
      case 'note':
        return say('note', `${event.label}: ${show(event.value)}${standing()}`)
      case 'cost':
        return say('cost', `${event.amount}, ${event.total} in all`)
      case 'solution':
        return say('found', show(event.value))
      case 'threw':
        return say('threw', String(event.error))
      case 'cut':
        return say('cut', `${optionsText(event.left)} ${event.givenUp ? 'given up' : 'not tried'}`)
      default:
        return event satisfies never
    }
  }
}

function indented(depth: number, text: string): string {
  return depth <= DEEPEST ? '  '.repeat(depth) + text : `${'  '.repeat(DEEPEST)}(${depth}) ${text}`
}

/** `undefined` is a number that nobody knows. */
export function optionsText(count: number | undefined): string {
  return count === undefined ? 'further options' : `${count} option${count === 1 ? '' : 's'}`
}
