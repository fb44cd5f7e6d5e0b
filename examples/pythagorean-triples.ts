// Right-angled triangles with whole sides, written down as one thinks of them: three integers without an upper bound,
// and what must hold (SICP, exercise 4.36). Depth first this finds nothing: when the first two sides are 1 there are
// endlessly many third ones to try. Under `fair` no choice, however endless, keeps another one waiting for ever.
//
//     npx multishot run examples/pythagorean-triples.ts
//     npx multishot run examples/pythagorean-triples.ts --export triples --strategy fair --limit 10

import { choose, either, fair, guard, solve, type Nondeterminism } from 'multishot'

/** `n`, or any greater one. */
function* anIntegerStartingFrom(n: number): Generator<Nondeterminism, number> {
  return yield* either(
    function* () {
      return n
    },
    function* () {
      return yield* anIntegerStartingFrom(n + 1)
    },
  )
}

export function* triples() {
  const a = yield* anIntegerStartingFrom(1)
  const b = yield* anIntegerStartingFrom(a)
  const c = yield* anIntegerStartingFrom(b)
  yield* guard(a * a + b * b === c * c, 'the angle is right')
  return [a, b, c]
}

/** `fair` promises no order, so they are brought into one. */
export default function* pythagoreanTriples() {
  const found = solve(triples, { strategy: fair }).take(6).toArray()
  return yield* choose(found.toSorted((one, other) => one[2]! - other[2]!))
}
