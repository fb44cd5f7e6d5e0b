// Functions made inside compiled code, and the outer form of generator functions. The engine binds the
// parameters: the emitted function keeps its parameter list, and only its body becomes frames.

import { hoistFunctions, openScope } from './block-scope.ts'
import * as b from './build.ts'
import { directEval, Refusal, withStatement } from './diagnostics.ts'
import { emitStep } from './emit.ts'
import { newFrame } from './frames.ts'
import { assemble, atHome, homeOf, usesSuper } from './homes.ts'
import { Lowering } from './lowering.ts'
import type { Again } from './lowering.ts'
import { bindParameters } from './parameters.ts'
import { namedBy } from './proof/calls.ts'
import { lowerBody } from './statements.ts'
import { Rewriter } from './rewrite.ts'
import { builderAt } from './sites.ts'
import { forEachChild, isAnonymousDefinition, hasUseStrict, isName } from './syntax.ts'
import type { Node } from './syntax.ts'
import type { Block, Variable } from './ir.ts'
import type { Record, Unit } from './unit.ts'
import { warningsOf } from './warnings.ts'

/** The records whose variables `node` mentions: what a closure must be built from. */
export function recordsUsed(unit: Unit, node: Node): Record[] {
  const used = new Set<Record>()
  const look = (each: Node): void => {
    const binding = unit.binding(each)
    const access = binding && unit.access.get(binding)
    if (access?.type === 'record') used.add(access.record)
    forEachChild(each, look)
  }
  look(node)
  return [...used]
}

/** What a closure is built from besides records: a value found once, under the name that it has inside. */
export interface Part {
  readonly name: string
  readonly value: Node
}

/** Where in the source a function is made, and what it is called there. */
interface Site {
  readonly node: Node
  readonly name: string
}

/**
 * `made`, built from `records` and `parts` so that a clone can build it again over its own; then `again` is
 * handed in as well.
 */
export function overRecords(
  rewriter: Rewriter,
  { node, name }: Site,
  records: readonly Record[],
  made: Node,
  parts: readonly Part[] = [],
  again: readonly Node[] = [],
): Node {
  if (records.length === 0 && parts.length === 0) return made
  const passed = [...records.map((record) => rewriter.record(record)), ...parts.map(({ value }) => value)]
  const params = [
    ...records.map(({ variable }) => b.id(variable.name)),
    ...parts.map(({ name }) => b.id(name)),
  ]
  const builder = builderAt(rewriter.unit, node, name, b.arrow([...params, ...again], made))
  return b.call(rewriter.unit.helper('closure'), builder, ...passed)
}

/** `made`, which captures nothing, so that frames that hold it can be compared and written down. */
function labelled(rewriter: Rewriter, { node, name }: Site, made: Node): Node {
  if (name === '') return made
  const build = b.arrow([], made)
  const builder = builderAt(rewriter.unit, node, name, build)
  return builder === build ? made : b.call(rewriter.unit.helper('labelled'), builder)
}

/** A function of a class's heritage or keys, which are strict code and may move out of the class. */
function isStrictByClass(unit: Unit, node: Node): boolean {
  const { strict, parent } = unit.analysis.ownerOf.get(node)!
  return strict && parent?.strict === false && !hasUseStrict(node.body.body ?? [])
}

/** With a directive, which a parameter list with defaults or patterns does not allow. */
function strictly(fn: Node): Node {
  if (!fn.params.every((each: Node) => each.type === 'Identifier')) return fn
  const { body } = fn
  const statements = body.type === 'BlockStatement' ? body.body : [b.returns(body)]
  return { ...fn, body: b.block([b.directive('use strict'), ...statements]), expression: false }
}

