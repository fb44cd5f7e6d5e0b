// What a compiled generator function is made of. `Code` (code.ts) is the static part, one per function in
// the source; `Maker` is one function object of it (a closure), which starts the generators.

import { dependOn } from './assumption.ts'
import { Code, FIRST_DEAD, HANDLES, namesIn, pointsIn, TRAITS, TRUSTS } from './code.ts'
import type { FrameConstructor, ShapeRow, Step } from './code.ts'
import { notAConstructor } from './errors.ts'
import type { Place } from './errors.ts'
import type { Frame } from './frame.ts'
import {
  AsyncCursor,
  asyncGenerators,
  makeAsyncGenerator,
  makeAsyncGeneratorBelow,
} from './async-generator.ts'
import { Cursor, generators, makeGenerator, makeGeneratorBelow } from './generator.ts'
import type { Kind } from './kind.ts'
import type { Listener } from './listener.ts'
import { register } from './registry.ts'
import { makeStamp } from './stamp.ts'
import {
  construct,
  create,
  defineProperty,
  deleteProperty,
  getOwnPropertyDescriptor,
  ownKeys,
  setPrototypeOf,
} from './intrinsics.ts'

/** The prototype shared by all frames. */
const framePrototype = {
  $maker: undefined,
  $proven: false,
  get $handles(): boolean {
    return (traitsOf(this as unknown as Described) & HANDLES) !== 0
  },
  get $trusts(): boolean {
    return (traitsOf(this as unknown as Described) & TRUSTS) !== 0
  },
}

type Described = Frame & { readonly $code: Code; readonly $slots: readonly string[] }

/** A frame just made, of all variables of its step: it lets go of those that are dead at its point. */
export function trimmed(frame: Described & Record<string, unknown>): Frame {
  const { $code, $point, $slots } = frame
  const row = $code.points[$point]!
  for (let at = FIRST_DEAD; at < row.length; at += 2)
    for (let slot = row[at]!; slot < row[at + 1]!; slot++) frame[$slots[slot]!] = undefined
  return frame
}

function traitsOf({ $code, $point }: Described): number {
  return $code.points[$point]![TRAITS] ?? 0
}

/** A frame of a function whose step is a closure finds it in its maker. */
function stepOfMaker(frame: Frame & { $maker: Maker }, mode: never, sent: unknown): Frame | null {
  return frame.$maker.step(frame, mode, sent)
}

/**
 * Describes a generator function, with its points as text (`pointsIn`), and gives its frame constructors their
 * prototypes.
 */
export function code(
  name: string,
  file: string,
  step: Step | null,
  shapes: readonly ShapeRow[],
  rows: string,
  label: string,
  source = file,
): Code {
  const points = pointsIn(rows, shapes.length)
  const result = new Code(name, file, step, shapes, points, name + label, source)
  register(result)
  for (let shape = 0; shape < shapes.length; shape++) {
    const row = shapes[shape]!
    const slots = namesIn(row[1])
    const shared = namesIn(row[2] ?? '')
    let first = -1
    let several = false
    for (let point = 0; point < points.length; point++) {
      if (points[point]![0] !== shape) continue
      if (first < 0) first = point
      else several = true
    }
    const proven = namesIn(row[3] ?? '')
    const prototype = {
      __proto__: framePrototype,
      $code: result,
      $slots: join(slots, shared),
      $point: first,
      $step: step ?? stepOfMaker,
      $copy: copier(row[0], several, slots, shared),
      $proven: proven.length > 0,
      $probe: prober(without(slots, proven)),
      $describe: describer(result, slots, shared),
    }
    row[0].prototype = prototype
    // What was assumed turned out wrong: from now on the frames are asked like all others.
    dependOn(row[4], () => {
      prototype.$proven = false
      prototype.$probe = prober(slots)
    })
  }
  return result
}

function join(slots: readonly string[], more: readonly string[]): readonly string[] {
  const all: string[] = []
  for (let i = 0; i < slots.length; i++) all[all.length] = slots[i]!
  for (let i = 0; i < more.length; i++) all[all.length] = more[i]!
  return all
}

function without(names: readonly string[], excluded: readonly string[]): readonly string[] {
  const rest: string[] = []
  for (let i = 0; i < names.length; i++) {
    let found = false
    for (let j = 0; j < excluded.length; j++) found ||= names[i] === excluded[j]
    if (!found) rest[rest.length] = names[i]!
  }
  return rest
}

type Slots = Frame & Readonly<Record<string, unknown>>

