// Orders are functions that compare, as `Array.prototype.sort` takes them. These make them from keys.

/** Negative when `a` comes first, positive when `b` does, 0 when neither. */
export type Order<A> = (a: A, b: A) => number

/** What `<` compares sensibly. */
export type Ordered = number | bigint | string | boolean | Date

/** The least key first; NaN after all numbers. */
export function ascending<A>(key: (value: A) => Ordered): Order<A> {
  return (a, b) => compared(key(a), key(b))
}

/** The greatest key first; NaN before all numbers. */
export function descending<A>(key: (value: A) => Ordered): Order<A> {
  return (a, b) => compared(key(b), key(a))
}

/** The first of `orders` that tells two values apart; without any, the order of the values themselves. */
export function inTurn<A>(orders: readonly Order<A>[]): Order<A> {
  if (orders.length === 0) return compared as Order<unknown> as Order<A>
  if (orders.length === 1) return orders[0]!
  return (a, b) => {
    for (const order of orders) {
      const sign = order(a, b)
      if (sign !== 0) return sign
    }
    return 0
  }
}

function compared(a: Ordered, b: Ordered): number {
  if (a < b) return -1
  if (a > b) return 1
  return Number(a !== a) - Number(b !== b)
}
