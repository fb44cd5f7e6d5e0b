// A generator is a cursor over an immutable stack: `next` runs the stack and keeps what it became.
// To everyone else it is an ordinary generator object: same protocol, same prototype chain, same
// errors (ECMAScript, "Generator Objects").

import { generatorRunning, incompatibleReceiver } from './errors.ts'
import { FORWARDED, NEXT, RETURN, THROW, YIELDED } from './frame.ts'
import type { Frame, Mode } from './frame.ts'
import { machine, proceed, run } from './machine.ts'
import type { Scheduler } from './machine.ts'
import { makeStamp } from './stamp.ts'
import { create, getPrototypeOf } from './intrinsics.ts'
import { makeKind } from './kind.ts'

/** The function object that made a generator; `Maker` in function.ts. */
export interface MadeBy {
  readonly fn: Function
  /** The `prototype` that the function was given at first. */
  readonly prototype: object
  /** Where `super` of a method starts to look. */
  readonly home?: object | symbol | undefined
}

/** What a generator object holds. `stack` is null once it has finished. */
export class Cursor {
  stack: Frame | null
  running: boolean
  readonly maker: MadeBy
  constructor(stack: Frame | null, maker: MadeBy) {
    this.stack = stack
    this.running = false
    this.maker = maker
  }
}

const cursors = makeStamp<Cursor>()

/** The cursor of a compiled generator object; undefined for everything else. */
export function cursorOf(value: unknown): Cursor | undefined {
  return typeof value === 'object' && value !== null ? cursors.get(value) : undefined
}

/** A generator object over `stack`, below the prototype that its function has now. */
export function makeGenerator(prototype: object, cursor: Cursor): object {
  const generator: object = create(prototype)
  cursors.set(generator, cursor)
  return generator
}

function suspend(cursor: Cursor, stack: Frame | null, scheduler: Scheduler | null): void {
  if (scheduler !== null) machine.scheduler = scheduler
  cursor.running = false
  cursor.stack = stack
}

function resume(receiver: unknown, method: string, mode: Mode, sent: unknown): unknown {
  const cursor = cursorOf(receiver)
  if (cursor === undefined) throw incompatibleReceiver(method, receiver)
  if (cursor.running) throw generatorRunning()
  const stack = cursor.stack
  if (stack === null) {
    if (mode === THROW) throw sent
    return { value: mode === RETURN ? sent : undefined, done: true }
  }
  const { scheduler } = machine
  let next: Frame | null
  cursor.running = true
  if (scheduler !== null) machine.scheduler = null
  try {
    // Most generators have one frame and are asked for their next value: `run` would find that out each time.
    if (mode === NEXT && stack.$parent === null) {
      next = stack.$step(stack, NEXT, sent)
      if (machine.signal !== YIELDED) next = proceed(stack, next)
    } else next = run(stack, mode, sent)
  } catch (error) {
    suspend(cursor, null, scheduler)
    throw error
  }
  suspend(cursor, next, scheduler)
  const value = machine.value
  machine.value = undefined
  switch (machine.signal) {
    case YIELDED:
      return { value, done: false }
    case FORWARDED:
      return value
    default:
      return { value, done: true }
  }
}

/** What plain generators have in common. */
export const generators = makeKind(
  'Generator',
  getPrototypeOf(function* () {}),
  {
    next(value: unknown): unknown {
      return resume(this, 'next', NEXT, value)
    },
    return(value: unknown): unknown {
      return resume(this, 'return', RETURN, value)
    },
    throw(error: unknown): unknown {
      return resume(this, 'throw', THROW, error)
    },
  },
  'native',
)

/** A generator below a prototype that the user has set. */
export function makeGeneratorBelow(given: unknown, cursor: Cursor): object {
  return generators.complete(makeGenerator(generators.prototypeFrom(given), cursor))
}
