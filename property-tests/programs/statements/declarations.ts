/**
 * Declarations, expression statements and blocks; variables that are read before they are declared.
 */
import { bindingPattern, declareName } from '../patterns.ts'
import { iterable } from '../expressions/suspensions.ts'
import { atom, lines, sentence, type Phrase } from '../phrase.ts'
import { expression, inBlock, statement, wants, type Maker, type Place } from '../place.ts'
import type { Role, Type } from '../scope.ts'

const types: readonly Type[] = [
  ...([
    'number',
    'number',
    'number',
    'any',
    'any',
    'array',
    'array',
    'object',
    'object',
    'function',
    'string',
  ] as const),
  ...(['map', 'set', 'date', 'bytes'] as const),
]

export const emptyStatement = (): Phrase => sentence('empty')`;`

/** A declaration of one variable. Its name is in the dead zone while its own value is written. */
export const declare = (place: Place, role: 'let' | 'const' | 'var', type: Type): Phrase => {
  const shadowed = wants(place, 'selfInitialised', 40)
  const early = shadowed ? declareName(place, role, type) : undefined
  const value = expression(place, type)
  const variable = early ?? declareName(place, role, type)
  if (variable === undefined) return sentence('expressionStatement')`${value};`
  variable.open = false
  if (role !== 'const' && wants(place, 'uninitialised', 30)) {
    return sentence('uninitialised')`${role} ${variable.name};`
  }
  return sentence(shadowed ? 'selfInitialised' : role)`${role} ${variable.name} = ${value};`
}

const declaration = (role: 'let' | 'const' | 'var'): Maker => ({
  form: role,
  make: (place) => declare(place, role, place.random.pick(types)),
})

const destructuring = (place: Place): Phrase => {
  const role: Role = place.random.pick(['let', 'const', 'var'] as const)
  const shape = place.random.pick(['array', 'object'] as const)
  const value = shape === 'array' ? iterable(place) : expression(place, 'object')
  const declared = bindingPattern(place, shape, role)
  declared.settle()
  return sentence('destructuringDeclaration')`${role} ${declared.phrase} = ${value};`
}

/** A block of statements in a scope of its own. */
export const block = (place: Place, least: number, most: number): Phrase => {
  const inner = inBlock(place)
  const list = Array.from({ length: inner.random.int(least, most) }, () => statement(inner))
  return sentence('block')`{\n${lines(list)}\n}`
}

/** Statements that see a variable before its declaration, which follows them. */
const deadZone = (place: Place): Phrase => {
  const inner = inBlock(place)
  const role = place.random.pick(['let', 'const'] as const)
  const type = place.random.pick(['number', 'any'] as const)
  const variable = declareName(inner, role, type)
  if (variable === undefined) return emptyStatement()
  const { name } = variable
  const touch = place.random.pick([
    () => atom('variable')`${name}`,
    () => atom('typeofName')`typeof ${name}`,
    () => atom('assign')`(${name} = ${expression(inner, type)})`,
    () => atom('arrow')`((x) => ${name})()`,
    () => atom('variable')`(yield, ${name})`,
  ])
  const early = inner.yields ? touch() : atom('typeofName')`typeof ${name}`
  const before = sentence(
    'tryCatch',
  )`try { log('z${String(place.number())}', ${early}); } catch (x) { log('dead', x); }`
  const middle = statement(inner)
  const declared = sentence(role)`${role} ${name} = ${expression(inner, type)};`
  variable.open = false
  return sentence('deadZone')`{\n${lines([before, middle, declared, statement(inner)])}\n}`
}

export const declarations: readonly Maker[] = [
  declaration('let'),
  declaration('const'),
  declaration('var'),
  { form: 'destructuringDeclaration', make: destructuring },
  { form: 'block', make: (place) => block(place, 1, 3) },
  { form: 'deadZone', make: deadZone },
  { form: 'empty', leaf: true, make: emptyStatement },
  {
    form: 'expressionStatement',
    leaf: true,
    make: (place) => sentence('expressionStatement')`${expression(place, 'any')};`,
  },
  {
    form: 'noteYield',
    when: (place) => place.yields,
    make: (place) =>
      sentence('noteYield')`log('n${String(place.number())}', yield ${expression(place, 'any')});`,
  },
  {
    form: 'note',
    leaf: true,
    make: (place) => sentence('note')`log('n${String(place.number())}', ${expression(place, 'any')});`,
  },
]
