// A choice point copies one stack once per option. The first copy is made with all the questions that a
// copy has to ask: whether an object was met before, whether it has accessors, hidden properties, holes.
// That copy is nobody's but the choice point's, so the answers stay true, and every further copy is made
// from it by a list of what to do: copy each object flatly, then set what refers to another of them.
//
// Law: what `replay` gives is what a copy of `stack` would be. Nothing is looked up, because a place in
// the list stands for an object; so aliases and cycles cost nothing.

import { builtInWith } from './builtins.ts'
import type { BuiltIn } from './builtins.ts'
import { closureAgain, closureOf, isClass, secretsOf } from './closure.ts'
import { copyStack, fillCopies } from './copy.ts'
import { forked, forking } from './forking.ts'
import type { CopyValue, Frame } from './frame.ts'
import { Maker, makerOf } from './function.ts'
import { BUILT_IN, DATA, ELEMENTS, FUNCTION, VARIABLES } from './graph.ts'
import type { Graph } from './graph.ts'
import { isOwnOfFunctions } from './made-again.ts'
import { Position } from './position.ts'
import { explained } from './refusal.ts'
import { Standing } from './standing.ts'
import { beginCopy, endCopy, giveUpCopy, metSoFar } from './undertaking.ts'

/** A reference to an object that is not copied. */
const SHARED = -1

/**
 * Beside the kinds of graph.ts: a table of flat arrays that nothing else refers to, such an array, a table, a
 * position in an iteration, and an object that stays itself.
 */
const MATRIX = 99
const ROW = 100
const TABLE = 101
const STANDING = 102
const ITSELF = 103

/** An array that holds the objects at these places and nothing else: a matrix, a list of records. */
interface Table {
  readonly place: number
  readonly first: number
  readonly end: number
}

/** From which object, under which key, to which: three columns of places and keys, which V8 reads fastest. */
interface References<Key> {
  readonly from: number[]
  readonly key: Key[]
  readonly to: number[]
}

/** The places of what a function of the runtime asks to be copied, one by one, while it copies `part`. */
interface Sequence<Part> {
  readonly part: Part
  readonly places: readonly number[]
}

/** The private copy of a stack, and how to copy it again. */
export class Template {
  readonly stack: Frame
  /** False where something in it must be asked each time how it is copied. */
  readonly replayable: boolean
  /** How many objects one copy makes. */
  private readonly size: number
  /** The frames that are copied, the lowest first, above those that are shared. */
  private readonly frames: Sequence<Frame>[] = []
  private readonly shared: Frame | null
  /** What is copied, in an order in which each object comes after those that it is made of. */
  private readonly nodes: readonly object[]
  private readonly kinds: number[] = []
  /** The places of what can be copied before the others are there. */
  private readonly flat: readonly number[]
  private readonly elements: References<number> = { from: [], key: [], to: [] }
  private readonly properties: References<string> = { from: [], key: [], to: [] }
  /** By place: what an object is made of, where it is not copied flatly. */
  private readonly parts: (readonly number[] | undefined)[] = []
  /** What is put into an object when all are there. */
  private readonly contents: (Sequence<object> & { readonly place: number })[] = []
  private readonly tables: Table[] = []
  private readonly standings: number[] = []
  /** The only frame that is copied, where it holds one flat object, such as a board: that copy needs no places. */
  private readonly lone: Frame | null
  private twin: object = none
  private readonly twinOf: CopyValue = <T>(value: T): T =>
    value === this.nodes[0] ? (this.twin as T) : value
  /** Objects are mostly referred to for the first time in the order of their places. */
  private expected = 0
  private index: Map<unknown, number> | null = null
  /** The places that are referred to once more. */
  private readonly again = new Set<number>()

  constructor(stack: Frame, original: Frame, { sources, copies, fills, made }: Graph) {
    this.stack = stack
    this.size = made
    this.nodes = copies
    const copied: Frame[] = []
    let from: Frame | null = original
    let to: Frame | null = stack
    for (; to !== null && to !== from; from = from!.$parent, to = to.$parent) copied.push(to)
    this.shared = to
    for (let part = copied.pop(); part !== undefined; part = copied.pop()) {
      this.frames.push({ part, places: this.placesIn(part) })
    }
    this.replayable = copies.every((node, place) =>
      node === sources[place] ? this.note(ITSELF) : this.describe(node, place, -fills[place]!),
    )
    if (this.replayable) this.findMatrices()
    this.flat = [...this.kinds.keys()].filter((place) => this.kinds[place]! < ROW)
    this.lone = this.replayable && this.isLone() ? this.frames[0]!.part : null
  }

