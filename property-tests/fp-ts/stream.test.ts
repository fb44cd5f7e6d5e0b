import fc from 'fast-check'
import { apply, pipe } from 'fp-ts/lib/function.js'
import { isRight, left, right } from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import * as Identity from 'fp-ts/lib/Identity.js'
import * as Num from 'fp-ts/lib/number.js'
import * as O from 'fp-ts/lib/Option.js'
import { contramap } from 'fp-ts/lib/Ord.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import * as Str from 'fp-ts/lib/string.js'
import { describe, expect, test } from 'vitest'
import { Stream } from 'multishot'
import { stream as S } from 'multishot/fp-ts'
import { observe } from '../search/observe.ts'
import { streams, values } from '../search/streams.ts'
import * as laws from './laws.ts'

/** fp-ts types each class once for every number of type parameters; the laws are written for the first. */
const same: laws.Same<S.URI> = (one, other) => expect(observed(one)).toEqual(observed(other))
const observed = (stream: unknown): unknown => observe(stream as Stream<unknown>)

const functions = fc.func<[number], number>(values)
const predicates = fc.func<[number], boolean>(fc.boolean())
const arrows = fc.func<[number], Stream<number>>(streams)
const eithers = fc.func<[number], Either<number, number>>(
  fc.oneof(
    values.map((n) => left(n)),
    values.map((n) => right(n)),
  ),
)
const options = fc.func<[number], O.Option<number>>(
  fc.option(values, { nil: undefined }).map((n) => O.fromNullable(n)),
)
/** Streams of functions, of every origin. */
const streamsOfFunctions = fc
  .tuple(streams, fc.func<[number, number], number>(values))
  .map(([stream, f]) => stream.map((n) => (m: number) => f(n, m)))

const arrayOf = <A>(stream: Stream<A>): A[] => stream.toArray()

const finite = fc.array(values, { maxLength: 5 }).map((all) => Stream.of(...all))

const check = <Ts extends [unknown, ...unknown[]]>(...property: Parameters<typeof fc.property<Ts>>): void =>
  fc.assert(fc.property(...property))

describe('streams are lawful, to their status, as', () => {
  test('Functor', () => {
    expect(
      check(streams, functions, functions, laws.functor(S.Functor as never, same) as never),
    ).toBeUndefined()
  })

  test('Apply and Applicative', () => {
    const law = laws.applicative(S.Applicative as never, same)
    expect(
      check(values, streams, functions, streamsOfFunctions, streamsOfFunctions, law as never),
    ).toBeUndefined()
  })

  test('Chain and Monad', () => {
    const law = laws.monad(S.Monad as never, same)
    expect(check(values, streams, streamsOfFunctions, arrows, arrows, law as never)).toBeUndefined()
  })

  test('Alt and Alternative', () => {
    const law = laws.alternative(S.Alternative as never, same)
    const three = fc.tuple(streams, streams, streams)
    expect(
      check(three, functions, fc.tuple(streamsOfFunctions, streamsOfFunctions), law as never),
    ).toBeUndefined()
  })

  test('Compactable and Filterable', () => {
    const law = laws.filterable(S.Filterable as never, same)
    expect(check(streams, predicates, predicates, eithers, law as never)).toBeUndefined()
  })

  test('ChainRec', () => {
    const law = laws.chainRec(S.ChainRec as never, same)
    // Ever smaller numbers, so that it ends.
    const smaller = (arrow: (n: number) => Stream<number>) => (n: number) =>
      n === 0 ? Stream.of(right(n)) : arrow(n).map((m) => (m < n ? left(m) : right(m)))
    expect(
      check(values, arrows, (n, arrow) => law(n, smaller(arrow) as never, S.of as never)),
    ).toBeUndefined()
  })

  test('Monoid by append', () => {
    expect(
      check(streams, streams, streams, laws.monoid(S.getMonoid<number>(), same as never)),
    ).toBeUndefined()
  })

  test('Monoid by interleave, as bags', () => {
    const bag = (stream: Stream<number>) => ({ ...observe(stream), values: stream.toArray().toSorted() })
    const sameBag = (one: Stream<number>, other: Stream<number>) => expect(bag(one)).toEqual(bag(other))
    expect(
      check(finite, finite, finite, laws.monoid(S.getInterleaveMonoid<number>(), sameBag)),
    ).toBeUndefined()
  })
})

