// Which points of a function share a constructor of frames. One for each is the fastest: V8 then knows at every
// point what it loads. But each constructor says the names of its variables three times over, and so does the
// description. So where points are many, all share one if the variables are not too many, and otherwise those at
// which nearly the same variables are live.

import type { Variable } from './ir.ts'
import type { Live } from './liveness.ts'

/** Points that share a constructor, by number, and all that is live at any of them, what came first in front. */
export interface Group {
  readonly points: number[]
  readonly variables: Set<Variable>
}

/** From how many points with the same variables on sharing is worth a field for the point's number. */
const MANY = 3

/** From how many different sets of variables on points share though theirs differ. */
const VARIED = 8

/** How much larger a shared constructor may be than what is live at any of its points. */
const WASTE = 1.5

/** Up to how many variables all points of a function that searches share one: it makes few of its frames. */
const FEW = 8

/** Up to how many variables they do where constructors of their own would name each variable often, and how often. */
const SOME = 32
const OFTEN = 2.5

/** From how many mentions of variables on all points share one constructor. */
const HUGE = 1000

/** Groups the points, each of which is given by the variables that are live there. `searches`: some are choices. */
export function groupsOf(live: readonly Live[], searches = false): readonly Group[] {
  const order = new Map<Variable, number>()
  for (const set of live) for (const each of set) if (!order.has(each)) order.set(each, order.size)
  const one = [{ points: [...live.keys()], variables: new Set(order.keys()) }]
  if ((searches && order.size <= FEW) || isHuge(live)) return one

  const sets = live.map((set) => [...set].toSorted((one, other) => order.get(one)! - order.get(other)!))
  const keys = sets.map((set) => set.map((each) => order.get(each)).join())
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const isVaried = counts.size >= VARIED
  const isKnown = (key: string): boolean => isVaried || counts.get(key)! >= MANY
  const named = keys.reduce((sum, key, point) => {
    return sum + sets[point]!.length / (isKnown(key) ? counts.get(key)! : 1)
  }, 0)
  if (order.size <= SOME && named > OFTEN * order.size) return one

  const groups: Group[] = []
  const known = new Map<string, Group>()
  sets.forEach((set, point) => {
    const key = keys[point]!
    let group = known.get(key)
    if (group === undefined && isVaried) group = groups.findLast((each) => fits(set, each, live))
    if (group === undefined) groups.push((group = { points: [], variables: new Set() }))
    group.points.push(point)
    for (const each of set) group.variables.add(each)
    if (isKnown(key)) known.set(key, group)
  })
  return groups
}

/** Whether the group would still waste little if it held `set` too. */
function fits(set: readonly Variable[], { points, variables }: Group, live: readonly Live[]): boolean {
  const size = variables.size + set.filter((each) => !variables.has(each)).length
  return [set.length, ...points.map((point) => live[point]!.size)].every((least) => size <= least * WASTE + 1)
}

/** Whether one constructor is to hold whatever is live anywhere. */
export function isHuge(live: readonly Live[]): boolean {
  return live.reduce((sum, { size }) => sum + size, 0) >= HUGE
}
