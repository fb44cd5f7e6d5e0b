// What becomes of a branch that asks for an effect: a point in the frontier, with as many ways to go on as the effect has.

import {
  Choice,
  Commit,
  Cost,
  Either,
  Estimate,
  Note,
  Rest,
  Scoped,
  Split,
  Tabled,
} from '../../program/index.ts'
import { Failure, Pass } from '../../runtime/index.ts'
import type { Frame } from '../../runtime/index.ts'
import { Draws, Entries, ONE_WAY, Options } from '../choice-point.ts'
import type { ChoicePoint } from '../choice-point.ts'
import { closeAll } from '../close-all.ts'
import { notAnEffect } from '../errors.ts'
import { scopeOf } from '../scopes/index.ts'
import { Tables } from '../tables/tables.ts'
import { Turn } from '../turn.ts'
import { Awaiting } from './awaiting.ts'

export abstract class Asking extends Awaiting {
  /** What a branch became that asked for `effect`; null when it has no way to go on. */
  protected choicePoint(stack: Frame, effect: unknown, depth: number): ChoicePoint | null {
    if (effect instanceof Choice) {
      this.met(depth + 1)
      const { options } = effect
      if (!Array.isArray(options)) return this.behind(new Draws(stack, depth + 1, options))
      const isOpened = stack === this.opened
      this.opened = null
      return options.length === 0 ? null : this.behind(new Options(stack, depth + 1, options, 0, isOpened))
    }
    if (effect instanceof Either) {
      this.met(depth + 1)
      return effect.programs.length === 0 ? null : this.behind(new Entries(stack, depth + 1, effect.programs))
    }
    if (effect instanceof Failure) return null
    if (effect instanceof Pass || effect instanceof Note)
      return this.behind(new Options(stack, depth, ONE_WAY, 0))
    if (effect instanceof Scoped) return this.scope(effect, stack)
    if (effect instanceof Cost || effect instanceof Estimate) return this.weighed(stack, effect)
    if (effect instanceof Commit) return this.committed(stack)
    if (effect instanceof Tabled || effect instanceof Split || effect instanceof Rest)
      return this.ask(effect, stack)
    throw notAnEffect(effect, stack)
  }

  /** A scope inside of another one has the strategy that holds in there. */
  private scope(effect: Scoped<unknown>, stack: Frame): ChoicePoint {
    const strategy = this.inside.scopes.at(-1)?.strategy ?? this.strategy
    const scope = scopeOf(effect, stack, this.point, strategy, this.watch.clock)
    return this.flights === null ? scope : new Turn(scope)
  }

  /** The branch goes on with the answers of a table. */
  private ask(effect: Tabled<unknown> | Split<unknown> | Rest<unknown>, stack: Frame): ChoicePoint | null {
    const { point, inside } = this
    this.tables ??= new Tables(this.strategy)
    if (effect instanceof Split) return this.tables.split(effect, stack, point, inside.scopes)
    this.met(point.depth + 1)
    if (effect instanceof Rest) return this.tables.rest(effect, stack, point, inside.scopes)
    return this.tables.ask(effect, stack, point, inside.scopes)
  }

  /** The branch has another cost or estimate now, so others may go before it. */
  private weighed(stack: Frame, effect: Cost | Estimate): ChoicePoint {
    this.weighs = true
    const { point } = this
    const next = new Options(stack, point.depth, ONE_WAY, 0).comesFrom(point)
    if (effect instanceof Cost) next.cost = point.cost + effect.amount
    else next.bound = Math.max(point.bound, point.cost + effect.amount)
    return next
  }

  /** The branch is the only one left in its scope; outside of scopes, in the search. */
  private committed(stack: Frame): ChoicePoint {
    const scope = this.inside.scopes.at(-1)
    if (scope !== undefined) scope.cut()
    else {
      const { root } = this
      this.root = this.frontierOfRoot()
      this.frontier = this.root
      this.inside.root = this.root
      closeAll(root)
      this.flights?.close()
    }
    return this.behind(new Options(stack, this.point.depth, ONE_WAY, 0))
  }

  /** A point on the way of the branch that runs. */
  private behind<Point extends ChoicePoint>(point: Point): Point {
    return this.weighs ? point.comesFrom(this.point) : point
  }
}
