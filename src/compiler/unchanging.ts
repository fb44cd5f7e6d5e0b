// Variables that only ever hold what cannot change, primitives and instances of classes that declare themselves
// immutable: a fork need not look at them. Decided from the expressions that are assigned; what comes from outside
// (parameters, answers, calls) counts as anything.

import type { Block, Variable } from './ir.ts'
import { forEachChild } from './syntax.ts'
import type { Node } from './syntax.ts'

/** `isImmutable` tells the classes by their mention in a `new`. */
export function unchangingVariables(
  blocks: readonly Block[],
  isImmutable: (callee: Node) => boolean,
): ReadonlySet<Variable> {
  const assigned = new Set<Variable>()
  const excluded = new Set<Variable>()
  const look = (node: Node): void => {
    if (node.type === 'AssignmentExpression') {
      if (node.left.variable !== undefined) {
        assigned.add(node.left.variable)
        if (!isUnchanging(node.right, isImmutable) && (node.operator === '=' || isLogical(node.operator)))
          excluded.add(node.left.variable)
      } else if (node.left.type !== 'MemberExpression') exclude(node.left)
    } else if (node.type === 'ForInStatement' || node.type === 'ForOfStatement') exclude(node.left)
    forEachChild(node, look)
  }
  const exclude = (node: Node): void => {
    if (node.variable !== undefined) excluded.add(node.variable)
    forEachChild(node, exclude)
  }
  for (const block of blocks) {
    for (const statement of block.body) look(statement)
    const exit = block.exit!
    if (exit.type === 'branch') look(exit.test)
    else if (exit.type === 'suspend' || exit.type === 'return' || exit.type === 'throw') look(exit.value)
  }
  for (const variable of excluded) assigned.delete(variable)
  return assigned
}

function isLogical(operator: string): boolean {
  return operator === '&&=' || operator === '||=' || operator === '??='
}

/** Whether the expression gives what cannot change, whatever its operands are. */
function isUnchanging(node: Node, isImmutable: (callee: Node) => boolean): boolean {
  switch (node.type) {
    case 'Literal':
      return node.regex === undefined
    case 'TemplateLiteral':
    case 'BinaryExpression':
    case 'UnaryExpression':
    case 'UpdateExpression':
      return true
    case 'NewExpression':
      return isImmutable(node.callee)
    case 'ConditionalExpression':
      return isUnchanging(node.consequent, isImmutable) && isUnchanging(node.alternate, isImmutable)
    case 'LogicalExpression':
      return isUnchanging(node.left, isImmutable) && isUnchanging(node.right, isImmutable)
    case 'AssignmentExpression':
      return !isLogical(node.operator) && (node.operator !== '=' || isUnchanging(node.right, isImmutable))
    default:
      return false
  }
}
