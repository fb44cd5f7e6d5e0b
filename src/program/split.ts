// A program opened: its first answer, and the program of the others.

import { Effect } from '../runtime/effect.ts'
import { ask } from './compiled/ask.ts'
import { checkProgram } from './scoped.ts'
import type { AnswerOf, AskedOf, Program } from './program.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- as `AnyProgram`, but nobody waits for what it awaits
type PlainProgram = Program<unknown, any>

/** What `split` gives of a program that has an answer. */
export interface SplitProgram<Answer, Asked extends Effect<unknown> = Effect<unknown>> {
  readonly value: Answer
  /** The program whose answers are the others. */
  readonly rest: Program<Answer, Asked>
}

/** Asks for the first answer of a program and the rest. */
export class Split<Answer, Asked extends Effect<unknown> = Effect<unknown>> extends Effect<
  SplitProgram<Answer, Asked> | undefined
> {
  readonly tag = 'split'
  readonly program: PlainProgram
  /** Where the program's answers begin, if it is the rest of another one. */
  readonly place: Place | undefined
  constructor(program: PlainProgram, place: Place | undefined) {
    super()
    this.program = program
    this.place = place
    Object.freeze(this)
  }
}

/** A place in the answers of a program that was split: the search's own. */
export type Place = object

/** Asks for all answers from a place on. */
export class Rest<Answer> extends Effect<Answer> {
  readonly tag = 'rest'
  readonly place: Place
  constructor(place: Place) {
    super()
    this.place = place
    Object.freeze(this)
  }
}

const places = new WeakMap<PlainProgram, Place>()

/** The program whose answers begin at `place`. */
export function restFrom<Answer, Asked extends Effect<unknown>>(place: Place): Program<Answer, Asked> {
  const rest = ask(new Rest(place)) as unknown as Program<Answer, Asked>
  places.set(rest, place)
  return rest
}

/**
 * The first answer of `program`, and a program whose answers are the others; `undefined` if there is none. Nothing
 * beyond the first is explored before somebody runs `rest`, and whoever runs it, however often, it is explored once.
 *
 * Law: `split(fail) = undefined`; `split` of `either(return a, p)` is `{ value: a, rest: p }` (depth first); and of any `p`,
 * `value` and the answers of `rest` are together the answers of `p`. `once(p)` is the `value`.
 *
 * ```ts
 * import { amb, solve, split, type Program } from 'multishot'
 *
 * // Every second answer, beginning with the first.
 * function* everySecond(program: Program<number>): Generator<any, number, any> {
 *   const first = yield* split(program)
 *   if (first === undefined) return yield* amb()
 *   if (yield* amb(true, false)) return first.value
 *   const second = yield* split(first.rest)
 *   if (second === undefined) return yield* amb()
 *   return yield* everySecond(second.rest)
 * }
 * const numbers = solve(() => everySecond(function* () { return yield* amb(1, 2, 3, 4, 5) }))
 * console.log(numbers.toArray()) // → [ 1, 3, 5 ]
 * ```
 *
 * The program stands apart, as with `collect`: what it does to variables that it closes over is not seen, and what its
 * branches pay is not added to what the caller has paid. An error that leaves it is thrown to whoever asks for the answer
 * that it comes in the place of. Answers are kept as long as somebody holds a program that begins before them.
 *
 * @throws {MultishotError} MS3107 when `program` is no function.
 */
export function split<P extends PlainProgram>(program: P): Split<AnswerOf<P>, AskedOf<P>> {
  checkProgram('the program of split', program)
  return new Split(program, places.get(program))
}
