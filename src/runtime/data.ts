// Copies of plain data, without the questions that the copier must ask of values of which nothing is known: no object
// in it has accessors, hidden or locked properties, or objects under symbols (compiler/proof).

import { DATA, ELEMENTS, Graph } from './graph.ts'
import { isDense } from './properties.ts'

const { getPrototypeOf, hasOwn, prototype: plain } = Object
const list = Array.prototype

/** The copy of `root`, aliases and cycles kept; null at the first sign of anything but plain data. */
export function copyOfData(root: object): object | null {
  const graph = new Graph()
  const copy = twinOf(root, graph)
  for (let at = 0; at < graph.copies.length; at++) {
    const filled =
      graph.fills[at] === DATA
        ? fillData(graph.copies[at] as Record<string, unknown>, graph)
        : fillElements(graph.copies[at] as unknown[], graph)
    if (!filled) return null
  }
  return copy
}

/** The copy of one object, perhaps not yet filled. What has a class is passed on; null stands for what may not be. */
function twinOf(source: object, graph: Graph): object | null {
  const place = graph.find(source)
  if (place >= 0) return graph.copies[place]!
  const prototype: object | null = getPrototypeOf(source)
  if (prototype === plain) return added(source, { ...source }, DATA, graph)
  if (prototype !== list) return source
  return isDense(source as unknown[]) ? added(source, (source as unknown[]).slice(), ELEMENTS, graph) : null
}

function added(source: object, copy: object, fill: number, graph: Graph): object {
  graph.add(source, copy, fill)
  return copy
}

function fillData(copy: Record<string, unknown>, graph: Graph): boolean {
  for (const key in copy) {
    const value = copy[key]
    if (typeof value === 'function') return false
    if (typeof value !== 'object' || value === null) continue
    const twin = twinOf(value, graph)
    if (twin === null) return false
    if (twin !== value && hasOwn(copy, key)) copy[key] = twin
  }
  return true
}

function fillElements(copy: unknown[], graph: Graph): boolean {
  for (let i = 0; i < copy.length; i++) {
    const value = copy[i]
    if (typeof value === 'function') return false
    if (typeof value !== 'object' || value === null) continue
    const twin = twinOf(value, graph)
    if (twin === null) return false
    copy[i] = twin
  }
  return true
}
