/** Streams of every origin: plain values, searches, searches cut short, errors after some values. */
import fc from 'fast-check'
import { solve, Stream } from 'multishot'
import { search, trees } from './trees.ts'

export const values = fc.nat(9)

export const streams: fc.Arbitrary<Stream<number>> = fc.oneof(
  fc.array(values, { maxLength: 4 }).map((all) => Stream.of(...all)),
  fc
    .record({ tree: trees, steps: fc.option(fc.nat(8), { nil: Infinity }) })
    .map(({ tree, steps }) => solve(search(tree), { steps })),
  fc.record({ tree: trees, count: fc.nat(3) }).map(({ tree, count }) => solve(search(tree)).take(count)),
  fc.array(values, { maxLength: 3 }).map((all) =>
    Stream.of(...all, -1).map((value) => {
      if (value === -1) throw new RangeError('thrown by a stream')
      return value
    }),
  ),
)
