/**
 * Functions made inside a generator: closures over its variables, and generators over its variables.
 * Law: a closure makes no closures of its own, because variables of ordinary functions belong to nobody's clone.
 */
import { atom, commas, compound, lines, part, sentence, type List, type Phrase } from '../phrase.ts'
import { expression, statement, wants, type Maker, type Place } from '../place.ts'
import { bindingPattern, declareName } from '../patterns.ts'
import { scopeIn } from '../scope.ts'
import { assignable, oneOf } from './variables.ts'

const inFunction = (place: Place): Place => ({
  ...place,
  scope: scopeIn(place.scope, 'function'),
  labels: [],
  inLoop: false,
  breakable: false,
  home: 'none',
})

/** A place in the body of a closure. */
export const closurePlace = (place: Place): Place => ({
  ...inFunction(place),
  depth: Math.min(place.depth, 1),
  room: Math.min(place.room, 2),
  inside: 'closure',
  yields: false,
})

/** A place in the body of an arrow function, which has its `super` from around it. */
export const arrowPlace = (place: Place): Place => ({ ...closurePlace(place), home: place.home })

/** A place in the body of a generator function. */
const generatorPlace = (place: Place, async: boolean): Place => ({
  ...inFunction(place),
  depth: Math.max(1, Math.min(place.depth, 3)),
  room: 3,
  inside: 'generator',
  yields: true,
  async,
})

export const functionStar = (async: boolean): string => (async ? 'async function*' : 'function*')

const parameter = (place: Place): Phrase | undefined => {
  const still = { ...place, yields: false, room: Math.min(place.room, 1), inside: 'leaf' as const }
  if (wants(place, 'patternParameter', 14)) {
    const shape = place.random.pick(['array', 'object'] as const)
    const declared = bindingPattern(still, shape, 'parameter')
    declared.settle()
    const fallback = shape === 'array' ? atom('array')`[1, 2]` : atom('object')`{ a: 1, b: 2 }`
    return part('patternParameter')`${declared.phrase} = ${fallback}`
  }
  if (place.inside === 'generator' && wants(place, 'parameterClosure', 30)) {
    const closure = declareName(place, 'parameter', 'function')
    if (closure === undefined) return undefined
    closure.open = false
    const value = expression({ ...still, home: 'none' }, 'number')
    const say = `f${String(place.number())}`
    const written = oneOf(place, assignable(place, 'number'))?.name
    const closures = [
      () => part('parameterClosure')`${closure.name} = () => log('${say}', ${value})`,
      () =>
        part(
          'parameterClosure',
        )`${closure.name} = () => log('${say}', ${written ?? 'arguments[0]'} = ${value})`,
      () =>
        part(
          'parameterClosure',
        )`${closure.name} = () => log('${say}', [arguments[0], arguments.length, ${value}])`,
      () =>
        part(
          'parameterClosure',
        )`${closure.name} = (x) => log('${say}', [...(function* (x) { yield* arguments; return ${value}; })(x)])`,
      () =>
        part(
          'parameterClosure',
        )`${closure.name} = (x) => log('${say}', class { static own = this.name; static [${value}] = 1; }.own)`,
    ]
    return place.random.pick(closures)()
  }
  const variable = declareName(place, 'parameter', place.random.pick(['number', 'any', 'any'] as const))
  if (variable === undefined) return undefined
  const name = part('variable')`${variable.name}`
  const made = wants(place, 'defaultParameter', 8)
    ? part('defaultParameter')`${name} = ${expression(still, variable.type)}`
    : name
  variable.open = false
  return made
}

/** Declares parameters in the scope of a function's body. */
export const parameters = (place: Place): List => {
  const plain = Array.from({ length: place.random.int(0, 2) }, () => parameter(place)).filter(
    (item) => item !== undefined,
  )
  if (!wants(place, 'restParameter', 14)) return commas(plain)
  const rest = declareName(place, 'parameter', 'array')
  if (rest === undefined) return commas(plain)
  rest.open = false
  return commas([...plain, part('restParameter')`...${rest.name}`])
}

