/**
 * The laws of fp-ts's type classes, for any instance: each is a function of values of the type, and takes what
 * it means for two of them to be the same.
 *
 * Source: the documentation of the classes in fp-ts; McBride & Paterson, "Applicative programming with effects".
 */
import type { Alternative } from 'fp-ts/lib/Alternative.js'
import type { Applicative } from 'fp-ts/lib/Applicative.js'
import type { ChainRec } from 'fp-ts/lib/ChainRec.js'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { Either } from 'fp-ts/lib/Either.js'
import type { Filterable } from 'fp-ts/lib/Filterable.js'
import type { Functor } from 'fp-ts/lib/Functor.js'
import type { HKT } from 'fp-ts/HKT.js'
import type { Monad } from 'fp-ts/lib/Monad.js'
import type { Monoid } from 'fp-ts/lib/Monoid.js'
import { fromPredicate, none, some } from 'fp-ts/lib/Option.js'

export type Same<F> = <A>(one: HKT<F, A>, other: HKT<F, A>) => void
type Fn<A, B = A> = (value: A) => B

export const functor =
  <F>(F: Functor<F>, same: Same<F>) =>
  <A, B, C>(fa: HKT<F, A>, f: Fn<A, B>, g: Fn<B, C>): void => {
    same(
      F.map(fa, (a) => a),
      fa,
    )
    same(
      F.map(fa, (a) => g(f(a))),
      F.map(F.map(fa, f), g),
    )
  }

export const applicative =
  <F>(F: Applicative<F>, same: Same<F>) =>
  <A, B, C>(a: A, fa: HKT<F, A>, f: Fn<A, B>, fab: HKT<F, Fn<A, B>>, fbc: HKT<F, Fn<B, C>>): void => {
    const composed = F.map(fbc, (bc) => (ab: Fn<A, B>) => (value: A) => bc(ab(value)))
    same(F.ap(F.ap(composed, fab), fa), F.ap(fbc, F.ap(fab, fa)))
    same(F.ap(F.of(Object.assign((value: A) => value)) as HKT<F, Fn<A>>, fa), fa)
    same(F.ap(F.of(f), F.of(a)), F.of(f(a)))
    same(
      F.ap(fab, F.of(a)),
      F.ap(
        F.of((ab: Fn<A, B>) => ab(a)),
        fab,
      ),
    )
    same(F.ap(F.of(f), fa), F.map(fa, f))
  }

export const monad =
  <F>(F: Monad<F>, same: Same<F>) =>
  <A, B, C>(a: A, fa: HKT<F, A>, fab: HKT<F, Fn<A, B>>, f: Fn<A, HKT<F, B>>, g: Fn<B, HKT<F, C>>): void => {
    same(F.chain(F.of(a), f), f(a))
    same(F.chain(fa, F.of), fa)
    same(
      F.chain(F.chain(fa, f), g),
      F.chain(fa, (value) => F.chain(f(value), g)),
    )
    same(
      F.ap(fab, fa),
      F.chain(fab, (ab) => F.map(fa, ab)),
    )
  }

export const alternative =
  <F>(F: Alternative<F>, same: Same<F>) =>
  <A, B>(
    [one, other, third]: readonly [HKT<F, A>, HKT<F, A>, HKT<F, A>],
    f: Fn<A, B>,
    [fab, gab]: readonly [HKT<F, Fn<A, B>>, HKT<F, Fn<A, B>>],
  ): void => {
    const alt = <T>(left: HKT<F, T>, right: HKT<F, T>): HKT<F, T> => F.alt(left, () => right)
    same(alt(alt(one, other), third), alt(one, alt(other, third)))
    same(F.map(alt(one, other), f), alt(F.map(one, f), F.map(other, f)))
    same(alt(F.zero<A>(), one), one)
    same(alt(one, F.zero<A>()), one)
    same(F.map(F.zero<A>(), f), F.zero<B>())
    same(F.ap(alt(fab, gab), one), alt(F.ap(fab, one), F.ap(gab, one)))
    same(F.ap(F.zero<Fn<A, B>>(), one), F.zero<B>())
  }

export const chainRec =
  <F>(F: ChainRec<F>, same: Same<F>) =>
  <A, B>(a: A, f: Fn<A, HKT<F, Either<A, B>>>, of: Fn<B, HKT<F, B>>): void => {
    const recursed = (start: A): HKT<F, B> =>
      F.chain(f(start), (next) => (isLeft(next) ? recursed(next.left) : of(next.right)))
    same(F.chainRec(a, f), recursed(a))
  }

export const filterable =
  <F>(F: Filterable<F>, same: Same<F>) =>
  <A, B>(fa: HKT<F, A>, p: Fn<A, boolean>, q: Fn<A, boolean>, f: Fn<A, Either<B, B>>): void => {
    same(F.compact(F.map(fa, some)), fa)
    same(
      F.compact(F.map(fa, () => none)),
      F.filter(fa, () => false),
    )
    same(
      F.filter(fa, (a) => p(a) && q(a)),
      F.filter(F.filter(fa, p), q),
    )
    same(
      F.filter(fa, () => true),
      fa,
    )
    same(F.filter(fa, p), F.filterMap(fa, fromPredicate(p)))
    const split = F.partition(fa, p)
    same(split.right, F.filter(fa, p))
    same(
      split.left,
      F.filter(fa, (a) => !p(a)),
    )
    const mapped = F.partitionMap(fa, f)
    const separated = F.separate(F.map(fa, f))
    same(mapped.left, separated.left)
    same(mapped.right, separated.right)
  }

export const monoid =
  <A>(M: Monoid<A>, same: (one: A, other: A) => void) =>
  (a: A, b: A, c: A): void => {
    same(M.concat(M.concat(a, b), c), M.concat(a, M.concat(b, c)))
    same(M.concat(M.empty, a), a)
    same(M.concat(a, M.empty), a)
  }
