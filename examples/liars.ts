// Five schoolgirls sat for an examination. Each told her parents two things, one true and one untrue: "my
// parents would not have believed two of either" (Phillips, 1934; SICP, exercise 4.42). In what order were they
// really placed?
//
//     npx multishot run examples/liars.ts

import { choose, guard } from 'multishot'

/** One of two statements is true, the other is not. */
const halfTrue = (one: boolean, other: boolean) => guard(one !== other)

export default function* liars() {
  const free = new Set([1, 2, 3, 4, 5])

  const betty = yield* place(free)
  const kitty = yield* place(free)
  yield* halfTrue(kitty === 2, betty === 3) // Betty: "Kitty was second. I was only third."

  const mary = yield* place(free)
  yield* halfTrue(kitty === 2, mary === 4) // Kitty: "I came out second. Mary was only fourth."
  yield* halfTrue(mary === 4, betty === 1) // Mary: "I was fourth. Top place was taken by Betty."

  const ethel = yield* place(free)
  const joan = yield* place(free)
  yield* halfTrue(ethel === 1, joan === 2) // Ethel: "You'll be glad to hear that I was on top. Joan was second."
  yield* halfTrue(joan === 3, ethel === 5) // Joan: "I was third, and poor old Ethel was bottom."

  return { betty, ethel, joan, kitty, mary }
}

/** Any place that nobody has yet. */
function* place(free: Set<number>) {
  const taken = yield* choose(free)
  free.delete(taken)
  return taken
}
