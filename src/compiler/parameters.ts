// How the arguments of a call reach the step. As a rule the engine binds the parameters, and their values go
// into the first frame. Two kinds of parameters have more than one user, and live in a record that all of
// them share, so that a clone can have a record of its own:
// - captured by a closure of the parameter list, which the outer function then binds itself, in the
//   engine's order (ECMAScript, FunctionDeclarationInstantiation);
// - mapped to the elements of a sloppy `arguments` object: there the record is the engine's own activation,
//   held by a function that does nothing but give access to its parameters.

import { openScope } from './block-scope.ts'
import * as b from './build.ts'
import { mayBeUninitialised } from './dead-zone.ts'
import { newRecord } from './records.ts'
import { Rewriter } from './rewrite.ts'
import type { Binding, Scope } from './binding.ts'
import type { Variable } from './ir.ts'
import type { Lowering } from './lowering.ts'
import type { Node } from './syntax.ts'
import type { Record } from './unit.ts'

export interface BoundParameters {
  /** The parameter list of the outer function. */
  readonly params: Node[]
  /** What the outer function does before it makes the first frame. */
  readonly before: Node[]
  /** What the first frame holds: expressions of the outer function. */
  readonly given: ReadonlyMap<Variable, Node>
}

export function bindParameters(l: Lowering, node: Node): BoundParameters {
  const scope = l.unit.analysis.scopeOf.get(node)!
  if (isMapped(l, node, scope)) return bindMapped(l, node, scope)
  return isShared(scope) ? bindInRecord(l, node, scope) : bindNatively(l, node, scope)
}

/** Whether writing a parameter may be seen in `arguments`, or the other way round. */
function isMapped({ unit, owner }: Lowering, node: Node, scope: Scope): boolean {
  if (owner.strict || !node.params.every((parameter: Node) => parameter.type === 'Identifier')) return false
  if (scope.bindings.get('arguments')?.kind !== 'this') return false
  return (
    unit.analysis.argumentsEscape.has(node) ||
    [...scope.bindings.values()].some((each) => each.kind === 'param' && each.reassigned)
  )
}

/** Whether a closure of the parameter list holds what belongs to the frame. */
function isShared(scope: Scope): boolean {
  for (const { kind, name, capturedByParameters } of scope.bindings.values())
    if (capturedByParameters && (kind === 'param' || name === 'arguments')) return true
  return false
}

function bindNatively(l: Lowering, node: Node, scope: Scope): BoundParameters {
  // The list is rewritten before its bindings get places in the step: there they are native.
  const params = nativeList(l, node)
  return { params, before: [], given: passNatively(l, scope) }
}

/** In sloppy code the last parameter of a name counts; the outer function may be a method, which has each name once. */
function nativeList(l: Lowering, node: Node): Node[] {
  const inside = new Rewriter(l.unit, null)
  const names: string[] = node.params.map(({ name }: Node) => name)
  return node.params.map((parameter: Node, i: number) =>
    parameter.type === 'Identifier' && names.lastIndexOf(parameter.name) !== i
      ? b.id(l.unit.unique(parameter.name))
      : inside.pattern(parameter),
  )
}

/** Opens the scope of the parameters with the values that the engine bound. */
function passNatively(l: Lowering, scope: Scope): ReadonlyMap<Variable, Node> {
  const given = new Map<Variable, Node>()
  const passed = new Map<Binding, Variable>()
  for (const binding of scope.bindings.values()) {
    const value = argument(binding)
    if (value === null || !binding.captured || l.unit.access.has(binding)) continue
    const raw: Variable = {
      ...l.temporary('$given'),
      shared: binding.kind === 'this' && binding.name === 'this',
    }
    passed.set(binding, raw)
    given.set(raw, value)
  }
  openScope(l, scope, (binding) => {
    const raw = passed.get(binding)
    return raw === undefined ? null : b.variable(raw)
  })
  for (const binding of scope.bindings.values()) {
    const access = l.unit.access.get(binding)
    const value = argument(binding)
    if (access?.type === 'variable' && value !== null) given.set(access.variable, value)
  }
  return given
}

