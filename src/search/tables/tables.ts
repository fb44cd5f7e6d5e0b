// All tables of one search. A call of a tabled function makes a table, unless there is one for equal arguments, and a
// consumer that reads it (consumer.ts). The branches of the function's body belong to no caller: they stand on a
// stack of their own, in the frontier of the table's component (component.ts), and each answer ends its branch.
//
// Completion. A component asks others for answers, and these dependencies are recorded when the question is
// asked. If an answer is asked for whose component needs the one that asks, all components in the circle become one.
// So there never is a circle among them, whoever has nothing left to do but wait for another component may drive
// it, and a component whose own frontier is empty is complete. This is the completion of SLG resolution, where the
// components are approximated by a stack of leaders, with the components themselves. Answers are given at
// once, to those in the component and to those outside ("batched scheduling"), except those that can be replaced:
// only the component sees them before they are final ("local scheduling").
//
// Sources: Chen & Warren, "Tabled Evaluation with Delaying for General Logic Programs" (1996); Swift & Warren, "XSB:
// Extending Prolog with Tabled Logic Programming" (2012); Freire, Swift & Warren, "Beyond Depth-First: Improving Tabled
// Logic Programs through Alternative Scheduling Strategies" (1998).

import type { Definition, Program, Rest, Split, Tabled } from '../../program/index.ts'
import { fork, forking, ISOLATE, machine, isPrimitive, rootOf, takeStackOnto } from '../../runtime/index.ts'
import type { Frame } from '../../runtime/index.ts'
import { Arrival, Entries, Options } from '../choice-point.ts'
import type { ChoicePoint, Way } from '../choice-point.ts'
import { cannotTable, needsItsOwnAnswers, notAKey, restOfAnotherSearch } from '../errors.ts'
import type { Strategy } from '../frontier.ts'
import type { Scope } from '../scope.ts'
import { sameKey } from '../streams/keys.ts'
import { Component, Table } from './component.ts'
import { Consumer } from './consumer.ts'
import { between } from './dependencies.ts'
import { Production } from './production.ts'
import { Shelf } from './shelf.ts'
import { Place, Splitter } from './splitter.ts'

/** The complete tables of functions whose tables outlast a search. */
const lasting = new WeakMap<Definition<unknown>, Shelf>()

export class Tables {
  private readonly shelves = new Map<Definition<unknown>, Shelf>()
  private readonly incomplete = new Set<Table>()
  private readonly strategy: Strategy
  /** By which the branches of tabled functions are explored. */
  private readonly inside: Strategy

  constructor(strategy: Strategy) {
    // The same that merging asks: whether it is all one which way a branch has come.
    if (strategy.merges === false) throw cannotTable(strategy.name)
    this.strategy = strategy
    this.inside = strategy.tabling ?? strategy
  }

  /** A branch inside `scopes` asks at `stack`; null if it is known that there is no answer. */
  ask(
    { definition, args }: Tabled<unknown>,
    stack: Frame,
    entry: Way,
    scopes: readonly Scope[],
  ): ChoicePoint | null {
    const table = this.find(definition, args) ?? this.start(definition, args, stack)
    if (table.component === null) {
      const { all } = table.answers
      return all.length === 0 ? null : new Options(stack, entry.depth + 1, all, 0).comesFrom(entry)
    }
    return new Consumer(stack, entry, this.strategy, table, this.dependsOn(table, stack, scopes, false))
  }

  /** A branch inside `scopes` asks for the first answer of a program and the rest. */
  split({ program, place }: Split<unknown>, stack: Frame, entry: Way, scopes: readonly Scope[]): ChoicePoint {
    const { table, position } = place === undefined ? this.open(program, stack) : this.placed(place, stack)
    if (table.component !== null) this.dependsOn(table, stack, scopes, true)
    return new Splitter(stack, entry, this.strategy, new Place(this, table, position))
  }

  /** A branch inside `scopes` asks for the answers of a program that was split; null if there are no others. */
  rest({ place }: Rest<unknown>, stack: Frame, entry: Way, scopes: readonly Scope[]): ChoicePoint | null {
    const { table, position } = this.placed(place, stack)
    if (table.component === null) {
      const left = table.answers.all.slice(position)
      return left.length === 0 ? null : new Options(stack, entry.depth + 1, left, 0).comesFrom(entry)
    }
    const home = this.dependsOn(table, stack, scopes, false)
    return new Consumer(stack, entry, this.strategy, table, home, position)
  }

  private placed(place: object, stack: Frame): Place {
    if (place instanceof Place && place.tables === this) return place
    throw restOfAnotherSearch(stack)
  }