function copier(
  constructor: FrameConstructor,
  several: boolean,
  copied: readonly string[],
  shared: readonly string[],
): Frame['$copy'] {
  // Most frames hold few variables, and V8 makes a new frame fastest where it sees each of them.
  const [a, b, c] = copied as readonly [string, string, string]
  if (shared.length === 0 && several) {
    switch (copied.length) {
      case 1:
        return (frame, copy, parent) => new constructor(parent, frame.$point, copy((frame as Slots)[a]))
      case 2:
        return (frame, copy, parent) =>
          new constructor(parent, frame.$point, copy((frame as Slots)[a]), copy((frame as Slots)[b]))
      case 3:
        return (frame, copy, parent) =>
          new constructor(
            parent,
            frame.$point,
            copy((frame as Slots)[a]),
            copy((frame as Slots)[b]),
            copy((frame as Slots)[c]),
          )
    }
  }
  if (shared.length === 0 && !several) {
    switch (copied.length) {
      case 1:
        return (frame, copy, parent) => new constructor(parent, copy((frame as Slots)[a]))
      case 2:
        return (frame, copy, parent) =>
          new constructor(parent, copy((frame as Slots)[a]), copy((frame as Slots)[b]))
      case 3:
        return (frame, copy, parent) =>
          new constructor(
            parent,
            copy((frame as Slots)[a]),
            copy((frame as Slots)[b]),
            copy((frame as Slots)[c]),
          )
    }
  }
  return (frame, copy, parent) => {
    const slots: unknown[] = several ? [parent, frame.$point] : [parent]
    for (let i = 0; i < copied.length; i++) slots[slots.length] = copy((frame as Slots)[copied[i]!])
    for (let i = 0; i < shared.length; i++) slots[slots.length] = (frame as Slots)[shared[i]!]
    return construct(constructor, slots) as Frame
  }
}

function prober(copied: readonly string[]): Frame['$probe'] {
  // Asked at every choice: V8 remembers one name better than the names in a loop.
  const only = copied[0]
  if (only === undefined) return () => true
  if (copied.length === 1) return (frame, isShared) => isShared((frame as Slots)[only])
  return (frame, isShared) => {
    for (let i = 0; i < copied.length; i++) if (!isShared((frame as Slots)[copied[i]!])) return false
    return true
  }
}

/** Of a frame of `code`: the maker of a closure's frame stands first among what is copied. */
function describer(of: Code, copied: readonly string[], shared: readonly string[]): Frame['$describe'] {
  const hasMaker = copied[0] === '$maker'
  return (frame, to: Listener) => {
    to.fact('frame')
    to.code(of)
    to.fact(frame.$point)
    if (hasMaker) to.part((frame.$maker as Maker).fn)
    for (let i = hasMaker ? 1 : 0; i < copied.length; i++) to.part((frame as Slots)[copied[i]!])
    for (let i = 0; i < shared.length; i++) to.common((frame as Slots)[shared[i]!])
  }
}

/** The home of a method whose object literal is not complete yet. */
export const PENDING: unique symbol = Symbol('pending')

/** One generator function object: starts its generators and holds its step. */
export class Maker {
  fn!: Function
  readonly code: Code
  step: Step
  /** The `prototype` that the function was given at first. */
  prototype!: object
  /** Where `super` of a method starts to look. */
  home: object | typeof PENDING | undefined
  constructor(code: Code) {
    this.code = code
    this.step = code.step!
  }

  /** A generator at its start. Called by the body of the function, after the engine has bound its parameters. */
  start(frame: Frame, newTarget: unknown): object {
    if (newTarget !== undefined) throw notAConstructor(this.code.name)
    const prototype: unknown = this.fn.prototype
    const cursor = new Cursor(frame, this)
    return prototype === this.prototype
      ? makeGenerator(this.prototype, cursor)
      : makeGeneratorBelow(prototype, cursor)
  }

  /** What its functions and their `prototype` inherit from. */
  get kind(): Kind {
    return generators
  }
}

/** One async generator function object. */
class AsyncMaker extends Maker {
  // The constructor that V8 makes up would iterate its arguments, which a program can see.
  // oxlint-disable-next-line no-useless-constructor -- it is not the same
  constructor(code: Code) {
    super(code)
  }

  override start(frame: Frame, newTarget: unknown): object {
    if (newTarget !== undefined) throw notAConstructor(this.code.name)
    const prototype: unknown = this.fn.prototype
    const cursor = new AsyncCursor(frame, this)
    return prototype === this.prototype
      ? makeAsyncGenerator(this.prototype, cursor)
      : makeAsyncGeneratorBelow(prototype, cursor)
  }

