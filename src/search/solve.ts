// From a program to the stream of its solutions.

import { advised, asyncCursorOf, cursorOf, takeAsyncStack, takeStack } from '../runtime/index.ts'
import type { Frame } from '../runtime/index.ts'
import type { AnyProgram, Nondeterminism, Program } from '../program/index.ts'
import { forkingOf } from './copies.ts'
import type { CopyOptions } from './copies.ts'
import {
  asyncProgram,
  badBound,
  hasParameters,
  lateBound,
  madeNoGenerator,
  isAClass,
  notAProgram,
  notAStrategy,
  notResumable,
  optionOfSolve,
  resumesAsync,
} from './errors.ts'
import { Exploration } from './explore.ts'
import type { Strategy } from './frontier.ts'
import { Limits } from './limits.ts'
import { NO_EFFORT } from './status.ts'
import type { Effort, Ended, Status } from './status.ts'
import { depthFirst } from './strategies/depth-first.ts'
import { ended, failed, found, Stream } from './stream.ts'
import type { Cell } from './stream.ts'
import { TracedExploration } from './trace.ts'
import type { Trace } from './trace.ts'
import { Watch } from './watch.ts'
import type { Signal } from './watch.ts'

/** Bounds are counted from the start of the search, whoever walks the stream. */
export interface SolveOptions extends CopyOptions {
  /** Which branch goes next. Default: `depthFirst`. */
  readonly strategy?: Strategy
  /**
   * Whether of branches that come to the same state only one goes on, the cheapest under `cost`: the same set of
   * solutions, each perhaps fewer times. Every state is remembered until the search ends. Default: false.
   */
  readonly merge?: boolean
  /** The most solutions. Default: no limit. */
  readonly solutions?: number
  /** The most resumptions of a branch. Default: no limit. */
  readonly steps?: number
  /** The most choices, `choicePoints` in the status: the search ends when it comes to one more. Default: no limit. */
  readonly forks?: number
  /**
   * The most choices on one branch. Branches that come to more are held back; when nothing else is left, the search
   * ends, and `resume` with a greater depth goes on with them. Tabled functions count from their start. Default: no limit.
   */
  readonly depth?: number
  /** The most choice points that wait at once: if there are more, the search ends. Default: no limit. */
  readonly frontier?: number
  /**
   * The most bytes that the waiting branches hold: the variables of their frames and all that those reach, as an
   * estimate that is made now and then. Default: no limit.
   */
  readonly memory?: number
  /** The most milliseconds spent searching, the consumer's own time not counted. Default: no limit. */
  readonly time?: number
  /** Ends the search when it is aborted; any object with `aborted`, such as an `AbortSignal`. Default: none. */
  readonly signal?: Signal
  /** Hears now and then how far the search has come: at most every 1024 steps. Default: nobody does. */
  readonly progress?: (effort: Effort) => void
  /**
   * Whether `resume` can go on when a bound has stopped the search. Then what its branches have open stays open, until
   * the search has ended or `close` of the stream is called. Default: if they have nothing open.
   */
  readonly resumable?: boolean
  /** Hears everything that happens in the search. Default: nobody does, and it costs nothing. */
  readonly trace?: Trace
  /** Where the time comes from, in milliseconds. Default: `performance.now()`. */
  readonly clock?: () => number
}

/**
 * The solutions of `program`, as a lazy stream: nothing runs until somebody asks for a solution, and then
 * only up to that solution. Each branch has its own copy of the program's variables.
 *
 * Law (depth first): `solve` of `const x = yield* choose(xs); return yield* f(x)` gives the solutions of
 * `f(x)` for the first `x`, then for the second, and so on.
 *
 * ```ts
 * import { choose, guard, solve } from 'multishot'
 *
 * const triples = solve(function* () {
 *   const c = yield* choose([5, 10, 13])
 *   const b = yield* choose([3, 4, 6, 8, 12])
 *   const a = yield* choose([3, 4, 5, 6, 8])
 *   yield* guard(a < b && a * a + b * b === c * c)
 *   return [a, b, c]
 * })
 * for (const triple of triples.take(2)) console.log(triple)
 * // → [ 3, 4, 5 ]
 * // → [ 6, 8, 10 ]
 * ```
 *
 * The stream ends with a status: `exhausted` when every branch was explored, else the bound that stopped
 * it. An error that the program throws is thrown to the consumer when it gets there.
 *
 * In branches that fail or are given up no code runs any more, so no `finally` either; what they opened with
 * `resource` is closed (docs/resources.md).
 *
 * @throws {MultishotError} MS1001 when the program was not compiled; MS3001, MS3002, MS3003 when it is no
 * generator function without parameters; MS3004 for a bound that is none; MS1004 for an option
 * `copy` that is none; MS3026 for a strategy that is none; MS3010 for one that cannot merge. While walking: MS3005 for
 * an effect that `solve` does not answer, MS3006 for a plain `yield`, MS1003 for a variable that cannot be copied.
 */
