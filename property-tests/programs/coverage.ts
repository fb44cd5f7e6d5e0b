/**
 * Counts the forms of programs, and the forms that have a `yield` directly in one of their holes.
 */
import type { Form } from './forms.ts'
import type { Node } from './phrase.ts'

export interface Coverage {
  readonly forms: Map<Form, number>
  /** `form hole` of each hole that held a `yield`. */
  readonly suspended: Map<string, number>
}

export const noCoverage = (): Coverage => ({ forms: new Map(), suspended: new Map() })

const add = <Key>(map: Map<Key, number>, key: Key): void => void map.set(key, (map.get(key) ?? 0) + 1)

const isYield = (node: Node): boolean =>
  node.kind === 'phrase' &&
  (node.form === 'yield' || node.form === 'yieldNothing' || node.form === 'yieldStar')

/** Adds what a tree holds. */
export const cover = (coverage: Coverage, node: Node): void => {
  if (node.kind === 'list') {
    for (const item of node.items) cover(coverage, item)
    return
  }
  add(coverage.forms, node.form)
  for (const [index, hole] of node.holes.entries()) {
    const inside = hole.kind === 'list' ? hole.items : [hole]
    if (inside.some(isYield)) add(coverage.suspended, `${node.form} ${index}`)
    cover(coverage, hole)
  }
}
