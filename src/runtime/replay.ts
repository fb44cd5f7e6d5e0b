// Generators that cannot be compiled, because their source is typed into a REPL or given to `eval`. They are native,
// and what is native cannot be copied; but it can be run again with what it was sent. Here a frame stands for such a
// run: what it was called with, and all that it was sent and gave. Copying the frame copies nothing. Whoever resumes it
// first goes on with the native generator itself, all others run the function again up to the same place.
//
// Law: where a run depends on nothing but what it is sent, clones do what clones of compiled generators do. What they
// do not do is run earlier code only once; `reruns` counts how often they did, and where a run turns out to depend
// on something else it is stopped (MS1030).

import { apartUnder } from './copy.ts'
import { notReplayable, replayDiverged, replayShares } from './errors.ts'
import { NEXT, RETURN, RETURNED, THROW, UNKNOWN, YIELDED } from './frame.ts'
import type { Cleanness, CopyValue, Frame, Mode } from './frame.ts'
import { Cursor, generators, makeGenerator } from './generator.ts'
import { acquire } from './holding.ts'
import { IMMUTABLE } from './immutable.ts'
import { apply, create, defineProperties, defineProperty } from './intrinsics.ts'
import type { Listener } from './listener.ts'
import { machine } from './machine.ts'
import { ISOLATE } from './policy.ts'
import { acquiredAs, Resource } from './resource.ts'
import { sketch } from './sketch.ts'

type NativeFunction = (...args: never[]) => Generator<unknown, unknown, never>

const copyArguments = apartUnder(ISOLATE, '$argument')
const copySent = apartUnder(ISOLATE, '$sent')

/** Something that was sent, and what the generator gave for it, linked to what was before. */
interface Exchange {
  readonly mode: Mode
  readonly sent: unknown
  readonly given: string
  readonly before: Exchange | null
  /** How many there are. */
  readonly count: number
}

/** The native generator of one run, and how far it has come. One frame at a time can go on with it. */
interface Live {
  readonly generator: Generator<unknown, unknown, unknown>
  count: number
}

/** What all runs of one replayable function have in common. */
class Replayed {
  static readonly [IMMUTABLE] = true
  readonly fn: Function
  readonly original: NativeFunction
  readonly prototype: object
  /** As `inspect` shows it. */
  readonly code: { readonly name: string }
  reruns = 0

  constructor(fn: Function, original: NativeFunction) {
    this.fn = fn
    this.original = original
    this.code = { name: `${original.name} (replayed)`.trimStart() }
    this.prototype = defineProperties(create(generators.prototype) as object, {
      [Symbol.toStringTag]: { value: 'ReplayedGenerator', configurable: true },
    })
  }

  start(receiver: unknown, args: readonly unknown[]): Live {
    const generator: unknown = apply(this.original, receiver, args as never)
    if (Object.prototype.toString.call(generator) !== '[object Generator]') throw notReplayable(generator)
    return { generator: generator as Live['generator'], count: 0 }
  }
}

/** The call that a run began with, as it was then. */
interface Call {
  readonly by: Replayed
  readonly receiver: unknown
  readonly args: readonly unknown[]
}

class ReplayFrame implements Frame {
  $parent: Frame | null
  $clean: Cleanness = UNKNOWN
  declare readonly $point: 0
  declare readonly $handles: true
  readonly call: Call
  readonly last: Exchange | null
  readonly live: Live

  constructor(parent: Frame | null, call: Call, last: Exchange | null, live: Live) {
    this.$parent = parent
    this.call = call
    this.last = last
    this.live = live
  }

  $probe(): boolean {
    return true
  }

  $step(_frame: Frame, mode: Mode, sent: unknown): Frame | null {
    const { call, last } = this
    const count = last?.count ?? 0
    const live = this.live.count === count ? this.live : rerun(call, last)
    // Kept as it is now: what becomes of it afterwards is the business of the run that was sent it.
    const kept = isAcquired(sent) ? sent : copySent(sent)
    live.count = Infinity
    const result = resume(live, mode, sent)
    if (result.done) {
      machine.signal = RETURNED
      machine.value = result.value
      return null
    }
    live.count = count + 1
    const { value } = result
    const exchange = { mode, sent: kept, given: sketch(value), before: last, count: count + 1 }
    const next = new ReplayFrame(this.$parent, call, exchange, live)
    if (value instanceof Resource) return opened(value, next)
    machine.signal = YIELDED
    machine.value = value
    return next
  }