  /** Another copy of the stack. */
  replay(): Frame {
    const { nodes, lone, kinds, tables, frames, flat } = this
    if (lone !== null) return this.replayLone(lone)
    const copies = nodes.slice()
    made = copies
    for (let i = 0; i < flat.length; i++) {
      const place = flat[i]!
      const node = nodes[place]!
      const kind = kinds[place]
      if (kind === ELEMENTS) copies[place] = (node as unknown[]).slice()
      else if (kind === MATRIX) copies[place] = matrixLike(node as unknown[][])
      else if (kind === DATA) copies[place] = { ...node }
      else copies[place] = this.copyOf(node, place, kind!)
    }
    // The elements of a table come after it, and may be tables themselves.
    for (let i = tables.length - 1; i >= 0; i--) {
      const { place, first, end } = tables[i]!
      copies[place] = copies.slice(first, end)
    }
    linkElements(copies as unknown[][], this.elements)
    linkProperties(copies as Record<string, unknown>[], this.properties)
    if (this.standings.length > 0 || this.contents.length > 0) this.complete(copies)
    let parent = this.shared
    for (let i = 0; i < frames.length; i++) {
      const { part, places } = frames[i]!
      expect(places)
      parent = part.$copy(part, next, parent)
    }
    made = none
    forking.copied += this.size
    return parent!
  }

  private isLone(): boolean {
    const { kinds, elements, properties, frames } = this
    const refersToItself = elements.from.length + properties.from.length > 0
    return frames.length === 1 && !refersToItself && kinds.every(isLoneKind)
  }

  /** What `replay` does, without a list of copies. */
  private replayLone(frame: Frame): Frame {
    const node = this.nodes[0]!
    const kind = this.kinds[0]
    if (kind === MATRIX) this.twin = matrixLike(node as unknown[][])
    else this.twin = kind === ELEMENTS ? (node as unknown[]).slice() : { ...node }
    forking.copied += this.size
    return frame.$copy(frame, this.twinOf, this.shared)
  }

  /** What can be done only when all other objects are there. */
  private complete(copies: object[]): void {
    const { nodes, standings } = this
    for (const place of standings) copies[place] = this.copyOf(nodes[place]!, place, STANDING)
    for (const { part, place, places } of this.contents) {
      expect(places)
      builtInOf(part)!.fill!(part as never, copies[place] as never, next)
    }
    // An iteration can be found again only in a collection that is complete.
    for (const place of standings) if (copies[place] instanceof Position) copies[place].settle()
  }

  private copyOf(node: object, place: number, kind: number): object {
    expect(this.parts[place] ?? [])
    switch (kind) {
      case VARIABLES:
        return Object.assign(Object.create(Object.getPrototypeOf(node)) as object, node)
      case FUNCTION:
        return functionLike(node as Function, closureOf(node)!.parts.map(next))
      case BUILT_IN:
        return builtInOf(node)!.empty(node as never, next)
      case STANDING:
        return (node as Standing).copy(next, next)
      default:
        throw new Error('invariant: a template that is replayed knows the kinds of its objects')
    }
  }

  /** Notes how `node` is copied; false when that cannot be said once and for all. */
  private describe(node: object, place: number, fill: number): boolean {
    switch (fill) {
      case ELEMENTS:
        return this.note(this.noteElements(node as unknown[], place))
      case DATA:
      case VARIABLES:
        this.noteProperties(node as Readonly<Record<string, unknown>>, place)
        return this.note(fill)
      case FUNCTION:
        if (!isSimple(node as Function)) return false
        this.parts[place] = closureOf(node)!.parts.map((part) => this.placeOf(part))
        return this.note(fill)
      case BUILT_IN:
        return this.noteBuiltIn(node, place) && this.note(fill)
      default:
        if (!(node instanceof Standing) || node.isCounted) return false
        this.standings.push(place)
        this.parts[place] = this.asked((copy) => node.copy(copy, copy))
        return this.note(STANDING)
    }
  }

  private note(kind: number): true {
    this.kinds.push(kind)
    return true
  }

  private noteElements(node: readonly unknown[], place: number): number {
    const first = this.expected
    const places = node.map((element) => this.placeOf(element))
    if (places.length > 1 && places.every((to, key) => to === first + key)) {
      this.tables.push({ place, first, end: first + places.length })
      return TABLE
    }
    for (const [key, to] of places.entries()) if (to !== SHARED) refer(this.elements, place, key, to)
    return ELEMENTS
  }

  /** Rows that only their table knows need no places: the table and they are copied in one go. */
  private findMatrices(): void {
    const { kinds, tables, again } = this
    const referring = new Set(this.elements.from)
    const isRow = (kind: number, place: number): boolean =>
      kind === ELEMENTS && !referring.has(place) && !again.has(place)
    for (let i = tables.length - 1; i >= 0; i--) {
      const { place, first, end } = tables[i]!
      if (!kinds.slice(first, end).every((kind, row) => isRow(kind, first + row))) continue
      kinds[place] = MATRIX
      kinds.fill(ROW, first, end)
      tables.splice(i, 1)
    }
  }

