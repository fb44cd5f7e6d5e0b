// What becomes of a register of the step: where it is only stored, what it holds can be stored instead.

import type { Exit } from './ir.ts'
import { forEachChild } from './syntax.ts'
import type { Node } from './syntax.ts'

/** Whether `statement` is `x = name`, where `x` is a plain variable. */
export function storesOnly({ expression }: Node, name: string): boolean {
  return (
    expression?.type === 'AssignmentExpression' &&
    expression.left.type === 'Identifier' &&
    expression.operator === '=' &&
    isNamed(expression.right, name)
  )
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name && node.start === undefined
}

/** How often a register is mentioned. */
export function mentionsOf(name: string, body: readonly Node[], exit: Exit): number {
  let count = 0
  const look = (node: Node): void => {
    if (isNamed(node, name)) count++
    forEachChild(node, look)
  }
  body.forEach(look)
  if ('value' in exit) look(exit.value)
  if ('test' in exit) look(exit.test)
  if ('on' in exit) look(exit.on)
  return count
}
