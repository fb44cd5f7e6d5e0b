/**
 * `yield` and `yield*`, and what can be iterated: the same sources serve loops, spreads and destructuring.
 */
import { atom, compound, part, type Phrase } from '../phrase.ts'
import { args, deeper, enabled, expression, type Maker, type Place } from '../place.ts'
import { visible } from '../scope.ts'

/**
 * A call of a generator function. While the function itself is still being written the call recurses, so it
 * costs fuel; the check is text of the phrase and cannot be shrunk away from the call.
 */
export const generatorCall = (place: Place, role: MakerRole = 'maker'): Phrase => {
  const makers = visible(place.scope).filter((variable) => variable.role === role)
  const chosen = place.random.pick(makers)
  const form = role === 'maker' ? 'generatorCall' : 'asyncGeneratorCall'
  return chosen.open || place.inside !== 'generator'
    ? compound(form)`more() ? ${chosen.name}(${args(place)}) : []`
    : atom(form)`${chosen.name}(${args(place)})`
}

type MakerRole = 'maker' | 'asyncMaker'

export const hasMaker = (place: Place, role: MakerRole = 'maker'): boolean =>
  place.inside !== 'leaf' && visible(place.scope).some((variable) => variable.role === role)

export const holds = (place: Place, held: 'generator' | 'asyncGenerator'): boolean =>
  visible(place.scope).some(({ type }) => type === held)

const foreign = ({ random, number }: Place): Phrase => {
  const flags = random.pick([
    '',
    '',
    'return',
    'return',
    'return throw',
    'badReturn',
    'throwingReturn',
    'badNext',
    'object',
  ])
  return atom('foreign')`foreign('F${String(number())}', ${String(random.int(0, 3))}, '${flags}')`
}

/** One kind of what can be iterated. */
export interface Source {
  readonly weight: number
  readonly when: boolean
  readonly make: () => Phrase
}

/** Something to iterate, mostly finite and mostly iterable. */
export const iterable = (place: Place): Phrase => {
  const inner = deeper(place)
  const sources: readonly Source[] = [
    { weight: 8, when: true, make: () => expression(inner, 'array') },
    { weight: 2, when: true, make: () => expression(inner, 'string') },
    { weight: 2, when: true, make: () => expression(inner, 'map') },
    { weight: 2, when: true, make: () => expression(inner, 'set') },
    { weight: 1, when: true, make: () => expression(inner, 'bytes') },
    { weight: 8, when: hasMaker(place), make: () => generatorCall(inner) },
    { weight: 5, when: holds(place, 'generator'), make: () => expression(inner, 'generator') },
    { weight: place.weights.foreign, when: enabled(place, 'foreign'), make: () => foreign(place) },
    {
      weight: place.weights.nativeIterator,
      when: enabled(place, 'nativeIterator'),
      make: () => atom('nativeIterator')`[7, 8].${place.random.pick(['entries', 'keys', 'values'])}()`,
    },
    {
      weight: place.weights.iteratorHelper,
      when: hasMaker(place) && enabled(place, 'iteratorHelper'),
      make: () =>
        atom('iteratorHelper')`[...${generatorCall(inner)}.take(3).map((x) => log('helped', x)).drop(1)]`,
    },
    { weight: 1, when: true, make: () => expression(inner, 'any') },
  ]
  return fromSources(place, sources)
}

export const fromSources = (place: Place, sources: readonly Source[]): Phrase =>
  place.random
    .weighted(
      sources.filter((source) => source.when),
      (source) => source.weight,
    )
    .make()

export const suspensions: readonly Maker[] = [
  {
    form: 'yield',
    gives: ['number', 'string', 'boolean', 'any'],
    when: (place) => place.yields,
    make: (place) => compound('yield')`yield ${expression(place, 'any')}`,
  },
  {
    form: 'yieldNothing',
    gives: ['number', 'string', 'boolean', 'any'],
    leaf: true,
    when: (place) => place.yields,
    make: () => compound('yieldNothing')`yield`,
  },
  {
    form: 'yieldStar',
    gives: ['number', 'any'],
    when: (place) => place.yields && !place.async,
    make: (place) => compound('yieldStar')`yield* ${iterable(place)}`,
  },
  {
    form: 'generatorCall',
    gives: ['generator'],
    when: (place) => hasMaker(place),
    make: (place) => generatorCall(place),
  },
  {
    form: 'generatorResume',
    gives: ['any'],
    when: (place) => place.inside === 'generator' && holds(place, 'generator'),
    make: (place) => {
      const generator = expression(place, 'generator')
      const sent = expression(place, 'any')
      const resumed = place.random.pick([
        () => atom('generatorResume')`${generator}.next(${sent})`,
        () => atom('generatorResume')`${generator}.next(${sent}).value`,
        () => atom('generatorResume')`${generator}.next().done`,
        () => atom('generatorResume')`${generator}.return(${sent})`,
        () => atom('generatorResume')`${generator}.throw(${sent})`,
      ])
      return resumed()
    },
  },
]

/** A spread, of which there is at most one in a literal: two of one array would double it in every round. */
export const spread = (place: Place): Phrase => part('spreadElement')`...${iterable(place)}`
