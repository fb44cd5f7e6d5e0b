/**
 * return, throw and try. Completions are mostly conditional, so that the code after them still runs; a `finally`
 * suspends, overrides or lets pass what is pending.
 */
import { bindingPattern, declareName } from '../patterns.ts'
import { lines, part, sentence, type Phrase } from '../phrase.ts'
import { expression, inBlock, statement, wants, type Maker, type Place } from '../place.ts'
import { block } from './declarations.ts'

const thrown = (place: Place): Phrase =>
  place.random.chance(60)
    ? sentence('throw')`throw new Error('u${String(place.number())}');`
    : sentence('throw')`throw ${expression(place, 'any')};`

/** A completion under a condition, so that it does not end every run. */
const conditional = (place: Place, completion: Phrase): Phrase =>
  place.random.chance(70)
    ? sentence('if')`if (${expression(place, 'boolean')}) { ${completion} }`
    : completion

const catchPart = (place: Place): Phrase => {
  const inner = inBlock(place)
  const body = (): ReturnType<typeof lines> =>
    lines(Array.from({ length: inner.random.int(1, 2) }, () => statement(inner)))
  const number = String(place.number())
  if (wants(place, 'catchNothing', 8)) return part('catchNothing')`catch {\n${body()}\n}`
  if (wants(place, 'catchPattern', 8)) {
    const declared = bindingPattern(inner, 'object', 'let')
    declared.settle()
    return part('catchPattern')`catch (${declared.phrase}) {\n${body()}\n}`
  }
  const variable = declareName(inner, 'let', 'any')
  if (variable === undefined) return part('catchNothing')`catch {\n${body()}\n}`
  variable.open = false
  return part('tryCatch')`catch (${variable.name}) {\n  log('e${number}', ${variable.name});\n${body()}\n}`
}

const finallyPart = (place: Place): Phrase => part('tryFinally')`finally ${block(place, 1, 2)}`

const risky = (place: Place): Phrase => block(place, 1, 3)

export const completions: readonly Maker[] = [
  {
    form: 'return',
    make: (place) => conditional(place, sentence('return')`return ${expression(place, 'any')};`),
  },
  { form: 'throw', make: (place) => conditional(place, thrown(place)) },
  {
    form: 'tryCatch',
    make: (place) => sentence('tryCatch')`try ${risky(place)} ${catchPart(place)}`,
  },
  {
    form: 'tryFinally',
    make: (place) => sentence('tryFinally')`try ${risky(place)} ${finallyPart(place)}`,
  },
  {
    form: 'tryCatchFinally',
    make: (place) =>
      sentence('tryCatchFinally')`try ${risky(place)} ${catchPart(place)} ${finallyPart(place)}`,
  },
]