export function solve<Answer>(
  program: Program<Answer, Nondeterminism>,
  options: SolveOptions = {},
): Stream<Answer> {
  return solutionsOf<Answer>(explorationOf(program, options, null))
}

/** What only those ask for who can wait. */
export interface Waiting {
  /** Milliseconds of searching after which others have a turn. */
  readonly slice: number
  /** How many branches may await something at a time. */
  readonly concurrency: number
}

/** The search for the solutions of `program`, which has not begun; of an async one, if somebody can wait. */
export function explorationOf(
  program: AnyProgram,
  options: SolveOptions,
  waiting: Waiting | null,
): Exploration {
  const { strategy = depthFirst, resumable, merge = false, progress, trace } = options
  if (typeof (strategy as Partial<Strategy> | null)?.frontier !== 'function') throw notAStrategy(strategy)
  const { watch, solutions, depth } = boundsOf(options, NO_EFFORT, waiting?.slice)
  const limits = options.depth === undefined && options.frontier === undefined ? null : new Limits(depth)
  const stack = stackOf(program, waiting !== null)
  const concurrency = waiting && waiting.concurrency
  const forking = forkingOf(options)
  const search = [stack, strategy, resumable, watch, solutions, progress, merge] as const
  const parts = [...search, forking, concurrency, limits] as const
  return trace === undefined ? new Exploration(...parts) : new TracedExploration(trace, ...parts)
}

/** The bounds of a search that has come as far as `before`. */
export function boundsOf(
  options: Omit<SolveOptions, 'strategy'>,
  before: Effort,
  slice = Infinity,
): { watch: Watch; solutions: number; depth: number } {
  const { solutions = Infinity, steps = Infinity, forks = Infinity, depth = Infinity } = options
  const { frontier = Infinity, memory = Infinity, time = Infinity } = options
  const { signal, progress, clock = () => performance.now() } = options
  const bounds = { solutions, steps, forks, depth, frontier, memory, time, slice }
  for (const [name, bound] of Object.entries(bounds)) {
    if (typeof bound !== 'number' || !(bound >= 0)) throw badBound(name, bound)
  }
  const watch = new Watch({
    steps: before.steps + steps,
    forks: before.choicePoints + forks,
    frontier,
    memory,
    time,
    signal,
    clock,
    attended: progress !== undefined,
    slice,
  })
  return { watch, solutions: before.solutions + solutions, depth }
}

/** Options that hold for a search as a whole. */
export const settled = ['strategy', 'merge', 'resumable', 'trace', 'copy', 'copies', 'copiesAbove'] as const

/** The searches that a bound has stopped, by the status that says so. */
const stopped = new WeakMap<Status, Exploration>()

/**
 * Goes on where a bound stopped the search, within new bounds, which are counted from there: the solutions are those
 * that have not been found. `status` is that of the stream of `solve`. Each status can be resumed once.
 *
 * Law: what was found and what `resume` gives are together what `solve` without bounds gives, in the same order.
 *
 * ```ts
 * import { amb, resume, solve } from 'multishot'
 *
 * const words = solve(
 *   function* () {
 *     return (yield* amb('a', 'b')) + (yield* amb('x', 'y'))
 *   },
 *   { steps: 4 },
 * )
 * console.log(...words, words.status.reason) // → ax ay steps
 * console.log(...resume(words.status)) // → bx by
 * ```
 *
 * What operators made of the stream is not known here: `resume(s.map(f).status)` goes on without `f`. A search whose
 * branches have something open is closed by a bound, unless `resumable: true` keeps it; then `stream.close()` closes
 * what nobody resumes. The `trace` and `copies` that `solve` was given go on hearing, and forks copy as it was told.
 *
 * @throws {MultishotError} MS3011 when `status` is none that can be resumed; MS3004 for a bound that is none; MS3018 for
 * an option that is about the whole search.
 */
