// What can be seen at compile time to go wrong at run time: values that `clone` will refuse, or that it will copy
// at great cost, in variables that are live at a suspension. Only files that use multishot are looked at: in others
// a generator is mostly an iterator that nobody clones.

import type { Binding, Owner } from './binding.ts'
import { boundTo } from './bound.ts'
import { capturesEval, heldInstance, heldNative, largeLiteral } from './diagnostics.ts'
import type { Finding } from './diagnostics.ts'
import type { Point } from './frames.ts'
import { sharedReceiver } from './shared-receiver.ts'
import { forEachChild, isFunction } from './syntax.ts'
import type { Node } from './syntax.ts'
import { unaskedIn } from './unasked.ts'
import type { Unit } from './unit.ts'

/** What the generator function `fn`, whose frames have these points, is warned of. */
export function warningsOf(unit: Unit, fn: Node, points: readonly Point[]): Finding[] {
  if (!usesMultishot(unit)) return []
  const found = evalAround(unit, fn)
  const shared = sharedReceiver(unit, fn)
  if (shared !== null) found.push(shared)
  found.push(...unaskedIn(unit, fn))
  for (const { id, init } of declaratorsIn(fn.body)) {
    if (id.type !== 'Identifier' || init === null) continue
    const warning = warningOn(unit, id.name, init)
    const held = warning === null ? [] : pointsThatHold(unit, unit.binding(id), points)
    // A literal is no trouble where forks share all that it stands beside.
    const troubled = warning?.code === LITERAL ? held.filter((point) => !isProven(point)) : held
    if (warning !== null && troubled.length > 0) found.push(warning)
  }
  return found
}

function usesMultishot({ analysis }: Unit): boolean {
  const bindings = [...analysis.root.bindings.values()]
  return bindings.some(({ imported }) => imported !== null && /^multishot(?:$|\/)/.test(imported.source))
}

/** The declarations of the function's own variables. */
function declaratorsIn(node: Node): Node[] {
  if (node.type === 'VariableDeclarator') return [node]
  const found: Node[] = []
  forEachChild(node, (child) => {
    if (!isFunction(child) && child.type !== 'ClassBody') found.push(...declaratorsIn(child))
  })
  return found
}

const LITERAL = 'MS2103'

/** The suspensions at which the variable, or the record that it lives in, is live. */
function pointsThatHold(unit: Unit, binding: Binding | undefined, points: readonly Point[]): Point[] {
  const access = binding && unit.access.get(binding)
  if (access === undefined || access.type === 'self') return []
  const variable = access.type === 'record' ? access.record.variable : access.variable
  return points.filter(({ number, live }) => number > 0 && live.has(variable))
}

/** Whether forks are known to share whatever a frame of the point holds. */
function isProven({ live, shape: { copied, proven } }: Point): boolean {
  return copied.every((slot) => !live.has(slot) || proven.includes(slot))
}

function warningOn(unit: Unit, name: string, value: Node): Finding | null {
  if (value.type === 'NewExpression' && value.callee.type === 'Identifier') {
    const binding = unit.binding(value.callee)
    if (binding === undefined && NATIVE_CLASSES.has(value.callee.name))
      return heldNative(value, name, `a ${value.callee.name}`)
    const declared = binding && classOf(unit, binding)
    if (declared && isPlainClass(declared) && !namesPolicies(unit))
      return heldInstance(value, name, binding.name)
    if (binding !== undefined) return null
  }
  const made = value.type === 'CallExpression' ? nativeMadeBy(unit, value) : null
  if (made !== null) return heldNative(value, name, made)
  const size = sizeOf(value)
  return size >= LARGE ? largeLiteral(value, name, size) : null
}

/** From how many values on copying a literal at every fork is worth a word. */
const LARGE = 500

const NATIVE_CLASSES = new Set([
  'AbortController',
  'EventSource',
  'MessageChannel',
  'Promise',
  'ReadableStream',
  'TransformStream',
  'WeakMap',
  'WeakSet',
  'WebSocket',
  'Worker',
  'WritableStream',
])

