// The zebra puzzle, each clue right after the choice of the last thing that it speaks of. The same program as
// in `examples/`, but for the houses that are left: a number with a bit for each.

import { choose, guard, solve } from 'multishot'

type Houses = readonly [number, number, number, number, number]

const leftOf = (a: number, b: number) => a + 1 === b
const nextTo = (a: number, b: number) => Math.abs(a - b) === 1

const street = 0b111110

/** The houses in each set. */
const membersOf = Array.from({ length: street + 1 }, (_, set) =>
  [1, 2, 3, 4, 5].filter((house) => set & (1 << house)),
)

const without = (set: number, house: number): number => set & ~(1 << house)

/** Five different houses, in any order. */
function* arrange() {
  const a = yield* choose(membersOf[street]!)
  const afterA = without(street, a)
  const b = yield* choose(membersOf[afterA]!)
  const afterB = without(afterA, b)
  const c = yield* choose(membersOf[afterB]!)
  const afterC = without(afterB, c)
  const d = yield* choose(membersOf[afterC]!)
  const afterD = without(afterC, d)
  const e = yield* choose(membersOf[afterD]!)
  return [a, b, c, d, e] as Houses
}

function* program() {
  const [red, green, ivory, yellow, blue] = yield* arrange()
  yield* guard(leftOf(ivory, green))
  const [english, spanish, ukrainian, norwegian, japanese] = yield* arrange()
  yield* guard(english === red && norwegian === 1 && nextTo(norwegian, blue))
  const [coffee, tea, milk, juice, water] = yield* arrange()
  yield* guard(coffee === green && ukrainian === tea && milk === 3)
  const [oldGold, kools, chesterfields, luckyStrike, parliaments] = yield* arrange()
  yield* guard(kools === yellow && luckyStrike === juice && japanese === parliaments)
  const [dog, snails, fox, horse, theZebra] = yield* arrange()
  yield* guard(spanish === dog && oldGold === snails && nextTo(chesterfields, fox) && nextTo(kools, horse))
  return 10 * water + theZebra
}

/** All arrangements, one after the other. */
function* arrangements(): Generator<Houses> {
  'use native'
  for (const a of membersOf[street]!) {
    const afterA = without(street, a)
    for (const b of membersOf[afterA]!) {
      const afterB = without(afterA, b)
      for (const c of membersOf[afterB]!) {
        const afterC = without(afterB, c)
        for (const d of membersOf[afterC]!)
          for (const e of membersOf[without(afterC, d)]!) yield [a, b, c, d, e]
      }
    }
  }
}

const sum = (numbers: Iterable<number>): number => Array.from(numbers).reduce((a, b) => a + b, 0)

export const searched = (): number => sum(solve(program))

export function recursive(): number {
  const found: number[] = []
  for (const [red, green, ivory, yellow, blue] of arrangements()) {
    if (!leftOf(ivory, green)) continue
    for (const [english, spanish, ukrainian, norwegian, japanese] of arrangements()) {
      if (!(english === red && norwegian === 1 && nextTo(norwegian, blue))) continue
      for (const [coffee, tea, milk, juice, water] of arrangements()) {
        if (!(coffee === green && ukrainian === tea && milk === 3)) continue
        for (const [oldGold, kools, chesterfields, luckyStrike, parliaments] of arrangements()) {
          if (!(kools === yellow && luckyStrike === juice && japanese === parliaments)) continue
          for (const [dog, snails, fox, horse, theZebra] of arrangements()) {
            if (spanish === dog && oldGold === snails && nextTo(chesterfields, fox) && nextTo(kools, horse))
              found.push(10 * water + theZebra)
          }
        }
      }
    }
  }
  return sum(found)
}
