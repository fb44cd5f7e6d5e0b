/**
 * Loops. Law: every loop ends, because its text asks for fuel before each round, outside any hole.
 */
import { assignmentPattern, bindingPattern, declareName } from '../patterns.ts'
import { memberTarget } from '../expressions/references.ts'
import { iterable } from '../expressions/suspensions.ts'
import { assignable, oneOf } from '../expressions/variables.ts'
import { lines, part, sentence, type Phrase } from '../phrase.ts'
import { expression, inBlock, statement, wants, type Label, type Maker, type Place } from '../place.ts'
import { switchOn } from './branches.ts'
import { block } from './declarations.ts'

const looping = (place: Place): Place => ({ ...place, inLoop: true, breakable: true })

/** The statements of a loop's body, in a scope of their own. */
const rounds = (place: Place): ReturnType<typeof lines> => {
  const inner = inBlock(looping(place))
  return lines(Array.from({ length: inner.random.int(1, 3) }, () => statement(inner)))
}

const guard = 'if (!more()) break;'

const forPlain = (place: Place): Phrase => {
  const start = expression(place, 'any')
  return sentence(
    'for',
  )`for ((${start}); more() && ${expression(place, 'boolean')}; ${expression(place, 'any')}) {\n${rounds(place)}\n}`
}

const forLet = (place: Place): Phrase => {
  const head = inBlock(place)
  const role = place.random.pick(['let', 'let', 'let', 'var'] as const)
  const start = expression(head, 'number')
  const variable = declareName(head, role, 'number')
  if (variable === undefined) return forPlain(place)
  variable.open = false
  const { name } = variable
  const limit = String(place.random.int(1, 4))
  return sentence(
    'forLet',
  )`for (${role} ${name} = (${start}); more() && ${name} < ${limit}; ${name}++) {\n${rounds(head)}\n}`
}

/** What stands before `of` or `in`. */
const head = (place: Place): Phrase => {
  const role = place.random.pick(['let', 'const', 'var'] as const)
  if (wants(place, 'forOfPattern', 8)) {
    const declared = bindingPattern(place, place.random.pick(['array', 'object'] as const), role)
    declared.settle()
    return part('forOfPattern')`${role} ${declared.phrase}`
  }
  if (wants(place, 'forOfTarget', 10)) {
    const variable = oneOf(place, assignable(place, 'any'))
    const targets = [
      () => part('memberTarget')`${memberTarget(place)}`,
      () => assignmentPattern(place, 'array'),
      ...(variable === undefined ? [] : [() => part('variable')`${variable.name}`]),
    ]
    return part('forOfTarget')`${place.random.pick(targets)()}`
  }
  const variable = declareName(place, role, 'any')
  if (variable === undefined) return part('memberTarget')`${memberTarget(place)}`
  variable.open = false
  return part('variable')`${role} ${variable.name}`
}

/** A loop over `source`, which its head awaits if `awaits`. */
export const forEach = (place: Place, source: Phrase, awaits = false): Phrase => {
  const inner = inBlock(place)
  return awaits
    ? sentence('forAwait')`for await (${head(inner)} of ${source}) {\n  ${guard}\n${rounds(inner)}\n}`
    : sentence('forOf')`for (${head(inner)} of ${source}) {\n  ${guard}\n${rounds(inner)}\n}`
}

const forOf = (place: Place): Phrase => forEach(place, iterable(place))

const forIn = (place: Place): Phrase => {
  const source = expression(place, place.random.pick(['object', 'array', 'object', 'any'] as const))
  const inner = inBlock(place)
  if (!place.strict && wants(place, 'forInInitialised', 12)) {
    const variable = declareName(inner, 'var', 'any')
    const first = expression(place, 'any')
    if (variable !== undefined)
      return sentence(
        'forInInitialised',
      )`for (var ${variable.name} = (${first}) in ${source}) {\n  ${guard}\n${rounds(inner)}\n}`
  }
  return sentence('forIn')`for (${head(inner)} in ${source}) {\n  ${guard}\n${rounds(inner)}\n}`
}

const whileLoop = (place: Place): Phrase =>
  sentence('while')`while (more() && ${expression(place, 'boolean')}) {\n${rounds(place)}\n}`

const doWhile = (place: Place): Phrase =>
  sentence('doWhile')`do {\n${rounds(place)}\n} while (more() && ${expression(place, 'boolean')});`

const jump = (place: Place, form: 'labelledBreak' | 'labelledContinue', labels: readonly Label[]): Phrase => {
  const word = form === 'labelledBreak' ? 'break' : 'continue'
  return sentence(form)`if (${expression(place, 'boolean')}) ${word} ${place.random.pick(labels).name};`
}

export const loops: readonly Maker[] = [
  { form: 'for', make: forPlain },
  { form: 'forLet', make: forLet },
  { form: 'forOf', when: (place) => place.inside === 'generator', make: forOf },
  { form: 'forIn', make: forIn },
  {
    form: 'while',
    make: whileLoop,
  },
  {
    form: 'doWhile',
    make: doWhile,
  },
  {
    form: 'label',
    make: (place) => {
      const name = `L${String(place.number())}`
      const ofLoop = place.random.chance(75)
      const inner = { ...place, labels: [...place.labels, { name, ofLoop }] }
      const others = [
        () => block(inner, 1, 3),
        () => switchOn(inner),
        () => sentence('tryFinally')`try ${block(inner, 1, 3)} finally ${block(inner, 1, 2)}`,
        () => sentence('if')`if (${expression(inner, 'boolean')}) ${block(inner, 1, 2)}`,
      ]
      const all = [forLet, forPlain, whileLoop, doWhile, forIn]
      const loop = place.random.pick(place.inside === 'generator' ? [...all, forOf] : all)
      return sentence('label')`${name}: ${ofLoop ? loop(inner) : place.random.pick(others)()}`
    },
  },
  {
    form: 'break',
    leaf: true,
    when: (place) => place.breakable,
    make: (place) => sentence('break')`if (${expression(place, 'boolean')}) break;`,
  },
  {
    form: 'continue',
    leaf: true,
    when: (place) => place.inLoop,
    make: (place) => sentence('continue')`if (${expression(place, 'boolean')}) continue;`,
  },
  {
    form: 'labelledBreak',
    leaf: true,
    when: (place) => place.labels.length > 0,
    make: (place) => jump(place, 'labelledBreak', place.labels),
  },
  {
    form: 'labelledContinue',
    leaf: true,
    when: (place) => place.inLoop && place.labels.some((label) => label.ofLoop),
    make: (place) =>
      jump(
        place,
        'labelledContinue',
        place.labels.filter((label) => label.ofLoop),
      ),
  },
]
