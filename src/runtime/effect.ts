// An effect is a question as a value: a program `yield*`s it and receives the answer. Whoever drives
// the generator (the search, a user's own handler loop) decides what the answer is and how often it
// is given. Effects are frozen, so clones share them.
//
// Source: Plotkin & Pretnar, "Handlers of Algebraic Effects" (2009).

import { freeze } from './intrinsics.ts'

/**
 * The base of every effect. `yield* effect` has the type `Answer`, and the effect joins the program's
 * type, so a solver can reject programs whose effects it does not handle.
 *
 * Law: in compiled and in native code alike, `yield* effect` is `yield effect` with the answer typed.
 */
export abstract class Effect<Answer> {
  /** Distinguishes the members of the union that a handler switches over. */
  abstract readonly tag: string;

  *[Symbol.iterator](): Generator<this, Answer, any> {
    return yield this
  }
}

/** No answer exists: the branch that asks ends here, without a frame and without an exception. */
export class Failure extends Effect<never> {
  readonly tag = 'fail'
  constructor(readonly reason: string | undefined) {
    super()
    freeze(this)
  }
}

/** The answer is known to be `undefined`: `yield* pass` goes on without suspending. */
export class Pass extends Effect<void> {
  readonly tag = 'pass';

  // eslint-disable-next-line require-yield -- going on without a suspension is what it means
  override *[Symbol.iterator](): Generator<this, void, void> {}
}

/** The failure that gives no reason, shared by every `fail()`. */
export const FAILURE = new Failure(undefined)

/** The one `Pass`. */
export const PASS: Pass = freeze(new Pass())
