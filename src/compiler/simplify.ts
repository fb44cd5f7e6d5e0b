// Passes over the graph before it is emitted: blocks that only lead elsewhere are skipped, stores that
// nothing reads are dropped.

import { evaluatedBy, isGoto, reachable } from './ir.ts'
import type { Block, Variable } from './ir.ts'
import { mentions } from './liveness.ts'
import { mapChildren } from './syntax.ts'
import type { Node } from './syntax.ts'

/** Skips blocks that only go elsewhere, and drops what cannot be reached. */
export function thread(start: Block): Block[] {
  const final = (block: Block): Block => {
    const seen = new Set<Block>()
    let at = block
    while (at.body.length === 0 && at.exit?.type === 'goto' && !seen.has(at)) {
      seen.add(at)
      at = at.exit.target
    }
    return at
  }
  const redirect = (node: Node): Node =>
    isGoto(node) ? { ...node, target: final(node.target) } : mapChildren(node, redirect)
  for (const block of reachable(start)) {
    block.body.splice(0, block.body.length, ...block.body.map(redirect))
    const exit = block.exit!
    if (exit.type === 'goto') block.exit = { ...exit, target: final(exit.target) }
    else if (exit.type === 'branch') block.exit = { ...exit, yes: final(exit.yes), no: final(exit.no) }
    else if (exit.type === 'dispatch') block.exit = { ...exit, cases: exit.cases.map(final) }
    else if (exit.type === 'fail') block.exit = { ...exit, unsearched: final(exit.unsearched) }
  }
  return reachable(start)
}

/** Removes stores to temporaries that nothing reads. */
export function dropUnread(blocks: readonly Block[]): void {
  const read = new Set<Variable>()
  const look = (node: Node): void => {
    if (isStore(node)) return look(node.expression.right)
    for (const each of mentions(node)) read.add(each)
  }
  for (const block of blocks) {
    block.body.forEach(look)
    const evaluated = evaluatedBy(block.exit!)
    if (evaluated !== null) look(evaluated)
  }
  for (const block of blocks) {
    const kept = block.body.filter(
      (statement) =>
        !(
          isStore(statement) &&
          !read.has(statement.expression.left.variable) &&
          isPure(statement.expression.right)
        ),
    )
    block.body.splice(0, block.body.length, ...kept)
  }
}

function isStore(node: Node): boolean {
  return (
    node.type === 'ExpressionStatement' &&
    node.expression.type === 'AssignmentExpression' &&
    node.expression.operator === '=' &&
    node.expression.left.variable?.temporary === true
  )
}

function isPure(value: Node): boolean {
  return (
    value.type === 'Literal' ||
    (value.type === 'Identifier' && (value.variable !== undefined || value.start === undefined)) ||
    (value.type === 'UnaryExpression' && value.operator === 'void')
  )
}
