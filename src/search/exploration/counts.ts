// What a search counts. A step is the resumption of a branch. Steps that stacks take by themselves are not counted one
// by one: the choice point knows how many branches have left it, and that is looked up when another point takes over.
// Nor are those of attempts, as long as one has as many options as the other.
//
// Law: at every solution, pause and end the counts are those of a search whose loop resumes each branch itself.

import type { Forking, Frame } from '../../runtime/index.ts'
import { Attempt } from '../attempt.ts'
import { ONE_WAY, Options } from '../choice-point.ts'
import type { ChoicePoint } from '../choice-point.ts'
import type { Tally } from '../merging.ts'
import type { Effort } from '../status.ts'

export abstract class Counts {
  /** The choice point whose branches run now, and how many of them had left when they were counted last. */
  point: ChoicePoint
  protected counted = 0
  /** Stands for the point whose branch runs where a step tries options before there is a point. */
  protected readonly tried = new Attempt()
  protected steps = 0
  /** Steps that ended in a choice or in a solution; all others failed. */
  protected survivals = 0
  private choicePoints = 0
  /** Choices whose options were tried before there was a point: they count as choice points and as survivals. */
  protected attempts = 0
  /** How many of them have had their options counted as steps: all that had as many options as the last one. */
  private attemptsCounted = 0
  protected solutions = 0
  protected depth = 0
  /** Counts what merging drops. */
  protected readonly tally: Tally = { merged: 0 }
  protected readonly forking: Forking

  constructor(start: Frame, forking: Forking) {
    this.point = new Options(start, 0, ONE_WAY, 0)
    this.forking = forking
  }

  protected get choices(): number {
    return this.choicePoints + this.attempts
  }

  effort(): Effort {
    this.countAttempts()
    const { attempts, choices, solutions, depth } = this
    const steps = this.steps - this.untried()
    const { merged } = this.tally
    const { copied } = this.forking
    const failures = steps - this.survivals - attempts
    return { steps, choicePoints: choices, solutions, failures, merged, copied, depth }
  }

  /** How many steps have been counted that are still to be made. */
  protected abstract untried(): number

  /** Counts the branches of the current point that have left since the last count. */
  protected count(): void {
    const { point } = this
    if (point === this.tried) return this.countAttempts()
    const { taken } = point
    this.steps += taken - this.counted
    this.counted = taken
  }

  /** Counts the options of all attempts since the last count. They have the same number of options. */
  protected countAttempts(): void {
    this.steps += (this.attempts - this.attemptsCounted) * this.tried.size
    this.attemptsCounted = this.attempts
  }

  /** A branch has come to a choice. */
  protected met(depth: number): void {
    this.choicePoints++
    if (depth > this.depth) this.depth = depth
  }
}