export function resume<Answer = unknown>(
  status: Status,
  options: Omit<SolveOptions, (typeof settled)[number]> = {},
): Stream<Answer> {
  const exploration = stoppedAt(status, options)
  if (exploration.isAsync) throw resumesAsync()
  return solutionsOf<Answer>(goOn(exploration, status, options))
}

/** The search that has stopped with `status`. */
export function stoppedAt(status: Status, options: object): Exploration {
  for (const name of settled) if (name in options) throw optionOfSolve(name)
  const exploration = stopped.get(status)
  if (exploration?.isResumable !== true) throw notResumable(status.reason)
  return exploration
}

/** Lets the search go on that has stopped with `status`. */
export function goOn(
  exploration: Exploration,
  status: Status,
  options: Omit<SolveOptions, 'strategy'>,
  slice?: number,
): Exploration {
  const { watch, solutions, depth } = boundsOf(options, exploration.effort(), slice)
  for (const bound of ['depth', 'frontier'] as const)
    if (options[bound] !== undefined && exploration.limits === null) throw lateBound(bound)
  stopped.delete(status)
  exploration.goOn(watch, solutions, depth, options.progress)
  return exploration
}

/** The end of a search, from which it can go on if a bound was reached. */
export function endOf(exploration: Exploration): Ended {
  const end = ended(exploration.reason, exploration.effort())
  if (exploration.isResumable) stopped.set(end, exploration)
  return end
}

/** The stack of a fresh run of `program`, which has not started. */
function stackOf(program: AnyProgram, canWait: boolean): Frame {
  if (typeof program !== 'function') throw notAProgram(program)
  if (isClass(program)) throw isAClass(program.name)
  if (program.length > 0) throw hasParameters(program.name, program.length)
  const generator: unknown = program()
  const asyncCursor = asyncCursorOf(generator)
  if (asyncCursor === undefined && cursorOf(generator) === undefined && !isNativeGenerator(generator))
    throw madeNoGenerator(generator)
  if (asyncCursor !== undefined && !canWait) throw asyncProgram(program.name, asyncCursor.stack)
  const take = canWait ? takeAsyncStack : takeStack
  return take(generator, program.name === '' ? 'the program' : `the program ${program.name}`)
}

/** Of all functions only classes, the engine's own included, have a `prototype` that cannot be set. */
function isClass(given: AnyProgram): boolean {
  return Object.getOwnPropertyDescriptor(given, 'prototype')?.writable === false
}

function isNativeGenerator(made: unknown): boolean {
  return /^\[object (?:Async)?Generator\]$/.test(Object.prototype.toString.call(made))
}

/** One cell per solution: its pull is the same for all, since only the last cell can be unopened. */
function solutionsOf<Answer>(exploration: Exploration): Stream<Answer> {
  const pull = (): Cell<Answer> => {
    try {
      if (!exploration.advance()) return endOf(exploration)
    } catch (error) {
      return failed(advised(error), exploration.effort())
    }
    const solution = exploration.takeSolution() as Answer
    return found(solution, new Solutions(pull, exploration))
  }
  return new Solutions(pull, exploration)
}

/** The solutions of a search from a place on. */
class Solutions<Answer> extends Stream<Answer> {
  readonly #pull: () => Cell<Answer>
  readonly #exploration: Exploration

  constructor(pull: () => Cell<Answer>, exploration: Exploration) {
    super(pull, exploration.effort(), exploration)
    this.#pull = pull
    this.#exploration = exploration
  }

  /** Law: as by walking, cell by cell; only faster. */
  override toArray(): Answer[] {
    return Solutions.all(this)
  }

  private static all<Answer>(first: Solutions<Answer>): Answer[] {
    const all: Answer[] = []
    let place = first
    for (let cell = place.opened; cell?.reason === 'found'; cell = place.opened) {
      all.push(cell.value)
      place = cell.rest as Solutions<Answer>
    }
    if (place.opened !== null) return [...all, ...place]
    const exploration = place.#exploration
    const pull = place.#pull
    place.begin()
    const each = (solution: unknown): void => {
      const value = solution as Answer
      const rest = new Solutions(pull, exploration)
      rest.begin()
      all.push(value)
      place.become(found(value, rest))
      place = rest
    }
    try {
      exploration.drain(each)
    } catch (error) {
      const cell = failed(advised(error), exploration.effort())
      place.become(cell)
      throw cell.error
    }
    place.become(endOf(exploration))
    return all
  }
}
