// What a suspended computation looks like: its frames and all that they reach as one flat list, in which every
// object has the number at which it was met. So aliases and cycles are part of the picture, and two
// computations are alike exactly when their lists are.
//
// Law: alike stacks go on alike, whatever is done to both. A portrait is never touched by what is done to the
// stack afterwards: it holds primitives, and objects only where their identity or their `equals` counts.

import { anatomyOf, describeStack, ITSELF, VALUE } from './anatomy.ts'
import type { Anatomy } from './anatomy.ts'
import type { Frame } from './frame.ts'
import type { MadeBy } from './generator.ts'
import type { Listener } from './listener.ts'
import { enclosing } from './methods.ts'
import { isPrimitive } from './primitive.ts'
import { Root } from './root.ts'
import type { Value } from './value.ts'

/** Stand before the number of an object: the second one where the object itself stands already. */
const MET: unique symbol = Symbol('met')
const ALIAS: unique symbol = Symbol('alias')

/** The list, and a number that is the same for alike ones. */
export interface Portrait {
  readonly hash: number
  readonly marks: readonly unknown[]
}

export function isAlike(one: Portrait, other: Portrait): boolean {
  const [a, b] = [one.marks, other.marks]
  if (one.hash !== other.hash || a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i]) && !areEqual(a[i], b[i])) return false
  return true
}

function areEqual(one: unknown, other: unknown): boolean {
  return isObject(one) && isObject(other) && isValue(one) && isValue(other) && one.equals(other)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isValue(value: object): value is Value {
  return anatomyOf(value) === VALUE
}

/** Portraits of whatever `tell` tells. */
export function draw(tell: (to: Painter) => void): Portrait {
  const painter = new Painter()
  tell(painter)
  return painter.finish()
}

/** The portrait of a stack, together with what is about to be sent to it. */
export function portraitOf(stack: Frame, sent?: unknown): Portrait {
  return draw((to) => {
    to.stack(stack)
    to.part(sent)
  })
}

const FEW = 12

export class Painter implements Listener {
  private readonly marks: unknown[] = []
  private hash = 0
  /** In the order in which they were met, which is that in which they are opened. */
  private readonly met: object[] = []
  private readonly anatomies: (Anatomy | null)[] = []
  private index: Map<object, number> | null = null
  /** What lies outside, however it is reached. */
  private outside: Set<object> | null = null

  /** The frames of a stack; what the root of a program says to lie outside does. */
  stack(stack: Frame): void {
    for (let frame: Frame | null = stack; frame !== null; frame = frame.$parent)
      if (frame instanceof Root) this.leaveOut(frame.maker)
    describeStack(stack, this)
  }

  /** The variables of the functions around are no part of a clone. */
  leaveOut(maker: MadeBy): void {
    for (const part of enclosing(maker)) this.keepOutside(part as object)
  }

  fact(fact: string | number | boolean): void {
    this.marks.push(fact)
    this.mix(hashOf(fact))
  }

  code(code: object): void {
    this.marks.push(code)
  }

  part(value: unknown): void {
    if (isPrimitive(value)) {
      this.marks.push(value)
      this.mix(hashOf(value))
    } else this.object(value as object)
  }

  common(value: unknown): void {
    this.marks.push(value)
    if (isPrimitive(value)) return this.mix(hashOf(value))
    const number = this.find(value as object)
    // Whoever reaches it in both ways reaches one object.
    if (number >= 0) this.marks.push(ALIAS, number)
    this.keepOutside(value as object)
  }

  /** Whatever is told of it from now on, it is this very one. */
  private keepOutside(value: object): void {
    this.outside ??= new Set()
    this.outside.add(value)
  }

  foreign(iterator: object, place: object | null): void {
    this.common(iterator)
    this.common(place)
  }

  prototype(prototype: object): void {
    this.common(prototype)
  }

  bytes(bytes: Uint8Array): void {
    this.fact(bytes.length)
    for (let i = 0; i < bytes.length; i += 4096)
      this.fact(String.fromCharCode(...bytes.subarray(i, i + 4096)))
  }

  private object(value: object): void {
    let number = this.find(value)
    if (number < 0) {
      const anatomy = this.outside?.has(value) ? ITSELF : anatomyOf(value)
      if (anatomy === ITSELF) return void this.marks.push(value)
      if (anatomy === VALUE) {
        this.marks.push(value)
        return this.mix((value as Value).hashCode())
      }
      number = this.add(value, anatomy)
    }
    this.marks.push(MET, number)
    this.mix(number)
  }

  private find(value: object): number {
    return this.index === null ? this.met.indexOf(value) : (this.index.get(value) ?? -1)
  }

  private add(value: object, anatomy: Anatomy): number {
    const number = this.met.length
    this.met.push(value)
    this.anatomies.push(anatomy)
    if (this.index !== null) this.index.set(value, number)
    else if (number === FEW) this.index = new Map(this.met.map((each, i) => [each, i]))
    return number
  }

  private mix(hash: number): void {
    this.hash = Math.imul(this.hash ^ hash, 0x9e3779b1)
    this.hash ^= this.hash >>> 15
  }

  /** Opens everything that was met, what is met on the way too. */
  finish(): Portrait {
    for (let number = 0; number < this.met.length; number++)
      this.anatomies[number]!(this.met[number] as never, this)
    return { hash: this.hash, marks: this.marks }
  }
}

const float = new Float64Array(1)
const halves = new Int32Array(float.buffer)

/** The same for what `Object.is` takes for the same. */
function hashOf(value: unknown): number {
  switch (typeof value) {
    case 'number':
      if ((value | 0) === value) return value
      if (value !== value) return 19
      float[0] = value
      return halves[0]! ^ halves[1]!
    case 'string':
      return hashOfText(value)
    case 'boolean':
      return value ? 7 : 11
    case 'undefined':
      return 13
    case 'bigint':
      return hashOfText(String(value))
    default:
      return 17
  }
}

/** Of a long text, every so many characters. */
function hashOfText(text: string): number {
  const stride = text.length > 256 ? text.length >> 7 : 1
  let hash = text.length
  for (let i = 0; i < text.length; i += stride) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}
