// Expressions that suspend. What JavaScript evaluates before the suspension is evaluated into
// temporaries, so that it happens before; what comes after stays native. The result is an expression
// without a yield, to be evaluated right where the lowering stands.

import * as b from './build.ts'
import { Refusal, unsupported } from './diagnostics.ts'
import type { Lowering } from './lowering.ts'
import { assignPattern } from './patterns.ts'
import { lowerReturn } from './jumps.ts'
import { Rewriter } from './rewrite.ts'
import { isAnonymousDefinition } from './syntax.ts'
import type { Node } from './syntax.ts'

/** The value of `node` as an expression without a suspension. */
export function lowerExpression(l: Lowering, node: Node, name?: string): Node {
  if (!l.lowered.has(node)) return new Rewriter(l.unit, l).rewrite(node, name)
  switch (node.type) {
    case 'YieldExpression':
      return node.delegate ? lowerDelegate(l, node) : lowerYield(l, node)
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
      return lowerExpression(l, node.expressions[last])
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

/** Whether evaluating `value` later gives the same: then it needs no temporary. */
function isStable(value: Node): boolean {
  return (
    value.type === 'Literal' ||
    value.stable === true ||
    (value.variable !== undefined && value.variable.temporary)
  )
}

/** Evaluates `value` now, unless later would be the same. */
function settle(l: Lowering, value: Node): Node {
  return isStable(value) ? value : l.keep(value)
}

/** What the step was resumed with. Valid until the next suspension. */
export function sent(l: Lowering): Node {
  return b.id(l.unit.registers.sent)
}

/** Lowers operands from left to right: all that stand before the last suspension are settled. Holes are null. */
function inOrder<T extends Node | null>(l: Lowering, nodes: readonly T[]): T[] {
  const last = nodes.findLastIndex((node) => node !== null && l.lowered.has(node))
  return nodes.map((node, i) => {
    if (node === null) return node
    if (node.type === 'SpreadElement') {
      const list = lowerExpression(l, node.argument)
      return b.spread(i < last ? l.keep(b.array([b.spread(list)])) : list) as T
    }
    const value = lowerExpression(l, node)
    return (i < last ? settle(l, value) : value) as T
  })
}

function lowerYield(l: Lowering, node: Node): Node {
  const value = node.argument === null ? b.undefinedValue() : lowerExpression(l, node.argument)
  suspend(l, node, value, (frame) => b.call(l.unit.helper('yields'), value, frame))
  return sent(l)
}

/** Leaves the step at `node`; building goes on where it is resumed. */
export function suspend(l: Lowering, node: Node, value: Node, leave: (frame: Node) => Node): void {
  const resume = l.block()
  l.exit({ type: 'suspend', leave, value, resume, at: node }, resume)
  if (!l.guarded) return
  // Inside a `try` the step itself sees what it is resumed with; elsewhere the machine unwinds the frame.
  const { mode } = l.unit.registers
  const [returning, going] = [l.block(), l.block()]
  l.branch(b.binary(b.id(mode), '===', b.literal(2)), returning, going, returning)
  lowerReturn(l, sent(l))
  l.current = going
  l.emit(b.ifThen(b.binary(b.id(mode), '===', b.literal(1)), [b.throws(sent(l))]))
}

/** `yield*`: effects that fail or pass at once are told apart first, and a direct call is entered as a frame. */
function lowerDelegate(l: Lowering, node: Node): Node {
  const { argument } = node
  const effect = effectCalled(l, argument)
  if (effect !== null) return lowerEffect(l, node, effect)
  const [value, leave] = delegation(l, argument, 'call', 'delegate')
  suspend(l, node, value, leave)
  return sent(l)
}

/** The value delegated to and the expression that leaves for it. */
function delegation(
  l: Lowering,
  argument: Node,
  callHelper: string,
  delegateHelper: string,
): [value: Node, leave: (last: Node) => Node] {
  if (argument.type === 'CallExpression' && argument.callee.type !== 'Super' && !isImported(argument)) {
    const known = knownEntry(l, argument)
    if (known !== null) {
      known.used = true
      const args = lowerArguments(l, argument.arguments)
      while (args.length < known.parameters) args.push(b.undefinedValue())
      return [
        b.sequence(b.literal(0), ...args),
        (last) => b.call(l.unit.helper('enters'), b.call(b.id(known.name), ...args, last)),
      ]
    }
    const { callee, value } = calleeAndValue(l, argument)
    return [b.sequence(callee, value), (last) => b.call(l.unit.helper(callHelper), callee, value, last)]
  }
  const value = lowerExpression(l, argument)
  return [value, (last) => b.call(l.unit.helper(delegateHelper), value, last)]
}

/** How the called generator is entered, where the compiler knows it and the call fits its parameters. */
function knownEntry(l: Lowering, node: Node): { name: string; parameters: number; used: boolean } | null {
  if (node.callee.type !== 'Identifier' || node.arguments.some((each: Node) => each.type === 'SpreadElement'))
    return null
  const binding = l.unit.binding(node.callee)
  const entry = binding && l.unit.entries.get(binding)
  return entry !== undefined && node.arguments.length <= entry.parameters ? entry : null
}

function isImported(node: Node): boolean {
  return node.type === 'ImportExpression'
}

/** A call with its callee kept apart: only what a generator function itself returns may become a frame. */
function calleeAndValue(l: Lowering, node: Node): { callee: Node; value: Node } {
  if (node.callee.type === 'MemberExpression') {
    const object = settle(l, lowerExpression(l, node.callee.object))
    const callee = l.keep(lowerMember(l, node.callee, false, object))
    return { callee, value: applied(l, callee, object, lowerArguments(l, node.arguments), node) }
  }
  // Nothing runs between the two mentions of an identifier, unless an argument suspends.
  const read = lowerExpression(l, node.callee)
  const again =
    read.type === 'Identifier' && !node.arguments.some((argument: Node) => l.lowered.has(argument))
  const callee = again ? read : settle(l, read)
  return { callee, value: { ...node, callee, arguments: lowerArguments(l, node.arguments) } }
}

function lowerArguments(l: Lowering, args: Node[]): Node[] {
  return inOrder(l, args)
}

/** `callee.call(receiver, …args)` whatever `callee.call` may be. */
function applied(l: Lowering, callee: Node, receiver: Node, args: Node[], node: Node): Node {
  const text = l.unit.source.slice(node.callee.start, node.callee.end)
  return {
    ...b.call(l.unit.helper('apply'), callee, receiver, b.array(args), b.literal(text)),
    start: node.start,
    end: node.end,
  }
}

const effects = ['amb', 'choose', 'either', 'fail', 'guard'] as const
type EffectName = (typeof effects)[number]

/** Which effect of multishot the call makes, by the import of its callee. */
function effectCalled(l: Lowering, node: Node): EffectName | null {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return null
  const imported = l.unit.binding(node.callee)?.imported
  if (imported?.source !== 'multishot') return null
  return effects.find((name) => name === imported.name) ?? null
}

/** An effect is yielded as it is; one that fails or passes at once needs no frame. */
function lowerEffect(l: Lowering, node: Node, effect: EffectName): Node {
  if (effect !== 'fail' && effect !== 'guard') {
    const value = lowerExpression(l, node.argument)
    suspend(l, node, value, (frame) => b.call(l.unit.helper('yields'), value, frame))
    return sent(l)
  }
  const result = l.temporary()
  const after = l.block()
  const { callee, arguments: args } = node.argument
  if (effect === 'guard') l.emit(b.set(b.variable(result), b.undefinedValue()))
  let made: Node
  if (effect === 'guard' && isPlainGuard(args)) {
    // Where the condition holds there is no effect to make.
    const asked = l.block()
    l.branch(lowerExpression(l, args[0]), after, asked, asked)
    retry(l)
    made = l.keep(b.call(callee, b.literal(false), ...args.slice(1)))
  } else if (effect === 'fail' && args.every((each: Node) => each.type === 'Literal')) {
    retry(l)
    made = l.keep(node.argument)
  } else made = settle(l, lowerExpression(l, node.argument))
  if (effect === 'guard' && !isPlainGuard(args)) {
    const asked = l.block()
    l.branch(b.binary(made, '===', l.unit.helper('PASS')), after, asked, asked)
  }
  const ended = l.block()
  const suspended = l.block()
  l.branch(b.call(l.unit.helper('fails'), made), ended, suspended, ended)
  l.exit({ type: 'return', value: { type: 'Literal', value: null, raw: 'null', bare: true } }, suspended)
  suspend(l, node, made, (frame) => b.call(l.unit.helper('delegate'), made, frame))
  l.emit(b.set(b.variable(result), sent(l)))
  l.goto(after)
  return b.variable(result)
}

/** A step that fails in the frame that a search resumed goes on with the next option. */
function retry(l: Lowering): void {
  const [again, ended] = [l.block(), l.block()]
  const option = b.assign(sent(l), b.call(l.unit.helper('retry'), b.id(l.unit.registers.frame)))
  l.branch(b.binary(option, '!==', l.unit.helper('NONE')), again, ended, again)
  l.exit({ type: 'retry' }, ended)
}

/** A condition, and at most a label that is the same whenever it is evaluated. */
function isPlainGuard(args: readonly Node[]): boolean {
  return (
    (args.length === 1 && args[0]!.type !== 'SpreadElement') ||
    (args.length === 2 && args[0]!.type !== 'SpreadElement' && args[1]!.type === 'Literal')
  )
}

/** `return yield* …` where nothing of this function is left to do: the caller's frame is not kept. */
export function lowerTailDelegate(l: Lowering, node: Node): void {
  const [value, leave] = delegation(l, node.argument, 'tailCall', 'tailDelegate')
  void value
  const call = leave(b.id(l.unit.registers.parent))
  l.exit({ type: 'return', value: { ...call, bare: true } }, l.block())
}

function lowerAssignment(l: Lowering, node: Node): Node {
  const { left, operator } = node
  const rewriter = new Rewriter(l.unit, l)
  const logical = operator === '&&=' || operator === '||=' || operator === '??='
  if (left.type === 'Identifier') {
    if (logical) {
      const current = l.keep(rewriter.read(left))
      return lowerShortCircuit(l, current, operator.slice(0, 2), () => {
        const value = rewriter.nameValue(left, node.right, lowerExpression(l, node.right, left.name))
        return rewriter.assignIdentifier({ ...node, operator: '=' }, value)
      })
    }
    if (operator === '=') {
      const value = rewriter.nameValue(left, node.right, lowerExpression(l, node.right, left.name))
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

/**
 * A member access without a suspension. With `settled`, object and key are in temporaries, so that the
 * access can be made after a suspension, or twice (`twice`: then the key is made a property key once).
 */
function lowerMember(l: Lowering, node: Node, settled: boolean, object?: Node, twice = false): Node {
  if (node.object.type === 'Super') throw new Refusal(unsupported('`super`', node))
  const suspendsInKey = node.computed && l.lowered.has(node.property)
  let target = object ?? lowerExpression(l, node.object)
  if (settled || suspendsInKey) target = settle(l, target)
  if (!node.computed) return { ...node, object: target }
  let key = lowerExpression(l, node.property)
  if (settled) key = isStable(key) ? key : l.keep(twice ? b.call(l.unit.helper('key'), target, key) : key)
  return { ...node, object: target, property: key }
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
  if (node.operator === 'delete' && node.argument.type === 'MemberExpression')
    return { ...node, argument: lowerMember(l, node.argument, false) }
  if (node.operator === 'delete' && node.argument.type === 'ChainExpression')
    return lowerChain(l, node.argument, true)
  return { ...node, argument: lowerExpression(l, node.argument) }
}

function lowerCall(l: Lowering, node: Node): Node {
  const suspendsInArguments = node.arguments.some((argument: Node) => l.lowered.has(argument))
  if (node.callee.type === 'Super') throw new Refusal(unsupported('`super`', node))
  if (!suspendsInArguments) {
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
  const result = l.temporary()
  const after = l.block()
  const last: Node = node.expression
  l.emit(b.set(b.variable(result), deletes ? b.literal(true) : b.undefinedValue()))
  if (deletes && last.type === 'MemberExpression') {
    let object = l.keep(link(last.object).value)
    if (last.optional) object = stopIfNullish(object)
    const property = last.computed ? lowerExpression(l, last.property) : last.property
    const argument = { ...last, optional: false, object, property }
    l.emit(b.set(b.variable(result), { type: 'UnaryExpression', operator: 'delete', prefix: true, argument }))
  } else {
    const { value } = link(last)
    l.emit(deletes ? b.statement(value) : b.set(b.variable(result), value))
  }
  l.goto(after)
  return b.variable(result)

  function link(each: Node): { value: Node; receiver: Node | null } {
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
  const parts: Node[] = []
  let tail: Node[] = []
  node.properties.forEach((each: Node, i: number) => {
    if (i > last) tail.push(rewriter.rewrite(each))
    else if (each.type === 'SpreadElement')
      parts.push(b.spread(l.keep(b.object([b.spread(lowerExpression(l, each.argument))]))))
    else parts.push(lowerProperty(l, rewriter, each, i < last))
  })
  tail = parts.concat(tail)
  return b.object(tail)
}

/** One property of an object literal; with `settled`, its key and value are evaluated now. */
function lowerProperty(l: Lowering, rewriter: Rewriter, each: Node, settled: boolean): Node {
  const suspendsInValue = l.lowered.has(each.value)
  let key = each.computed ? lowerExpression(l, each.key) : each.key
  if (each.computed && (settled || suspendsInValue))
    key = l.keep(b.call(l.unit.helper('key'), b.object([]), key))
  if (each.method || each.kind !== 'init') return rewriter.method(each, key)
  const name = each.computed ? undefined : (each.key.name ?? String(each.key.value))
  let value = lowerExpression(l, each.value, name)
  if (settled) {
    const takesName = name !== undefined && isAnonymousDefinition(each.value) && isAnonymousDefinition(value)
    value = settle(l, takesName ? b.named(name, value) : value)
  }
  return { ...each, key, value, shorthand: false }
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
    const object = l.keep(lowerExpression(l, node.tag.object))
    const tag = l.keep(lowerMember(l, node.tag, false, object))
    const args = inOrder(l, node.quasi.expressions as Node[])
    return applied(l, tag, object, [strings, ...args], call)
  }
  const tag = settle(l, lowerExpression(l, node.tag))
  const args = inOrder(l, node.quasi.expressions as Node[])
  return { ...call, callee: tag, arguments: [strings, ...args] }
}
