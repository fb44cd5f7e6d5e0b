// A generator that holds something of every kind that can be written, in all kinds of frames.

function* inner(limit: number): Generator<number, string, void> {
  for (let i = 0; i < limit; i++) yield i
  return 'done'
}

export function* everything(): Generator<unknown, unknown, void> {
  const list: unknown[] = [1, 'a', null, undefined, -0, NaN, 10n, Symbol.iterator, Symbol.for('s')]
  list.push(list, { list }, Object.freeze({ cold: true }), Object.assign([1, 2], { more: 3 }))
  const map = new Map<unknown, unknown>([[list, new Set([1, 2, 3])]])
  const bytes = new Uint8Array([1, 2, 3, 4])
  const views = [new DataView(bytes.buffer, 1), new Date(5), /x/g, new RangeError('r'), Object(1), bytes]
  let count = 0
  const more = (step: number): number => (count += step)
  const source = inner(5)
  const accessors = {
    get count() {
      return count
    },
  }
  class Local {
    n = more(0)
    double(): number {
      return this.n * 2
    }
  }
  for (const [, numbers] of map) {
    for (const n of numbers as Set<number>) {
      for (const char of 'ab') yield [char, n, more(n), source.next().value, accessors.count]
      for (const key in { p: 1, q: 2 }) yield key
      yield* [n]
      for (const each of inner(2)) yield each
    }
  }
  const answer = yield* inner(2)
  return [answer, list.length, views.length, new Local().double()]
}