/** A few statements, a log entry, a result. */
export const closureBody = (place: Place): List => {
  const before = Array.from({ length: place.depth > 0 ? place.random.int(0, 2) : 0 }, () => statement(place))
  const result = expression(place, place.random.pick(['number', 'any'] as const))
  return lines([...before, sentence('return')`return log('f${String(place.number())}', ${result});`])
}

/** The directive, where the parameters allow one. */
const directive = (place: Place, params: List): readonly Phrase[] => {
  const simple = params.items.every((item) => item.form === 'variable')
  const strict =
    simple && wants(place, 'strictFunction', 20) ? [sentence('strictFunction')`'use strict';`] : []
  return wants(place, 'prologue', 40)
    ? [sentence('prologue')`'use asm or not';`, ...strict, sentence('prologue')`"use \\x73trict";`]
    : strict
}

const isStrict = (directives: readonly Phrase[]): boolean =>
  directives.some(({ form }) => form === 'strictFunction')

/** What follows the name of a generator function: parameters and a body of `least` to `most` statements. */
export const generatorTail = (
  outer: Place,
  least: number,
  most: number,
  async = false,
  home: Place['home'] = 'none',
): { readonly params: List; readonly body: List } => {
  const signature = { ...generatorPlace(outer, async), home }
  const params = parameters(signature)
  const directives = directive(signature, params)
  const place = { ...signature, strict: signature.strict || isStrict(directives) }
  const inner = Array.from({ length: place.random.int(least, most) }, () => statement(place))
  const result = sentence('return')`return ${expression(place, 'any')};`
  const body = place.random.chance(60) ? [...inner, result] : inner
  return { params, body: lines([...directives, ...body]) }
}

const outermost = (place: Place): boolean => place.inside === 'generator'

const arrow = (place: Place): Phrase => {
  const inner = arrowPlace(place)
  const params = parameters(inner)
  const value = expression(inner, 'any')
  return compound('arrow')`(${params}) => log('f${String(place.number())}', ${value})`
}

const arrowBlock = (place: Place): Phrase => {
  const inner = arrowPlace(place)
  const params = parameters(inner)
  return compound('arrowBlock')`(${params}) => {\n${closureBody(inner)}\n}`
}

const functionExpression = (place: Place): Phrase => {
  const inner = closurePlace(place)
  const params = parameters(inner)
  const name = place.random.chance(50) ? '' : ` f${String(place.number())}`
  return compound(
    'functionExpression',
  )`function${name}(${params}) {\n${lines([...directive(inner, params), ...closureBody(inner).items])}\n}`
}

/** A sloppy function that calls its variables `yield`, as code outside of generators may. */
const yieldName = (place: Place): Phrase => {
  const inner = closurePlace(place)
  const value = expression({ ...inner, inside: 'leaf', room: 1 }, 'number')
  const number = String(place.number())
  return place.random.chance(50)
    ? atom('yieldName')`(function (yield = 1) { return log('f${number}', yield + ${value}); })()`
    : atom(
        'yieldName',
      )`(function (x) { yield: { var yield = x; break yield; } return [yield, ${value}]; })(2)`
}

export const functions: readonly Maker[] = [
  { form: 'yieldName', gives: ['any'], when: (place) => outermost(place) && !place.strict, make: yieldName },
  { form: 'arrow', gives: ['function'], when: outermost, make: arrow },
  { form: 'arrowBlock', gives: ['function'], when: outermost, make: arrowBlock },
  { form: 'functionExpression', gives: ['function'], when: outermost, make: functionExpression },
  {
    form: 'generatorExpression',
    gives: ['generator'],
    when: outermost,
    make: (place) => {
      const { params, body } = generatorTail(place, 1, 2)
      return atom('generatorExpression')`(function* (${params}) {\n${body}\n})(${expression(place, 'any')})`
    },
  },
]