describe('what is made of a finite stream is what fp-ts makes of the array', () => {
  test('Foldable', () => {
    expect(
      check(finite, (stream) => {
        const array = stream.toArray()
        const put = (text: string, n: number) => `(${text}${n})`
        const putBefore = (n: number, text: string) => `(${n}${text})`
        expect(S.Foldable.reduce(stream, '', put)).toBe(RA.Foldable.reduce(array, '', put))
        expect(S.Foldable.reduceRight(stream, '', putBefore)).toBe(
          RA.Foldable.reduceRight(array, '', putBefore),
        )
        expect(S.Foldable.foldMap(Str.Monoid)(stream, String)).toBe(
          RA.Foldable.foldMap(Str.Monoid)(array, String),
        )
        expect(
          pipe(
            stream,
            S.foldMap(Num.MonoidSum)((n) => n),
          ),
        ).toBe(
          pipe(
            array,
            RA.foldMap(Num.MonoidSum)((n) => n),
          ),
        )
      }),
    ).toBeUndefined()
  })

  test('Traversable', () => {
    const several = fc.func<[number], readonly number[]>(fc.array(values, { maxLength: 2 }))
    expect(
      check(finite, options, several, (stream, option, some) => {
        const array = stream.toArray()
        const inOptions = S.Traversable.traverse(O.Applicative)(stream, option)
        expect(pipe(inOptions, O.map(arrayOf))).toEqual(RA.Traversable.traverse(O.Applicative)(array, option))
        const inArrays = S.traverse(RA.Applicative)(some)(stream)
        expect(inArrays.map(arrayOf)).toEqual(RA.traverse(RA.Applicative)(some)(array))
        const sequenced = S.sequence(O.Applicative)(stream.map(option))
        expect(pipe(sequenced, O.map(arrayOf))).toEqual(
          RA.sequence(O.Applicative)(array.map((n) => option(n))),
        )
        same(S.traverse(Identity.Applicative)((n: number) => n)(stream) as never, stream as never)
      }),
    ).toBeUndefined()
  })

  test('Witherable', () => {
    expect(
      check(finite, options, eithers, (stream, option, either) => {
        const array = stream.toArray()
        const nested = (n: number) => O.some(option(n))
        const withered = S.Witherable.wither(O.Applicative)(stream, nested)
        expect(pipe(withered, O.map(arrayOf))).toEqual(RA.Witherable.wither(O.Applicative)(array, nested))
        const split = S.Witherable.wilt(Identity.Applicative)(stream, either)
        const expected = RA.Witherable.wilt(Identity.Applicative)(array, either)
        expect([split.left.toArray(), split.right.toArray()]).toEqual([expected.left, expected.right])
        expect(expected.right).toEqual(
          array
            .map((n) => either(n))
            .filter(isRight)
            .map((each) => each.right),
        )
      }),
    ).toBeUndefined()
  })

  test('apFirst, apSecond, chainFirst', () => {
    expect(
      check(finite, finite, (stream, other) => {
        const [array, others] = [stream.toArray(), other.toArray()]
        expect(pipe(stream, S.apFirst(other)).toArray()).toEqual(pipe(array, RA.apFirst(others)))
        expect(pipe(stream, S.apSecond(other)).toArray()).toEqual(pipe(array, RA.apSecond(others)))
        expect(
          pipe(
            stream,
            S.chainFirst(() => other),
          ).toArray(),
        ).toEqual(
          pipe(
            array,
            RA.chainFirst(() => others),
          ),
        )
        expect(
          pipe(
            S.of(apply(1)),
            S.map((f) => f((n: number) => n + 1)),
          ).toArray(),
        ).toEqual([2])
      }),
    ).toBeUndefined()
  })

  test('takeLeft, dropLeft and the others that choose and order', () => {
    const { sort } = S
    const { sort: sortArray } = RA
    const byRest = contramap((n: number) => n % 3)(Num.Ord)
    const law = (stream: Stream<number>, count: number, holdsFor: (n: number) => boolean) => {
      const array: readonly number[] = stream.toArray()
      const agree = (one: Stream<unknown>, other: readonly unknown[]) => expect(one.toArray()).toEqual(other)
      agree(S.takeLeft(count)(stream), RA.takeLeft(count)(array))
      agree(S.dropLeft(count)(stream), RA.dropLeft(count)(array))
      agree(S.takeLeftWhile(holdsFor)(stream), RA.takeLeftWhile(holdsFor)(array))
      agree(S.dropLeftWhile(holdsFor)(stream), RA.dropLeftWhile(holdsFor)(array))
      agree(S.uniq(byRest)(stream), RA.uniq(byRest)(array))
      agree(sort(byRest)(stream), sortArray(byRest)(array))
      agree(S.sortBy([byRest, Num.Ord])(stream), RA.sortBy([byRest, Num.Ord])(array))
      agree(S.zip(stream.skip(1))(stream), RA.zip(array.slice(1))(array))
      expect(S.lookup(count)(stream)).toEqual(RA.lookup(count)(array))
      expect(S.head(stream)).toEqual(RA.head(array))
      expect(S.toReadonlyArray(stream)).toEqual(array)
    }
    expect(check(finite, fc.nat(6), predicates, law)).toBeUndefined()
    expect(S.head(Stream.of(undefined))).toEqual(O.some(undefined))
    expect(S.sortBy<number>([])(Stream.of(2, 1)).toArray()).toEqual(RA.sortBy<number>([])([2, 1]))
  })
})
