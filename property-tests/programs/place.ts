/**
 * A place in a random program that is still to be filled: what it can see, what may stand there, how much deeper
 * it may nest. `expression` and `statement` fill one with a form drawn from the tables of the grammar, which
 * reach each other only through here.
 */
import type { Form, Weights } from './forms.ts'
import { commas, type Phrase } from './phrase.ts'
import type { Random } from './random.ts'
import { scopeIn, type Scope, type Type } from './scope.ts'
import { simplest } from './simplest.ts'

/** One way to fill a place. */
export interface Maker {
  readonly form: Form
  /** Types that it gives; without them it gives any type that is asked for. */
  readonly gives?: readonly Type[]
  /** May stand where nothing may nest any more. */
  readonly leaf?: true
  readonly when?: (place: Place, type: Type) => boolean
  readonly make: (place: Place, type: Type) => Phrase
}

export interface Grammar {
  readonly expressions: readonly Maker[]
  readonly statements: readonly Maker[]
}

export interface Label {
  readonly name: string
  readonly ofLoop: boolean
}

export interface Place {
  readonly random: Random
  readonly weights: Weights
  readonly grammar: Grammar
  /** Gives every function, generator, label and log entry of a program a name of its own. */
  readonly number: () => number
  readonly scope: Scope
  /** How much deeper statements may nest. */
  readonly depth: number
  /** How much deeper expressions may nest. */
  readonly room: number
  /** A closure may not yield, and guards its calls with fuel; a leaf (getter) makes no calls at all. */
  readonly inside: 'generator' | 'closure' | 'leaf'
  readonly yields: boolean
  /** Whether the generator that the place stands in is async; where it yields, it may then await. */
  readonly async: boolean
  readonly strict: boolean
  /** What the method around it gives it: `super`, and in a class private names. */
  readonly home: 'none' | 'object' | 'class'
  readonly labels: readonly Label[]
  readonly inLoop: boolean
  readonly breakable: boolean
}

/** How deep the expressions of a statement nest. */
const roomOfStatement = 3

/** A place inside an expression. */
export const deeper = (place: Place): Place => ({ ...place, room: place.room - 1 })

export const inBlock = (place: Place): Place => ({ ...place, scope: scopeIn(place.scope, 'block') })

export const enabled = (place: Place, form: Form): boolean => place.weights[form] > 0

/** True as often as the form's weight says, against `others`; never when the form is left out. */
export const wants = (place: Place, form: Form, others: number): boolean => {
  const weight = place.weights[form]
  return weight > 0 && place.random.int(1, weight + others) <= weight
}

interface Table {
  readonly all: readonly Maker[]
  /** For places without room: leaves, else literals. A form that gives whatever is asked for nests without end. */
  readonly small: readonly Maker[]
}

const tables = new WeakMap<readonly Maker[], Map<Type, Table>>()

/** The makers that give a type and are not left out; one grammar is used with one record of weights. */
const tableOf = (makers: readonly Maker[], weights: Weights, type: Type): Table => {
  const byType = tables.get(makers) ?? new Map<Type, Table>()
  tables.set(makers, byType)
  const known = byType.get(type)
  if (known !== undefined) return known
  const all = makers.filter(
    ({ form, gives }) => weights[form] > 0 && (type === 'any' || gives === undefined || gives.includes(type)),
  )
  const leaves = all.filter(({ leaf }) => leaf === true)
  const plain = all.filter(({ gives }) => gives !== undefined)
  const table = { all, small: leaves.some(({ when }) => when === undefined) ? leaves : [...leaves, ...plain] }
  byType.set(type, table)
  return table
}

const draw = (makers: readonly Maker[], place: Place, inner: Place, type: Type): Phrase => {
  // Most makers may stand anywhere, so drawing first and asking afterwards is quicker than asking all.
  for (let tries = 0; makers.length > 0 && tries < 20; tries++) {
    const maker = place.random.weighted(makers, ({ form }) => place.weights[form])
    if (maker.when === undefined || maker.when(place, type)) return maker.make(inner, type)
  }
  return simplest(type)
}

/** An expression that gives a value of `type`, mostly. */
export const expression = (place: Place, type: Type): Phrase => {
  const { all, small } = tableOf(place.grammar.expressions, place.weights, type)
  return draw(place.room > 0 ? all : small, place, deeper(place), type)
}

/** A statement; its expressions have room again. */
export const statement = (place: Place): Phrase => {
  const { all, small } = tableOf(place.grammar.statements, place.weights, 'any')
  const inner = { ...place, depth: place.depth - 1, room: place.inside === 'generator' ? roomOfStatement : 2 }
  return draw(place.depth > 0 ? all : small, place, inner, 'any')
}

export const statements = (place: Place, least: number, most: number): readonly Phrase[] =>
  Array.from({ length: place.random.int(least, most) }, () => statement(place))

export const args = (place: Place): ReturnType<typeof commas> =>
  commas(
    Array.from({ length: place.random.int(0, 2) }, () =>
      expression(place, place.random.pick(['number', 'any', 'string'] as const)),
    ),
  )