  private noteProperties(node: Readonly<Record<string, unknown>>, from: number): void {
    for (const key of Object.keys(node)) {
      const to = this.placeOf(node[key])
      if (to !== SHARED) refer(this.properties, from, key, to)
    }
  }

  private noteBuiltIn(node: object, place: number): boolean {
    const kind = builtInOf(node)
    if (kind === undefined || !Object.isExtensible(node)) return false
    if (Reflect.ownKeys(node).some((key) => kind.hasMade?.(key) !== true)) return false
    let empty: object
    this.parts[place] = this.asked((copy) => (empty = kind.empty(node as never, copy)))
    if (kind.fill === undefined) return true
    const places = this.asked((copy) => kind.fill!(node as never, empty as never, copy))
    this.contents.push({ part: node, place, places })
    return true
  }

  /** The places of what `run` asks to be copied. */
  private asked(run: (copy: CopyValue) => unknown): readonly number[] {
    const places: number[] = []
    run((part) => {
      places.push(this.placeOf(part))
      return part
    })
    return places
  }

  private placesIn(frame: Frame): readonly number[] {
    return this.asked((copy) => frame.$copy(frame, copy, frame.$parent))
  }

  private placeOf(value: unknown): number {
    if ((typeof value !== 'object' || value === null) && typeof value !== 'function') return SHARED
    const object: unknown = value instanceof Maker ? value.fn : value
    if (object === this.nodes[this.expected]) return this.expected++
    this.index ??= new Map(this.nodes.map((node, place) => [node, place]))
    const place = this.index.get(object) ?? SHARED
    this.again.add(place)
    if (place >= this.expected) this.expected = place + 1
    return place
  }
}

function refer<Key>(
  { from, key, to }: References<Key>,
  ...[source, name, target]: [number, Key, number]
): void {
  from.push(source)
  key.push(name)
  to.push(target)
}

function isLoneKind(kind: number, place: number): boolean {
  return place === 0 ? kind === MATRIX || kind === ELEMENTS || kind === DATA : kind === ROW
}

/** V8 inlines a callback that is a constant. */
const rowLike = (row: readonly unknown[]): unknown[] => row.slice()

function matrixLike(rows: readonly (readonly unknown[])[]): unknown[][] {
  return rows.map(rowLike)
}

function linkElements(copies: readonly unknown[][], { from, key, to }: References<number>): void {
  for (let i = 0; i < from.length; i++) copies[from[i]!]![key[i]!] = copies[to[i]!]
}

function linkProperties(
  copies: readonly Record<string, unknown>[],
  { from, key, to }: References<string>,
): void {
  for (let i = 0; i < from.length; i++) copies[from[i]!]![key[i]!] = copies[to[i]!]
}

const none: readonly object[] = []

/** The copies that the replay under way has made so far, by place. A replay runs no code of anybody else. */
let made: readonly object[] = none
let places: readonly number[] = []
let asked = 0

function expect(sequence: readonly number[]): void {
  places = sequence
  asked = 0
}

/** Stands in for the copier: says what is to come in the order in which it was asked for. */
const next: CopyValue = <T>(value: T): T => {
  const place = places[asked++]!
  if (place === SHARED) return value
  const copy = made[place]!
  return (value instanceof Maker ? makerOf(copy) : copy) as T
}

function builtInOf(node: object): BuiltIn | undefined {
  return builtInWith(Object.getPrototypeOf(node) as object)
}

/** Made again from other parts, a simple function is a copy. */
function functionLike(source: Function, parts: readonly unknown[]): Function {
  const copy = closureAgain(closureOf(source)!.build, parts)
  if (Object.hasOwn(source, 'prototype')) Reflect.set(copy, 'prototype', source.prototype)
  return copy
}

/** Neither a class nor a method with `super`, and without properties of its own. */
function isSimple(fn: Function): boolean {
  if (makerOf(fn)?.home !== undefined || secretsOf(fn) !== undefined) return false
  if (isClass(fn)) return false
  if (!Reflect.ownKeys(fn).every((key) => key === 'name' || isOwnOfFunctions(key))) return false
  return functionLike(fn, closureOf(fn)!.parts).name === fn.name
}

/** A private copy of `stack`, made to be copied as the search that runs wants it; its stack is `stack` itself where nothing is to be copied. */
export function templateOf(stack: Frame): Template {
  const by = forking
  const outer = beginCopy(by.policy)
  try {
    const copy = copyStack(stack)
    fillCopies()
    forked(by, stack, metSoFar())
    return new Template(copy, stack, metSoFar())
  } catch (error) {
    giveUpCopy()
    throw explained(error, stack)
  } finally {
    endCopy(outer)
  }
}
