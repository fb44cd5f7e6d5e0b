// Code of a class is strict. Where its heritage or its keys have moved into a sloppy step, what would fail silently
// there runs in a strict function of its own.

import * as b from './build.ts'
import { forEachChild, isFunction } from './syntax.ts'
import type { Node } from './syntax.ts'

/** `node` as strict code, if that can be told from sloppy code. */
export function strictly(node: Node): Node {
  if (isStoreInVariable(node)) return { ...node, right: strictly(node.right) }
  if (!canBeTold(node)) return node
  return { ...b.call(b.arrow([], b.block([b.directive('use strict'), b.returns(node)]))), isStrict: true }
}

/** The same of a statement that was made of an expression. */
export function strictStatement(statement: Node): Node {
  if (statement.type !== 'ExpressionStatement') return statement
  return { ...statement, expression: strictly(statement.expression) }
}

function isStoreInVariable({ type, left }: Node): boolean {
  return type === 'AssignmentExpression' && left.variable !== undefined
}

/** Writes can: a strict one throws where nothing can be written. So can functions, which are as strict as what is around. */
function canBeTold(node: Node): boolean {
  if (node.isStrict === true) return false
  if (isStoreInVariable(node)) return canBeTold(node.right)
  if (/^(?:Assignment|Update)Expression$/.test(node.type) || isFunction(node)) return true
  if (node.type === 'UnaryExpression' && node.operator === 'delete') return true
  let found = false
  forEachChild(node, (child) => {
    found ||= canBeTold(child)
  })
  return found
}
