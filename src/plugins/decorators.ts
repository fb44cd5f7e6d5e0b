// Decorators, which every parser reads and no engine.

import { parseSync, Visitor } from 'oxc-parser'

/** What may be one: not an `@` within a line of text. Most files have none and are not parsed. */
const LIKELY = /^\s*@[\w$(]|[;{}()]\s*@[\w$(]|\b(?:export|default|=)\s*@[\w$(]/m

/** Where the first decorator of a source stands. */
export function decoratorIn(source: string, filename: string): number | undefined {
  if (!LIKELY.test(source)) return undefined
  let first: number | undefined
  new Visitor({
    Decorator({ start }) {
      first = Math.min(start, first ?? start)
    },
  }).visit(parseSync(filename, source).program)
  return first
}
