// Five men live on five floors of one house (Dinesman, 1968; SICP, section 4.3.2). Who lives where? The
// program is the text of the puzzle: guess every floor, then say what is known of them.
//
//     npx multishot run examples/multiple-dwelling.ts

import { amb, guard } from 'multishot'

const isNextTo = (one: number, other: number) => Math.abs(one - other) === 1

export default function* multipleDwelling() {
  const baker = yield* amb(1, 2, 3, 4, 5)
  const cooper = yield* amb(1, 2, 3, 4, 5)
  const fletcher = yield* amb(1, 2, 3, 4, 5)
  const miller = yield* amb(1, 2, 3, 4, 5)
  const smith = yield* amb(1, 2, 3, 4, 5)

  yield* guard(new Set([baker, cooper, fletcher, miller, smith]).size === 5, 'all floors differ')
  yield* guard(baker !== 5, 'Baker does not live on the top floor')
  yield* guard(cooper !== 1, 'Cooper does not live on the bottom floor')
  yield* guard(fletcher !== 1 && fletcher !== 5, 'Fletcher lives on neither of them')
  yield* guard(miller > cooper, 'Miller lives above Cooper')
  yield* guard(!isNextTo(smith, fletcher), 'Smith does not live next to Fletcher')
  yield* guard(!isNextTo(fletcher, cooper), 'Fletcher does not live next to Cooper')

  return { baker, cooper, fletcher, miller, smith }
}
