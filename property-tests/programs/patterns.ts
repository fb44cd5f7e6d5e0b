/**
 * Destructuring patterns: those that declare names and those that assign to variables and members. Defaults and
 * computed keys may suspend where their place may.
 */
import { key, letter, memberTarget } from './expressions/references.ts'
import { assignable, oneOf } from './expressions/variables.ts'
import { atom, commas, part, type Phrase } from './phrase.ts'
import { deeper, expression, wants, type Place } from './place.ts'
import { declareLexical, declareVar, freeLexical, freeVar, type Role, type Variable } from './scope.ts'

type Shape = 'array' | 'object'

/** Makes one place that a pattern writes to. */
type Leaf = (place: Place) => Phrase | undefined

const withDefault = (place: Place, target: Phrase): Phrase =>
  wants(place, 'patternDefault', 8)
    ? part('patternDefault')`${target} = ${expression(deeper(place), 'any')}`
    : target

const element = (place: Place, leaf: Leaf): Phrase | undefined => {
  if (place.room > 0 && wants(place, 'nestedPattern', 14)) {
    const shape = place.random.pick(['array', 'object'] as const)
    const empty = shape === 'array' ? atom('array')`[4, 5]` : atom('object')`{ a: 6 }`
    return part('nestedPattern')`${pattern(deeper(place), shape, leaf)} = ${empty}`
  }
  const target = leaf(place)
  return target === undefined ? undefined : withDefault(place, target)
}

const arrayItems = (place: Place, leaf: Leaf): readonly Phrase[] => {
  const items = Array.from({ length: place.random.int(1, 3) }, () =>
    wants(place, 'patternElision', 12) ? part('patternElision')`` : element(place, leaf),
  ).filter((item) => item !== undefined)
  const rest = wants(place, 'patternRest', 8) ? leaf(place) : undefined
  return rest === undefined ? items : [...items, part('patternRest')`...${rest}`]
}

const objectItems = (place: Place, leaf: Leaf): readonly Phrase[] => {
  const items = Array.from({ length: place.random.int(1, 3) }, () => {
    const inner = element(place, leaf)
    if (inner === undefined) return undefined
    return wants(place, 'patternComputedKey', 8)
      ? part('patternComputedKey')`[${key(deeper(place))}]: ${inner}`
      : part('patternProperty')`${letter(place)}: ${inner}`
  }).filter((item) => item !== undefined)
  const rest = wants(place, 'patternRest', 8) ? leaf(place) : undefined
  return rest === undefined ? items : [...items, part('patternRest')`...${rest}`]
}

const pattern = (place: Place, shape: Shape, leaf: Leaf): Phrase =>
  shape === 'array'
    ? part('arrayPattern')`[${commas(arrayItems(place, leaf))}]`
    : part('objectPattern')`{ ${commas(objectItems(place, leaf))} }`

/** Assigns to variables and members that exist. */
export const assignmentPattern = (place: Place, shape: Shape): Phrase =>
  pattern(place, shape, (at) => {
    const variable = oneOf(at, assignable(at, at.random.pick(['number', 'any'] as const)))
    return variable === undefined || wants(at, 'memberTarget', 6)
      ? part('memberTarget')`${memberTarget(deeper(at))}`
      : part('variable')`${variable.name}`
  })

export interface Declared {
  readonly phrase: Phrase
  /** Call it when the names have left their dead zone. */
  readonly settle: () => void
}

/** Declares one name; undefined when the pool is used up. */
export const declareName = (place: Place, role: Role, type: Variable['type']): Variable | undefined => {
  const free = role === 'var' ? freeVar(place.scope) : freeLexical(place.scope)
  if (free.length === 0) return undefined
  const variable: Variable = { name: place.random.pick(free), type, role, open: role !== 'var' }
  return role === 'var' ? declareVar(place.scope, variable) : declareLexical(place.scope, variable)
}

/** A pattern that declares its names in the scope of its place. */
export const bindingPattern = (place: Place, shape: Shape, role: Role): Declared => {
  const made: Variable[] = []
  const phrase = pattern(place, shape, (at) => {
    const variable = declareName(
      { ...at, scope: place.scope },
      role,
      at.random.pick(['any', 'number'] as const),
    )
    if (variable === undefined) return undefined
    made.push(variable)
    return part('variable')`${variable.name}`
  })
  const settle = (): void => made.forEach((variable) => (variable.open = false))
  return { phrase, settle }
}
