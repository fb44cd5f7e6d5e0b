// Choices that are the same whenever they are met: between constants, or out of an array of the module's that nobody
// changes (proof/). They never change, so one is made for all that are written alike, when the program comes to it first.

import * as b from './build.ts'
import type { Lowering } from './lowering.ts'
import type { Node } from './syntax.ts'
import type { Unit } from './unit.ts'

/** The choice that `call` makes, kept where it is made once; null where it may differ from time to time. */
export function constantChoice(l: Lowering, call: Node, effect: 'amb' | 'choose'): Node | null {
  if (
    !isBetweenConstants(call.arguments, effect) &&
    !(effect === 'choose' && isOutOfConstantList(l, call.arguments))
  )
    return null
  return b.assign(b.id(nameOf(l.unit, call)), l.unit.forms.expression(l, call), '??=')
}

/** Where the choice is kept. */
function nameOf(unit: Unit, { start, end }: Node): string {
  const text = unit.source.slice(start, end)
  let name = unit.choices.get(text)
  if (name !== undefined) return name
  name = unit.topLevelName('$choice')
  unit.choices.set(text, name)
  unit.prelude.push(b.declare('var', [b.id(name), b.literal(null)]))
  return name
}

function isBetweenConstants(args: readonly Node[], effect: 'amb' | 'choose'): boolean {
  const between = effect === 'choose' && args[0]?.type === 'ArrayExpression' ? args[0].elements : args
  return between.length > 0 && between.every(isConstant)
}

function isOutOfConstantList({ unit }: Lowering, args: readonly Node[]): boolean {
  if (args.length !== 1 || args[0]!.type !== 'Identifier') return false
  const binding = unit.binding(args[0]!)
  return binding !== undefined && unit.proof?.isConstantList(binding) === true
}

function isConstant(node: Node | null): boolean {
  if (node === null) return false
  if (node.type === 'UnaryExpression') return node.operator === '-' && isConstant(node.argument)
  return node.type === 'Literal' && node.regex === undefined
}
