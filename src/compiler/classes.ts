// Classes in compiled code, and classes whose methods are generators. A generator method stays a method
// of the class; a static block at the front gives it its maker before any other static code can see it.

import { withoutAccessors } from './accessors.ts'
import * as b from './build.ts'
import { moveHead, overHead, refuseToMove, tellHead } from './class-heads.ts'
import type { Head } from './class-heads.ts'
import { fieldName, privateField, rewriteMember } from './class-members.ts'
import { decoratedClass } from './decorated.ts'
import { decoratedAgain, decoratedSuspends, Refusal } from './diagnostics.ts'
import { compileGenerator, overRecords, recordsUsed } from './functions.ts'
import type { Part } from './functions.ts'
import { lowerExpression } from './expressions.ts'
import { usesSuper } from './homes.ts'
import { differs, Keys, placeholder, rivalsOf } from './replaced.ts'
import type { Declared } from './replaced.ts'
import type { Rewriter } from './rewrite.ts'
import { newRecord } from './records.ts'
import type { Unit } from './unit.ts'
import {
  firstDecorator,
  forEachChild,
  isAnonymousDefinition,
  isCompiledGenerator,
  runsWhenDefined,
} from './syntax.ts'
import type { Node } from './syntax.ts'

/**
 * The class as an expression. `name` is what an anonymous one is assigned to, or the variable of a key that is known at
 * run time.
 */
export function rewriteClass(rewriter: Rewriter, node: Node, name?: string | Node): Node {
  const { lowering, unit } = rewriter
  // Before its methods are lowered: their own records are none of those that the class captures.
  const captured = recordsUsed(unit, node)
  const suspends = lowering !== null && lowering.lowered.has(node)
  const changes =
    captured.length > 0 || mayExtendLocal(rewriter, node.superClass) || holdsState(rewriter, node)
  const decorator = firstDecorator(node)
  if (decorator !== undefined) {
    if (suspends) throw new Refusal(decoratedSuspends(decorator))
    if (changes) throw new Refusal(decoratedAgain(decorator, whyMadeAgain(rewriter, node)))
    return decoratedClass(rewriter, node, name)
  }
  const head = suspends || changes ? moveHead(rewriter, node) : null
  const remade = changes || head !== null
  const records = head === null ? captured : [...captured, head.record]
  if (suspends && head !== null)
    lowering.emit(b.set(b.variable(head.record.variable), newRecord(unit, head.record)))
  const { made, makers, parts, again } = classParts(rewriter, node, remade, head)
  if (makers.length === 0 && !remade) return made
  // Where a clone makes the class again, the variable of the key is out of sight.
  const handed = typeof name === 'object' && remade ? [{ name: unit.unique('$name'), value: name }] : []
  const own = handed.length > 0 ? b.id(handed[0]!.name) : name
  const named = node.id === null && own !== undefined ? b.named(own, made) : made
  const scoped = makers.length === 0 ? named : b.block([declareMakers(makers), b.returns(named)])
  if (!remade) {
    if (!suspends) refuseToMove(rewriter, node)
    return b.call(b.arrow([], scoped))
  }
  const site = { node, name: node.id?.name ?? (typeof name === 'string' ? name : '') }
  const all = [...parts, ...handed]
  const built = overRecords(rewriter, site, records, scoped, all, again === null ? [] : [b.id(again)])
  return head === null || suspends ? built : overHead(rewriter, head, built)
}

/** Whether the heritage may be a class of the generator, of which a clone has one of its own. */
function mayExtendLocal({ unit, lowering }: Rewriter, superClass: Node | null): boolean {
  if (superClass === null || superClass.type === 'Literal' || unit.depth === 0) return false
  const binding = unit.binding(superClass)
  const isElsewhere = superClass.type === 'Identifier' && !unit.access.has(binding!)
  return !isElsewhere || (lowering === null && binding !== undefined && binding.owner.parent !== null)
}

/** Whether static code of a class of the generator makes what a clone has to have for itself. */
function holdsState({ unit }: Rewriter, node: Node): boolean {
  return unit.depth > 0 && node.body.body.some(runsWhenDefined)
}

/** Why a clone has to have a class of its own, which the generator makes. */
function whyMadeAgain(rewriter: Rewriter, node: Node): string {
  const name = capturedIn(rewriter.unit, node)
  if (name !== undefined) return `mentions \`${name}\`, which the generator may change`
  if (mayExtendLocal(rewriter, node.superClass)) return 'extends what may be a class of the generator'
  return 'has static code, whose results are its own in each clone'
}

