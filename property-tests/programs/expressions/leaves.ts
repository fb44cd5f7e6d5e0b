/**
 * Expressions without operands: literals, names, `this`, `arguments`.
 */
import { atom, compound } from '../phrase.ts'
import { enabled, expression, type Maker, type Place } from '../place.ts'
import { visible } from '../scope.ts'
import { simplest } from '../simplest.ts'
import { oneOf, readable } from './variables.ts'

const property = (place: Place): string => place.random.pick(['a', 'b', 'c'])

export const leaves: readonly Maker[] = [
  {
    form: 'number',
    gives: ['number'],
    leaf: true,
    make: ({ random }) =>
      random.chance(12)
        ? compound('number')`${random.pick(['-1', '-0', '1.5', '-7'])}`
        : atom('number')`${String(random.int(0, 4))}`,
  },
  {
    form: 'string',
    gives: ['string'],
    leaf: true,
    make: (place) => atom('string')`'${property(place)}'`,
  },
  {
    form: 'boolean',
    gives: ['boolean'],
    leaf: true,
    make: ({ random }) => atom('boolean')`${random.pick(['true', 'false'])}`,
  },
  {
    form: 'nothing',
    gives: [],
    leaf: true,
    make: ({ random }) => atom('nothing')`${random.pick(['undefined', 'null', 'NaN'])}`,
  },
  {
    form: 'bigint',
    gives: [],
    leaf: true,
    make: ({ random }) => atom('bigint')`${random.pick(['0n', '3n', '7n'])}`,
  },
  {
    form: 'variable',
    leaf: true,
    when: (place, type) => visible(place.scope).some((each) => type === 'any' || each.type === type),
    make: (place, type) => {
      const found = oneOf(place, readable(place, type))
      return found === undefined ? simplest(type) : atom('variable')`${found.name}`
    },
  },
  {
    form: 'this',
    gives: ['boolean', 'any'],
    leaf: true,
    make: (place) =>
      compound(
        'this',
      )`${place.random.pick(['typeof this', 'this === undefined', `this?.${property(place)}`])}`,
  },
  {
    form: 'arguments',
    gives: ['number', 'any'],
    leaf: true,
    when: (place) => place.inside !== 'leaf' && (place.strict || enabled(place, 'mappedArguments')),
    make: ({ random }) =>
      atom('arguments')`${random.pick(['arguments.length', 'arguments[0]', 'arguments[1]'])}`,
  },
  {
    form: 'argumentsWrite',
    gives: ['any'],
    when: (place) => place.inside !== 'leaf' && (place.strict || enabled(place, 'mappedArguments')),
    make: (place) => {
      const value = expression(place, 'any')
      const at = place.random.pick(['0', '1', "'length'"])
      const writes = [
        () => compound('argumentsWrite')`arguments[${at}] = ${value}`,
        () => compound('argumentsWrite')`arguments[0] ??= ${value}`,
        () => compound('argumentsWrite')`delete arguments[${value}]`,
        () => compound('argumentsWrite')`arguments[0]++`,
        () => atom('argumentsWrite')`[...arguments]`,
        () => atom('argumentsWrite')`((x, y) => { x[${at}] = y; return x.length; })(arguments, ${value})`,
        () => compound('argumentsWrite')`(() => arguments[0])() === ${value}`,
      ]
      return place.random.pick(writes)()
    },
  },
  {
    form: 'typeofName',
    gives: ['string'],
    leaf: true,
    make: (place) => {
      const names = visible(place.scope).map((variable) => variable.name)
      return compound('typeofName')`typeof ${place.random.pick(['unboundName', ...names])}`
    },
  },
  {
    form: 'newTarget',
    gives: ['boolean', 'string'],
    leaf: true,
    when: (place) => place.inside !== 'leaf',
    make: (_place, type) =>
      type === 'string'
        ? compound('newTarget')`typeof new.target`
        : compound('newTarget')`new.target === undefined`,
  },
]
