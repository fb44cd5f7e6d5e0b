// An async generator is a queue of requests before a cursor over an immutable stack (ECMAScript,
// "AsyncGenerator Objects"). Its frames are those of any generator; what they await, its driver awaits.
//
// The driver waits by `await` of the engine, in which no program can see a promise, replace `then`, or count a
// tick more or less than for a native async generator.

import { incompatibleReceiver } from './errors.ts'
import { AWAITED, FORWARDED, NEXT, RETURN, RETURNED, THROW } from './frame.ts'
import type { Frame, Mode } from './frame.ts'
import { Cursor } from './generator.ts'
import type { MadeBy } from './generator.ts'
import { create, getPrototypeOf } from './intrinsics.ts'
import { makeKind } from './kind.ts'
import { machine, run } from './machine.ts'
import { holderBeside, holdFor } from './resource.ts'
import type { Holder } from './resource.ts'
import { makeStamp } from './stamp.ts'

/** A call of `next`, `throw` or `return` that has not been answered. */
interface Request {
  readonly mode: Mode
  readonly value: unknown
  readonly resolve: (result: IteratorResult<unknown>) => void
  readonly reject: (error: unknown) => void
  next: Request | null
}

/** What an async generator object holds. `running` while its code runs, `busy` also while it awaits. */
export class AsyncCursor extends Cursor {
  /** Executing, awaiting, or answering what is left in the queue. */
  busy = false
  first: Request | null = null
  last: Request | null = null
  /** Who hears of what it opens. */
  holder: Holder | null = null
  /** The branch that has it was given up: it ends instead of going on with what it awaits. */
  isGivenUp = false

  // The constructor that V8 makes up would iterate its arguments, which a program can see.
  // oxlint-disable-next-line no-useless-constructor -- it is not the same
  constructor(stack: Frame | null, maker: MadeBy) {
    super(stack, maker)
  }
}

const cursors = makeStamp<AsyncCursor>()

/** The cursor of a compiled async generator object; undefined for everything else. */
export function asyncCursorOf(value: unknown): AsyncCursor | undefined {
  return typeof value === 'object' && value !== null ? cursors.get(value) : undefined
}

/** An async generator object over `cursor`. */
export function makeAsyncGenerator(prototype: object, cursor: AsyncCursor): object {
  const generator: object = create(prototype)
  cursors.set(generator, cursor)
  return generator
}

const NativePromise = Promise

/** AsyncGenerator.prototype.next and its like: the promise of the answer. */
function ask(receiver: unknown, method: string, mode: Mode, value: unknown): Promise<unknown> {
  return new NativePromise((resolve, reject) => {
    const cursor = asyncCursorOf(receiver)
    if (cursor === undefined) return reject(incompatibleReceiver(method, receiver))
    if (!cursor.busy) {
      // Neither error nor value reaches code that has not begun.
      if (mode !== NEXT && cursor.stack?.$point === 0) cursor.stack = null
      if (cursor.stack === null && mode === NEXT) return resolve({ value: undefined, done: true })
      if (cursor.stack === null && mode === THROW) return reject(value)
    }
    const request: Request = { mode, value, resolve, reject, next: null }
    if (cursor.last === null) cursor.first = request
    else cursor.last.next = request
    cursor.last = request
    if (cursor.busy) return
    cursor.busy = true
    cursor.holder = holderBeside()
    if (cursor.stack === null) void drain(cursor)
    else void drive(cursor)
  })
}

/** Takes the first request from the queue. It is gone before its promise is told: telling may run code. */
function take(cursor: AsyncCursor): Request {
  const request = cursor.first!
  cursor.first = request.next
  if (request.next === null) cursor.last = null
  return request
}

/**
 * Answers requests, beginning with the first, until the generator is suspended at a `yield` and none is left, or
 * has finished.
 */
async function drive(cursor: AsyncCursor): Promise<void> {
  let { mode, value: sent } = cursor.first!
  // The value of `return(value)` is awaited before the generator goes on (AsyncGeneratorUnwrapYieldResumption).
  let waits = mode === RETURN
  let answers = false
  for (;;) {
    if (waits) {
      try {
        sent = await sent
      } catch (error) {
        mode = THROW
        sent = error
        answers = false
      }
    }
    if (answers) {
      take(cursor).resolve({ value: sent, done: false })
      if (cursor.first === null) break
      ;({ mode, value: sent } = cursor.first)
      answers = false
      waits = mode === RETURN
      if (waits) continue
    }
    if (cursor.isGivenUp) {
      cursor.stack = null
      take(cursor).resolve({ value: undefined, done: true })
      return void drain(cursor)
    }
    try {
      cursor.stack = step(cursor, mode, sent)
    } catch (error) {
      cursor.stack = null
      take(cursor).reject(error)
      return void drain(cursor)
    }
    const { signal, value } = machine
    machine.value = undefined
    if (signal === RETURNED) {
      take(cursor).resolve({ value, done: true })
      return void drain(cursor)
    }
    mode = NEXT
    sent = value
    waits = signal !== FORWARDED
    answers = signal !== AWAITED
  }
  cursor.busy = false
}

/** Runs to the next suspension; a search that is under way has no part in it. */
function step(cursor: AsyncCursor, mode: Mode, sent: unknown): Frame | null {
  const { scheduler, awaits } = machine
  const holder = holdFor(cursor.holder)
  cursor.running = true
  machine.scheduler = null
  machine.awaits = false
  try {
    return run(cursor.stack!, mode, sent)
  } finally {
    machine.scheduler = scheduler
    machine.awaits = awaits
    holdFor(holder)
    cursor.running = false
  }
}

/** Answers the requests to a generator that has finished (AsyncGeneratorDrainQueue, AsyncGeneratorAwaitReturn). */
async function drain(cursor: AsyncCursor): Promise<void> {
  for (let request = cursor.first; request !== null; request = cursor.first) {
    let { mode, value } = request
    if (mode === NEXT) value = undefined
    else if (mode === RETURN) {
      try {
        value = await value
      } catch (error) {
        mode = THROW
        value = error
      }
    }
    take(cursor)
    if (mode === THROW) request.reject(value)
    else request.resolve({ value, done: true })
  }
  cursor.busy = false
}

/** What async generators have in common. */
export const asyncGenerators = makeKind(
  'AsyncGenerator',
  getPrototypeOf(async function* () {}),
  {
    next(value: unknown): unknown {
      return ask(this, 'next', NEXT, value)
    },
    return(value: unknown): unknown {
      return ask(this, 'return', RETURN, value)
    },
    throw(error: unknown): unknown {
      return ask(this, 'throw', THROW, error)
    },
  },
  'own',
)

/** An async generator below a prototype that the user has set. */
export function makeAsyncGeneratorBelow(given: unknown, cursor: AsyncCursor): object {
  return asyncGenerators.complete(makeAsyncGenerator(asyncGenerators.prototypeFrom(given), cursor))
}
