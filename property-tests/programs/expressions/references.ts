/**
 * Members that are read, written, updated or deleted, and their keys. Keys are letters or small numbers, so no
 * array becomes huge. Object and key may both suspend: `(yield o)[yield k] = yield v`.
 */
import { atom, compound, type Phrase } from '../phrase.ts'
import { enabled, expression, wants, type Place } from '../place.ts'

const letters = ['a', 'b', 'c'] as const

export const letter = (place: Place): string => place.random.pick(letters)

/** A key of an object. A template starts with a letter, lest a string of digits become an index. */
export const key = (place: Place): Phrase =>
  place.random.chance(60)
    ? expression(place, 'string')
    : compound('binary')`${expression(place, 'number')} & 3`

export const index = (place: Place): Phrase =>
  place.random.chance(50)
    ? atom('number')`${String(place.random.int(0, 3))}`
    : compound('binary')`${expression(place, 'number')} & 3`

/** What a member belongs to: an object, or now and then whatever was sent. */
export const owner = (place: Place): Phrase => expression(place, place.random.chance(12) ? 'any' : 'object')

/** A member expression that may stand to the left of `=`. */
export const reference = (place: Place): Phrase => {
  const forms = [
    () => atom('member')`${owner(place)}.${letter(place)}`,
    () => atom('computedMember')`${owner(place)}[${key(place)}]`,
    () => atom('computedMember')`${expression(place, 'array')}[${index(place)}]`,
    () => atom('computedMember')`${expression(place, 'bytes')}[${index(place)}]`,
    ...(place.home !== 'none' && enabled(place, 'superAccess') ? superReferences(place) : []),
  ]
  return place.random.pick(forms)()
}

const superReferences = (place: Place): readonly (() => Phrase)[] => [
  () => atom('superAccess')`super.${letter(place)}`,
  () => atom('superAccess')`super[${key(place)}]`,
]

/** The same, or a private member, which cannot be deleted. */
export const memberTarget = (place: Place): Phrase => {
  if (place.home !== 'class' || !wants(place, 'privateAccess', 12)) return reference(place)
  const name = place.random.pick(['a', 'b', 'c', 'm'])
  return place.random.chance(85)
    ? atom('privateAccess')`Holder.#${name}`
    : atom('privateAccess')`${expression(place, 'any')}.#${name}`
}
