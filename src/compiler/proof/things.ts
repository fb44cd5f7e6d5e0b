// What values may be, seen from the source: every object that a program makes is a `Thing`, named after the place
// that makes it, and every variable and expression is a `Holder` of the things that it may give. Facts only
// ever grow, so they are found by letting things flow until nothing moves (Andersen, "Program Analysis and
// Specialization for the C Programming Language", 1994, chapter 4). What is in a thing is told apart by its name, where that is known.

import type { Binding } from '../binding.ts'
import type { Node } from '../syntax.ts'

export type Kind =
  | 'object'
  | 'array'
  | 'function'
  /** What code that we cannot see has, or may have. */
  | 'unknown'
  /** What comes from outside at a place where the running program looks at it: taken for unknown, expected to be a primitive. */
  | 'arrival'
  /** A function or prototype of the language, which a program comes to by an unusual key. */
  | 'built-in'

/** The first thing that speaks against sharing: what happens, and where. */
export interface Complaint {
  readonly what: string
  readonly node: Node
}

/** Where variables are, and what the places of the source have made there. */
export interface Home {
  readonly made: Map<Node, Thing>
  readonly holders: ReadonlyMap<Binding, Holder>
}

export class Thing {
  /** All that is in it. */
  readonly contents = new Holder()
  /** What is in it under keys that are not known: the elements of an array. */
  readonly elements = new Holder()
  /** What is in it under known names. */
  readonly fields = new Map<string, Holder>()
  private readonly fieldWatchers: ((name: string, field: Holder) => void)[] = []
  /** Of an array: what may stand in the place of its methods. */
  readonly methods = new Holder()
  complaint: Complaint | null = null
  /** Others hold it, and may do with it what they like. */
  escaped = false
  /** Whether it may have been frozen, sealed or closed. */
  locked = false
  /** Of an array: whether it stands for an iterator. */
  moves = false
  /** Whether its elements are made primitives already, for arrays that hold themselves. */
  coerced = false
  /** Of a function: where its variables are. */
  home: Home | null = null
  constructor(
    readonly kind: Kind,
    /** Where it is made, or arrives. */
    readonly node: Node,
  ) {
    this.elements.targets.add(this.contents)
  }

  field(name: string): Holder {
    let field = this.fields.get(name)
    if (field === undefined) {
      field = new Holder()
      field.targets.add(this.contents)
      this.fields.set(name, field)
      for (const see of this.fieldWatchers) see(name, field)
    }
    return field
  }

  /** Calls `see` for each field that it ever has. */
  eachField(see: (name: string, field: Holder) => void): void {
    this.fieldWatchers.push(see)
    for (const [name, field] of this.fields) see(name, field)
  }

  /** Whether it is one of the program's own objects. */
  get isMade(): boolean {
    return this.kind === 'object' || this.kind === 'array'
  }
}

interface Watcher {
  readonly see: (thing: Thing) => void
  readonly seen: Set<Thing>
}

export class Holder {
  readonly things = new Set<Thing>()
  readonly targets = new Set<Holder>()
  readonly watchers: Watcher[] = []
}

/** What holds primitives only. Nothing may flow into it. */
export const NOTHING: Holder = new Holder()

/** More moves than this, and the file is too much for the analysis: then nothing is proved of it. */
const MOST_MOVES = 400_000

export class TooMuch extends Error {}

/** Lets things flow. */
export class Flow {
  private readonly pending: [holder: Holder, thing: Thing][] = []
  private readonly work: (() => void)[] = []
  private moves = 0

  put(thing: Thing, holder: Holder): void {
    if (holder === NOTHING || holder.things.has(thing)) return
    if (++this.moves > MOST_MOVES) throw new TooMuch()
    holder.things.add(thing)
    this.pending.push([holder, thing])
  }

  /** From now on, whatever `from` holds `to` holds too. */
  join(from: Holder, to: Holder): void {
    if (from === to || from === NOTHING || to === NOTHING || from.targets.has(to)) return
    from.targets.add(to)
    for (const thing of from.things) this.put(thing, to)
  }

  /** Calls `see` once for each thing that `holder` ever holds. */
  watch(holder: Holder, see: (thing: Thing) => void): void {
    if (holder === NOTHING) return
    const watcher: Watcher = { see, seen: new Set() }
    holder.watchers.push(watcher)
    for (const thing of Array.from(holder.things)) show(watcher, thing)
  }

  /** Does `work` soon; not now, so that chains of calls need no stack. */
  later(work: () => void): void {
    this.work.push(work)
  }

  /** Until nothing moves. */
  settle(): void {
    for (;;) {
      const moved = this.pending.pop()
      if (moved !== undefined) {
        const [holder, thing] = moved
        for (const target of holder.targets) this.put(thing, target)
        for (const watcher of Array.from(holder.watchers)) show(watcher, thing)
        continue
      }
      const work = this.work.pop()
      if (work === undefined) return
      work()
    }
  }
}

/** A watcher that came after a thing had been put has seen it already. */
function show({ see, seen }: Watcher, thing: Thing): void {
  if (seen.has(thing)) return
  seen.add(thing)
  see(thing)
}
