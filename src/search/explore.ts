// THE loop: take a choice point from the frontier, resume its next branch, put what that became back. It
// knows the effects of nondeterminism and nothing of strategies, streams or consumers.
//
// Law: one call of `advance` resumes exactly the branches up to the next solution. Nothing is looked at
// beyond it, so k solutions cost no more than they need.

import { Choice, Either } from '../program/index.ts'
import {
  FAILED,
  Failure,
  FORWARDED,
  machine,
  NEXT,
  Pass,
  proceed,
  RETURNED,
  run,
  unwind,
} from '../runtime/index.ts'
import type { Frame } from '../runtime/index.ts'
import { Draws, Entries, isPrimitive, Options } from './choice-point.ts'
import type { ChoicePoint } from './choice-point.ts'
import { notAnEffect } from './errors.ts'
import type { Frontier } from './frontier.ts'
import type { Effort, EndReason } from './status.ts'
import type { Watch } from './watch.ts'

/** What a branch receives that has only one way to go on. */
const ONE_WAY: readonly unknown[] = [undefined]

/** The state of one search. Mutable, and owned by the one stream that pulls it. */
export class Exploration {
  /** What the branch returned that `advance` stopped at. */
  solution: unknown
  /** Why `advance` returned false. */
  reason: EndReason = 'exhausted'
  private readonly frontier: Frontier
  private readonly watch: Watch
  private readonly solutionLimit: number
  private readonly progress: ((effort: Effort) => void) | undefined
  private steps = 0
  private choicePoints = 0
  private solutions = 0
  private failures = 0
  private depth = 0

  constructor(
    start: Frame,
    frontier: Frontier,
    watch: Watch,
    solutionLimit: number,
    progress: ((effort: Effort) => void) | undefined,
  ) {
    this.frontier = frontier
    this.watch = watch
    this.solutionLimit = solutionLimit
    this.progress = progress
    frontier.push(new Options(start, 0, ONE_WAY))
  }

  effort(): Effort {
    const { steps, choicePoints, solutions, failures, depth } = this
    return { steps, choicePoints, solutions, failures, depth }
  }

  /** Goes on to the next solution. False when there is none: then `reason` says why. */
  advance(): boolean {
    const { frontier, watch } = this
    const { searching, point: outer } = machine
    machine.searching = true
    machine.point = null
    // Counted in registers: the loop runs some ten million times a second.
    let steps = this.steps
    let failures = this.failures
    try {
      if (frontier.next() === null) return this.end('exhausted')
      if (this.solutions >= this.solutionLimit) return this.end('limit')
      let lookAt = steps
      watch.begin()
      for (;;) {
        const point = frontier.next()
        if (point === null) return this.end('exhausted')
        if (steps >= lookAt) {
          this.steps = steps
          this.failures = failures
          this.progress?.(this.effort())
          const reached = watch.look(steps)
          if (reached !== null) return this.end(reached)
          lookAt = watch.lookAt
        }
        let stack: Frame | null
        if (point instanceof Options && point.clean) {
          const before = point.taken
          try {
            stack = attempt(point, lookAt - steps)
          } finally {
            steps += point.taken - before
          }
          failures += point.taken - before - 1
        } else {
          const branch = point.take()
          if (branch === null) {
            if (point.taken === 0) failures++
            continue
          }
          steps++
          stack = run(branch, NEXT, machine.value)
        }
        const signal = machine.signal
        if (signal === FAILED) {
          failures++
        } else if (signal === RETURNED) {
          this.solutions++
          this.solution = machine.value
          machine.value = undefined
          return true
        } else {
          const yielded = signal === FORWARDED ? opened(machine.value) : machine.value
          const next = this.choicePoint(stack!, yielded, point.depth)
          if (next === null) failures++
          else frontier.push(next)
        }
      }
    } catch (error) {
      try {
        this.abandon()
      } catch {
        // The first error is the one to report.
      }
      throw error
    } finally {
      machine.searching = searching
      machine.point = outer
      this.steps = steps
      this.failures = failures
      watch.pause()
    }
  }

  /** What a branch became that asked for `effect`; null when it has no way to go on. */
  private choicePoint(stack: Frame, effect: unknown, depth: number): ChoicePoint | null {
    if (effect instanceof Choice) {
      this.met(depth + 1)
      const { options } = effect
      if (!Array.isArray(options)) return new Draws(stack, depth + 1, options[Symbol.iterator]())
      return options.length === 0 ? null : new Options(stack, depth + 1, options)
    }
    if (effect instanceof Either) {
      this.met(depth + 1)
      return effect.programs.length === 0 ? null : new Entries(stack, depth + 1, effect.programs)
    }
    if (effect instanceof Failure) return null
    if (effect instanceof Pass) return new Options(stack, depth, ONE_WAY)
    throw notAnEffect(effect, stack)
  }

  private met(depth: number): void {
    this.choicePoints++
    if (depth > this.depth) this.depth = depth
  }

  private end(reason: EndReason): false {
    this.reason = reason
    this.abandon()
    return false
  }

  /** Closes what the branches that are left would have drawn from. */
  private abandon(): void {
    const errors: unknown[] = []
    for (const point of this.frontier) {
      try {
        point.close()
      } catch (error) {
        errors.push(error)
      }
    }
    if (errors.length > 0) throw errors[0]
  }
}

/**
 * Resumes a clean stack with its next option; a step that fails at once takes the ones after it by itself,
 * `most` in all. Which branch goes next is no question here, because a branch that fails leaves the frontier
 * as it was.
 */
function attempt(point: Options, most: number): Frame | null {
  const { stack, options } = point
  const option = options[point.taken]
  if (!isPrimitive(option)) return run(point.take(), NEXT, machine.value)
  point.limit = Math.min(options.length, point.taken + most)
  point.taken++
  machine.point = point
  let next: Frame | null
  try {
    next = stack.$step(stack, NEXT, option)
  } catch (error) {
    left(point)
    return unwind(stack, error)
  }
  left(point)
  return proceed(stack, next)
}

/** No step takes options of `point` any more. */
function left(point: Options): void {
  machine.point = null
  point.spent = point.taken === point.options.length
}

/** The value inside the result object of a foreign iterator that a program delegated to. */
function opened(result: unknown): unknown {
  return (result as IteratorResult<unknown>).value
}
