// Sums whose digits have been replaced by letters, read from `cryptarithms.txt`: each letter is one digit, no two
// are the same, no number starts with zero. They are solved as one adds on paper, from the right with a carry, so
// a letter gets its digit when its column comes, and a column that is wrong ends the branch at once.
//
//     npx multishot run examples/cryptarithms.ts

import { readFileSync } from 'node:fs'
import { choose, guard } from 'multishot'

const puzzles = readFileSync(new URL('cryptarithms.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')

/** The digits found so far, by letter. */
type Digits = Map<string, number>

export default function* cryptarithm() {
  const puzzle = yield* choose(puzzles)
  const [left, total] = puzzle.split(' = ') as [string, string]
  const summands = left.split(' + ')
  const initials = new Set([...summands, total].map((word) => word[0]!))

  const digits: Digits = new Map()
  let carry = 0
  for (let column = 1; column <= total.length; column++) {
    let sum = carry
    for (const word of summands) sum += yield* digitOf(word.at(-column), digits, initials)
    yield* guard((yield* digitOf(total.at(-column), digits, initials)) === sum % 10, 'the column is right')
    carry = Math.floor(sum / 10)
  }
  yield* guard(carry === 0, 'nothing is carried out of the sum')
  return puzzle.replaceAll(/[A-Z]/g, (letter) => String(digits.get(letter)))
}

/** The letter's digit, chosen when it is met first; zero where a word has no letter. */
function* digitOf(letter: string | undefined, digits: Digits, initials: ReadonlySet<string>) {
  if (letter === undefined) return 0
  const known = digits.get(letter)
  if (known !== undefined) return known
  const used = new Set(digits.values())
  const digit = yield* choose([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((each) => !used.has(each)))
  yield* guard(digit !== 0 || !initials.has(letter), 'no number starts with zero')
  digits.set(letter, digit)
  return digit
}
