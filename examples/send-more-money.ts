// SEND + MORE = MONEY: every letter is a different digit and no number starts with zero. The sum is
// checked column by column from the right, as at school, so a wrong digit is dropped at once.
//
//     npx multishot run examples/send-more-money.ts

import { choose, guard } from 'multishot'

export default function* sendMoreMoney() {
  const unused = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])

  const d = yield* take(unused)
  const e = yield* take(unused)
  const y = yield* take(unused)
  const ones = d + e
  yield* guard(ones % 10 === y)

  const n = yield* take(unused)
  const r = yield* take(unused)
  const tens = n + r + carry(ones)
  yield* guard(tens % 10 === e)

  const o = yield* take(unused)
  const hundreds = e + o + carry(tens)
  yield* guard(hundreds % 10 === n)

  const s = yield* take(unused)
  const m = yield* take(unused)
  const thousands = s + m + carry(hundreds)
  yield* guard(s !== 0 && m !== 0 && thousands % 10 === o && carry(thousands) === m)

  return `${number(s, e, n, d)} + ${number(m, o, r, e)} = ${number(m, o, n, e, y)}`
}

/** Takes any one digit out of the set. The set is the branch's own: other branches still have it. */
function* take(unused: Set<number>) {
  const digit = yield* choose([...unused])
  unused.delete(digit)
  return digit
}

const carry = (column: number) => Math.floor(column / 10)

const number = (...digits: readonly number[]) => Number(digits.join(''))
