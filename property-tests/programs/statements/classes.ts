/**
 * Classes inside generators: heritage, members of every kind, computed keys. Heritage and keys may suspend; members are
 * closures and leaves, and generators that nobody holds.
 * Law: an instance lives within one operation, because a clone refuses to hold one; no member can reach its class by
 * its name, so no call of one recurses.
 */
import { closureBody, closurePlace, parameters } from '../expressions/functions.ts'
import { key, letter } from '../expressions/references.ts'
import type { Form } from '../forms.ts'
import { atom, compound, lines, optional, part, sentence, type Phrase } from '../phrase.ts'
import { args, enabled, expression, wants, type Maker, type Place } from '../place.ts'

/** What runs inside of a class: strict code that touches captured variables and calls nothing. */
const leafPlace = (place: Place): Place => ({
  ...place,
  room: 1,
  inside: 'leaf',
  yields: false,
  strict: true,
})

const say = (place: Place, what: string): string => `${what}${String(place.number())}`

const isStatic = (place: Place): string => (place.random.chance(40) ? 'static ' : '')

/** A member's name; a computed one is evaluated in the generator, where the class is. */
const name = (place: Place, plain: string): Phrase =>
  wants(place, 'classKey', 4)
    ? part('classKey')`[${key({ ...place, strict: true })}]`
    : part('classKey')`${place.random.pick([plain, plain, `'${plain}'`])}`

const method = (place: Place): Phrase => {
  const inner = { ...closurePlace(place), strict: true }
  const named = name(place, 'm')
  const params = parameters(inner)
  return part('classMethod')`${isStatic(place)}${named}(${params}) {\n${closureBody(inner)}\n}`
}

const generator = (place: Place): Phrase => {
  const value = expression(leafPlace(place), 'any')
  const result = place.random.pick(['super.m?.name', 'typeof this', 'new.target', 'arguments.length'])
  const head = part('classKey')`${isStatic(place)}*${name(place, 'g')}`
  return part(
    'classGenerator',
  )`${head}(x) { yield log('${say(place, 'cg')}', x); yield ${value}; return ${result}; }`
}

const accessor = (place: Place): Phrase => {
  const named = name(place, letter(place))
  const value = expression(leafPlace(place), 'any')
  return place.random.chance(50)
    ? part('classAccessor')`${isStatic(place)}set ${named}(x) { log('${say(place, 'cs')}', x); }`
    : part('classAccessor')`${isStatic(place)}get ${named}() { return log('${say(place, 'ca')}', ${value}); }`
}

const field = (place: Place): Phrase => {
  const named = name(place, letter(place))
  const value = expression(leafPlace(place), 'any')
  return place.random.chance(30)
    ? part(
        'classField',
      )`${isStatic(place)}${named} = () => log('${say(place, 'cf')}', [typeof this, ${value}]);`
    : part('classField')`${isStatic(place)}${named} = log('${say(place, 'cf')}', ${value});`
}

const staticBlock = (place: Place): Phrase => {
  const value = expression(leafPlace(place), 'number')
  return part(
    'staticBlock',
  )`static { var x = ${value}; this.${letter(place)} ??= log('${say(place, 'sb')}', x); }`
}

const superMember = (place: Place): Phrase =>
  place.random.chance(50)
    ? part(
        'superMember',
      )`s(x = () => super.m?.name) { return [x(), super.toString === Object.prototype.toString]; }`
    : part('superMember')`static s() { return [super.name, (super.own = 1), Object.keys(this)]; }`

/** Names of one class that belong together; there can be only one of these in it. */
const privates = (place: Place): Phrase => {
  const value = expression(leafPlace(place), 'number')
  const [first, seen] = [say(place, 'cp'), say(place, 'cp')]
  return part('privateMember')`#p = log('${first}', ${value});
static #seen = 0;
get #twice() { return this.#p * 2; }
set #twice(x) { this.#p = x; }
*#each(x) { yield this.#p++; yield this.#twice; this.#twice = x; yield this.#p; }
*walk(x) { yield* this.#each(x); }
p(x) { return [this.#p, this.#p **= 1, this.#twice++, x?.#p, ...this.#each(3)]; }
static has(x) { this.#seen += 1; return log('${seen}', [#p in Object(x), #each in Object(x), this.#seen]); }`
}

const construction = (place: Place, derived: boolean): Phrase => {
  const value = expression(leafPlace(place), 'any')
  const begin = derived ? 'super(x);' : ''
  return part(
    'classConstructor',
  )`constructor(x = ${value}) { ${begin} log('${say(place, 'cc')}', [typeof new.target, this.a, x]); }`
}

