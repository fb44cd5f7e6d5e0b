// Variables that only ever hold primitives: a fork need not look at them. Decided from the expressions
// that are assigned; what comes from outside (parameters, answers, calls) counts as anything.

import type { Block, Variable } from './ir.ts'
import { forEachChild } from './syntax.ts'
import type { Node } from './syntax.ts'

export function primitiveVariables(blocks: readonly Block[]): ReadonlySet<Variable> {
  const assigned = new Set<Variable>()
  const excluded = new Set<Variable>()
  const look = (node: Node): void => {
    if (node.type === 'AssignmentExpression') {
      if (node.left.variable !== undefined) {
        assigned.add(node.left.variable)
        if (!isPrimitive(node.right) && (node.operator === '=' || isLogical(node.operator)))
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

/** Whether the expression gives a primitive whatever its operands are. */
function isPrimitive(node: Node): boolean {
  switch (node.type) {
    case 'Literal':
      return node.regex === undefined
    case 'TemplateLiteral':
    case 'BinaryExpression':
    case 'UnaryExpression':
    case 'UpdateExpression':
      return true
    case 'ConditionalExpression':
      return isPrimitive(node.consequent) && isPrimitive(node.alternate)
    case 'LogicalExpression':
      return isPrimitive(node.left) && isPrimitive(node.right)
    case 'AssignmentExpression':
      return !isLogical(node.operator) && (node.operator !== '=' || isPrimitive(node.right))
    default:
      return false
  }
}
