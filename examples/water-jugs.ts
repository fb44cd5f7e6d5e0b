// A jug of five litres and one of three: which amounts can be measured, and how? The program pours for ever. With
// `merge` a state that was seen before is not gone on from, so the search finds each state once and ends.
//
//     npx multishot run examples/water-jugs.ts

import { amb, breadthFirst, choose, guard, immutable, solve } from 'multishot'

/** The way so far. It says that it equals every other one, so the ways to a state do not keep it apart. */
class Route {
  static readonly [immutable] = true
  constructor(readonly steps: readonly string[] = []) {}
  add = (step: string) => new Route([...this.steps, step])
  equals = (other: unknown) => other instanceof Route
  hashCode = () => 0
}

const size = [5, 3]

export function* pouring() {
  const jugs = [0, 0]
  let route = new Route()
  for (;;) {
    const stops = yield* amb(true, false)
    if (stops) return `${jugs.join(' and ')}: ${route.steps.join(', ') || 'nothing to do'}`
    const from = yield* amb(0, 1)
    const to = 1 - from
    const before = String(jugs)
    const step = yield* amb('fill', 'empty', 'pour')
    if (step === 'fill') jugs[from] = size[from]!
    if (step === 'empty') jugs[from] = 0
    if (step === 'pour') {
      const poured = Math.min(jugs[from]!, size[to]! - jugs[to]!)
      jugs[from]! -= poured
      jugs[to]! += poured
    }
    yield* guard(String(jugs) !== before)
    route = route.add(`${step} the ${size[from]}`)
  }
}

export default function* waterJugs() {
  return yield* choose(solve(pouring, { strategy: breadthFirst, merge: true }))
}