/** A native function inside compiled code. */
export function closure(rewriter: Rewriter, node: Node, name: string | undefined): Node {
  const records = recordsUsed(rewriter.unit, node)
  const parts: Node = rewriter.functionParts({
    ...node,
    type:
      node.type === 'FunctionDeclaration' && rewriter.lowering !== null ? 'FunctionExpression' : node.type,
  })
  const made = isStrictByClass(rewriter.unit, node) ? strictly(parts) : parts
  // Inside a native function a declaration stays one: it is hoisted by the engine.
  if (made.type === 'FunctionDeclaration') return made
  // `async function await() {}` may be declared, but is no expression.
  const isReserved = node.async && made.id?.name === 'await'
  const ownName = isReserved ? 'await' : isAnonymousDefinition(node) ? name : undefined
  const named = ownName === undefined ? made : b.named(ownName, { ...made, id: null })
  const site = { node, name: node.id?.name ?? name ?? '' }
  if (records.length > 0) return overRecords(rewriter, site, records, named)
  return rewriter.lowering === null ? made : labelled(rewriter, site, named)
}

/**
 * A method or accessor of an object literal, its key evaluated by the literal. An accessor that captures variables
 * is an `Added` node: what `add` makes of the literal so far.
 */
export function methodClosure(rewriter: Rewriter, node: Node, key: Node): Node {
  const { unit } = rewriter
  const records = recordsUsed(unit, node.value)
  const method = { ...node, key, value: rewriter.functionParts(node.value) }
  if (records.length === 0) return method
  const home = homeOf(unit, node)
  const parts = home === undefined ? [] : [{ name: home, value: b.id(home) }]
  const name = node.computed ? '' : String(node.key.name ?? node.key.value)
  const site = { node: node.value, name }
  if (node.kind === 'init') {
    const alone = { ...method, key: b.literal(name), computed: false }
    const fn = b.index(b.object([alone]), b.literal(name))
    const made = overRecords(rewriter, site, records, fn, parts)
    if (node.computed || name === '__proto__')
      return b.spread(b.call(unit.helper('method'), node.computed ? key : b.literal(name), made))
    return b.property(name, made)
  }
  const kind = b.literal(node.kind)
  if (!node.computed) {
    const alone = b.call(unit.helper('accessorOf'), b.object([method]), b.literal(name), kind)
    const fn = overRecords(rewriter, site, records, alone, parts)
    const add = (soFar: Node): Node => b.call(unit.helper('accessor'), soFar, b.literal(name), kind, fn)
    return { type: 'Added', add }
  }
  // The key is evaluated once, where the literal has come to it, and names the function.
  const own = unit.unique('$key')
  const alone = b.object([{ ...method, key: b.id(own) }])
  const made = b.call(unit.helper('accessorOf'), alone, b.id(own), kind)
  const fn = overRecords(rewriter, site, records, made, [...parts, { name: own, value: b.id(own) }])
  const add = (soFar: Node): Node =>
    b.call(unit.helper('accessorAt'), soFar, key, kind, b.arrow([b.id(own)], fn))
  return { type: 'Added', add }
}

export function objectLiteral(rewriter: Rewriter, node: Node): Node {
  return atHome(rewriter.unit, node, () => {
    const properties = node.properties.map((each: Node) => rewriter.rewrite(each))
    return assemble(rewriter.unit, node, properties)
  })
}

const NEW_TARGET: Node = { type: 'MetaProperty', meta: b.id('new'), property: b.id('target') }

/** What a generator function became. */
export interface CompiledGenerator {
  /** What the runtime is told of it; and the name of the variable that keeps this, declared by whoever calls. */
  readonly description: Node
  readonly code: () => Node
  /** Its outer function: parameters and a body that starts a generator, after `first`. `maker` is how it names its maker. */
  readonly params: Node[]
  readonly body: (maker: string, constructable?: boolean, first?: readonly Node[]) => Node[]
  /** The step, where it closes over variables around it. */
  readonly step: Node | null
  /** The name that the step uses for its maker, where it is a closure. */
  readonly maker: string | null
}