/** What a call of something that the platform has, or of an async function, gives, where `clone` refuses it. */
function nativeMadeBy(unit: Unit, { callee }: Node): string | null {
  if (isFunction(callee)) return isAsyncFunction(callee) ? 'a promise' : null
  if (callee.type === 'Identifier') {
    const binding = unit.binding(callee)
    if (binding === undefined) return callee.name === 'fetch' ? 'a promise' : null
    if (isBoundToAsync(unit, binding)) return 'a promise'
    const { source, name } = binding.imported ?? { source: '', name: '' }
    return isStreamMaker(source, name) ? 'a stream' : null
  }
  if (callee.type !== 'MemberExpression' || callee.computed || callee.object.type !== 'Identifier')
    return null
  const binding = unit.binding(callee.object)
  const { name } = callee.property
  if (binding === undefined)
    return callee.object.name === 'Promise' && PROMISE_MAKERS.has(name) ? 'a promise' : null
  return isStreamMaker(binding.imported?.source ?? '', name) ? 'a stream' : null
}

const PROMISE_MAKERS = new Set(['all', 'allSettled', 'any', 'race', 'resolve', 'reject', 'try'])

function isStreamMaker(source: string, name: string): boolean {
  return /^(?:node:)?fs$/.test(source) && /^create(?:Read|Write)Stream$/.test(name)
}

function isAsyncFunction(node: Node): boolean {
  return isFunction(node) && node.async && !node.generator
}

/** Whether the variable is bound for good to an async function of the file. */
function isBoundToAsync(unit: Unit, binding: Binding): boolean {
  if (binding.kind !== 'function' && binding.kind !== 'const') return false
  return boundTo(unit, binding).some(isAsyncFunction)
}

/** The class of the file that the variable is bound to for good. */
function classOf(unit: Unit, binding: Binding): Node | null {
  return binding.kind === 'class' ? (boundTo(unit, binding)[0] ?? null) : null
}

/** A class that inherits nothing and says nothing with a computed key: it has no policy of its own. */
function isPlainClass({ superClass, body }: Node): boolean {
  return superClass === null && body.body.every((member: Node) => member.computed !== true)
}

/** Whether the file says anything of policies: then it may say one for any class. */
function namesPolicies({ source }: Unit): boolean {
  return /\bcopy\b/.test(source)
}

const COLLECTIONS = new Set(['Map', 'Set'])

/** How many values a literal, or a collection made of one, holds, those in it included; 0 for what is none. */
function sizeOf(node: Node): number {
  if (node.type === 'ArrayExpression')
    return node.elements.reduce(
      (sum: number, each: Node | null) => sum + 1 + (each === null ? 0 : sizeOf(each)),
      0,
    )
  if (node.type === 'NewExpression' && COLLECTIONS.has(node.callee.name))
    return node.arguments.length === 1 ? sizeOf(node.arguments[0]) : 0
  if (node.type !== 'ObjectExpression') return 0
  return node.properties.reduce(
    (sum: number, each: Node) => sum + 1 + (each.value ? sizeOf(each.value) : 0),
    0,
  )
}

/** A direct `eval` in a function around the generator: the evaluated code sees what the generator captures. */
function evalAround({ analysis, findings }: Unit, fn: Node): Finding[] {
  const around = new Set<Owner>()
  for (let owner = analysis.ownerOf.get(fn)!.parent; owner !== null; owner = owner.parent) around.add(owner)
  around.delete(analysis.root.owner)
  const seen = analysis.dynamic.find(({ what, owner }) => what === 'eval' && around.has(owner))
  if (seen === undefined) return []
  const warning = capturesEval(seen.node)
  const isSaid = findings.some(({ code, offset }) => code === warning.code && offset === warning.offset)
  return isSaid ? [] : [warning]
}
