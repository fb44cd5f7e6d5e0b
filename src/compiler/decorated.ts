// Classes with decorators that have generator methods. The decorators stay in the output, for whoever compiles them next:
// standard ones, or those of TypeScript's `experimentalDecorators`. Whoever that is, methods are generator functions
// before anybody sees them: each has one more decorator, the innermost, which turns it into one. Private methods without
// decorators have none, which TypeScript would not allow; they are turned as in other classes.
//
// Standard decorators run before all static code, and TypeScript's after it. So where static code may get at the class, or a
// static field may hide a method, a static block before it turns what nobody has turned yet. (Elsewhere there is none: a
// mention of the class in its body makes esbuild rename it.) `this` may be another class there, which a decorator gave; so
// a class decorator of ours tells `super` its home.
//
// Makers are variables around the class, and the step, which sees the names of the class, is made where the method is
// first called: so it may be called at any time, also by a decorator.

import * as b from './build.ts'
import { fieldName, privateField, rewriteDecorators, rewriteMember } from './class-members.ts'
import { refuseToMove } from './class-heads.ts'
import { declaring, inFunction } from './declared-class.ts'
import { compileGenerator } from './functions.ts'
import type { CompiledGenerator } from './functions.ts'
import { usesSuper } from './homes.ts'
import { differs, isHidden, Keys, ofLast, placeholder, rivalsOf } from './replaced.ts'
import type { Declared } from './replaced.ts'
import type { Rewriter } from './rewrite.ts'
import {
  forEachChild,
  isAnonymousDefinition,
  isCompiledGenerator,
  isFunction,
  runsWhenDefined,
} from './syntax.ts'
import type { Node } from './syntax.ts'

/** The class as an expression, its variables around it. */
export function decoratedClass(rewriter: Rewriter, node: Node, name: string | Node | undefined): Node {
  const { made, makers } = decoratedParts(rewriter, node)
  if (makers.length === 0) return made
  refuseToMove(rewriter, node)
  const declared = b.declare('let', ...makers)
  if (node.type === 'ClassDeclaration') return inFunction([declared, ...declaring(made)])
  const named = made.id === null && name !== undefined ? b.named(name, made) : made
  return inFunction([declared, b.returns(named)])
}

interface Method {
  readonly compiled: CompiledGenerator
  readonly maker: string
}

