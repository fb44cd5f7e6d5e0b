// How the search goes into scopes and comes out of them. A branch inside runs like any other, with the scopes around
// it on a list; after it the search comes out of all of them, and asks each whether it has come to its end.

import { abandonStack, isAnythingCounted, run, THROW } from '../../runtime/index.ts'
import type { Frame } from '../../runtime/index.ts'
import type { ChoicePoint } from '../choice-point.ts'
import type { Frontier } from '../frontier.ts'
import type { Leaving } from '../marker.ts'
import type { Scope } from '../scope.ts'
import { Turn } from '../turn.ts'
import { Ending } from './ending.ts'

export abstract class Scoping extends Ending {
  /** How many steps had been taken, and choices met, when the branch that runs was reached inside of scopes. */
  protected entered = 0
  protected choicesBefore = 0

  /** Puts back what a branch has become. True: it has returned, and `solution` is what. */
  protected abstract became(stack: Frame | null): boolean

  /** Goes into the scopes that are to run, down to a point whose branch can be resumed. */
  protected descend(outermost: ChoicePoint): ChoicePoint | null {
    const { scopes } = this.inside
    this.frontier = this.inside
    for (let point = outermost; ;) {
      if (!point.isScope) return point
      const scope = point instanceof Turn ? point.scope : (point as Scope)
      scopes.push(scope)
      scope.begin()
      const next = scope.next()
      if (next === null) {
        this.ascend()
        return null
      }
      scope.taken++
      this.entered = this.steps
      this.choicesBefore = this.choices
      this.lookAt = Math.min(this.lookAt, this.steps + scope.allowance)
      point = next
    }
  }

  /** Comes out of all scopes. Those that have nothing left end, and what they come to goes on. */
  protected ascend(): void {
    while (this.inside.scopes.length > 0) this.settle(this.inside.scopes.pop()!, null)
    this.frontier = this.root
  }

  /** `scope` has run, and `after` goes on outside of it. */
  protected settle(scope: Scope, after: ChoicePoint | null): void {
    scope.ran(this.steps - this.entered, this.choices - this.choicesBefore)
    if (!scope.spent) {
      const next = scope.next()
      if (next !== null) {
        scope.follow(next)
        this.queue(scope)
      } else if (scope.isAwaited) (scope.turn as Turn).end()
      else if (scope.isCutOff) this.queue(scope)
      else {
        if (scope.pruned) this.pruned = true
        scope.end()
        const last = scope.exhausted()
        scope.release()
        if (last !== null) this.outside(last, scope)
      }
    }
    if (after !== null) this.outside(after, scope)
  }

  /** Where it has left the frontier around it because branches awaited something, `scope` comes back. */
  private queue(scope: Scope): void {
    if (scope.turn.spent) this.around.push(new Turn(scope))
  }

  /** `after` goes on outside of `scope`. */
  protected outside(after: ChoicePoint, _scope: Scope): void {
    this.around.push(after)
  }

  /** Where a branch stands when it has come out of the scope that was left last. */
  private get around(): Scope | Frontier {
    return this.inside.scopes.at(-1) ?? this.root
  }

  /** A branch has come to the end of the innermost scope. */
  protected leave(stack: Frame | null, { mode, value, carried }: Leaving): boolean {
    const scope = this.inside.scopes.pop()!
    const from = this.point
    if (mode === THROW) return this.throwOutside(scope, stack, value)
    this.survivals++
    // A branch of a sub-program that stands apart ends here; any other one goes on, or the scope keeps it or gives it up.
    if (isAnythingCounted()) {
      if (scope.isApart) this.resources.returned(this.branch)
      else this.resources.suspended()
    }
    let after: ChoicePoint | null = null
    try {
      if (scope.counts(value, from.cost)) after = scope.left({ stack, value, carried, from })
      else if (!scope.isApart) abandonStack(stack!)
    } catch (error) {
      this.survivals--
      return this.throwOutside(scope, stack, error)
    }
    this.settle(scope, after)
    return false
  }

  /** A branch comes out of `scope`, which was left last, by an error. It goes on at once: an error does not wait. */
  protected throwOutside(scope: Scope, stack: Frame | null, error: unknown): boolean {
    const caller = scope.threw(stack, error)
    this.settle(scope, null)
    if (this.inside.scopes.length === 0) this.frontier = this.root
    return this.became(run(caller, THROW, error))
  }
}
