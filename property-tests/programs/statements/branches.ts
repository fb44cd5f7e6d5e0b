/**
 * if and switch, with fallthrough, a default anywhere and declarations shared by the cases.
 */
import { lines, optional, part, sentence, type Phrase } from '../phrase.ts'
import { expression, inBlock, statement, wants, type Maker, type Place } from '../place.ts'
import { block } from './declarations.ts'
import { called, closure } from './functions.ts'

/** A function that exists in all cases, and is called in this one before it is declared. */
const caseFunction = (place: Place): readonly Phrase[] => {
  if (place.inside !== 'generator' || !wants(place, 'caseFunction', 16)) return []
  const name = `f${String(place.number())}`
  return [called(place, name), sentence('caseFunction')`${closure(place, name)}`]
}

const clause = (place: Place, form: 'case' | 'default'): Phrase => {
  const inside = Array.from({ length: place.random.int(0, 2) }, () => statement(place))
  const body = [...inside, ...caseFunction(place)]
  const end = place.random.chance(50) ? [sentence('break')`break;`] : []
  return form === 'default'
    ? part('default')`default:\n${lines([...body, ...end])}`
    : part(
        'case',
      )`case ${expression(place, place.random.pick(['number', 'any'] as const))}:\n${lines([...body, ...end])}`
}

export const switchOn = (place: Place): Phrase => {
  const subject = expression(place, place.random.pick(['number', 'any'] as const))
  const inner = { ...inBlock(place), breakable: true }
  const cases = Array.from({ length: place.random.int(1, 3) }, () => clause(inner, 'case'))
  const at = place.random.int(0, cases.length)
  const all = wants(place, 'default', 2)
    ? [...cases.slice(0, at), clause(inner, 'default'), ...cases.slice(at)]
    : cases
  return sentence('switch')`switch (${subject}) {\n${lines(all)}\n}`
}

export const branches: readonly Maker[] = [
  {
    form: 'if',
    make: (place) => sentence('if')`if (${expression(place, 'boolean')}) ${block(place, 1, 2)}`,
  },
  {
    form: 'ifElse',
    make: (place) => {
      const otherwise = part('ifElse')`else ${block(place, 1, 2)}`
      return sentence(
        'ifElse',
      )`if (${expression(place, 'boolean')}) ${block(place, 1, 2)} ${optional(otherwise)}`
    },
  },
  { form: 'switch', make: switchOn },
]
