/**
 * Literals of containers and templates. Getters, setters and coercions are leaves: they log and touch variables,
 * but call nothing, so reading a property never recurses.
 */
import { atom, commas, compound, part, type Phrase } from '../phrase.ts'
import { enabled, expression, wants, type Maker, type Place } from '../place.ts'
import { visible } from '../scope.ts'
import { closureBody, closurePlace, parameters } from './functions.ts'
import { key, letter } from './references.ts'
import { spread } from './suspensions.ts'

const count = (place: Place): number => (place.room < 0 ? place.random.int(0, 1) : place.random.int(0, 3))

const elements = (place: Place): readonly Phrase[] => {
  const items = Array.from({ length: count(place) }, () =>
    wants(place, 'hole', 30)
      ? part('hole')``
      : expression(place, place.random.pick(['any', 'number'] as const)),
  )
  if (place.room < 0 || !wants(place, 'spreadElement', 12)) {
    // A hole at the end needs a comma of its own, so there is never one.
    return items.at(-1)?.form === 'hole' ? items.slice(0, -1) : items
  }
  return [...items, spread(place)]
}

/** A place inside an accessor: no calls, no suspension, and captured variables to touch. */
const leafPlace = (place: Place): Place => ({ ...place, room: 1, inside: 'leaf', yields: false })

const accessor = (place: Place): Phrase => {
  const name = letter(place)
  const number = String(place.number())
  const value = expression(leafPlace(place), 'any')
  return wants(place, 'setter', 2)
    ? part('setter')`set ${name}(x) { log('set${number}', x) }`
    : part('getter')`get ${name}() { return log('get${number}', ${value}) }`
}

/** Its key is evaluated where the literal is, and may suspend. */
const computedAccessor = (place: Place): Phrase => {
  const name = key(place)
  const number = String(place.number())
  return place.random.chance(50)
    ? part(
        'computedAccessor',
      )`get [${name}]() { return log('get${number}', ${expression(leafPlace(place), 'any')}) }`
    : part('computedAccessor')`set [${name}](x) { log('set${number}', x) }`
}

const coercion = (place: Place): Phrase => {
  const method = place.random.pick(['valueOf', 'toString'])
  const value = expression(leafPlace(place), 'number')
  return part('coercion')`${method}() { return log('${method}${String(place.number())}', ${value}) }`
}

const method = (place: Place): Phrase => {
  const inner = closurePlace(place)
  const params = parameters(inner)
  return part('method')`m(${params}) {\n${closureBody(inner)}\n}`
}

const generatorMethod = (place: Place): Phrase =>
  part(
    'generatorMethod',
  )`*m(x) { yield log('gm${String(place.number())}', x); return ${expression(leafPlace(place), 'any')} }`

/** A method whose `super` is `Object.prototype`: an object with any other prototype is none that a clone copies. */
const superProperty = (place: Place): Phrase => {
  const value = expression(leafPlace(place), 'string')
  const number = String(place.number())
  return part(
    'superProperty',
  )`*m(x) { yield log('sp${number}', typeof super[${value}]); return [super.a, (() => typeof super.valueOf)()]; }`
}

const shorthand = (place: Place): Phrase | undefined => {
  const data = visible(place.scope).filter(
    (each) => !each.open && each.role !== 'maker' && each.role !== 'callable',
  )
  return data.length === 0 ? undefined : part('shorthand')`${place.random.pick(data).name}`
}

/** An accessor in a parameter's default is a closure over the parameters. */
const mayCapture = (place: Place): boolean => place.inside !== 'leaf' || enabled(place, 'parameterClosure')

const properties = (place: Place): readonly Phrase[] => {
  const makers = [
    {
      form: 'property' as const,
      make: () => part('property')`${letter(place)}: ${expression(place, 'any')}`,
    },
    {
      form: 'computedProperty' as const,
      make: () => part('computedProperty')`[${key(place)}]: ${expression(place, 'any')}`,
    },
    { form: 'shorthand' as const, make: () => shorthand(place) },
    { form: 'getter' as const, make: () => (mayCapture(place) ? accessor(place) : undefined) },
    {
      form: 'computedAccessor' as const,
      make: () => (place.inside === 'generator' ? computedAccessor(place) : undefined),
    },
    { form: 'method' as const, make: () => (place.inside === 'generator' ? method(place) : undefined) },
    {
      form: 'generatorMethod' as const,
      make: () => (place.inside === 'generator' ? generatorMethod(place) : undefined),
    },
    {
      form: 'superProperty' as const,
      make: () => (place.inside === 'generator' ? superProperty(place) : undefined),
    },
    { form: 'coercion' as const, make: () => (mayCapture(place) ? coercion(place) : undefined) },
    {
      form: 'spreadProperty' as const,
      make: () => part('spreadProperty')`...${expression(place, 'object')}`,
    },
  ].filter(({ form }) => enabled(place, form) && (place.room >= 0 || form === 'property'))
  const drawn = Array.from({ length: makers.length === 0 ? 0 : count(place) }, () => {
    const { form, make } = place.random.weighted(makers, (each) => place.weights[each.form])
    return { form, made: make() }
  })
  // V8 defines accessors behind a spread after all other properties, so they go first.
  if (drawn.some(({ form }) => form === 'spreadProperty'))
    drawn.sort((one, other) => Number(isAccessor(other)) - Number(isAccessor(one)))
  return drawn.map(({ made }) => made).filter((made) => made !== undefined)
}

const isAccessor = ({ form }: { readonly form: string }): boolean =>
  form === 'getter' || form === 'computedAccessor'

const entries = (place: Place): Phrase =>
  atom('array')`[${commas(
    Array.from(
      { length: count(place) },
      () => part('array')`[${expression(place, 'any')}, ${expression(place, 'any')}]`,
    ),
  )}]`

export const literals: readonly Maker[] = [
  { form: 'array', gives: ['array'], make: (place) => atom('array')`[${commas(elements(place))}]` },
  { form: 'object', gives: ['object'], make: (place) => atom('object')`{ ${commas(properties(place))} }` },
  { form: 'map', gives: ['map'], make: (place) => atom('map')`new Map(${entries(place)})` },
  { form: 'set', gives: ['set'], make: (place) => atom('set')`new Set([${commas(elements(place))}])` },
  { form: 'date', gives: ['date'], make: (place) => atom('date')`new Date(${expression(place, 'number')})` },
  {
    form: 'bytes',
    gives: ['bytes'],
    make: (place) =>
      atom(
        'bytes',
      )`new ${place.random.pick(['Uint8Array', 'Float64Array', 'Int16Array'])}([${expression(place, 'number')}, 2])`,
  },
  {
    form: 'error',
    gives: [],
    make: (place) =>
      atom(
        'error',
      )`new ${place.random.pick(['Error', 'TypeError', 'RangeError'])}('u${String(place.number())}')`,
  },
  {
    form: 'template',
    gives: ['string'],
    make: (place) =>
      atom('template')`\`t${'${'}${expression(place, 'any')}}-${'${'}${expression(place, 'boolean')}}\``,
  },
  {
    form: 'taggedTemplate',
    gives: ['number'],
    make: (place) =>
      place.random.chance(60)
        ? atom(
            'taggedTemplate',
          )`tag\`p${'${'}${expression(place, 'any')}}\\n${'${'}${expression(place, 'any')}}\``
        : compound('taggedTemplate')`{ m: tag }.m\`q${'${'}${expression(place, 'any')}}\``,
  },
]