  $copy(_frame: Frame, _copy: CopyValue, parent: Frame | null): Frame {
    return parent === this.$parent ? this : new ReplayFrame(parent, this.call, this.last, this.live)
  }

  $describe(_frame: Frame, to: Listener): void {
    to.fact('replay')
    to.common(this.call)
    to.common(this.last)
  }
}
Object.assign(ReplayFrame.prototype, { $point: 0, $handles: true })

/** A resource is sent to every run as it is. */
function isAcquired(sent: unknown): boolean {
  return typeof sent === 'object' && sent !== null && acquiredAs(sent) !== undefined
}

function opened(resource: Resource<unknown>, frame: ReplayFrame): Frame {
  if (resource.onFork === 'dup') throw replayShares()
  return acquire(resource, frame)
}

function resume({ generator }: Live, mode: Mode, sent: unknown): IteratorResult<unknown> {
  switch (mode) {
    case NEXT:
      return generator.next(sent)
    case THROW:
      return generator.throw(sent)
    case RETURN:
      return generator.return(sent)
  }
}

/** A native generator that has come to the place behind `last`, with the function run again. */
function rerun({ by, receiver, args }: Call, last: Exchange | null): Live {
  const exchanges: Exchange[] = []
  for (let each = last; each !== null; each = each.before) exchanges.push(each)
  by.reruns++
  const live = by.start(receiver, copyArguments(args))
  for (const { mode, sent, given, count } of exchanges.toReversed()) {
    const outcome = outcomeOf(live, mode, isAcquired(sent) ? sent : copySent(sent))
    const expected = `yield ${given}`
    if (outcome !== expected) throw replayDiverged(by.original.name, count, expected, outcome)
  }
  return live
}

/** What a resumption came to, in words. */
function outcomeOf(live: Live, mode: Mode, sent: unknown): string {
  try {
    const { done, value } = resume(live, mode, sent)
    return `${done ? 'return' : 'yield'} ${sketch(value)}`
  } catch (error) {
    return `throw ${sketch(error)}`
  }
}

/** What `replayable` makes of a function. */
export type Replayable<Fn> = Fn & {
  /** How often the function was run again so far, for clones and for branches. */
  readonly reruns: number
}

/**
 * A function that makes generators which can be cloned and searched though their code is not compiled: a clone runs `fn`
 * again, and sends it all that the original was sent. For a REPL, or code behind `eval`; everything else should be compiled.
 *
 * The generators are labelled: they are `[object ReplayedGenerator]`, and `inspect` calls them `(replayed)`.
 *
 * ```ts
 * import { clone, replayable } from 'multishot'
 *
 * const typed = `(function* (total) { for (;;) total += yield total })`
 * const counter = replayable((0, eval)(typed) as (total: number) => Generator<number, never, number>)
 * const g = counter(100)
 * g.next()
 * g.next(5)
 * const h = clone(g)
 * console.log(g.next(1).value, h.next(10).value, counter.reruns) // → 106 115 1
 * ```
 *
 * What it costs: a clone takes as long as the run so far, and a search at each choice as long as its branch. Of several
 * clones of one generator, the first that goes on need not run again.
 *
 * Not promised: anything about code that does not do the same again. It writes its files twice, and asks the clock at
 * another time. Where what it yields tells, the second run is stopped.
 *
 * @throws {MultishotError} MS1031 for what is no function that makes native generators; while running, MS1030 where a run
 * differs from the record; MS1003 for arguments, or values sent, that cannot be kept as they were.
 */
export function replayable<Fn extends NativeFunction>(fn: Fn): Replayable<Fn> {
  if (typeof fn !== 'function') throw notReplayable(fn)
  const made = function (this: unknown, ...args: unknown[]): object {
    const call: Call = { by, receiver: this, args: copyArguments(args) }
    return makeGenerator(
      by.prototype,
      new Cursor(new ReplayFrame(null, call, null, by.start(this, args)), by),
    )
  }
  const by = new Replayed(made, fn)
  defineProperty(made, 'name', { value: fn.name, configurable: true })
  defineProperty(made, 'length', { value: fn.length, configurable: true })
  defineProperty(made, 'reruns', { get: () => by.reruns, configurable: true })
  return made as never
}
