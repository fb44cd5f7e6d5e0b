// Copies of plain data, without the questions that the copier must ask of values of which nothing is known: no object
// in it has accessors, hidden or locked properties, or objects under symbols (compiler/proof).

import { fillData, fillElements } from './fill.ts'
import { DATA, ELEMENTS, Graph } from './graph.ts'
import { isDense } from './properties.ts'

const { getPrototypeOf, hasOwn, prototype: plain } = Object
const list = Array.prototype

/** The copy of `root`, aliases and cycles kept; null at the first sign of anything but plain data. */
export function copyOfData(root: object): object | null {
  return copyOfChain(root) ?? copyOfGraph(root)
}

/**
 * The copy of a list of cells: plain objects, each of which holds at most one other. There is one way through it, so
 * that nothing is met twice, except in a ring, and nothing has to be remembered. Null for anything else, and for a ring.
 */
function copyOfChain(root: object): object | null {
  let source = root as Record<string, unknown>
  let first: Record<string, unknown> | null = null
  let last = source
  let link = ''
  // Who walks in a ring comes by a mark that is set farther and farther away (Brent, "An improved Monte Carlo
  // factorization algorithm", 1980).
  let mark = source
  let lap = 1
  // An object of a class says so; to ask for the prototype itself takes as long as all the rest.
  for (let walked = 0; source['constructor'] === Object;) {
    const copy = { ...source }
    if (first === null) first = copy
    else last[link] = copy
    last = copy
    let next: object | null = null
    for (const key in source) {
      const value = source[key]
      if (typeof value === 'function') return null
      if (typeof value !== 'object' || value === null || !hasOwn(source, key)) continue
      if (next !== null) return null
      next = value
      link = key
    }
    if (next === null) return first
    source = next as Record<string, unknown>
    if (source === mark) return null
    if (++walked === lap) {
      mark = source
      lap *= 2
      walked = 0
    }
  }
  return null
}

function copyOfGraph(root: object): object | null {
  const graph = new Graph()
  let isData = true
  const twinOf = <T>(source: T): T => {
    if (typeof source !== 'object' || source === null) isData = false
    else {
      const place = graph.find(source)
      if (place >= 0) return graph.copies[place] as T
      const prototype: object | null = getPrototypeOf(source)
      if (prototype === plain) return added(source, { ...source }, DATA)
      if (prototype === list && isDense(source as readonly unknown[]))
        return added(source, (source as readonly unknown[]).slice(), ELEMENTS)
      isData &&= prototype !== list
    }
    // What has a class is passed on.
    return source
  }
  const added = <T>(source: T & object, copy: object, fill: number): T => {
    graph.add(source, copy, fill)
    return copy as T
  }
  const copy = twinOf(root)
  for (let at = 0; at < graph.copies.length; at++) {
    if (graph.fills[at] === DATA) fillData(graph.copies[at] as Record<string, unknown>, twinOf)
    else fillElements(graph.copies[at] as unknown[], twinOf)
  }
  return isData ? copy : null
}
