// Expressions that suspend. What JavaScript evaluates before the suspension is evaluated into
// temporaries, so that it happens before; what comes after stays native. The result is an expression
// without a yield, to be evaluated right where the lowering stands.

import * as b from './build.ts'
import {
  applied,
  calleeAndValue,
  isChainOfMember,
  lowerArguments,
  lowerMember,
  memberAndReceiver,
} from './calls.ts'
import { Refusal, unsupported } from './diagnostics.ts'
import { assemble, atHome } from './homes.ts'
import type { Lowering } from './lowering.ts'
import { inOrder, settle } from './operands.ts'
import { assignPattern } from './patterns.ts'
import { Rewriter } from './rewrite.ts'
import { strictly } from './strictly.ts'
import { lowerAwait, lowerDelegate, lowerYield } from './suspensions.ts'
import { isAnonymousDefinition, seesItsName } from './syntax.ts'
import type { Node } from './syntax.ts'

/** The value of `node` as an expression without a suspension. */
export function lowerExpression(l: Lowering, node: Node, name?: string): Node {
  const value = lowered(l, node, name)
  return l.isStrictPart ? strictly(value) : value
}

function lowered(l: Lowering, node: Node, name?: string): Node {
  if (!l.lowered.has(node)) return new Rewriter(l.unit, l).rewrite(node, name)
  switch (node.type) {
    case 'YieldExpression':
      return node.delegate ? lowerDelegate(l, node) : lowerYield(l, node)
    case 'AwaitExpression':
      return lowerAwait(l, node)
    case 'AssignmentExpression':
      return lowerAssignment(l, node)
    case 'BinaryExpression': {
      if (node.left.type === 'PrivateIdentifier') return { ...node, right: lowerExpression(l, node.right) }
      const [left, right] = inOrder(l, [node.left, node.right])
      return { ...node, left, right }
    }
    case 'LogicalExpression':
      return lowerLogical(l, node)
    case 'ConditionalExpression': {
      const result = l.temporary()
      const [yes, no, after] = [l.block(), l.block(), l.block()]
      l.branch(lowerExpression(l, node.test), yes, no, yes)
      l.emit(b.set(b.variable(result), lowerExpression(l, node.consequent)))
      l.goto(after, no)
      l.emit(b.set(b.variable(result), lowerExpression(l, node.alternate)))
      l.goto(after)
      return b.variable(result)
    }
    case 'SequenceExpression': {
      const last = node.expressions.length - 1
      for (let i = 0; i < last; i++) l.emit(b.statement(lowerExpression(l, node.expressions[i])))
      const value = lowerExpression(l, node.expressions[last])
      // A function at the end of a sequence takes no name from where the sequence stands.
      return isAnonymousDefinition(value) ? b.sequence(b.literal(0), value) : value
    }
    case 'UnaryExpression':
      return lowerUnary(l, node)
    case 'UpdateExpression':
      return { ...node, argument: lowerMember(l, node.argument, false) }
    case 'MemberExpression':
      return lowerMember(l, node, false)
    case 'CallExpression':
      return lowerCall(l, node)
    case 'ChainExpression':
      return lowerChain(l, node)
    case 'NewExpression': {
      const [callee, ...args] = inOrder(l, [node.callee, ...node.arguments])
      return { ...node, callee, arguments: args }
    }
    case 'ArrayExpression':
      return { ...node, elements: inOrder(l, node.elements) }
    case 'ObjectExpression':
      return lowerObject(l, node)
    case 'TemplateLiteral':
      return lowerTemplate(l, node)
    case 'TaggedTemplateExpression':
      return lowerTagged(l, node)
    case 'ClassExpression':
      return l.unit.forms.classExpression(new Rewriter(l.unit, l), node, name)
    case 'ImportExpression': {
      const [source, options] = inOrder(l, [node.source, node.options ?? null])
      return { ...node, source, options }
    }
    default:
      throw new Refusal(unsupported(`A yield inside ${node.type}`, node))
  }
}

