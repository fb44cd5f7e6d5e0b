// `yield`, `yield*` and `await`: where a step ends. The effects of multishot, known by their import, are told
// apart here, so that failing and passing need no frame.

import * as b from './build.ts'
import { calleeAndValue, lowerArguments } from './calls.ts'
import { constantChoice } from './constant-choice.ts'
import { lowerAsyncDelegate } from './async-delegation.ts'
import type { Again, Lowering } from './lowering.ts'
import { settle } from './operands.ts'
import { awaited, received, sent, suspend, suspendYielding } from './suspend.ts'
import type { Node } from './syntax.ts'

export function lowerYield(l: Lowering, node: Node): Node {
  const value = node.argument === null ? b.undefinedValue() : l.unit.forms.expression(l, node.argument)
  suspendYielding(l, node, value)
  return received(l, node)
}

/** `await`: whoever drives the generator goes on with what the value becomes. */
export function lowerAwait(l: Lowering, node: Node): Node {
  return awaited(l, node, l.unit.forms.expression(l, node.argument))
}

/** `yield*`: effects that fail or pass at once are told apart first, and a direct call is entered as a frame. */
export function lowerDelegate(l: Lowering, node: Node): Node {
  const { argument } = node
  const effect = effectCalled(l, argument)
  if (effect !== null) return lowerEffect(l, node, effect)
  if (l.awaits) return lowerAsyncDelegate(l, node)
  const [value, leave] = delegation(l, argument, 'call', 'delegate')
  suspend(l, node, value, leave)
  return received(l, node)
}

/** The value delegated to and the expression that leaves for it. */
function delegation(
  l: Lowering,
  argument: Node,
  callHelper: string,
  delegateHelper: string,
): [value: Node, leave: (last: Node) => Node] {
  if (argument.type === 'CallExpression') {
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
  const value = l.unit.forms.expression(l, argument)
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

const effects = ['amb', 'choose', 'either', 'fail', 'guard'] as const
type EffectName = (typeof effects)[number]

/** Which effect of multishot the call makes, by the import of its callee. */
function effectCalled(l: Lowering, node: Node): EffectName | null {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return null
  const imported = l.unit.binding(node.callee)?.imported
  if (imported?.source !== 'multishot') return null
  return effects.find((name) => name === imported.name) ?? null
}

function lowerEffect(l: Lowering, node: Node, effect: EffectName): Node {
  switch (effect) {
    case 'amb':
    case 'choose':
      return lowerChoice(l, node, effect)
    case 'guard':
      return lowerGuard(l, node)
    case 'fail':
      return lowerFail(l, node)
    case 'either': {
      const value = l.unit.forms.expression(l, node.argument)
      suspendYielding(l, node, value)
      return received(l, node)
    }
  }
}

/** A choice: the step itself goes on with its options where the search lets it. */
function lowerChoice(l: Lowering, node: Node, effect: 'amb' | 'choose'): Node {
  const value = constantChoice(l, node.argument, effect) ?? l.unit.forms.expression(l, node.argument)
  suspend(l, node, value, (frame) => b.call(l.unit.helper('open'), value, frame), { opens: true })
  // Here the step takes an option, how depends on where this is written.
  l.emit({ ...b.statement(sent(l)), takesOptionOf: node })
  return sent(l)
}

/** Goes on where the condition holds, without an effect or a frame. */
function lowerGuard(l: Lowering, node: Node): Node {
  const { callee, arguments: args } = node.argument
  const result = l.temporary()
  const [rejected, after] = [l.block(), l.block()]
  l.emit(b.set(b.variable(result), b.undefinedValue()))
  if (isPlainGuard(args)) {
    l.branch(l.unit.forms.expression(l, args[0]), after, rejected, rejected)
    failing(l)
    suspendYielding(l, node, b.call(callee, b.literal(false), ...args.slice(1)))
  } else {
    const made = settle(l, l.unit.forms.expression(l, node.argument))
    l.branch(b.binary(made, '===', l.unit.helper('PASS')), after, rejected, rejected)
    failing(l)
    suspendYielding(l, node, made)
  }
  l.emit(b.set(b.variable(result), received(l, node)))
  l.goto(after)
  return b.variable(result)
}

function lowerFail(l: Lowering, node: Node): Node {
  if (node.argument.arguments.every((each: Node) => each.type === 'Literal')) {
    failing(l)
    suspendYielding(l, node, node.argument)
  } else {
    const made = settle(l, l.unit.forms.expression(l, node.argument))
    failing(l)
    suspendYielding(l, node, made)
  }
  return received(l, node)
}

/**
 * Here the branch ends if a search is under way. Without one a failure is an effect like any other: whoever drives the
 * generator may even answer it.
 */
function failing(l: Lowering): void {
  const unsearched = l.block()
  l.exit({ type: 'fail', unsearched }, unsearched)
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
  const { argument } = node
  if (argument.type === 'CallExpression' && l.again !== null && knownEntry(l, argument) !== null)
    if (l.unit.binding(argument.callee) === l.again.binding) return startAgain(l, argument, l.again)
  const [, leave] = delegation(l, node.argument, 'tailCall', 'tailDelegate')
  const call = leave(b.id(l.unit.registers.parent))
  l.exit({ type: 'return', value: { ...b.at(node, call), bare: true } }, l.block())
}

/** The function calls itself and has nothing left to do: it is a loop. */
function startAgain(l: Lowering, node: Node, { block, parameters, others }: Again): void {
  const args = lowerArguments(l, node.arguments)
  const values = parameters.map((_, i) => (i < args.length ? l.keep(args[i]!) : b.undefinedValue()))
  parameters.forEach((slots, i) => {
    for (const slot of slots) l.emit(b.set(b.variable(slot), values[i]!))
  })
  for (const each of others) l.emit(b.set(b.variable(each), b.undefinedValue()))
  l.goto(block, l.block())
}
