// For a reader of compiled code: above the statements that a line of the source became, that line as a comment.

import { forEachChild } from './syntax.ts'
import type { Node } from './syntax.ts'
import type { Unit } from './unit.ts'

/** The comment above each statement in `node` that begins another line of the source; `lines` are the user's own. */
export function sourceComments(unit: Unit, lines: readonly string[], node: Node): ReadonlyMap<Node, string> {
  const comments = new Map<Node, string>()
  let last = 0
  const look = (each: Node): void => {
    for (const statement of statementsOf(each)) {
      const line = lineOf(unit, statement)
      if (line !== last && line !== 0) comments.set(statement, ` ${line}: ${lines[line - 1]?.trim()}`)
      if (line !== 0) last = line
      look(statement)
    }
    if (statementsOf(each).length === 0) forEachChild(each, look)
  }
  look(node)
  return comments
}

/** Statements that stand in a list, where a comment may stand before each. */
function statementsOf(node: Node): readonly Node[] {
  if (node.type === 'BlockStatement') return node.body
  return node.type === 'SwitchCase' ? node.consequent : []
}

/** The line of the first thing in `statement` that the user wrote, up to the next statement; 0 where there is none. */
function lineOf(unit: Unit, statement: Node): number {
  if (statement.start !== undefined) return unit.original(unit.position(statement.start)).line
  let found = 0
  if (statementsOf(statement).length > 0) return found
  forEachChild(statement, (child) => {
    if (found === 0) found = lineOf(unit, child)
  })
  return found
}
