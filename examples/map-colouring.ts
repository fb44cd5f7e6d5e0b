// The countries of South America, neighbours in different colours. Argentina, Bolivia, Brazil and Paraguay all
// touch each other, so three colours cannot be enough. But if Paraguay has a colour of its own, can all others do
// with three? They can, in a single way.
//
//     npx multishot run examples/map-colouring.ts

import { choose, guard } from 'multishot'

const colours = ['red', 'green', 'blue', 'yellow']

/** Each country with its neighbours, of which those above it have their colour already. */
const map: Readonly<Record<string, readonly string[]>> = {
  Brazil: [],
  Argentina: ['Brazil'],
  Bolivia: ['Brazil', 'Argentina'],
  Paraguay: ['Brazil', 'Argentina', 'Bolivia'],
  Uruguay: ['Brazil', 'Argentina'],
  Chile: ['Argentina', 'Bolivia'],
  Peru: ['Brazil', 'Bolivia', 'Chile'],
  Colombia: ['Brazil', 'Peru'],
  Ecuador: ['Peru', 'Colombia'],
  Venezuela: ['Brazil', 'Colombia'],
  Guyana: ['Brazil', 'Venezuela'],
  Suriname: ['Brazil', 'Guyana'],
  'French Guiana': ['Brazil', 'Suriname'],
}

export default function* colouring() {
  const coloured: Record<string, string> = {}
  let used = 0
  for (const [country, neighbours] of Object.entries(map)) {
    // To swap two colours gives no new map, so the next unused one stands for all unused ones.
    const colour = yield* choose(colours.slice(0, used + 1))
    yield* guard(
      neighbours.every((neighbour) => coloured[neighbour] !== colour),
      `${country} differs from its neighbours`,
    )
    yield* guard(colour !== 'yellow' || country === 'Paraguay', 'only Paraguay is yellow')
    if (colour === colours[used]) used++
    coloured[country] = colour
  }
  return coloured
}
