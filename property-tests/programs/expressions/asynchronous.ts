/**
 * What only async generators have: `await`, promises that are yielded and returned, `yield*` over async iterables,
 * async generators held and resumed.
 * Law: a promise stands only where it is awaited at once. One in a variable would keep its generator from being
 * cloned, and one that nobody awaits could be rejected unheard.
 */
import { atom, compound, type Phrase } from '../phrase.ts'
import { deeper, enabled, expression, type Maker, type Place } from '../place.ts'
import { arrowPlace, closurePlace, functionStar, generatorTail } from './functions.ts'
import { fromSources, generatorCall, hasMaker, holds, iterable, type Source } from './suspensions.ts'

/** Whether code here may await. */
export const awaits = (place: Place): boolean => place.yields && place.async

const rejection = (place: Place): Phrase =>
  place.random.chance(60)
    ? atom('error')`Promise.reject(new Error('u${String(place.number())}'))`
    : atom('awaitRejection')`Promise.reject(${expression(place, 'any')})`

const promise = (place: Place): Phrase => atom('awaitPromise')`Promise.resolve(${expression(place, 'any')})`

const asyncForeign = ({ random, number }: Place): Phrase => {
  const flags = random.pick([
    '',
    '',
    'return',
    'return',
    'return throw',
    'badReturn',
    'throwingReturn',
    'badNext',
  ])
  const how = random.pick(['', '', 'plain', 'rejecting'])
  return atom(
    'asyncForeign',
  )`asyncForeign('F${String(number())}', ${String(random.int(0, 3))}, '${flags}', '${how}')`
}

const asyncSources = (place: Place): readonly Source[] => {
  const inner = deeper(place)
  return [
    { weight: 8, when: hasMaker(place, 'asyncMaker'), make: () => generatorCall(inner, 'asyncMaker') },
    { weight: 5, when: holds(place, 'asyncGenerator'), make: () => expression(inner, 'asyncGenerator') },
    { weight: 6, when: hasMaker(place), make: () => generatorCall(inner) },
    {
      weight: place.weights.asyncForeign,
      when: enabled(place, 'asyncForeign'),
      make: () => asyncForeign(place),
    },
  ]
}

/** Something to iterate with `for await`: async, or not. */
export const asyncIterable = (place: Place): Phrase =>
  fromSources(place, [...asyncSources(place), { weight: 12, when: true, make: () => iterable(place) }])

/** Something to delegate to. */
const delegate = (place: Place): Phrase =>
  fromSources(place, [
    ...asyncSources(place),
    { weight: 1, when: true, make: () => expression(deeper(place), 'asyncGenerator') },
    {
      weight: place.weights.yieldAsyncOverSync,
      when: enabled(place, 'yieldAsyncOverSync'),
      make: () => iterable(place),
    },
  ])

const resume = (place: Place): Phrase => {
  const generator = expression(place, 'asyncGenerator')
  const sent = expression(place, 'any')
  const resumed = place.random.pick([
    () => compound('asyncGeneratorResume')`await ${generator}.next(${sent})`,
    () => atom('asyncGeneratorResume')`(await ${generator}.next(${sent})).value`,
    () => compound('asyncGeneratorResume')`await ${generator}.return(${sent})`,
    () => compound('asyncGeneratorResume')`await ${generator}.throw(${sent})`,
    () =>
      compound(
        'asyncGeneratorResume',
      )`await Promise.allSettled([${generator}.next(${sent}), ${generator}.next()])`,
  ])
  return resumed()
}

export const asynchronous: readonly Maker[] = [
  {
    form: 'await',
    gives: ['number', 'string', 'boolean', 'any'],
    when: awaits,
    make: (place, type) => compound('await')`await ${expression(place, type)}`,
  },
  {
    form: 'awaitPromise',
    gives: ['number', 'string', 'boolean', 'any'],
    when: awaits,
    make: (place, type) => compound('await')`await Promise.resolve(${expression(place, type)})`,
  },
  {
    form: 'awaitRejection',
    gives: ['any'],
    when: awaits,
    make: (place) => compound('await')`await ${rejection(place)}`,
  },
  {
    form: 'awaitThenable',
    gives: ['number'],
    when: awaits,
    make: (place) => {
      const how = place.random.pick(['done(1)', 'done(Promise.resolve(2))', "fail('u3')", "log('then', 4)"])
      // A promise that is never settled would end every run at once.
      const settles = how.startsWith('log') ? `${how}; done(5)` : how
      return compound('awaitThenable')`await { then(done, fail) { ${settles}; } }`
    },
  },
  {
    form: 'asyncArrow',
    gives: ['any'],
    when: awaits,
    make: (place) => {
      const value = expression(arrowPlace(place), 'any')
      return compound('asyncArrow')`await (async () => log('f${String(place.number())}', await ${value}))()`
    },
  },
  {
    form: 'asyncFunction',
    gives: ['any'],
    when: awaits,
    make: (place) => {
      const value = expression(closurePlace(place), 'any')
      const body = `await ${'x'}, typeof this`
      const say = `f${String(place.number())}`
      const functions = [
        () =>
          compound(
            'asyncFunction',
          )`await (async function (x) { return log('${say}', [${body}, await ${value}]); })(1)`,
        () =>
          compound(
            'asyncFunction',
          )`await { async m(x) { return log('${say}', [${body}, await ${value}]); } }.m(2)`,
        () =>
          compound(
            'asyncFunction',
          )`await new (class { async m(x) { return log('${say}', [${body}, await ${value}]); } })().m(3)`,
      ]
      return place.random.pick(functions)()
    },
  },
  {
    form: 'yieldPromise',
    gives: ['number', 'any'],
    when: awaits,
    make: (place) => compound('yieldPromise')`yield ${promise(place)}`,
  },
  {
    form: 'yieldRejection',
    gives: ['any'],
    when: awaits,
    make: (place) => compound('yieldRejection')`yield ${rejection(place)}`,
  },
  {
    form: 'yieldAsync',
    gives: ['number', 'any'],
    when: awaits,
    make: (place) => compound('yieldAsync')`yield* ${delegate(place)}`,
  },
  {
    form: 'asyncGeneratorCall',
    gives: ['asyncGenerator'],
    when: (place) => hasMaker(place, 'asyncMaker'),
    make: (place) => generatorCall(place, 'asyncMaker'),
  },
  {
    form: 'asyncGeneratorExpression',
    gives: ['asyncGenerator'],
    when: (place) => awaits(place) && place.inside === 'generator',
    make: (place) => {
      const { params, body } = generatorTail(place, 1, 2, true)
      const given = expression(place, 'any')
      return atom('asyncGeneratorExpression')`(${functionStar(true)} (${params}) {\n${body}\n})(${given})`
    },
  },
  {
    form: 'asyncGeneratorMethod',
    gives: ['asyncGenerator'],
    when: (place) => awaits(place) && place.inside === 'generator',
    make: (place) => {
      const { params, body } = generatorTail(place, 1, 2, true)
      return atom('asyncGeneratorMethod')`{ a: 1, async *m(${params}) {\n${body}\n} }.m()`
    },
  },
  {
    form: 'asyncGeneratorResume',
    gives: ['any'],
    when: (place) => awaits(place) && holds(place, 'asyncGenerator'),
    make: resume,
  },
]
