// What forks share without a look at it: a value, a scope of constants, a stack in which nobody changes anything.
// Frames and scopes remember it.

import { closureOf, isScope, UNINITIALISED } from './closure.ts'
import type { Scope } from './closure.ts'
import { CLEAN, PROVEN, UNKNOWN } from './frame.ts'
import type { Frame } from './frame.ts'
import { isDeeplyFrozen } from './frozen.ts'
import { Maker } from './function.ts'
import { isImmutableClass, isOfLastImmutableClass } from './immutable.ts'
import { classAround } from './methods.ts'
import { isMarked } from './share.ts'

/** Whether forks share the stack, asked from the bottom up: a frame knows of its parents what they know of themselves. */
export function isShareable(stack: Frame): boolean {
  if (isClean(stack)) return true
  const unknown: Frame[] = []
  for (let frame: Frame | null = stack; frame !== null && frame.$clean === UNKNOWN; frame = frame.$parent)
    unknown.push(frame)
  for (let i = unknown.length - 1; i >= 0; i--) if (!isClean(unknown[i]!)) return false
  return unknown.length > 0
}

/** Whether forks are known to share the stack, or its top frame is easily seen to allow it and the rest is known. */
export function isClean(stack: Frame): boolean {
  const known = stack.$clean
  if (known !== UNKNOWN) return known % 2 === 1
  const below = stack.$parent === null ? CLEAN : stack.$parent.$clean
  if (below % 2 === 0 || !stack.$probe(stack, isShared)) return false
  stack.$clean = stack.$proven ? PROVEN : below
  return true
}

/** Whether the function closes over variables of no generator: then it is everybody's, with the variables around it. */
function isFree(maker: Maker): boolean {
  return closureOf(maker.fn) === undefined && (maker.home === undefined || classAround(maker) === undefined)
}

/** Whether a look at the value is enough to know that clones share it. */
export function isShared(value: unknown): boolean {
  if (typeof value === 'object')
    return value === null || isOfLastImmutableClass(value) || (value instanceof Maker && isFree(value))
  return typeof value === 'function' ? closureOf(value) === undefined : true
}

const cleanScopes = new WeakSet<Scope>()

/**
 * Whether a scope of constants reaches nothing that can change. Recursive functions reach their own
 * scope, so a scope under inspection counts as clean until something speaks against it.
 */
export function isCleanScope(scope: Scope, visited: Set<Scope> = new Set()): boolean {
  if (cleanScopes.has(scope) || visited.has(scope)) return true
  if (!scope.$constant) return false
  visited.add(scope)
  for (const name of Object.keys(scope)) {
    const value = scope[name]
    if (name === 'this') continue
    if (value === UNINITIALISED) return false
    if (typeof value === 'function') {
      if (!isCleanPart(value, visited)) return false
    } else if (typeof value === 'object' && value !== null && !isImmutable(value)) return false
  }
  if (visited.values().next().value === scope) for (const each of visited) cleanScopes.add(each)
  return true
}

function isCleanPart(part: unknown, visited: Set<Scope>): boolean {
  if (typeof part === 'function')
    return closureOf(part)?.parts.every((inner) => isCleanPart(inner, visited)) !== false
  return typeof part !== 'object' || part === null || (isScope(part) && isCleanScope(part, visited))
}

function isImmutable(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value)
  return (prototype !== null && isImmutableClass(prototype)) || isMarked(value) || isDeeplyFrozen(value)
}
