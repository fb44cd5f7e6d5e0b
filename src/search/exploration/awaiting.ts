// How a branch that awaits something leaves the search, and how it comes back. Only searches of async programs get here.

import { machine, run, THROW } from '../../runtime/index.ts'
import type { Frame } from '../../runtime/index.ts'
import { ONE_WAY, Options } from '../choice-point.ts'
import type { ChoicePoint } from '../choice-point.ts'
import { awaitsInTable } from '../errors.ts'
import { Flight } from '../flights.ts'
import type { Flights } from '../flights.ts'
import { Consumer } from '../tables/consumer.ts'
import { Scoping } from './scoping.ts'

export abstract class Awaiting extends Scoping {
  /** The branch that something it awaited was thrown into last. */
  protected rejected: Flight | null = null

  /** Whether branches may await something. */
  get isAsync(): boolean {
    return this.flights !== null
  }

  /** The branches go on for which what they awaited is here. What `advance` returns; null: others can begin. */
  protected landAll(flights: Flights): boolean | null {
    for (;;) {
      const reached = this.watch.lookBetween(this.steps, this.choices, this)
      if (reached !== null) return this.stop(reached)
      const flight = flights.next()
      if (flight === undefined) return flights.isFull ? this.waits() : null
      if (this.goesOut(this.land(flight))) return !this.isWaiting
    }
  }

  /** Puts back what the branch has become, and comes out of the scopes that it ran in. True as of `became`. */
  protected goesOut(stack: Frame | null): boolean {
    const found = this.became(stack)
    if (this.frontier !== this.root) this.ascend()
    return found
  }

  /** Runs on the branch that awaited something. */
  protected land(flight: Flight): Frame | null {
    const { stack, point, scopes, mode, value } = flight
    this.survivals--
    this.point = point
    this.counted = point.taken
    this.branch = stack
    this.entered = this.steps
    this.choicesBefore = this.choices
    for (const scope of scopes) scope.begin()
    this.inside.scopes.push(...scopes)
    this.frontier = scopes.length > 0 ? this.inside : this.root
    // Whatever steps do by themselves, bounds are looked at after this branch.
    this.lookAt = this.steps
    this.rejected = mode === THROW ? flight : null
    return run(stack, mode, value)
  }

  /** The branch awaits something. True: nobody else may begin meanwhile. */
  protected depart(stack: Frame): boolean {
    const { value } = machine
    machine.value = undefined
    const flights = this.flights!
    const { scopes } = this.inside
    const table = scopes.find((scope) => scope instanceof Consumer)
    if (table !== undefined) throw awaitsInTable(table.table.definition.name, stack)
    const flight = new Flight(stack, this.standing(stack), scopes.slice(), flights)
    this.survivals++
    this.resources.suspended()
    flights.depart(flight, value, this.watch.signal)
    this.departed(flight)
    if (!flights.isFull) return false
    // If it is the only one, nothing happens in its scopes before it goes on: they stay as they are.
    if (flights.isSingle) this.leaveScopes()
    this.isWaiting = true
    return true
  }

  /** Where the branch that runs stands, for later: what is tried is soon something else. */
  private standing(stack: Frame): ChoicePoint {
    const { tried, point } = this
    return point === tried ? new Options(stack, tried.depth, ONE_WAY, 0).comesFrom(tried) : point
  }

  /** For whoever watches: `flight` is that of the branch that runs. */
  protected departed(_flight: Flight): void {}

  /** Settles when it makes sense to call `advance` again that has said that it is waiting. */
  landing(): Promise<void> {
    this.watch.wait()
    return this.flights!.landing(this.watch.left)
  }
}
