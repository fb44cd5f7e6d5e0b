/**
 * Assignments: to variables, members and patterns; compound and logical. A variable keeps its type, so that
 * later code goes on to do something; a constant is assigned now and then, which throws.
 */
import { atom, compound, type Phrase } from '../phrase.ts'
import { deeper, expression, type Maker, type Place } from '../place.ts'
import type { Type, Variable } from '../scope.ts'
import { assignmentPattern } from '../patterns.ts'
import { bounded } from './operators.ts'
import { memberTarget } from './references.ts'
import { iterable } from './suspensions.ts'
import { assignable, oneOf } from './variables.ts'

const target = (place: Place, type: Type): Variable | undefined => oneOf(place, assignable(place, type))

const arithmetic = ['-=', '*=', '/=', '%=', '**=', '&=', '|=', '^=', '<<=', '>>=', '>>>=']

const compoundOf = (place: Place, left: Phrase, form: 'compoundAssign' | 'compoundMember'): Phrase =>
  place.random.chance(35)
    ? compound(form)`${left} += ${bounded(place)}`
    : compound(form)`${left} ${place.random.pick(arithmetic)} ${expression(place, 'number')}`

const logicalOf = (place: Place, left: Phrase, form: 'logicalAssign' | 'logicalMember', type: Type): Phrase =>
  compound(form)`${left} ${place.random.pick(['&&=', '||=', '??='])} ${expression(place, type)}`

const name = (variable: Variable): Phrase => atom('variable')`${variable.name}`

export const assignments: readonly Maker[] = [
  {
    form: 'assign',
    make: (place, type) => {
      const variable = target(place, type)
      if (variable === undefined) return expression(place, type)
      return compound('assign')`${name(variable)} = ${expression(place, variable.type)}`
    },
  },
  {
    form: 'assignMember',
    gives: ['number'],
    make: (place, type) => compound('assignMember')`${memberTarget(place)} = ${expression(place, type)}`,
  },
  {
    form: 'compoundAssign',
    gives: ['number'],
    make: (place) => {
      const variable = target(place, 'number')
      if (variable === undefined) return expression(place, 'number')
      return compoundOf(place, name(variable), 'compoundAssign')
    },
  },
  {
    form: 'compoundMember',
    gives: ['number'],
    make: (place) => compoundOf(place, memberTarget(place), 'compoundMember'),
  },
  {
    form: 'logicalAssign',
    make: (place, type) => {
      const variable = target(place, type)
      if (variable === undefined) return expression(place, type)
      return logicalOf(place, name(variable), 'logicalAssign', variable.type)
    },
  },
  {
    form: 'logicalMember',
    gives: [],
    make: (place) => logicalOf(place, memberTarget(place), 'logicalMember', 'any'),
  },
  {
    form: 'destructuringAssign',
    gives: [],
    make: (place) => {
      const inner = deeper(place)
      return place.random.chance(50)
        ? atom('destructuringAssign')`(${assignmentPattern(inner, 'array')} = ${iterable(inner)})`
        : atom(
            'destructuringAssign',
          )`(${assignmentPattern(inner, 'object')} = ${expression(inner, 'object')})`
    },
  },
]