/** Lowers the generator function `node`, which stands in code that `rewriter` rewrites. */
export function compileGenerator(unit: Unit, node: Node, name: string): CompiledGenerator {
  const { analysis } = unit
  refuseWhatCannotBe(unit, node)
  const owner = analysis.ownerOf.get(node)!
  const parameters = analysis.scopeOf.get(node)!
  const bodyScope = analysis.bodyScopeOf.get(node)!
  const needsHome = usesSuper(unit, node)
  const isStatic = !needsHome && standsAlone(unit, node)
  const maker = isStatic ? null : unit.topLevelName('$maker')
  if (parameters.parent?.kind === 'self' && maker !== null)
    for (const binding of parameters.parent.bindings.values())
      unit.access.set(binding, { type: 'self', maker })

  if (needsHome) unit.homes.set(parameters.bindings.get('this')!, maker!)
  const lowering = new Lowering(unit, owner, maker, freeNames(unit, node))
  unit.depth++
  const first = lowering.block()
  lowering.goto(first)
  const { params, before, given } = bindParameters(lowering, node)
  if (bodyScope !== parameters) {
    openScope(lowering, bodyScope, () => null)
    const rewriter = new Rewriter(unit, lowering)
    // A variable of the body that is named like a parameter starts with its value.
    for (const binding of bodyScope.bindings.values()) {
      const parameter = parameters.bindings.get(binding.name)
      if (binding.kind === 'var' && parameter !== undefined)
        lowering.emit(b.set(rewriter.reach(binding)!, rewriter.reach(parameter)!))
    }
  }
  lowering.again = againAt(lowering, node, first, given)
  const statements = node.body.body.filter((each: Node) => each.directive === undefined)
  hoistFunctions(lowering, statements)
  lowerBody(lowering, statements)
  lowering.exit({ type: 'return', value: b.undefinedValue() }, lowering.block())
  unit.depth--

  const strict = hasUseStrict(node.body.body) || (owner.strict && !analysis.root.owner.strict)
  const { description, step, points } = emitStep(lowering, node, name, strict)
  const start = points[0]!
  for (const finding of warningsOf(unit, node, points)) unit.find(finding)
  const valueAtStart = (slot: Variable): Node => given.get(slot) ?? b.undefinedValue()
  const body = (makerName: string, constructable = false, first: readonly Node[] = []): Node[] => [
    ...(hasUseStrict(node.body.body) ? [b.directive('use strict')] : []),
    ...first,
    ...before,
    ...node.params.flatMap((parameter: Node) => expectation(unit, parameter)),
    b.returns(
      b.call(
        b.member(b.id(makerName), 'start'),
        newFrame(start, b.literal(null), isStatic ? null : makerName, valueAtStart),
        ...(constructable ? [NEW_TARGET] : []),
      ),
    ),
  ]
  const entry = node.id && unit.entries.get(unit.binding(node.id)!)
  if (entry && node.type === 'FunctionDeclaration') {
    const parent = b.id(unit.registers.parent)
    const first = newFrame(start, parent, null, valueAtStart)
    unit.entering.push({
      entry,
      fn: b.functionNode('FunctionDeclaration', entry.name, [...params, parent], [b.returns(first)]),
    })
  }
  const code = (): Node => unit.code(name, description)
  return { description, code, params, body, step, maker }
}

/** How a call of the function to itself that is its last act goes on in the step that makes it. */
function againAt(
  { unit }: Lowering,
  node: Node,
  block: Block,
  given: ReadonlyMap<Variable, Node>,
): Again | null {
  const binding = node.type === 'FunctionDeclaration' && node.id !== null ? unit.binding(node.id) : undefined
  if (binding === undefined || !unit.entries.has(binding)) return null
  const names: string[] = node.params.map(({ name }: Node) => name)
  if (new Set(names).size < names.length) return null
  const slots = [...given]
  const parameters = names.map((name) =>
    slots.filter(([, value]) => value.name === name).map(([slot]) => slot),
  )
  const { bodyScopeOf, scopeOf } = unit.analysis
  const bindings = [bodyScopeOf, scopeOf].flatMap((scopes) => [...scopes.get(node)!.bindings.values()])
  const others = bindings.flatMap((each) => {
    const access = unit.access.get(each)
    const isUndefined = (each.kind === 'var' || each.kind === 'function') && !names.includes(each.name)
    return isUndefined && access?.type === 'variable' ? [access.variable] : []
  })
  return { binding, block, parameters, others: [...new Set(others)] }
}

/** Looks at what is passed for a parameter, where a proof rests on it. */
function expectation(unit: Unit, parameter: Node): Node[] {
  const name = namedBy(parameter)
  const assumption = name && unit.assumption(name)
  return assumption === null || name === null
    ? []
    : [b.statement(b.call(unit.helper('expect'), assumption, b.id(name.name)))]
}