/** The class as an expression, and the variables that must be declared around it. */
export function decoratedParts(rewriter: Rewriter, node: Node): { made: Node; makers: Declared[] } {
  const { unit } = rewriter
  const sources: readonly Node[] = node.body.body
  const makers: Declared[] = []
  const keys = new Keys(unit, makers)
  const superClass: Node | null = node.superClass && rewriter.rewrite(node.superClass)
  let parentName: string | null = null
  const methods = new Map<Node, Method>()
  for (const source of sources) {
    if (source.type !== 'MethodDefinition' || !isCompiledGenerator(source.value)) continue
    if (rivalsOf(source, sources).replaced) continue
    const compiled = compileGenerator(unit, source.value, fieldName(source) ?? '')
    const maker = compiled.maker ?? unit.topLevelName('$maker')
    methods.set(source, { compiled, maker })
    const helper = unit.helper(source.value.async ? 'asyncMaker' : 'maker')
    makers.push([b.id(maker), b.call(helper, compiled.code())])
  }
  const isSeenBefore =
    reachesItself(rewriter, node) || [...methods.keys()].some((each) => isHidden(each, sources))
  const self = classInStatic(node)
  const fields: Node[] = []
  const setups: Node[] = []
  const members = sources.map((source) => {
    if (source.type === 'StaticBlock') return rewriteMember(rewriter, source, () => source)
    const decorators = [...rewriteDecorators(rewriter, source), ...turning(source)]
    const member = { ...source, decorators, key: source.computed ? rewriter.rewrite(source.key) : source.key }
    return keys.keep(source, rewritten(source, member))
  })
  const front = setups.length > 0 ? [{ type: 'StaticBlock', body: setups }] : []
  const body = { ...node.body, body: [...fields, ...front, ...members] }
  const decorators = [...rewriteDecorators(rewriter, node), ...homing()]
  return { made: { ...node, type: 'ClassExpression', decorators, superClass: heritage(), body }, makers }

  function rewritten(source: Node, member: Node): Node {
    const method = methods.get(source)
    if (method !== undefined) return generatorMethod(source, member, method)
    if (source.type === 'MethodDefinition' && isCompiledGenerator(source.value)) return placeholder(member)
    return rewriteMember(rewriter, member, () => keys.of(source))
  }

  function generatorMethod(source: Node, member: Node, { compiled, maker }: Method): Node {
    if (member.key.type !== 'PrivateIdentifier') {
      if (isSeenBefore) turnBefore(source, member, maker)
    } else if (source.decorators.length === 0) turnSecret(member, maker)
    if (isSeenBefore && usesSuper(unit, source.value)) setups.push(kept(maker, 'home', homeOf(member)))
    const first = compiled.step === null ? [] : [kept(maker, 'step', compiled.step)]
    const body = compiled.body(maker, false, first)
    return { ...member, value: b.functionNode('FunctionExpression', null, compiled.params, body) }
  }

  /** Turns a method before other static code, unless a decorator has, or another method has its place. */
  function turnBefore(source: Node, member: Node, maker: string): void {
    const isNamed = !member.computed && member.key.type !== 'Literal'
    const home = homeOf(member)
    const fn = isNamed ? b.memberUnder(home, member.key) : b.index(home, keys.of(source))
    const { possible } = rivalsOf(source, sources)
    const isLast = differs(
      keys.of(source),
      possible.map((each) => keys.of(each)),
    )
    const waits = b.call(unit.helper('waits'), b.id(maker))
    const test = isLast === null ? waits : b.logical(isLast, '&&', waits)
    setups.push(b.ifThen(test, [b.statement(turned(maker, fn))]))
  }

  /** Turns a private method where it can be reached first: in an instance, or in the class if that is still the one. */
  function turnSecret({ key, static: isStatic }: Node, maker: string): void {
    const turnedIn = (owner: Node): Node => turned(maker, b.memberUnder(owner, key))
    if (isStatic) setups.push(b.ifThen(b.binary(key, 'in', self), [b.statement(turnedIn(self))]))
    else fields.push(privateField(unit.unique('$turned'), turnedIn({ type: 'ThisExpression' })))
  }

  function turned(maker: string, fn: Node): Node {
    return b.call(unit.helper('turn'), b.id(maker), fn)
  }

  function homeOf(member: Node): Node {
    return member.static ? self : b.member(self, 'prototype')
  }

  function kept(maker: string, name: string, value: Node): Node {
    return b.statement(b.assign(b.member(b.id(maker), name), value, '??='))
  }

  /** The decorator that turns the function which the class has under the member's key in the end. */
  function turning(source: Node): Node[] {
    if (methods.size === 0 || source.type !== 'MethodDefinition' || source.kind === 'constructor') return []
    const isSecret = source.key.type === 'PrivateIdentifier'
    if (source.decorators.length === 0 && (isSecret || !methods.has(source))) return []
    let turns = false
    let needsHome = false
    const chosen = ofLast(source, sources, keys, (each) => {
      const method = methods.get(each)
      if (method === undefined) return b.literal(null)
      turns = true
      needsHome ||= usesSuper(unit, each.value)
      return b.id(method.maker)
    })
    // A decorator may call the method while there is no class yet.
    const base = needsHome && source.decorators.length > 0 ? [b.arrow([], parent())] : []
    return turns ? [ours('turnedBy', b.arrow([], chosen), ...base)] : []
  }

  /** The class that this one extends, which its heritage keeps in a variable. */
  function parent(): Node {
    if (superClass === null) return b.undefinedValue()
    if (parentName === null) makers.push([b.id((parentName = unit.topLevelName('$parent'))), null])
    return b.id(parentName)
  }

  function heritage(): Node | null {
    if (parentName === null || superClass === null) return superClass
    const isNameless = isAnonymousDefinition(superClass)
    return b.assign(b.id(parentName), isNameless ? b.sequence(b.literal(0), superClass) : superClass)
  }

  /** The decorator that tells the methods with `super` their home, where `this` of static code may be another class. */
  function homing(): Node[] {
    const home = [...methods].filter(([source]) => usesSuper(unit, source.value))
    if (home.length === 0) return []
    const makersOf = (isStatic: boolean): Node =>
      b.array(home.filter(([source]) => source.static === isStatic).map(([, { maker }]) => b.id(maker)))
    return [ours('homeOf', makersOf(false), makersOf(true))]
  }

  function ours(helper: string, ...args: Node[]): Node {
    return { type: 'Decorator', expression: b.call(unit.helper(helper), ...args) }
  }
}

/** Whether static code of the class may get at the class. */
function reachesItself({ unit }: Rewriter, node: Node): boolean {
  const own = node.id && unit.analysis.scopeOf.get(node)!.bindings.get(node.id.name)
  const mentions = own?.references.length > 0
  return node.body.body.some((each: Node) => runsWhenDefined(each) && (mentions || mentionsThis(each)))
}

/** The class, in static code of it: a decorated one has no `this` there for TypeScript, which refuses the user's. */
function classInStatic({ body, decorators, id }: Node): Node {
  const isThere = body.body.some((each: Node) => runsWhenDefined(each) && mentionsThis(each))
  return id === null || decorators.length === 0 || isThere ? { type: 'ThisExpression' } : b.id(id.name)
}

/** Whether the code mentions `this`, or `super`, of the member that it stands in. */
function mentionsThis(node: Node): boolean {
  if (node.type === 'ThisExpression' || node.type === 'Super') return true
  if (node.type === 'ClassBody' || (isFunction(node) && node.type !== 'ArrowFunctionExpression')) return false
  const isMember = node.type.endsWith('Definition') || node.type === 'AccessorProperty'
  let found = false
  forEachChild(node, (child, field) => {
    found ||= (!isMember || field === 'value') && mentionsThis(child)
  })
  return found
}
