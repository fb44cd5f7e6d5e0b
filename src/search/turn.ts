// Where branches await something, a scope may have nothing to run and still not be at its end. Then it leaves the
// frontier around it, so that others have their turn, and comes back when there is something to run again: each time
// as another point, because a frontier never sees a point again that is spent.

import { ChoicePoint, NO_OPTIONS } from './choice-point.ts'
import type { Scope } from './scope.ts'

/** Stands for a scope in the frontier around it, in a search whose branches may await something. */
export class Turn extends ChoicePoint {
  declare readonly scope: Scope
  private isOver = false
  private isHeldBack = false

  constructor(scope: Scope) {
    super(scope.stack, scope.depth, NO_OPTIONS, Infinity, 0)
    this.scope = scope
    scope.turn = this
  }

  override get spent(): boolean {
    return this.isOver || this.isHeldBack || this.scope.spent
  }

  /** Nothing can be run inside until a branch there goes on by itself. */
  end(): void {
    this.isOver = true
  }

  take(): never {
    throw new Error('invariant: the search takes branches from inside a scope')
  }

  override within(): ChoicePoint | null {
    return this.scope.next()
  }

  override get isCutOff(): boolean {
    return this.scope.isCutOff
  }

  override holdBack(): void {
    this.isHeldBack = true
  }

  override deepen(): void {
    this.isHeldBack = false
    this.scope.deepen()
  }

  override count(): number {
    return this.scope.count()
  }

  override holds(): boolean {
    return this.scope.holds()
  }

  override close(): void {
    this.scope.close()
  }
}
// From outside it looks like the branch inside that goes next.
const own = { isScope: { value: true } }
const ofScope = (key: 'depth' | 'cost' | 'bound' | 'taken') => ({
  get(this: Turn): number {
    return this.scope[key]
  },
  set(): void {},
})
Object.defineProperties(Turn.prototype, {
  ...own,
  depth: ofScope('depth'),
  cost: ofScope('cost'),
  bound: ofScope('bound'),
  taken: ofScope('taken'),
})
