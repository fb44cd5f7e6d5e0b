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
  readonly depth: number
  /** A closure may not yield, and guards its calls with fuel; a leaf (getter) makes no calls at all. */
  readonly inside: 'generator' | 'closure' | 'leaf'
  readonly yields: boolean
  readonly labels: readonly Label[]
  readonly inLoop: boolean
  readonly breakable: boolean
}

export const deeper = (place: Place): Place => ({ ...place, depth: place.depth - 1 })

export const inBlock = (place: Place): Place => ({ ...place, scope: scopeIn(place.scope, 'block') })

export const enabled = (place: Place, form: Form): boolean => place.weights[form] > 0

/** True as often as the form's weight says, against `others`; never when the form is left out. */
export const wants = (place: Place, form: Form, others: number): boolean => {
  const weight = place.weights[form]
  return weight > 0 && place.random.int(1, weight + others) <= weight
}

const fits = (maker: Maker, place: Place, type: Type): boolean =>
  place.weights[maker.form] > 0 &&
  (type === 'any' || maker.gives === undefined || maker.gives.includes(type)) &&
  (maker.when === undefined || maker.when(place, type))

const draw = (makers: readonly Maker[], place: Place, type: Type): Phrase => {
  const fitting = makers.filter((maker) => fits(maker, place, type))
  const leaves = fitting.filter((maker) => maker.leaf === true)
  // Forms that give whatever is asked for (a conditional) nest without end; literals do not.
  const literals = fitting.filter((maker) => maker.gives !== undefined)
  const from = place.depth > 0 ? fitting : leaves.length > 0 ? leaves : literals
  if (from.length === 0) return simplest(type)
  return place.random.weighted(from, (maker) => place.weights[maker.form]).make(deeper(place), type)
}

export const expression = (place: Place, type: Type): Phrase => draw(place.grammar.expressions, place, type)

export const statement = (place: Place): Phrase => draw(place.grammar.statements, place, 'any')

export const statements = (place: Place, least: number, most: number): readonly Phrase[] =>
  Array.from({ length: place.random.int(least, most) }, () => statement(place))

export const args = (place: Place): ReturnType<typeof commas> =>
  commas(
    Array.from({ length: place.random.int(0, 2) }, () =>
      expression(place, place.random.pick(['number', 'any', 'string'] as const)),
    ),
  )
