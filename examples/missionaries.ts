// Three missionaries and three cannibals cross a river in a boat for two, and the cannibals must outnumber the
// missionaries on no bank. The program just goes to and fro: `merge` takes branches that have come to the same
// state for one, so it needs no list of the states that it has been in, and the search ends.
//
//     npx multishot run examples/missionaries.ts

import { breadthFirst, choose, guard, immutable, solve } from 'multishot'

/** The way so far. It says that it equals every other one, so the ways to a state do not keep it apart. */
class Route {
  static readonly [immutable] = true
  constructor(readonly steps: readonly string[] = []) {}
  add = (step: string) => new Route([...this.steps, step])
  equals = (other: unknown) => other instanceof Route
  hashCode = () => 0
}

const boats = [
  { missionaries: 1, cannibals: 0 },
  { missionaries: 2, cannibals: 0 },
  { missionaries: 1, cannibals: 1 },
  { missionaries: 0, cannibals: 1 },
  { missionaries: 0, cannibals: 2 },
]

const isSafe = (missionaries: number, cannibals: number): boolean =>
  missionaries >= 0 && cannibals >= 0 && (missionaries === 0 || missionaries >= cannibals)

export function* crossing() {
  let [missionaries, cannibals] = [3, 3]
  let route = new Route()
  for (let there = -1; missionaries + cannibals > 0; there = -there) {
    const boat = yield* choose(boats)
    missionaries += there * boat.missionaries
    cannibals += there * boat.cannibals
    yield* guard(isSafe(missionaries, cannibals) && isSafe(3 - missionaries, 3 - cannibals))
    route = route.add(`${'M'.repeat(missionaries)}${'C'.repeat(cannibals)}`)
  }
  return route
}

export default function* missionaries() {
  const stream = solve(crossing, { strategy: breadthFirst, merge: true })
  const { steps } = yield* choose(stream.take(1))
  return `${steps.length} crossings: MMMCCC ${steps.slice(0, -1).join(' ')} and all are over`
}
