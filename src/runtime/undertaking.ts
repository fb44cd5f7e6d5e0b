// The copy that is under way. One is at a time; a user's own way to copy a value may start another, which then takes
// its place until it ends. What is met is kept in `graph`.

import { Graph } from './graph.ts'
import { ISOLATE } from './policy.ts'
import type { Policy } from './policy.ts'
import type { Position } from './position.ts'
import { letGo } from './resource.ts'
import type { Acquired, Hold } from './resource.ts'

/** The copy that is under way. */
export interface Undertaking {
  readonly graph: Graph
  readonly policy: Policy
  /** The value whose own method or policy function is at work, innermost last. */
  readonly asked: object[]
  /** Positions that can be found only when what they stand in is filled. */
  readonly unsettled: Position[]
  readonly wanted: number[] | null
  readonly resources: Resources | null
}

/** The resources that a copy has got: duplicates, and holds of them and of others. */
export interface Resources {
  readonly twins: Acquired[]
  readonly holds: Hold[]
}

export let graph = new Graph()
export let policy = ISOLATE
export let asked: object[] = []
export let unsettled: Position[] = []
/** What must be filled before user code goes on; null while no such code waits. */
export let wanted: number[] | null = null
export let resources: Resources | null = null
/** Counts what was copied, so that a caller can tell whether anything was. */
export let copies = 0

/** Begins a copy of its own and returns the one that was under way: a user's clone method may start another. */
export function beginCopy(by: Policy): Undertaking {
  const outer = { graph, policy, asked, unsettled, wanted, resources }
  graph = new Graph()
  policy = by
  asked = []
  unsettled = []
  wanted = null
  resources = null
  return outer
}

export function endCopy(outer: Undertaking): void {
  ;({ graph, policy, asked, unsettled, wanted, resources } = outer)
}

/** Gives back the resources of a copy that will not be completed. */
export function giveUpCopy(): void {
  if (resources === null) return
  const { twins, holds } = resources
  letGo(holds)
  for (const twin of twins) if (twin.isOpen) twin.close()
}

/** Registers `copy` for `source` before its parts are copied, so that cycles close. */
export function start<T extends object>(source: object, copy: T, fill: number): T {
  copies++
  const place = graph.add(source, copy, fill)
  wanted?.push(place)
  return copy
}

/** Something stands for its copy once more. */
export function copiedAgain(): void {
  copies++
}

/** From now on what is met is to be filled at once. Returns what was wanted before. */
export function want(places: number[] | null): number[] | null {
  const before = wanted
  wanted = places
  return before
}

/** Where the copy keeps the resources that it gets. */
export function acquired(): Resources {
  return (resources ??= { twins: [], holds: [] })
}

/** What the copy that is under way has met. */
export function metSoFar(): Graph {
  return graph
}
