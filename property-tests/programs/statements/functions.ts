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
import { declareName } from '../patterns.ts'
import { lines, sentence, type Phrase } from '../phrase.ts'
import { expression, inBlock, statement, type Maker, type Place } from '../place.ts'
import { declareLexical, type Variable } from '../scope.ts'

const outermost = (place: Place): boolean => place.inside === 'generator'

/** A function of that name. */
export const closure = (place: Place, name: string): Phrase => {
  const inner = closurePlace(place)
  const params = parameters(inner)
  return sentence('functionDeclaration')`function ${name}(${params}) {\n${closureBody(inner)}\n}`
}

export const called = (place: Place, name: string): Phrase =>
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

const shown = (place: Place, name: string): Phrase =>
  sentence('note')`log('n${String(place.number())}', [typeof ${name}, ${name}]);`

/**
 * A function under the name of a `var`. Sloppy code sets that when it comes to the declaration; in strict code the
 * name means something else outside.
 */
const shadowing = (place: Place): Phrase => {
  const variable = declareName(place, 'var', 'any')
  if (variable === undefined) return sentence('empty')`;`
  const { name } = variable
  const inside = inBlock(place)
  declareLexical(inside.scope, { name, type: 'any', role: 'let', open: false })
  const declared = closure(inside, name)
  const blocks = [
    () => {
      const items = [shown(place, name), statement(inside), declared, statement(inside)]
      return sentence('shadowingFunction')`{\n${lines(items)}\n}`
    },
    ...(place.strict
      ? []
      : [
          () => sentence('shadowingFunction')`if (${expression(place, 'boolean')}) ${declared}`,
          () => sentence('shadowingFunction')`{ L${String(place.number())}: ${declared} }`,
        ]),
  ]
  const made = place.random.pick(blocks)()
  return sentence('block')`{\n${lines([shown(place, name), made, shown(place, name)])}\n}`
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
  { form: 'shadowingFunction', when: outermost, make: shadowing },
  { form: 'generatorDeclaration', when: outermost, make: (place) => generatorDeclaration(place, 1, 3) },
]