  /** A table of its own for the answers of `program`, however many are equal, that nobody else finds. */
  private open(program: Program<unknown>, stack: Frame): Place {
    let answers = 0
    const definition = { name: 'split', body: undefined as never, options: { key: () => answers++ } }
    const table = new Table(definition, [], true)
    const component = new Component(table, this.inside, (each) => this.incomplete.delete(each))
    const production = fork(new Production(rootOf(stack), table), program)
    component.push(new Entries(production, 0, [machine.value as Program<unknown>]))
    this.incomplete.add(table)
    return new Place(this, table, 0)
  }

  private find(definition: Definition<unknown>, args: readonly unknown[]): Table | undefined {
    return this.shelves.get(definition)?.get(args) ?? lasting.get(definition)?.get(args)
  }

  private start(definition: Definition<unknown>, args: readonly unknown[], stack: Frame): Table {
    const key = copyOf(args)
    const strange = args.findIndex((arg, at) => !sameKey(arg, key[at]))
    if (strange >= 0) throw notAKey(definition.name, strange, args[strange], stack)
    const table = new Table(definition, key, false)
    const what = definition.name === '' ? 'the tabled function' : `the tabled function ${definition.name}`
    const body = takeStackOnto(definition.body(...copyOf(args)), what, (root) => new Production(root, table))
    const component = new Component(table, this.inside, this.completed)
    component.push(new Arrival(body, 0, undefined))
    this.incomplete.add(table)
    shelfOf(definition, this.shelves).add(table)
    return table
  }

  private readonly completed = (table: Table): void => {
    const { definition } = table
    this.incomplete.delete(table)
    const shelf = this.shelves.get(definition)!
    if (definition.options.lasting !== true || table.isPruned) {
      shelf.completed(table)
      return
    }
    shelf.delete(table)
    const kept = shelfOf(definition, lasting)
    kept.add(table)
    kept.completed(table)
  }

  /**
   * Records that the component whose branch runs inside `scopes` needs `table`. Gives the table whose branch it is;
   * null where no table's branch asks, or one inside an operator, which decides by itself who waits in it. `isWhole`: who asks
   * is itself such an operator.
   */
  private dependsOn(table: Table, stack: Frame, scopes: readonly Scope[], isWhole: boolean): Table | null {
    const at = scopes.findLastIndex((scope) => scope instanceof Consumer)
    if (at < 0) return null
    const home = (scopes[at] as Consumer).table
    const asking = home.component!
    const isScoped = isWhole || at < scopes.length - 1
    asking.needs.set(table, isScoped || asking.needs.get(table) === true)
    this.unite(asking, between(table.component!, asking), stack)
    return isScoped ? null : home
  }

  /** `circle` needs each other: from now on it is all one component. */
  private unite(asking: Component, circle: ReadonlySet<Component>, stack: Frame): void {
    for (const { needs } of circle)
      for (const [{ component, definition }, isScoped] of needs)
        if (isScoped && component !== null && circle.has(component))
          throw needsItsOwnAnswers(definition.name, stack)
    if (circle.size < 2) return
    const others = [...circle].filter((each) => each !== asking)
    for (const each of others) asking.absorb(each)
    for (const point of asking.points) if (point instanceof Consumer && point.waits) point.wait()
    for (const point of others.flatMap((each) => each.points)) {
      if (point instanceof Consumer && point.waits) point.wait()
      else asking.push(point)
    }
  }

  /** Whether there is anything to close in tables that are not complete. */
  hold(): boolean {
    return this.points.some((point) => point.holds())
  }

  /** What is left to explore in tables that are not complete. */
  get points(): ChoicePoint[] {
    return this.components.flatMap(({ points }) => points)
  }

  /** Deeper branches may be explored now. */
  deepen(): void {
    for (const component of this.components) component.deepen()
  }

  private get components(): Component[] {
    return [...new Set([...this.incomplete].map((table) => table.component!))]
  }

  /** The search is over. */
  close(): void {
    for (const component of this.components) component.close()
    this.incomplete.clear()
  }
}

interface Shelves {
  get(definition: Definition<unknown>): Shelf | undefined
  set(definition: Definition<unknown>, shelf: Shelf): unknown
}

function shelfOf(definition: Definition<unknown>, shelves: Shelves): Shelf {
  let shelf = shelves.get(definition)
  if (shelf === undefined) {
    shelf = new Shelf(definition.options.keep ?? Infinity)
    shelves.set(definition, shelf)
  }
  return shelf
}

/** The caller may change what it has given, also where the branches of the search share their data. */
function copyOf(args: readonly unknown[]): readonly unknown[] {
  if (args.every(isPrimitive)) return args
  const { policy } = forking
  fork(NOTHING, args, policy.shallow ? ISOLATE : policy)
  return machine.value as readonly unknown[]
}

/** A stack with nothing on it. */
const NOTHING: Frame = new Production(null, undefined as never)
