// The graph that one copy is making: every object met so far with its copy, in the order in which they
// were met. It is the answer to "was this copied already", so aliases and cycles keep their shape, and
// it is the list of what is still to be filled: a copy is made empty when it is first met and filled
// later, so no depth of data can exhaust the JavaScript stack.
//
// Most graphs are a handful of objects, for which looking through an array is faster than hashing.

/** How a copy is filled once it has been met. */
export const NOTHING = 0
export const ELEMENTS = 1
export const DATA = 2
export const PROPERTIES = 3
export const VARIABLES = 4
export const FUNCTION = 5
export const GENERATOR = 6
export const BUILT_IN = 7
export const ARGUMENTS = 8
export const MAPPED = 9
export const CLASS_PROTOTYPE = 10

const FEW = 12

/** What has been met. `find` gives its place, at which `copies` has its copy. */
export class Graph {
  readonly sources: object[] = []
  readonly copies: object[] = []
  /** How the copy is filled; the negative number when it has been. */
  readonly fills: number[] = []
  /** Everything before this place has been filled. */
  filled = 0
  /** How many of them are their own copies. */
  kept = 0
  private index: Map<object, number> | null = null

  /** How many copies have been made. */
  get made(): number {
    return this.sources.length - this.kept
  }

  /** The place of `source`, or -1. */
  find(source: object): number {
    return this.index === null ? this.sources.indexOf(source) : (this.index.get(source) ?? -1)
  }

  add(source: object, copy: object, fill: number): number {
    const place = this.sources.length
    this.sources.push(source)
    this.copies.push(copy)
    this.fills.push(fill)
    if (this.index !== null) this.index.set(source, place)
    else if (place === FEW) this.index = new Map(this.sources.map((each, i) => [each, i]))
    return place
  }
}