  override get kind(): Kind {
    return asyncGenerators
  }
}

/** Whether the maker starts async generators. */
export function isAsync(maker: Maker): boolean {
  return maker instanceof AsyncMaker
}

const makers = makeStamp<Maker>()

/** The maker of a compiled generator function; undefined for every other function. */
export function makerOf(fn: object): Maker | undefined {
  return makers.get(fn)
}

/** Turns `fn` into a generator function: prototype chain and `prototype` property as ECMAScript has them. */
function install(maker: Maker, fn: Function): Maker {
  return installWith(maker, fn, prototypeFor(fn, maker.kind.prototype))
}

function installWith(maker: Maker, fn: Function, prototype: object): Maker {
  const { functionPrototype } = maker.kind
  maker.fn = fn
  maker.prototype = prototype
  makers.set(fn, maker)
  if (maker.code.step !== null) maker.code.declared ??= fn
  setPrototypeOf(fn, functionPrototype)
  defineProperty(fn, 'prototype', {
    value: maker.prototype,
    writable: true,
    enumerable: false,
    configurable: false,
  })
  return maker
}

/** A declared function has a prototype that somebody may hold already: it becomes the generators'. */
function prototypeFor(fn: Function, above: object): object {
  const existing: unknown = getOwnPropertyDescriptor(fn, 'prototype')?.value
  if (typeof existing !== 'object' || existing === null) return create(above)
  deleteProperty(existing, 'constructor')
  return setPrototypeOf(existing, above)
}

/** A function declaration or method that exists already. */
export function define(fn: Function, code: Code, step?: Step, home?: object): Maker {
  return defineWith(new Maker(code), fn, step, home)
}

export function defineAsync(fn: Function, code: Code, step?: Step, home?: object): Maker {
  return defineWith(new AsyncMaker(code), fn, step, home)
}

function defineWith(maker: Maker, fn: Function, step: Step | undefined, home: object | undefined): Maker {
  const { name } = maker.code
  maker.home = home
  if (step !== undefined) maker.step = step
  // `export default function* () {}` has a name that no declaration can have.
  if (name === 'default') defineProperty(fn, 'name', { value: name, configurable: true })
  return install(maker, fn)
}

/** The maker of a method that waits to be turned into a generator function, and may be called before. */
export function maker(of: Code): Maker {
  return waiting(new Maker(of))
}

export function asyncMaker(of: Code): Maker {
  return waiting(new AsyncMaker(of))
}

function waiting(made: Maker): Maker {
  made.prototype = create(made.kind.prototype)
  made.fn = function () {}
  made.fn.prototype = made.prototype
  return made
}

/** Whether the maker still waits for its method. */
export function waits(of: Maker): boolean {
  return makerOf(of.fn) === undefined
}

/** Turns the method `fn` into the generator function that `of` waits for. */
export function turn(of: Maker, fn: Function): void {
  if (waits(of)) installWith(of, fn, of.prototype)
}

type Build = (maker: Maker) => Function

/**
 * A function expression: `build` makes the function and, where it is a closure, its step. `pending`: it is a
 * method that waits for the object literal around it.
 */
export function generator(code: Code, build: Build, pending?: boolean): Function {
  return buildWith(new Maker(code), build, pending)
}

export function asyncGenerator(code: Code, build: Build, pending?: boolean): Function {
  return buildWith(new AsyncMaker(code), build, pending)
}

function buildWith(maker: Maker, build: Build, pending: boolean | undefined): Function {
  if (pending) maker.home = PENDING
  return install(maker, build(maker)).fn
}

/** Makes an object literal the home of the methods that wait for it, and returns it. */
export function adopt(object: object): object {
  const keys = ownKeys(object)
  for (let i = 0; i < keys.length; i++) {
    const fn: unknown = getOwnPropertyDescriptor(object, keys[i]!)?.value
    const maker = typeof fn === 'function' ? makerOf(fn) : undefined
    if (maker?.home === PENDING) maker.home = object
  }
  return object
}

/** Where a frame stands in the user's source; a frame of the runtime's own stands nowhere. */
export function placeOf(frame: Frame & { readonly $code?: Code }): Place | undefined {
  const code = frame.$code
  const point = code?.points[frame.$point]
  if (code === undefined || point === undefined) return undefined
  return { functionName: code.name, file: code.source, line: point[1], column: point[2] }
}
