// A farmer crosses a river with a wolf, a goat and a cabbage, one of them at a time; the wolf must not be left with
// the goat, nor the goat with the cabbage (Alcuin, about 800). With `merge` the farmer may go to and fro as he likes.
//
//     npx multishot run examples/wolf-goat-cabbage.ts

import { breadthFirst, choose, guard, immutable, solve } from 'multishot'

/** The way so far. It says that it equals every other one, so the ways to a state do not keep it apart. */
class Route {
  static readonly [immutable] = true
  constructor(readonly steps: readonly string[] = []) {}
  add = (step: string) => new Route([...this.steps, step])
  equals = (other: unknown) => other instanceof Route
  hashCode = () => 0
}

const goods = ['wolf', 'goat', 'cabbage']

export function* crossing() {
  const here = { farmer: true, wolf: true, goat: true, cabbage: true }
  let route = new Route()
  while (Object.values(here).includes(true)) {
    const cargo = (yield* choose(['nothing', ...goods])) as keyof typeof here | 'nothing'
    if (cargo !== 'nothing') {
      yield* guard(here[cargo] === here.farmer)
      here[cargo] = !here[cargo]
    }
    here.farmer = !here.farmer
    const alone = !here.farmer
    yield* guard(!(here.goat === alone && (here.wolf === alone || here.cabbage === alone)))
    route = route.add(cargo)
  }
  return route
}

export default function* wolfGoatCabbage() {
  const route = yield* choose(solve(crossing, { strategy: breadthFirst, merge: true }).take(2))
  return route.steps.join(', ')
}
