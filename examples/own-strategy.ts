// A strategy of one's own: interleaved depth-first search (Meseguer, 1997). Who errs at the first choice is lost for
// long in a depth-first search; here each option of the first choice has a search of its own, and they take turns. So
// to place 20 queens takes 20 times what it takes below the best place for the first one.
//
//     npx multishot run examples/own-strategy.ts
//     npx multishot run examples/own-strategy.ts --export queens --strategy export:interleaved --limit 1 --stats

import { choose, depthFirst, solve, type ChoicePoint, type Strategy } from 'multishot'

export const interleaved: Strategy = {
  name: 'interleaved depth-first',
  frontier() {
    /** The choices of each search, the newest last. The first search has its turn. */
    const searches: ChoicePoint[][] = []
    let [point, taken]: [ChoicePoint | undefined, number] = [undefined, 0]
    return {
      push(next) {
        if (next.depth <= 2) searches.push([next])
        else searches[0]!.push(next)
      },
      next() {
        // Once a branch has left the choice that had its turn, it is the next search's.
        if (point !== undefined && point.taken > taken) searches.push(searches.shift()!)
        while (searches[0]?.at(-1)?.spent) {
          searches[0].pop()
          if (searches[0].length === 0) searches.shift()
        }
        point = searches[0]?.at(-1)
        taken = point?.taken ?? 0
        return point ?? null
      },
      [Symbol.iterator]: () =>
        searches
          .flat()
          .filter((each) => !each.spent)
          .values(),
    }
  },
}

const squares = Array.from({ length: 20 }, (_, at) => at + 1)

export function* queens() {
  const columns: number[] = []
  while (columns.length < squares.length)
    columns.push(yield* choose(squares.filter((square) => isSafe(square, columns))))
  return columns
}

/** Whether a queen in the next row may stand in `column`. */
function isSafe(column: number, columns: readonly number[]): boolean {
  return columns.every((other, row) => other !== column && Math.abs(other - column) !== columns.length - row)
}

export default function* ownStrategy() {
  const strategy = yield* choose([depthFirst, interleaved])
  const stream = solve(queens, { strategy })
  const [columns] = stream.take(1).toArray()
  return `${strategy.name}: ${columns!.join(' ')}, found in ${stream.status.steps} steps`
}
