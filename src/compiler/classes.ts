// Classes in compiled code, and classes whose methods are generators. A generator method stays a method
// of the class; a static block at the front gives it its maker before any other static code can see it.

import * as b from './build.ts'
import { classInGenerator, Refusal, superInGenerator } from './diagnostics.ts'
import { compileGenerator, overRecords, recordsUsed, usesSuper } from './functions.ts'
import { lowerExpression } from './expressions.ts'
import { Rewriter } from './rewrite.ts'
import { isCompiledGenerator } from './syntax.ts'
import type { Node } from './syntax.ts'
import type { Record } from './unit.ts'

/** The class as an expression. `name` is what an anonymous one is assigned to. */
export function rewriteClass(rewriter: Rewriter, node: Node, name?: string): Node {
  // Before its methods are lowered: their own records are none of those that the class captures.
  const records = recordsUsed(rewriter.unit, node)
  const { made, makers } = classParts(rewriter, node, records)
  if (makers.length === 0 && records.length === 0) return made
  const named = node.id === null && name !== undefined ? b.named(name, made) : made
  if (makers.length === 0) return overRecords(rewriter, records, named)
  const scoped = b.call(b.arrow([], b.block([declareMakers(makers), b.returns(named)])))
  return overRecords(rewriter, records, scoped)
}

/** The variables that generator methods find their makers in. */
export function declareMakers(makers: readonly string[]): Node {
  return b.declare('let', ...makers.map((maker): [Node, null] => [b.id(maker), null]))
}

/** The class as an expression, and the variables that must be declared around it. */
export function classParts(
  rewriter: Rewriter,
  node: Node,
  records: readonly Record[],
): { made: Node; makers: string[] } {
  const { lowering } = rewriter
  if (records.length > 0 && node.body.body.some(runsWhenDefined))
    throw new Refusal(classInGenerator('static initialisers that use its variables', node))

  // Heritage and keys are evaluated where the class stands, once.
  const evaluate = (each: Node): Node => {
    if (lowering === null) return rewriter.rewrite(each)
    const value = lowerExpression(lowering, each)
    return records.length > 0 || lowering.lowered.has(node) ? lowering.keep(value) : value
  }
  const superClass = node.superClass && evaluate(node.superClass)
  const makers: string[] = []
  const setups: Node[] = []
  const fields: Node[] = []
  const members = node.body.body.map((member: Node) => {
    if (member.decorators?.length > 0) throw new Refusal(classInGenerator('decorators', member))
    const key = member.computed ? evaluate(member.key) : member.key
    if (member.type === 'MethodDefinition' && isCompiledGenerator(member.value))
      return generatorMethod(rewriter, { ...member, key }, makers, setups, fields)
    return rewriteMember(rewriter, member, key)
  })
  const body = [...fields, ...(setups.length > 0 ? [{ type: 'StaticBlock', body: setups }] : []), ...members]
  const made: Node = { ...node, type: 'ClassExpression', superClass, body: { ...node.body, body } }
  return { made, makers }
}

function runsWhenDefined(member: Node): boolean {
  return member.type === 'StaticBlock' || (member.type === 'PropertyDefinition' && member.static)
}

/** Everything but a generator method: its code runs in functions of its own. */
function rewriteMember(rewriter: Rewriter, member: Node, key: Node): Node {
  const inside = new Rewriter(rewriter.unit, null)
  if (member.type === 'StaticBlock') return inside.rewrite(member)
  if (member.value === null) return { ...member, key }
  const value =
    member.type === 'MethodDefinition'
      ? inside.functionParts(member.value)
      : inside.rewrite(member.value, fieldName(member))
  return { ...member, key, value }
}

function fieldName(member: Node): string | undefined {
  if (member.computed) return undefined
  return member.key.type === 'PrivateIdentifier'
    ? `#${member.key.name}`
    : String(member.key.name ?? member.key.value)
}

function generatorMethod(
  rewriter: Rewriter,
  member: Node,
  makers: string[],
  setups: Node[],
  fields: Node[],
): Node {
  const { unit } = rewriter
  const self: Node = { type: 'ThisExpression' }
  const compiled = compileGenerator(unit, member.value, fieldName(member) ?? '')
  const maker = compiled.maker ?? unit.unique('$maker')
  makers.push(maker)
  const step = compiled.step === null ? [] : [compiled.step]
  const home = member.static ? self : b.member(self, 'prototype')
  const needsHome = usesSuper(unit, member.value)
  const define = (fn: Node): Node =>
    b.call(unit.helper('define'), fn, b.id(compiled.codeName), ...step, ...(needsHome ? [home] : []))
  const made = (key: Node): Node => ({
    ...member,
    key,
    value: b.functionNode('FunctionExpression', null, compiled.params, compiled.body(maker)),
  })
  if (member.key.type === 'PrivateIdentifier' && !member.static) {
    if (needsHome) throw new Refusal(superInGenerator(member))
    // Only an instance can reach it: the first one, before any other field, finds the method and keeps its maker.
    const first = { type: 'PrivateIdentifier', name: unit.unique('$maker') }
    const value = b.assign(b.id(maker), define({ ...b.member(self, ''), property: member.key }), '??=')
    fields.push({
      type: 'PropertyDefinition',
      key: first,
      value,
      computed: false,
      static: false,
      decorators: [],
    })
    return made(member.key)
  }
  if (!member.computed) {
    const fn =
      member.key.type === 'Literal'
        ? b.index(home, member.key)
        : { ...b.member(home, ''), property: member.key }
    setups.push(b.set(b.id(maker), define(fn)))
    return made(member.key)
  }
  const kept = unit.unique('$key')
  makers.push(kept)
  setups.push(b.set(b.id(maker), define(b.index(home, b.id(kept)))))
  return made(b.assign(b.id(kept), b.call(unit.helper('key'), b.object([]), member.key)))
}
