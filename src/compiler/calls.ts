// Member accesses and calls with a suspension in one of their parts: the receiver and the callee are
// evaluated before the arguments.

import * as b from './build.ts'
import { Rewriter } from './rewrite.ts'
import type { Lowering } from './lowering.ts'
import { inOrder, isStable, settle } from './operands.ts'
import type { Node } from './syntax.ts'

/** A call with its callee kept apart: only what a generator function itself returns may become a frame. */
export function calleeAndValue(l: Lowering, node: Node): { callee: Node; value: Node } {
  if (isChainOfMember(node.callee)) {
    const { value, receiver } = l.unit.forms.chain(l, node.callee)
    return { callee: value, value: applied(l, value, receiver!, lowerArguments(l, node.arguments), node) }
  }
  if (node.callee.type === 'MemberExpression') {
    const { value: callee, receiver } = memberAndReceiver(l, node.callee)
    return { callee, value: applied(l, callee, receiver, lowerArguments(l, node.arguments), node) }
  }
  // Nothing runs between the two mentions of an identifier, unless an argument suspends.
  const read = l.unit.forms.expression(l, node.callee)
  const again =
    read.type === 'Identifier' && !node.arguments.some((argument: Node) => l.lowered.has(argument))
  const callee = again ? read : settle(l, read)
  return { callee, value: { ...node, callee, arguments: lowerArguments(l, node.arguments) } }
}

/** The value of a member, and the object for which it is called; both are evaluated now. */
export function memberAndReceiver(l: Lowering, node: Node): { value: Node; receiver: Node } {
  if (node.object.type === 'Super') {
    const value = l.keep(lowerMember(l, node, false))
    return { value, receiver: settle(l, new Rewriter(l.unit, l).receiver(node.object)) }
  }
  const receiver = settle(l, l.unit.forms.expression(l, node.object))
  return { value: l.keep(lowerMember(l, node, false, receiver)), receiver }
}

/** `(a?.b)`, in brackets: called, it has a receiver. */
export function isChainOfMember(callee: Node): boolean {
  return callee.type === 'ChainExpression' && callee.expression.type === 'MemberExpression'
}

export function lowerArguments(l: Lowering, args: Node[]): Node[] {
  return inOrder(l, args)
}

/** `callee.call(receiver, …args)` whatever `callee.call` may be. */
export function applied(l: Lowering, callee: Node, receiver: Node, args: Node[], node: Node): Node {
  const text = l.unit.source.slice(node.callee.start, node.callee.end)
  return b.at(node, b.call(l.unit.helper('apply'), callee, receiver, b.array(args), b.literal(text)))
}

/**
 * A member access without a suspension. With `settled`, object and key are in temporaries, so that the
 * access can be made after a suspension, or twice (`twice`: then the key is made a property key once).
 */
export function lowerMember(l: Lowering, node: Node, settled: boolean, object?: Node, twice = false): Node {
  if (node.object.type === 'Super') {
    const rewriter = new Rewriter(l.unit, l)
    if (!node.computed) return rewriter.superMember(node, node.property)
    const key = b.call(l.unit.helper('key'), b.object([]), l.unit.forms.expression(l, node.property))
    return rewriter.superMember(node, l.keep(key))
  }
  const suspendsInKey = node.computed && l.lowered.has(node.property)
  let target = object ?? l.unit.forms.expression(l, node.object)
  if (settled || suspendsInKey) target = settle(l, target)
  if (!node.computed) return { ...node, object: target }
  let key = l.unit.forms.expression(l, node.property)
  if (settled) key = isStable(key) ? key : l.keep(twice ? b.call(l.unit.helper('key'), target, key) : key)
  return { ...node, object: target, property: key }
}
