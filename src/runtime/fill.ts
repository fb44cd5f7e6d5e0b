// How a copy is filled that was made empty, by what it is a copy of.

import { isClass, secretsOf } from './closure.ts'
import type { Scope } from './closure.ts'
import { baseOf } from './builtins.ts'
import { copyFrames } from './copy-frames.ts'
import { anyCursorOf } from './cursors.ts'
import type { CopyValue } from './frame.ts'
import { makerOf } from './function.ts'
import {
  ARGUMENTS,
  BUILT_IN,
  CLASS_PROTOTYPE,
  DATA,
  ELEMENTS,
  FUNCTION,
  GENERATOR,
  MAPPED,
  NOTHING,
  PROPERTIES,
  VARIABLES,
} from './graph.ts'
import { isMethodAgain, isOwnOfFunctions, keysOfClass, makeRoom, methodAgain } from './made-again.ts'
import { argumentsOf, fill as fillMapped } from './mapped.ts'
import type { Mapped } from './mapped.ts'
import { copyProperties, copyProperty, lockLike } from './properties.ts'
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
    case CLASS_PROTOTYPE:
      return fillMadeAgain(source, copy, copyValue)
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

function fillFunction(source: Function, copy: Function, copyValue: CopyValue): void {
  const fields = secretsOf(source)
  if (fields !== undefined)
    for (const name of Object.keys(fields)) secretsOf(copy)![name] = copyValue(fields[name])
  const maker = makerOf(source)
  if (maker?.home !== undefined) makerOf(copy)!.home = copyValue(maker.home)
  if (isClass(source)) return fillMadeAgain(source, copy, copyValue)
  copyProperties(source, copy, copyValue, isOwnOfFunctions)
  inheritLike(source, copy, copyValue)
  lockLike(source, copy)
}

/** A class, or the prototype of one, that was made again: it gets what has become of `source`, in the same order. */
function fillMadeAgain(source: object, copy: object, copyValue: CopyValue): void {
  const keys = keysOfClass(source)
  const made = makeRoom(copy, keys)
  for (const key of keys) {
    const property = Object.getOwnPropertyDescriptor(source, key)!
    const again = made.get(key)
    if (isMethodAgain(property, again)) Object.defineProperty(copy, key, methodAgain(property, again!))
    else copyProperty(copy, key, property, copyValue)
  }
  inheritLike(source, copy, copyValue)
  lockLike(source, copy)
}

/** Inherits from what `source` inherits from, if somebody has changed that. */
function inheritLike(source: object, copy: object, copyValue: CopyValue): void {
  const prototype: object | null = Object.getPrototypeOf(source)
  if (prototype === Object.getPrototypeOf(copy)) return
  const own = copyValue(prototype)
  if (own !== Object.getPrototypeOf(copy)) Object.setPrototypeOf(copy, own)
}
