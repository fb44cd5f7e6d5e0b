// How a copy is filled that was made empty, by what it is a copy of.

import { secretsOf } from './closure.ts'
import type { Scope } from './closure.ts'
import { baseOf } from './builtins.ts'
import { copyFrames } from './copy-frames.ts'
import { anyCursorOf } from './cursors.ts'
import type { CopyValue } from './frame.ts'
import { makerOf } from './function.ts'
import {
  ARGUMENTS,
  BUILT_IN,
  DATA,
  ELEMENTS,
  FUNCTION,
  GENERATOR,
  MAPPED,
  NOTHING,
  PROPERTIES,
  VARIABLES,
} from './graph.ts'
import { argumentsOf, fill as fillMapped } from './mapped.ts'
import type { Mapped } from './mapped.ts'
import { copyProperties, lockLike } from './properties.ts'
import { graph } from './undertaking.ts'

/** Fills what was met at `place`, once. */
export function fillAt(place: number, copyValue: CopyValue): void {
  const source = graph.sources[place]!
  const copy = graph.copies[place]!
  const fill = graph.fills[place]!
  if (fill <= NOTHING) return
  graph.fills[place] = -fill
  switch (fill) {
    case ELEMENTS:
      return fillElements(copy as unknown[], copyValue)
    case DATA:
      return fillData(copy as Record<string, unknown>, copyValue)
    case PROPERTIES:
      copyProperties(source, copy, copyValue)
      return lockLike(source, copy)
    case ARGUMENTS:
      return copyProperties(source, copy, copyValue, (key) => key === 'callee')
    case MAPPED:
      fillMapped(source as Mapped, copy as Mapped, copyValue)
      return lockLike(argumentsOf(source as Mapped), argumentsOf(copy as Mapped))
    case VARIABLES:
      return fillVariables(source as Scope, copy as Scope, copyValue)
    case FUNCTION:
      return fillFunction(source as Function, copy as Function, copyValue)
    case GENERATOR: {
      const { stack } = anyCursorOf(source)!
      if (stack !== null) anyCursorOf(copy)!.stack = copyFrames(stack, copyValue)
      return copyProperties(source, copy, copyValue)
    }
    case BUILT_IN:
      return fillBuiltIn(source, copy, copyValue)
    default:
      throw new Error('invariant: every copy says how it is filled')
  }
}

export function fillElements(copy: unknown[], copyValue: CopyValue): void {
  for (let i = 0; i < copy.length; i++) {
    const element = copy[i]
    if ((typeof element === 'object' && element !== null) || typeof element === 'function')
      copy[i] = copyValue(element)
  }
}

export function fillData(copy: Record<string, unknown>, copyValue: CopyValue): void {
  for (const key in copy) {
    const value = copy[key]
    if (
      ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
      Object.hasOwn(copy, key)
    )
      copy[key] = copyValue(value)
  }
}

function fillVariables(source: Scope, copy: Scope, copyValue: CopyValue): void {
  for (const name of Object.keys(source))
    copy[name] = name === 'this' ? source[name] : copyValue(source[name])
}

function fillBuiltIn(source: object, copy: object, copyValue: CopyValue): void {
  const kind = baseOf(Object.getPrototypeOf(source) as object)!
  kind.fill?.(source as never, copy as never, copyValue)
  copyProperties(source, copy, copyValue, (key) => kind.hasMade?.(key) === true)
  lockLike(source, copy)
}

const ownOfFunctions = new Set<PropertyKey>(['length', 'prototype', 'arguments', 'caller'])

function fillFunction(source: Function, copy: Function, copyValue: CopyValue): void {
  const fields = secretsOf(source)
  if (fields !== undefined)
    for (const name of Object.keys(fields)) secretsOf(copy)![name] = copyValue(fields[name])
  const maker = makerOf(source)
  if (maker?.home !== undefined) makerOf(copy)!.home = copyValue(maker.home)
  dropFields(source, copy)
  // Static methods of a class were made again with it, over the scopes of the clone. The name is not the
  // builder's when it came from a computed key.
  copyProperties(source, copy, copyValue, (key, property) => {
    if (ownOfFunctions.has(key)) return true
    return isMethod(property) && isMethod(Object.getOwnPropertyDescriptor(copy, key))
  })
}

/** A class that was made again has all its static fields and methods, also those that are there no longer, the fields in an order of their own. */
function dropFields(source: Function, copy: Function): void {
  for (const key of Reflect.ownKeys(copy)) {
    const isKept = Object.hasOwn(source, key) && isMethod(Object.getOwnPropertyDescriptor(copy, key))
    if (!isKept && key !== 'name' && !ownOfFunctions.has(key)) Reflect.deleteProperty(copy, key)
  }
}

function isMethod(property: PropertyDescriptor | undefined): boolean {
  return property !== undefined && (typeof property.value === 'function' || !('value' in property))
}