/** The first variable that the class mentions which lives in a record. */
function capturedIn(unit: Unit, node: Node): string | undefined {
  const binding = unit.binding(node)
  if (binding !== undefined && unit.access.get(binding)?.type === 'record') return binding.name
  let found: string | undefined
  forEachChild(node, (child) => {
    found ??= capturedIn(unit, child)
  })
  return found
}

/** The variables that generator methods find their makers in. */
export function declareMakers(makers: readonly Declared[]): Node {
  return b.declare('let', ...makers)
}

interface ClassParts {
  readonly made: Node
  /** The variables that must be declared around it. */
  readonly makers: Declared[]
  /** Where a clone makes the class again: what was evaluated once, and the names that stand for it. */
  readonly parts: Part[]
  /** The name of what tells the class that it is made again, if it asks. */
  readonly again: string | null
}

/**
 * The class as an expression. With `remade`, a clone will make it again: its heritage and keys are then handed
 * in, and its static initialisers run the first time only.
 */
export function classParts(
  rewriter: Rewriter,
  node: Node,
  remade: boolean,
  head: Head | null = null,
): ClassParts {
  const { lowering, unit } = rewriter
  const parts: Part[] = []
  const suspends = lowering !== null && lowering.lowered.has(node)
  const moves = suspends || remade

  // Heritage and keys are evaluated where the class stands, once and in their order.
  const evaluate = (each: Node, base: string): Node => {
    const lower = (): Node => lowerExpression(lowering!, each)
    const value = lowering === null ? rewriter.rewrite(each) : moves ? lowering.asStrict(lower) : lower()
    const isKey = base === '$key'
    if (!moves) return value
    const settled = isKey ? b.call(unit.helper('key'), b.object([]), value) : value
    const kept = suspends ? lowering.keep(settled) : settled
    if (!remade) return kept
    const name = unit.unique(base)
    parts.push({ name, value: kept })
    return b.id(name)
  }
  const superClass = node.superClass && evaluate(node.superClass, '$parent')
  const makers: Declared[] = []
  const keys = new Keys(unit, makers)
  const elements = withoutAccessors(unit, node.body.body)
  const evaluated = new Map<Node, Node>()
  const keyed = elements.map((member: Node) => {
    const { keyOf = null } = member
    if (!member.computed) return member
    const key = keyOf === null ? evaluate(member.key, '$key') : moves ? evaluated.get(keyOf)! : keys.of(keyOf)
    evaluated.set(member, key)
    return { ...member, key }
  })
  const again = remade && elements.some(runsWhenDefined) ? unit.unique('$again') : null
  // A clone makes a closure again where a part of it is another: an object of its own always is.
  if (again !== null) parts.push({ name: unit.unique('$state'), value: b.object([]) })
  const setups: Node[] = head === null ? [] : tellHead(rewriter, head)
  const fields: Node[] = []
  const members: Node[] = keyed.map((member: Node, at: number) => {
    const source = elements[at]!
    if (member.type === 'MethodDefinition' && isCompiledGenerator(member.value)) {
      const { replaced, possible } = rivalsOf(source, elements)
      if (replaced) return placeholder(member)
      const key = keys.of(source)
      const isLast = differs(
        key,
        possible.map((each) => keys.of(each)),
      )
      return keys.keep(
        source,
        generatorMethod(rewriter, member, { key, isLast, remade, makers, setups, fields }),
      )
    }
    const named = source['behind'] ?? source
    const keyOf = (): Node => (remade ? (evaluated.get(named) ?? member.key) : keys.of(named))
    const rewritten = keys.keep(source, rewriteMember(rewriter, member, keyOf))
    return again !== null && runsWhenDefined(member) ? runOnce(rewritten, member, again) : rewritten
  })
  if (remade) setups.unshift(tellMethods(unit, node))
  const secrets = again === null ? [] : keepSecrets(rewriter, elements)
  const body = [
    ...fields,
    ...(setups.length > 0 ? [{ type: 'StaticBlock', body: setups }] : []),
    ...members,
    ...secrets,
  ]
  const made: Node = { ...node, type: 'ClassExpression', superClass, body: { ...node.body, body } }
  return { made, makers, parts, again }
}

