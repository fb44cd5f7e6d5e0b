// Fair search by fuel: depth-first searches that take turns.
//
// Each task is a stack of choice points, explored depth first. When it has burnt its fuel, its oldest point becomes
// a task of its own and both go to the end of the queue. So every slice brings each waiting point nearer to the
// bottom of its task and each task nearer to the front: every branch is reached after finitely many steps,
// whatever the others do and however choices and sub-programs are nested. There is one new task for each slice, so
// memory grows by a fraction of the steps, where breadth first keeps every branch.

import type { ChoicePoint } from '../choice-point.ts'
import type { Frontier, Strategy } from '../frontier.ts'

/** Steps in a slice. */
const FUEL = 64

/** The points of one depth-first search, the newest last. */
class Task {
  readonly points: ChoicePoint[] = []
  /** Those before it have become tasks of their own. */
  private first = 0
  /** The task behind it in the queue. */
  behind: Task | null = null

  constructor(point: ChoicePoint) {
    this.points.push(point)
  }

  get top(): ChoicePoint | undefined {
    const { points } = this
    while (points.length > this.first && points.at(-1)!.spent) points.pop()
    return points.length > this.first ? points.at(-1) : undefined
  }

  /** Takes the oldest point out; null when there is only one. */
  split(): Task | null {
    const { points } = this
    if (points.length - this.first < 2) return null
    const oldest = new Task(points[this.first++]!)
    if (this.first > points.length >> 1) {
      points.splice(0, this.first)
      this.first = 0
    }
    return oldest
  }

  *[Symbol.iterator](): Iterator<ChoicePoint> {
    for (let i = this.first; i < this.points.length; i++) if (!this.points[i]!.spent) yield this.points[i]!
  }
}

class Fair implements Frontier {
  private front: Task | null = null
  private back: Task | null = null
  private fuel = FUEL
  /** What was handed out last, to tell whether a branch has left since. */
  private handed: ChoicePoint | undefined
  private taken = 0

  push(point: ChoicePoint): void {
    const { front } = this
    if (front === null) {
      this.enqueue(new Task(point))
      return
    }
    // A spent point is dropped now: a long branch would pile up all the points that it has passed.
    void front.top
    front.points.push(point)
  }

  next(): ChoicePoint | null {
    for (;;) {
      const { front } = this
      if (front === null) return null
      const { top } = front
      if (top === undefined) {
        this.dequeue()
        continue
      }
      if (top !== this.handed || top.taken !== this.taken) {
        if (this.fuel === 0) {
          this.rotate(front)
          continue
        }
        this.fuel--
        this.handed = top
        this.taken = top.taken
      }
      return top
    }
  }

  private rotate(task: Task): void {
    this.dequeue()
    const oldest = task.split()
    if (oldest !== null) this.enqueue(oldest)
    this.enqueue(task)
  }

  private enqueue(task: Task): void {
    if (this.front === null || this.back === null) this.front = task
    else this.back.behind = task
    this.back = task
  }

  private dequeue(): void {
    const task = this.front!
    this.front = task.behind
    task.behind = null
    this.fuel = FUEL
    this.handed = undefined
  }

  *[Symbol.iterator](): Iterator<ChoicePoint> {
    for (let task = this.front; task !== null; task = task.behind) yield* task
  }
}

/**
 * Complete: whatever is infinite, a branch with a long way or a choice with endlessly many options, every
 * solution is found after finitely many steps. So conjunctions are fair in plain sequential code, however they are
 * nested.
 *
 * ```ts
 * import { choose, fair, guard, solve } from 'multishot'
 *
 * function* naturals() {
 *   for (let n = 0; ; n++) yield n
 * }
 * const pairs = solve(
 *   function* () {
 *     const a = yield* choose(naturals())
 *     const b = yield* choose(naturals())
 *     yield* guard(a * b === 42 && a < b)
 *     return `${a} × ${b}`
 *   },
 *   { strategy: fair },
 * )
 * console.log(pairs.take(4).toArray().toSorted()) // → [ '1 × 42', '2 × 21', '3 × 14', '6 × 7' ]
 * ```
 *
 * With `depthFirst` this never gives anything: no second number makes 42 of 0. Not promised: an order.
 */
export const fair: Strategy = { name: 'fair', concurrent: true, frontier: () => new Fair(), fuel: FUEL }