/** What the outer function passes for a binding of the parameter scope; null for variables of the body. */
function argument(binding: Binding): Node | null {
  if (binding.kind === 'param') return b.id(binding.name)
  if (binding.kind !== 'this') return null
  if (binding.name === 'this') return { type: 'ThisExpression' }
  if (binding.name === 'arguments') return b.id('arguments')
  return b.undefinedValue()
}

function bindInRecord(l: Lowering, node: Node, scope: Scope): BoundParameters {
  for (const binding of scope.bindings.values()) {
    binding.captured = true
    if (binding.kind === 'param')
      binding.needsTdz = binding.references.some((reference) => mayBeUninitialised(reference, binding))
  }
  const record = l.enter(scope)!
  const start = newRecord(l.unit, record, (binding) =>
    binding.kind !== 'param'
      ? argument(binding)
      : binding.needsTdz
        ? l.unit.helper('UNINITIALISED')
        : b.undefinedValue(),
  )
  const name = b.id(record.variable.name)
  const bound = node.params.map((parameter: Node) => bindOne(l, parameter))
  return {
    params: bound.map(({ param }: { param: Node }) => param),
    before: [
      b.declare('const', [name, start]),
      ...bound.map(({ statement }: { statement: Node }) => statement),
    ],
    given: new Map([[record.variable, name]]),
  }
}

/** A parameter that takes the argument, with a default where that counts for `length`, and what binds it. */
function bindOne(l: Lowering, parameter: Node): { param: Node; statement: Node } {
  const rewriter = new Rewriter(l.unit, null)
  if (parameter.type === 'RestElement') {
    const given = placeholder(parameter.argument)
    const statement = b.set(rewriter.pattern(parameter.argument, true), given)
    return { param: { ...parameter, argument: given }, statement }
  }
  if (parameter.type !== 'AssignmentPattern') {
    const given = placeholder(parameter)
    return { param: given, statement: b.set(rewriter.pattern(parameter, true), given) }
  }
  const given = placeholder(parameter.left)
  const { left, right } = rewriter.pattern(parameter, true)
  const value = b.conditional(b.binary(given, '===', b.undefinedValue()), right, given)
  const param = { type: 'AssignmentPattern', left: given, right: b.undefinedValue() }
  return { param, statement: b.set(left, value) }

  function placeholder(target: Node): Node {
    return b.id(target.type === 'Identifier' ? target.name : l.unit.unique('$given'))
  }
}

function bindMapped(l: Lowering, node: Node, scope: Scope): BoundParameters {
  const { unit } = l
  const shared = [...scope.bindings.values()].filter(
    ({ kind, name }) => kind === 'param' || name === 'arguments',
  )
  const record: Record = {
    variable: l.temporary('$parameters'),
    scope,
    constructorName: unit.topLevelName('$Parameters'),
    fields: shared,
  }
  const params = nativeList(l, node)
  for (const binding of shared) unit.access.set(binding, { type: 'record', record })
  const names = shared.filter(({ kind }) => kind === 'param').map(({ name }) => name)
  const value = b.id(unit.unique('$value'))
  const accessors = names.flatMap((name) => [
    b.accessor('get', name, [], [b.returns(b.id(name))]),
    b.accessor('set', name, [value], [b.set(b.id(name), value)]),
  ])
  const access = b.object([b.property('arguments', b.id('arguments')), ...accessors])
  unit.hoisted.push(
    b.functionNode('FunctionDeclaration', record.constructorName, node.params, [b.returns(access)]),
  )
  const given = passNatively(l, scope)
  const list = node.params.map(({ name }: Node) => name).join(' ')
  const made = b.call(unit.helper('mapped'), b.id(record.constructorName), b.literal(list), b.id('arguments'))
  return { params, before: [], given: new Map([...given, [record.variable, made]]) }
}
