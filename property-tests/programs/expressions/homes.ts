/**
 * What a method has that other functions have not: `super`, and in a class private names. The classes of ../homes.ts are
 * around it.
 * Law: nothing here keeps anything: accessors and methods log, and whatever else is written fails, because objects and
 * classes around a method are frozen. So clones share them.
 */
import { atom, compound, type Phrase } from '../phrase.ts'
import { args, expression, type Maker, type Place } from '../place.ts'
import { key, letter } from './references.ts'

const superAccess = (place: Place): Phrase => {
  const any = expression(place, 'any')
  const forms = [
    () => atom('superAccess')`super.${letter(place)}`,
    () => atom('superAccess')`super[${key(place)}]`,
    () => atom('superAccess')`super.m(${args(place)})`,
    () => atom('superAccess')`super[log('k${String(place.number())}', 'm')](${args(place)})`,
    () => compound('superAccess')`super.m?.(${args(place)})`,
    () => compound('superAccess')`super.none?.(${args(place)})`,
    () => compound('superAccess')`super.${letter(place)}?.[${key(place)}]`,
    () => atom('superAccess')`super.m\`p${'${'}${any}}\``,
    () => compound('superAccess')`typeof super[${key(place)}]`,
    () => compound('superAccess')`(more() && ${expression(place, 'boolean')}) || delete super[${key(place)}]`,
  ]
  return place.random.pick(forms)()
}

const privateAccess = (place: Place): Phrase => {
  const any = expression(place, 'any')
  const forms = [
    () => atom('privateAccess')`Holder.#${letter(place)}`,
    () => compound('privateAccess')`${any}?.#${letter(place)}`,
    () => atom('privateAccess')`Holder.#m(${args(place)})`,
    () => compound('privateAccess')`Holder?.#m?.(${args(place)})`,
    () => compound('privateAccess')`Holder.#m?.(${args(place)})?.[${key(place)}]`,
    () => atom('privateAccess')`Holder.#m\`p${'${'}${any}}\``,
    () => compound('privateAccess')`#m in Object(${any})`,
    () => compound('privateAccess')`#a in (${any}, Holder)`,
    () => atom('privateAccess')`[...Holder.#each(${args(place)})]`,
    ...(place.yields ? [() => compound('privateAccess')`yield* Holder.#each(${args(place)})`] : []),
  ]
  return place.random.pick(forms)()
}

const mayCall = (place: Place): boolean => place.inside !== 'leaf'

export const homes: readonly Maker[] = [
  {
    form: 'superAccess',
    gives: ['number', 'any'],
    when: (place) => place.home !== 'none' && mayCall(place),
    make: superAccess,
  },
  {
    form: 'privateAccess',
    gives: ['number', 'any'],
    when: (place) => place.home === 'class' && mayCall(place),
    make: privateAccess,
  },
]
