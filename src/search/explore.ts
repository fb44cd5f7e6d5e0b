// THE loop: take a choice point from the frontier, resume its next branch, put what that became back. It
// knows the effects of nondeterminism and nothing of strategies, streams or consumers.
//
// Law: one call of `advance` resumes exactly the branches up to the next solution. Nothing is looked at
// beyond it, so k solutions cost no more than they need.
//
// One object is a search; it is described in layers, each of which builds on those before it (exploration/): what it
// counts, what it lets steps do, how it ends, how it goes through scopes, how branches await, and what effects become.

import {
  AWAITED,
  FAILED,
  forkBy,
  FORWARDED,
  holdFor,
  isAnythingCounted,
  machine,
  NEXT,
  OPTION,
  proceed,
  RETURNED,
  run,
  unwind,
} from '../runtime/index.ts'
import type { Frame, Scheduler } from '../runtime/index.ts'
import type { ChoicePoint } from './choice-point.ts'
import { Asking } from './exploration/asking.ts'
import { Leaving } from './marker.ts'
import { nameAwaits } from './name-awaits.ts'

/** The state of one search. Mutable, and owned by the one stream that pulls it. */
export class Exploration extends Asking {
  /** What the branch returned that `advance` stopped at. */
  protected solution: unknown
  /** Who takes the solutions, where all of them are asked for. */
  private each: ((solution: unknown) => void) | null = null

  /** Goes on to the next solution. False when there is none: then `reason` says why. */
  advance(): boolean {
    const { watch } = this
    this.isPaused = false
    this.isWaiting = false
    if (this.isClosed) return false
    const { scheduler, awaits } = machine
    const holder = holdFor(this.resources)
    const forks = forkBy(this.forking)
    this.isRunning = true
    machine.scheduler = this.driver
    machine.awaits = this.flights !== null
    try {
      const isAwaited = this.flights?.isEmpty === false
      if (!isAwaited && this.root.next() === null) return this.end(this.exhausted())
      if (this.solutions >= this.solutionLimit) return this.end('limit')
      watch.begin(this.steps)
      this.lookAt = this.steps
      if (isAwaited) {
        const result = this.landAll(this.flights!)
        if (result !== null) return result
      }
      for (;;) {
        let point = this.root.next()
        if (point === null) return this.flights?.isEmpty === false ? this.waits() : this.end(this.exhausted())
        if (this.steps >= this.lookAt) {
          if (this.steps >= watch.lookAt) {
            this.progress?.(this.effort())
            const reached = watch.look(this.steps, this.choices, this)
            if (reached !== null) return this.stop(reached)
          }
          this.lookAt = this.resources.isEmpty ? watch.lookAt : 0
        }
        if (point.isScope) {
          point = this.descend(point)
          if (point === null) continue
        }
        const stack = this.resume(point)
        this.count()
        if (this.goesOut(stack)) return !this.isWaiting
      }
    } catch (error) {
      const { rejected } = this
      if (error === rejected?.value) nameAwaits(error, rejected!.stack)
      this.count()
      this.survivals++
      this.loseAttempts()
      try {
        this.abandon()
      } catch {
        // The first error is the one to report.
      }
      throw error
    } finally {
      this.isRunning = false
      machine.scheduler = scheduler
      machine.awaits = awaits
      holdFor(holder)
      forkBy(forks)
      watch.pause()
    }
  }

  /** Goes on to the end and gives every solution to `each`. Then branches need not leave the steps in which they return. */
  drain(each: (solution: unknown) => void): void {
    this.each = each
    try {
      while (this.advance()) each(this.takeSolution())
    } finally {
      this.each = null
    }
  }

  /** What `advance` stopped at, which is kept here no longer. */
  takeSolution(): unknown {
    const { solution } = this
    this.solution = undefined
    return solution
  }

  answered(): boolean {
    const { each } = this
    // The last one that is allowed ends the search.
    if (each === null || isAnythingCounted() || this.solutions + 1 >= this.solutionLimit) return false
    if (this.returned(machine.value)) each(this.takeSolution())
    return true
  }

  /** Who answers the steps; null where each of them is to end at every choice and failure. */
  protected get driver(): Scheduler | null {
    return this
  }

  /** Runs the next branch of `point`, and what its steps go on with, until one of them has to leave. */
  private resume(point: ChoicePoint): Frame | null {
    if (point.taken < point.direct) {
      this.begin(point)
      return attempt(point.stack)
    }
    this.point = point
    this.counted = point.taken
    const branch = this.take(point)
    this.branch = branch
    if (branch !== null) return run(branch, NEXT, machine.value)
    // Nothing was left to draw. If there never was anything, the branch that asked has failed.
    if (point.taken === 0) this.survivals--
    machine.signal = FAILED
    return null
  }

  protected take(point: ChoicePoint): Frame | null {
    return point.take()
  }

  protected became(stack: Frame | null): boolean {
    switch (machine.signal) {
      case FAILED:
        this.failed()
        return false
      case RETURNED: {
        // Read first, because closing what the branch has left open may run generators.
        const { value } = machine
        if (isAnythingCounted()) this.resources.returned(this.branch)
        return this.returned(value)
      }
      case AWAITED:
        return this.depart(stack!)
      default: {
        const yielded = machine.signal === FORWARDED ? opened(machine.value) : machine.value
        if (yielded instanceof Leaving) return this.leave(stack, yielded)
        const next = this.choicePoint(stack!, yielded, this.point.depth)
        if (next === null) this.failed()
        else {
          this.push(next)
          if (isAnythingCounted()) this.resources.suspended()
        }
        return false
      }
    }
  }

  /** The branch has returned `value`: whether that is a solution. */
  private returned(value: unknown): boolean {
    this.survivals++
    machine.value = undefined
    if (this.root.returned?.(value, this.point.cost) === false) return false
    this.solutions++
    this.solution = value
    return true
  }

  private failed(): void {
    if (isAnythingCounted()) this.resources.failed(this.branch)
  }
}

/** Resumes a clean stack with the next option of the scheduler's choice point. */
function attempt(stack: Frame): Frame | null {
  let next: Frame | null
  try {
    next = stack.$step(stack, NEXT, OPTION)
  } catch (error) {
    // The step may have gone on at another frame; only one with the same parent.
    return unwind(stack, error)
  }
  return proceed(stack, next)
}

/** The value inside the result object of a foreign iterator that a program delegated to. */
function opened(result: unknown): unknown {
  return (result as IteratorResult<unknown>).value
}
