// The zebra puzzle (Life International, 1962): five houses in a row, five clues for each of their
// attributes; who drinks water, and who owns the zebra? Each clue stands right after the choice of the
// last thing that it speaks of, so a wrong arrangement is given up early.
//
//     npx multishot run examples/zebra.ts

import { choose, guard } from 'multishot'

/** Five different houses, in any order. */
function* arrange() {
  const houses: number[] = []
  for (let i = 0; i < 5; i++) {
    const house = yield* choose([1, 2, 3, 4, 5])
    yield* guard(!houses.includes(house))
    houses.push(house)
  }
  return houses as [number, number, number, number, number]
}

const leftOf = (a: number, b: number) => a + 1 === b
const nextTo = (a: number, b: number) => Math.abs(a - b) === 1

export default function* zebra() {
  const [first, middle] = [1, 3]

  const [red, green, ivory, yellow, blue] = yield* arrange()
  yield* guard(leftOf(ivory, green), 'the green house is right of the ivory house')

  const [english, spanish, ukrainian, norwegian, japanese] = yield* arrange()
  yield* guard(english === red, 'the English live in the red house')
  yield* guard(norwegian === first, 'the Norwegian lives in the first house')
  yield* guard(nextTo(norwegian, blue), 'the Norwegian lives next to the blue house')

  const [coffee, tea, milk, juice, water] = yield* arrange()
  yield* guard(coffee === green, 'coffee is drunk in the green house')
  yield* guard(ukrainian === tea, 'the Ukrainian drinks tea')
  yield* guard(milk === middle, 'milk is drunk in the middle house')

  const [oldGold, kools, chesterfields, luckyStrike, parliaments] = yield* arrange()
  yield* guard(kools === yellow, 'Kools are smoked in the yellow house')
  yield* guard(luckyStrike === juice, 'the Lucky Strike smoker drinks orange juice')
  yield* guard(japanese === parliaments, 'the Japanese smokes Parliaments')

  const [dog, snails, fox, horse, theZebra] = yield* arrange()
  yield* guard(spanish === dog, 'the Spaniard owns the dog')
  yield* guard(oldGold === snails, 'the Old Gold smoker owns snails')
  yield* guard(nextTo(chesterfields, fox), 'the Chesterfields smoker lives next to the fox')
  yield* guard(nextTo(kools, horse), 'Kools are smoked next to the horse')

  const people = { english, spanish, ukrainian, norwegian, japanese }
  const whoIsAt = (house: number) => Object.entries(people).find(([, home]) => home === house)?.[0]
  return { water: whoIsAt(water), zebra: whoIsAt(theZebra) }
}