/** A static initialiser that does nothing where the class is made again: what it made is copied. */
function runOnce(made: Node, source: Node, again: string): Node {
  if (made.type === 'StaticBlock') return { ...made, body: [b.ifThen(b.not(b.id(again)), made.body)] }
  if (made.value === null) return made
  const value = isAnonymousDefinition(made.value)
    ? b.named(fieldName(source) ?? source.key, made.value)
    : made.value
  return { ...made, value: b.conditional(b.id(again), b.undefinedValue(), value) }
}

/** Tells the runtime the methods of a class that is made again, before other static code adds to them. */
function tellMethods(unit: Unit, node: Node): Node {
  const self: Node = { type: 'ThisExpression' }
  const hidden = node.body.body.filter(
    ({ type, static: isStatic, key, kind }: Node) =>
      type === 'MethodDefinition' && isStatic && key.type === 'PrivateIdentifier' && kind === 'method',
  )
  const methods = hidden.map(({ key }: Node) => b.memberUnder(self, key))
  return b.statement(b.call(unit.helper('methods'), self, ...methods))
}

/** Lets the runtime copy the static private fields of a class to the one that is made again. */
function keepSecrets({ unit }: Rewriter, members: readonly Node[]): Node[] {
  const isSecret = (member: Node): boolean =>
    member.type === 'PropertyDefinition' && member.static && member.key.type === 'PrivateIdentifier'
  const secrets = members.filter(isSecret)
  if (secrets.length === 0) return []
  const self = b.id(unit.unique('$class'))
  const value = b.id(unit.unique('$value'))
  const accessors = secrets.flatMap(({ key }) => {
    const field = b.memberUnder(self, key)
    return [
      b.accessor('get', key.name, [], [b.returns(field)]),
      b.accessor('set', key.name, [value], [b.set(field, value)]),
    ]
  })
  const keep = b.call(unit.helper('secrets'), self, b.object(accessors))
  const body = [b.declare('const', [self, { type: 'ThisExpression' }]), b.statement(keep)]
  return [{ type: 'StaticBlock', body }]
}

interface MethodPlace {
  /** The method's key, once the class has been made. */
  readonly key: Node
  /** Whether it is the last method of its name, where that shows only then. */
  readonly isLast: Node | null
  /** Whether a clone makes the class again. */
  readonly remade: boolean
  readonly makers: Declared[]
  readonly setups: Node[]
  readonly fields: Node[]
}

function generatorMethod(
  rewriter: Rewriter,
  member: Node,
  { key, isLast, remade, makers, setups, fields }: MethodPlace,
): Node {
  const { unit } = rewriter
  const self: Node = { type: 'ThisExpression' }
  const compiled = compileGenerator(unit, member.value, fieldName(member) ?? '')
  const maker = compiled.maker ?? unit.topLevelName('$maker')
  makers.push([b.id(maker), null])
  const step = compiled.step === null ? [] : [compiled.step]
  const home = member.static ? self : b.member(self, 'prototype')
  const isInstanceSecret = member.key.type === 'PrivateIdentifier' && !member.static
  // By its home, a method that only instances can reach is known to be one of the class.
  const needsHome = usesSuper(unit, member.value) || (remade && isInstanceSecret)
  const define = (fn: Node, at = home): Node =>
    b.call(
      unit.helper(member.value.async ? 'defineAsync' : 'define'),
      fn,
      compiled.code(),
      ...step,
      ...(needsHome ? [at] : []),
    )
  const made: Node = {
    ...member,
    value: b.functionNode('FunctionExpression', null, compiled.params, compiled.body(maker)),
  }
  if (isInstanceSecret) {
    const prototype = unit.topLevelName('$home')
    if (needsHome) {
      makers.push([b.id(prototype), null])
      setups.push(b.set(b.id(prototype), b.member(self, 'prototype')))
    }
    // Only an instance can reach it: the first one, before any other field, finds the method and keeps its maker.
    const value = b.assign(b.id(maker), define(b.memberUnder(self, member.key), b.id(prototype)), '??=')
    fields.push(privateField(unit.unique('$maker'), value))
    return made
  }
  const isNamed = !member.computed && member.key.type !== 'Literal'
  const fn = isNamed ? b.memberUnder(home, member.key) : b.index(home, key)
  const setup = b.set(b.id(maker), define(fn))
  setups.push(isLast === null ? setup : b.ifThen(isLast, [setup]))
  return made
}