const makers: readonly (readonly [Form, (place: Place) => Phrase])[] = [
  ['classMethod', method],
  ['classGenerator', generator],
  ['classAccessor', accessor],
  ['classField', field],
  ['staticBlock', staticBlock],
  ['superMember', superMember],
]

const members = (place: Place, derived: boolean): readonly Phrase[] => {
  const usable = makers.filter(([form]) => enabled(place, form))
  const drawn = Array.from({ length: usable.length === 0 ? 0 : place.random.int(0, 4) }, () => {
    const [, make] = place.random.weighted(usable, ([form]) => place.weights[form])
    return make(place)
  })
  return [
    ...(wants(place, 'classConstructor', 4) ? [construction(place, derived)] : []),
    ...(wants(place, 'privateMember', 4) ? [privates(place)] : []),
    ...drawn,
  ]
}

const heritage = (place: Place): Phrase | undefined => {
  if (!wants(place, 'classHeritage', 3)) return undefined
  const before = expression(place, 'any')
  const parents = [
    () => `class { static a = 1; m(x) { return log('${say(place, 'pm')}', x); } *g() { yield* [4, 5]; } }`,
    () => `function () { log('${say(place, 'pf')}', typeof new.target); }`,
    () => 'Object',
    () => 'null',
    () => '5',
  ]
  return part('classHeritage')` extends (${before}, ${place.random.pick(parents)()})`
}

/** The class, and what may be done with it; `body` is one phrase, so that each member can be shrunk away. */
const classOf = (place: Place, named: string, form: 'classDeclaration' | 'classExpression'): Phrase => {
  const parent = heritage(place)
  const body = lines(members(place, parent !== undefined))
  const write = form === 'classDeclaration' ? sentence(form) : atom(form)
  return write`class${named === '' ? '' : ` ${named}`}${optional(parent)} {\n${body}\n}`
}

/** Uses that leave no instance behind. Their arguments are evaluated beside one, so they do not suspend. */
const use = (place: Place, named: string): Phrase => {
  const still: Place = { ...place, yields: false, room: 1 }
  const uses = [
    () => `new ${named}().m?.(${'1'})`,
    () => `new ${named}(2).${letter(place)}`,
    () => `(new ${named}().${letter(place)} = 3)`,
    () => `[...(new ${named}().g?.(4) ?? []), ...(${named}.g?.(5) ?? [])]`,
    () => `[...(new ${named}().walk?.(6) ?? [])]`,
    () => `new ${named}().p?.(new ${named}(7))`,
    () => `[${named}.has?.(new ${named}()), ${named}.has?.({})]`,
    () => `[${named}.s?.(), new ${named}().s?.()]`,
    () => `[Object.getOwnPropertyNames(${named}), Object.getOwnPropertyNames(${named}.prototype)]`,
    () => `Object.entries(new ${named}()).map((x) => [x[0], typeof x[1]])`,
    () => `[${named}.name, ${named}.length, typeof ${named}.prototype.constructor]`,
    () => `${named}.${letter(place)}`,
    () => `new ${named}().${letter(place)}?.()`,
  ]
  const chosen = place.random.pick(uses)()
  const made = place.random.chance(30)
    ? atom('classUse')`${named}.m?.(${args(still)})`
    : atom('classUse')`${chosen}`
  return sentence(
    'tryCatch',
  )`try { log('${say(place, 'n')}', ${made}); } catch (x) { log('${say(place, 'n')}', x); }`
}

const outermost = (place: Place): boolean => place.inside === 'generator'

export const classes: readonly Maker[] = [
  {
    form: 'classDeclaration',
    when: outermost,
    make: (place) => {
      const named = `K${String(place.number())}`
      const made = classOf({ ...place, strict: true }, named, 'classDeclaration')
      const gap = sentence('expressionStatement')`${expression(place, 'any')};`
      const early = place.random.chance(20)
        ? [sentence('deadZone')`try { ${named}; } catch (x) { log('dead', x); }`]
        : []
      // In a block of their own: a declaration that the shrinker drops leaves uses that throw, and no global.
      return sentence(
        'block',
      )`{\n${lines([...early, made, use(place, named), gap, use(place, named), use(place, named)])}\n}`
    },
  },
  {
    form: 'classExpression',
    when: outermost,
    make: (place) => {
      const held = `K${String(place.number())}`
      const own = place.random.chance(50) ? '' : `Own${String(place.number())}`
      const made = classOf({ ...place, strict: true }, own, 'classExpression')
      const declared = sentence('const')`const ${held} = ${made};`
      const gap = sentence('expressionStatement')`${compound('comma')`(${expression(place, 'any')}, 0)`};`
      return sentence('block')`{\n${lines([declared, use(place, held), gap, use(place, held)])}\n}`
    },
  },
]