function lowerAssignment(l: Lowering, node: Node): Node {
  const { left, operator } = node
  const rewriter = new Rewriter(l.unit, l)
  const logical = operator === '&&=' || operator === '||=' || operator === '??='
  if (left.type === 'Identifier') {
    if (logical) {
      const current = l.keep(rewriter.read(left))
      return lowerShortCircuit(l, current, operator.slice(0, 2), () => {
        const value = rewriter.assigned(node, lowerExpression(l, node.right, left.name))
        return rewriter.assignIdentifier({ ...node, operator: '=' }, value)
      })
    }
    if (operator === '=') {
      const value = rewriter.assigned(node, lowerExpression(l, node.right, left.name))
      return rewriter.assignIdentifier(node, value)
    }
    const current = l.keep(rewriter.read(left))
    const value = b.binary(current, operator.slice(0, -1), lowerExpression(l, node.right))
    return rewriter.assignIdentifier({ ...node, operator: '=' }, value)
  }
  if (left.type !== 'MemberExpression') {
    if (!l.lowered.has(left)) {
      const value = lowerExpression(l, node.right)
      return { ...node, left: rewriter.pattern(left), right: value }
    }
    const value = l.keep(lowerExpression(l, node.right))
    assignPattern(l, left, value, 'assign')
    return value
  }
  if (!l.lowered.has(node.right) && operator === '=')
    return { ...node, left: lowerMember(l, left, false), right: lowerExpression(l, node.right) }
  const place = lowerMember(l, left, true, undefined, operator !== '=')
  if (operator === '=') return { ...node, left: place, right: lowerExpression(l, node.right) }
  const current = l.keep(place)
  if (logical)
    return lowerShortCircuit(l, current, operator.slice(0, 2), () =>
      b.assign(place, lowerExpression(l, node.right)),
    )
  return b.assign(place, b.binary(current, operator.slice(0, -1), lowerExpression(l, node.right)))
}

function lowerLogical(l: Lowering, node: Node): Node {
  const left = l.keep(lowerExpression(l, node.left))
  return lowerShortCircuit(l, left, node.operator, () => lowerExpression(l, node.right))
}

/** `left operator right()` where `left` is a temporary. */
function lowerShortCircuit(l: Lowering, left: Node, operator: string, right: () => Node): Node {
  const result = l.temporary()
  l.emit(b.set(b.variable(result), left))
  const [evaluate, after] = [l.block(), l.block()]
  if (operator === '&&') l.branch(left, evaluate, after, evaluate)
  else if (operator === '||') l.branch(left, after, evaluate, evaluate)
  else l.branch(b.binary(left, '==', b.literal(null)), evaluate, after, evaluate)
  l.emit(b.set(b.variable(result), right()))
  l.goto(after)
  return b.variable(result)
}

function lowerUnary(l: Lowering, node: Node): Node {
  if (node.operator === 'delete' && node.argument.object?.type === 'Super')
    return new Rewriter(l.unit, l).deleteSuper(node, lowerExpression(l, node.argument.property))
  if (node.operator === 'delete' && node.argument.type === 'MemberExpression')
    return { ...node, argument: lowerMember(l, node.argument, false) }
  if (node.operator === 'delete' && node.argument.type === 'ChainExpression')
    return lowerChain(l, node.argument, true)
  return { ...node, argument: lowerExpression(l, node.argument) }
}

function lowerCall(l: Lowering, node: Node): Node {
  // An export of the runtime needs no receiver.
  if (node.isHelper) return { ...node, arguments: inOrder(l, node.arguments) }
  const suspendsInArguments = node.arguments.some((argument: Node) => l.lowered.has(argument))
  if (node.callee.type === 'Super') throw new Refusal(unsupported('`super`', node))
  const hasReceiver = node.callee.object?.type === 'Super' || isChainOfMember(node.callee)
  if (!suspendsInArguments && !hasReceiver) {
    const callee =
      node.callee.type === 'MemberExpression'
        ? lowerMember(l, node.callee, false)
        : lowerExpression(l, node.callee)
    const args = node.arguments.map((argument: Node) => new Rewriter(l.unit, l).rewrite(argument))
    return { ...node, callee: receiverless(node.callee, callee), arguments: args }
  }
  return calleeAndValue(l, node).value
}

/** A captured variable is a field of a record, which must not become the receiver of a call. */
function receiverless(source: Node, callee: Node): Node {
  return source.type !== 'MemberExpression' && callee.type === 'MemberExpression'
    ? b.sequence(b.literal(0), callee)
    : callee
}

/**
 * `a?.b(c)[d]` with a suspension inside: each `?.` may leave for the end with `undefined`. With `deletes`
 * the last member is deleted, which is true where there is nothing.
 */
function lowerChain(l: Lowering, node: Node, deletes = false): Node {
  return chainParts(l, node, deletes).value
}

