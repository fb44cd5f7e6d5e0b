// Writes through `this` in a program that chooses. `this` is no part of a frame, so all branches have the same object
// and see each other's writes to it, as they would see those to a variable around the program.

import type { Binding } from './binding.ts'
import { sharedThis } from './diagnostics.ts'
import type { Finding } from './diagnostics.ts'
import { forEachChild, isFunction, withoutChain } from './syntax.ts'
import type { Node } from './syntax.ts'
import type { Unit } from './unit.ts'

/** The first write through `this` that comes after a choice; null where there is none, or it is meant. */
export function sharedReceiver(unit: Unit, fn: Node): Finding | null {
  const effects: Node[] = []
  const writes: { readonly node: Node; readonly target: Node }[] = []
  let isMeant = false
  const look = (node: Node): void => {
    if (asksEffect(unit, node)) effects.push(node)
    const target = writtenBy(node)
    if (target !== null && isOfThis(target)) writes.push({ node, target })
    isMeant ||= sharesThis(unit, node)
    forEachChild(node, (child) => {
      const hasOwnThis =
        (isFunction(child) && child.type !== 'ArrowFunctionExpression') || child.type === 'ClassBody'
      if (!hasOwnThis) look(child)
    })
  }
  look(fn.body)
  if (isMeant) return null
  const write = writes.find(({ node }) => effects.some((effect) => effect.start! < node.end!))
  return write === undefined ? null : sharedThis(write.target, textOf(write.target))
}

function importedFrom(unit: Unit, callee: Node): Binding['imported'] {
  const imported = callee.type === 'Identifier' ? (unit.binding(callee)?.imported ?? null) : null
  return imported !== null && /^multishot(?:$|\/)/.test(imported.source) ? imported : null
}

function asksEffect(unit: Unit, { type, delegate, argument }: Node): boolean {
  return (
    type === 'YieldExpression' &&
    delegate &&
    argument.type === 'CallExpression' &&
    importedFrom(unit, argument.callee) !== null
  )
}

/** `share(this)` says that all branches are meant to have it in common. */
function sharesThis(unit: Unit, node: Node): boolean {
  return (
    node.type === 'CallExpression' &&
    importedFrom(unit, node.callee)?.name === 'share' &&
    node.arguments[0]?.type === 'ThisExpression'
  )
}

const CHANGING =
  /^(?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear|setTime)$/

/** What a node changes: the target of an assignment, or the receiver of a method that changes built-in collections. */
function writtenBy(node: Node): Node | null {
  switch (node.type) {
    case 'AssignmentExpression':
      return node.left
    case 'UpdateExpression':
      return node.argument
    case 'UnaryExpression':
      return node.operator === 'delete' ? withoutChain(node.argument) : null
    case 'CallExpression': {
      const callee = withoutChain(node.callee)
      const changes =
        callee.type === 'MemberExpression' && !callee.computed && CHANGING.test(callee.property.name)
      return changes ? callee.object : null
    }
    default:
      return null
  }
}

/** Whether it is `this.a`, `this.a[b].c` and so on. */
function isOfThis(node: Node): boolean {
  let at = node
  while (at.type === 'MemberExpression') at = withoutChain(at.object)
  return at.type === 'ThisExpression' && node.type === 'MemberExpression'
}

/** `this.moves`: as much as has a name. */
function textOf(node: Node): string {
  if (node.type !== 'MemberExpression') return 'this'
  const object = textOf(withoutChain(node.object))
  if (node.computed) return `${object}[…]`
  return `${object}.${node.property.type === 'PrivateIdentifier' ? '#' : ''}${node.property.name}`
}