/**
 * Whether calling the generator function does nothing but keep its arguments, so that `yield*` to a call
 * of it may enter it directly: it is declared once, never assigned, and its parameters are plain names.
 */
export function canBeEntered(unit: Unit, node: Node, module: boolean): boolean {
  const binding = unit.binding(node.id)
  if (node.async || binding === undefined || binding.kind !== 'function' || binding.reassigned) return false
  // A script's functions are properties of the global object, which anybody may assign.
  if (binding.scope.kind === 'program' && !module) return false
  if (!node.params.every((parameter: Node) => parameter.type === 'Identifier')) return false
  for (const each of unit.analysis.scopeOf.get(node)!.bindings.values())
    if (each.kind === 'this') return false
  return standsAlone(unit, node)
}

function refuseWhatCannotBe(unit: Unit, node: Node): void {
  const { analysis } = unit
  for (const { node: place, what } of analysis.dynamic)
    if (place.start! >= node.start! && place.end! <= node.end!)
      throw new Refusal(what === 'eval' ? directEval(place) : withStatement(place))
}

/** Whether the function mentions nothing but globals, the file's top level and its own: then its step can be shared. */
function standsAlone(unit: Unit, node: Node): boolean {
  const { root, dynamic } = unit.analysis
  if (dynamic.length > 0) return false
  let alone = true
  const look = (each: Node): void => {
    if (each.type === 'PrivateIdentifier') alone = false
    const binding = unit.binding(each)
    if (binding !== undefined && binding.scope !== root) {
      const at = binding.scope.node
      const inside =
        at.start! >= node.start! && at.end! <= node.end! && !(binding.kind === 'self' && at === node)
      if (!inside) alone = false
    }
    if (alone) forEachChild(each, look)
  }
  for (const parameter of node.params) look(parameter)
  look(node.body)
  return alone
}

/** Names that mean something outside the generator: its variables must not take them. */
function freeNames(unit: Unit, node: Node): Set<string> {
  const free = new Set<string>()
  const look = (each: Node, field = '', parent: Node = node): void => {
    // A property's name names no variable.
    if ((field === 'key' || field === 'property') && !parent.computed) return
    if (each.type === 'Identifier') {
      const binding = unit.binding(each)
      if (binding === undefined) free.add(each.name)
      else {
        const at = binding.scope.node
        if (at.start! < node.start! || at.end! > node.end! || binding.kind === 'self') free.add(each.name)
      }
    }
    forEachChild(each, (child, name) => look(child, name, each))
  }
  look(node)
  return free
}

/** `name(params) { … }` as an expression: a method is no constructor, as a generator function is none. */
function methodNamed(name: string, params: Node[], body: Node[]): Node {
  const value = b.functionNode('FunctionExpression', null, params, body)
  const method: Node = {
    ...b.property(name, value, name === '__proto__' ? b.literal(name) : undefined),
    method: true,
  }
  const fetched = b.object([method])
  return isName(name) ? b.member(fetched, name) : b.index(fetched, b.literal(name))
}

/** A generator function as a value. */
export function generatorExpression(rewriter: Rewriter, node: Node, name: string | undefined): Node {
  const { unit } = rewriter
  const records = recordsUsed(unit, node)
  const ownName = node.id?.name ?? name ?? ''
  const compiled = compileGenerator(unit, node, ownName)
  const maker = compiled.maker ?? unit.unique('$maker')
  const fn = methodNamed(ownName, compiled.params, compiled.body(maker))
  const build =
    compiled.step === null
      ? b.arrow([b.id(maker)], fn)
      : b.arrow([b.id(maker)], b.block([b.set(b.member(b.id(maker), 'step'), compiled.step), b.returns(fn)]))
  const pending = usesSuper(unit, node) ? [b.literal(true)] : []
  const make = unit.helper(node.async ? 'asyncGenerator' : 'generator')
  const made = b.call(make, compiled.code(), build, ...pending)
  const site = { node, name: ownName }
  if (records.length > 0) return overRecords(rewriter, site, records, made)
  return compiled.step === null && rewriter.lowering === null ? made : labelled(rewriter, site, made)
}
