/**
 * Reading members and calling: with receivers, spreads and optional links; the methods of the built-in containers.
 * Law: inside a closure a call of something unknown costs fuel, so no chain of closures recurses without end.
 */
import { atom, commas, compound, type Phrase } from '../phrase.ts'
import { args, expression, wants, type Maker, type Place } from '../place.ts'
import { oneOf, readable } from './variables.ts'
import { index, key, letter, owner } from './references.ts'
import { spread } from './suspensions.ts'

const bodyCalls = (place: Place): boolean => place.inside === 'generator'

/** A call of a closure that a variable holds. */
const call = (place: Place): Phrase => {
  const callee = oneOf(place, readable(place, 'function'))?.name ?? 'Number'
  if (!bodyCalls(place)) return compound('call')`more() && ${callee}(${args(place)})`
  if (wants(place, 'spreadCall', 4)) return atom('spreadCall')`${callee}(${commas([spread(place)])})`
  return atom('call')`${callee}(${args(place)})`
}

/** A call of a member, whose `this` is the object. */
const methodCall = (place: Place): Phrase => {
  const object = owner(place)
  const forms = [
    () => atom('methodCall')`${object}.m(${args(place)})`,
    () => compound('methodCall')`${object}.m?.(${args(place)})`,
    () => compound('methodCall')`${object}?.m?.(${args(place)})`,
    () => atom('methodCall')`(${object}.m ?? log)(${args(place)})`,
  ]
  return place.random.pick(forms)()
}

const computedCall = (place: Place): Phrase =>
  place.random.chance(50)
    ? atom(
        'computedCall',
      )`${expression(place, 'object')}[log('k${String(place.number())}', 'm')](${args(place)})`
    : compound('computedCall')`${expression(place, 'array')}[${index(place)}]?.(${args(place)})`

const optionalChain = (place: Place): Phrase => {
  const object = expression(place, place.random.pick(['any', 'object'] as const))
  const forms = [
    () => compound('optionalChain')`${object}?.${letter(place)}`,
    () => compound('optionalChain')`${object}?.[${key(place)}]`,
    () => compound('optionalChain')`${object}?.${letter(place)}.${letter(place)}`,
    () => compound('optionalChain')`${object}?.${letter(place)}?.[${key(place)}]`,
    () => compound('optionalChain')`delete ${object}?.${letter(place)}`,
  ]
  return place.random.pick(forms)()
}

const arrayMethod = (place: Place): Phrase => {
  const array = expression(place, 'array')
  const forms = [
    () => atom('arrayMethod')`${array}.push(${args(place)})`,
    () => atom('arrayMethod')`${array}.pop()`,
    () => atom('arrayMethod')`${array}.shift()`,
    () => atom('arrayMethod')`${array}.unshift(${expression(place, 'any')})`,
    () => atom('arrayMethod')`${array}.includes(${expression(place, 'any')})`,
    () => atom('arrayMethod')`${array}.length`,
    () => compound('arrayMethod')`delete ${array}[${index(place)}]`,
  ]
  return place.random.pick(forms)()
}

const mapMethod = (place: Place): Phrase => {
  const map = expression(place, 'map')
  const forms = [
    () => atom('mapMethod')`${map}.set(${expression(place, 'any')}, ${expression(place, 'any')})`,
    () => atom('mapMethod')`${map}.get(${expression(place, 'any')})`,
    () => atom('mapMethod')`${map}.delete(${expression(place, 'any')})`,
    () => atom('mapMethod')`${map}.size`,
  ]
  return place.random.pick(forms)()
}

const setMethod = (place: Place): Phrase => {
  const set = expression(place, 'set')
  const method = place.random.pick(['add', 'has', 'delete'])
  return atom('setMethod')`${set}.${method}(${expression(place, 'any')})`
}

const dateMethod = (place: Place): Phrase => {
  const date = expression(place, 'date')
  return place.random.chance(50)
    ? atom('dateMethod')`${date}.getTime()`
    : atom('dateMethod')`${date}.setTime(${expression(place, 'number')})`
}

const bytesMethod = (place: Place): Phrase => {
  const bytes = expression(place, 'bytes')
  const forms = [
    () => atom('bytesMethod')`${bytes}.fill(${expression(place, 'number')})`,
    () => atom('bytesMethod')`${bytes}.length`,
    () => atom('bytesMethod')`${bytes}[${index(place)}]`,
  ]
  return place.random.pick(forms)()
}

const notLeaf = (place: Place): boolean => place.inside !== 'leaf'

const hasFunction = (place: Place): boolean => notLeaf(place) && readable(place, 'function').length > 0

export const access: readonly Maker[] = [
  {
    form: 'member',
    gives: [],
    make: (place) => atom('member')`${owner(place)}.${letter(place)}`,
  },
  {
    form: 'computedMember',
    gives: [],
    make: (place) =>
      place.random.chance(50)
        ? atom('computedMember')`${owner(place)}[${key(place)}]`
        : atom('computedMember')`${expression(place, 'array')}[${index(place)}]`,
  },
  { form: 'optionalChain', gives: [], make: optionalChain },
  {
    form: 'optionalCall',
    gives: [],
    when: (place) => bodyCalls(place) && hasFunction(place),
    make: (place) => compound('optionalCall')`${expression(place, 'function')}?.(${args(place)})`,
  },
  { form: 'call', gives: ['number'], when: hasFunction, make: call },
  { form: 'methodCall', gives: [], when: bodyCalls, make: methodCall },
  { form: 'computedCall', gives: [], when: bodyCalls, make: computedCall },
  { form: 'arrayMethod', gives: ['number'], when: notLeaf, make: arrayMethod },
  {
    form: 'arrayCallback',
    gives: ['array'],
    when: bodyCalls,
    make: (place) => {
      const captured = expression({ ...place, inside: 'closure', yields: false }, 'any')
      const method = place.random.pick(['map', 'filter'])
      return atom(
        'arrayCallback',
      )`${expression(place, 'array')}.${method}((x, y) => (log('c', x), ${captured}))`
    },
  },
  { form: 'mapMethod', gives: [], when: notLeaf, make: mapMethod },
  { form: 'setMethod', gives: [], when: notLeaf, make: setMethod },
  { form: 'dateMethod', gives: ['number'], when: notLeaf, make: dateMethod },
  { form: 'bytesMethod', gives: ['number'], when: notLeaf, make: bytesMethod },
  {
    form: 'newWithSpread',
    gives: ['date'],
    make: (place) => atom('newWithSpread')`new Date(...[${expression(place, 'number')}])`,
  },
]