/** The value of a chain, and the object whose member it is where it is one: `(a?.b)()` calls for `a`. */
export function chainParts(
  l: Lowering,
  node: Node,
  deletes = false,
): { readonly value: Node; readonly receiver: Node | null } {
  const result = l.temporary()
  const after = l.block()
  const last: Node = node.expression
  let receiver: Node | null = null
  l.emit(b.set(b.variable(result), deletes ? b.literal(true) : b.undefinedValue()))
  if (deletes && last.type === 'MemberExpression') {
    let object = l.keep(link(last.object).value)
    if (last.optional) object = stopIfNullish(object)
    const property = last.computed ? lowerExpression(l, last.property) : last.property
    const argument = { ...last, optional: false, object, property }
    l.emit(b.set(b.variable(result), { type: 'UnaryExpression', operator: 'delete', prefix: true, argument }))
  } else {
    const found = link(last)
    receiver = found.receiver
    l.emit(deletes ? b.statement(found.value) : b.set(b.variable(result), found.value))
  }
  l.goto(after)
  return { value: b.variable(result), receiver }

  function link(each: Node): { value: Node; receiver: Node | null } {
    if (each.object?.type === 'Super') return memberAndReceiver(l, each)
    if (each.type === 'MemberExpression') {
      let object = l.keep(link(each.object).value)
      if (each.optional) object = stopIfNullish(object)
      const key = each.computed ? lowerExpression(l, each.property) : each.property
      return { value: l.keep({ ...each, optional: false, object, property: key }), receiver: object }
    }
    if (each.type === 'CallExpression') {
      const callee = link(each.callee)
      let fn = l.keep(callee.value)
      if (each.optional) fn = stopIfNullish(fn)
      const args = lowerArguments(l, each.arguments)
      const value =
        callee.receiver === null
          ? { ...each, optional: false, callee: fn, arguments: args }
          : applied(l, fn, callee.receiver, args, each)
      return { value: l.keep(value), receiver: null }
    }
    if (each.type === 'ChainExpression') return chainParts(l, each)
    return { value: lowerExpression(l, each), receiver: null }
  }

  function stopIfNullish(value: Node): Node {
    const going = l.block()
    l.branch(b.binary(value, '==', b.literal(null)), after, going, going)
    return value
  }
}

function lowerObject(l: Lowering, node: Node): Node {
  const last = node.properties.findLastIndex((each: Node) => l.lowered.has(each))
  const rewriter = new Rewriter(l.unit, l)
  return atHome(l.unit, node, () => {
    const properties = node.properties.map((each: Node, i: number) => {
      if (i > last) return rewriter.rewrite(each)
      if (each.type !== 'SpreadElement') return lowerProperty(l, rewriter, each, i < last)
      return b.spread(l.keep(b.object([b.spread(lowerExpression(l, each.argument))])))
    })
    return assemble(l.unit, node, properties)
  })
}

/** One property of an object literal; with `settled`, its key and value are evaluated now. */
function lowerProperty(l: Lowering, rewriter: Rewriter, each: Node, settled: boolean): Node {
  const suspendsInValue = l.lowered.has(each.value)
  let key = each.computed ? lowerExpression(l, each.key) : each.key
  const takesKey = each.computed && seesItsName(each.value)
  if (each.computed && (settled || suspendsInValue || takesKey))
    key = l.keep(b.call(l.unit.helper('key'), b.object([]), key))
  if (each.method || each.kind !== 'init') return rewriter.method(each, key)
  if (takesKey) {
    const made = l.unit.forms.classExpression(rewriter, each.value, key)
    const named = isAnonymousDefinition(made) ? b.named(key, made) : made
    return b.property('', settled ? l.keep(named) : named, key)
  }
  const name = each.computed ? undefined : (each.key.name ?? String(each.key.value))
  let value = lowerExpression(l, each.value, name)
  if (each.computed && isAnonymousDefinition(each.value) && (settled || !isAnonymousDefinition(value))) {
    // The key names the function, and is known at run time only.
    return b.spread(b.call(l.unit.helper('method'), key, settled ? settle(l, value) : value))
  }
  if (settled) {
    const takesName = name !== undefined && isAnonymousDefinition(each.value) && isAnonymousDefinition(value)
    value = settle(l, takesName ? b.named(name, value) : value)
  }
  return { ...each, ...rewriter.propertyKey(each, key), value, shorthand: false }
}

/** Each substitution becomes a string before the next is evaluated. */
function lowerTemplate(l: Lowering, node: Node): Node {
  const last = node.expressions.findLastIndex((each: Node) => l.lowered.has(each))
  const expressions = node.expressions.map((each: Node, i: number) => {
    const value = lowerExpression(l, each)
    if (i >= last) return value
    const empty = { type: 'TemplateElement', value: { raw: '', cooked: '' }, tail: false }
    return l.keep({
      type: 'TemplateLiteral',
      quasis: [empty, { ...empty, tail: true }],
      expressions: [value],
    })
  })
  return { ...node, expressions }
}

/** The template object stays one per place in the source: an identity tag fetches it. */
function lowerTagged(l: Lowering, node: Node): Node {
  const expressions = node.quasi.expressions.map(() => b.literal(0))
  const strings = { ...node, tag: l.unit.helper('strings'), quasi: { ...node.quasi, expressions } }
  const call: Node = {
    type: 'CallExpression',
    callee: node.tag,
    arguments: node.quasi.expressions,
    optional: false,
    start: node.start,
    end: node.end,
  }
  if (node.tag.type === 'MemberExpression') {
    const { value: tag, receiver } = memberAndReceiver(l, node.tag)
    const args = inOrder(l, node.quasi.expressions as Node[])
    return applied(l, tag, receiver, [strings, ...args], call)
  }
  const tag = settle(l, lowerExpression(l, node.tag))
  const args = inOrder(l, node.quasi.expressions as Node[])
  return { ...call, callee: tag, arguments: [strings, ...args] }
}
