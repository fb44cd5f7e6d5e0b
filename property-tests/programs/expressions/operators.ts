/**
 * Operators. Operands log their evaluation, so its order is in the trace.
 * Law: at most one operand of `+` and of a template can grow, so no loop doubles a string.
 */
import { atom, compound, type Phrase } from '../phrase.ts'
import { enabled, expression, type Maker, type Place } from '../place.ts'
import { key, memberTarget, reference } from './references.ts'
import { oneOf, readable } from './variables.ts'

/** An operand whose text cannot grow from round to round. */
export const bounded = (place: Place): Phrase => {
  const { random } = place
  if (place.yields && enabled(place, 'yield') && random.chance(40)) {
    return compound('yield')`yield ${expression(place, 'any')}`
  }
  const literal = atom('number')`${String(random.int(0, 9))}`
  return enabled(place, 'logged') && random.chance(50)
    ? atom('logged')`log('o${String(place.number())}', ${literal})`
    : literal
}

const spaced = (operator: string): string => ` ${operator} `

export const operators: readonly Maker[] = [
  {
    form: 'logged',
    make: (place, type) => atom('logged')`log('x${String(place.number())}', ${expression(place, type)})`,
  },
  {
    form: 'binary',
    gives: ['number'],
    make: (place) => {
      const operator = spaced(place.random.pick(['-', '*', '/', '%', '**', '&', '|', '^', '<<', '>>', '>>>']))
      return compound('binary')`${expression(place, 'number')}${operator}${expression(place, 'number')}`
    },
  },
  {
    form: 'concatenation',
    gives: ['string', 'number'],
    make: (place, type) => {
      const other = expression(place, type === 'number' ? 'number' : 'any')
      return place.random.chance(50)
        ? compound('concatenation')`${bounded(place)} + ${other}`
        : compound('concatenation')`${other} + ${bounded(place)}`
    },
  },
  {
    form: 'comparison',
    gives: ['boolean'],
    make: (place) => {
      const operator = spaced(place.random.pick(['<', '>', '<=', '>=']))
      return compound('comparison')`${expression(place, 'number')}${operator}${expression(place, 'number')}`
    },
  },
  {
    form: 'equality',
    gives: ['boolean'],
    make: (place) => {
      const type = place.random.pick(['number', 'any', 'array', 'object'] as const)
      const operator = spaced(place.random.pick(['===', '!==', '==', '!=']))
      return compound('equality')`${expression(place, type)}${operator}${expression(place, type)}`
    },
  },
  {
    form: 'logical',
    make: (place, type) => {
      const operator = spaced(place.random.pick(['&&', '||', '??']))
      return compound('logical')`${expression(place, type)}${operator}${expression(place, type)}`
    },
  },
  {
    form: 'conditional',
    make: (place, type) =>
      compound(
        'conditional',
      )`${expression(place, 'boolean')} ? ${expression(place, type)} : ${expression(place, type)}`,
  },
  {
    form: 'comma',
    make: (place, type) => atom('comma')`(${expression(place, 'any')}, ${expression(place, type)})`,
  },
  {
    form: 'unary',
    gives: ['number', 'boolean'],
    make: (place, type) =>
      type === 'boolean'
        ? compound('unary')`!${expression(place, 'any')}`
        : compound('unary')`${place.random.pick(['- ', '+ ', '~'])}${expression(place, 'number')}`,
  },
  {
    form: 'void',
    gives: [],
    make: (place) => compound('void')`void ${expression(place, 'any')}`,
  },
  {
    form: 'typeof',
    gives: ['string'],
    make: (place) => compound('typeof')`typeof ${expression(place, 'any')}`,
  },
  {
    form: 'delete',
    gives: ['boolean'],
    make: (place) => compound('delete')`delete ${reference(place)}`,
  },
  {
    form: 'in',
    gives: ['boolean'],
    make: (place) => compound('in')`${key(place)} in ${expression(place, 'object')}`,
  },
  {
    form: 'instanceof',
    gives: ['boolean'],
    make: (place) =>
      compound(
        'instanceof',
      )`${expression(place, 'any')} instanceof ${place.random.pick(['Array', 'Map', 'Error'])}`,
  },
  {
    form: 'update',
    gives: ['number'],
    make: (place) => {
      const name = oneOf(place, readable(place, 'number'))?.name
      if (name === undefined) return expression(place, 'number')
      const operator = place.random.pick(['++', '--'])
      return place.random.chance(50)
        ? compound('update')`${name}${operator}`
        : compound('update')`${operator}${name}`
    },
  },
  {
    form: 'updateMember',
    gives: ['number'],
    make: (place) => {
      const operator = place.random.pick(['++', '--'])
      return place.random.chance(50)
        ? compound('updateMember')`${memberTarget(place)}${operator}`
        : compound('updateMember')`${operator}${memberTarget(place)}`
    },
  },
]
