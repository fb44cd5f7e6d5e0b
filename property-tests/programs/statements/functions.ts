/**
 * Function declarations inside a generator: closures, closures in blocks, generators.
 */
import {
  closureBody,
  closurePlace,
  functionStar,
  generatorTail,
  parameters,
} from '../expressions/functions.ts'
import { lines, sentence, type Phrase } from '../phrase.ts'
import { expression, inBlock, type Maker, type Place } from '../place.ts'
import { declareLexical, type Variable } from '../scope.ts'

const outermost = (place: Place): boolean => place.inside === 'generator'

const closure = (place: Place, name: string): Phrase => {
  const inner = closurePlace(place)
  const params = parameters(inner)
  return sentence('functionDeclaration')`function ${name}(${params}) {\n${closureBody(inner)}\n}`
}

const called = (place: Place, name: string): Phrase =>
  sentence('note')`log('n${String(place.number())}', ${name}(${expression(place, 'any')}));`

/** A generator function; calls of it from inside its own body cost fuel. */
export const generatorDeclaration = (place: Place, least: number, most: number, async = false): Phrase => {
  const role = async ? 'asyncMaker' : 'maker'
  const maker: Variable = { name: `g${String(place.number())}`, type: 'any', role, open: true }
  declareLexical(place.scope, maker)
  const { params, body } = generatorTail(place, least, most, async)
  maker.open = false
  const form = async ? 'asyncGeneratorDeclaration' : 'generatorDeclaration'
  return sentence(form)`${functionStar(async)} ${maker.name}(${params}) {\n${body}\n}`
}

export const functionStatements: readonly Maker[] = [
  {
    form: 'functionDeclaration',
    when: outermost,
    make: (place) => {
      const name = `f${String(place.number())}`
      // Called before its declaration, which is hoisted, and once more after it.
      return sentence(
        'functionDeclaration',
      )`{\n${lines([called(place, name), closure(place, name), called(place, name)])}\n}`
    },
  },
  {
    form: 'blockFunction',
    when: outermost,
    make: (place) => {
      const name = `f${String(place.number())}`
      const before = sentence('note')`log('n${String(place.number())}', typeof ${name});`
      const inside = inBlock(place)
      const declared = sentence('block')`{\n${lines([called(inside, name), closure(inside, name)])}\n}`
      const after = sentence('note')`log('n${String(place.number())}', typeof ${name});`
      return sentence('blockFunction')`{\n${lines([before, declared, after])}\n}`
    },
  },
  { form: 'generatorDeclaration', when: outermost, make: (place) => generatorDeclaration(place, 1, 3) },
]
