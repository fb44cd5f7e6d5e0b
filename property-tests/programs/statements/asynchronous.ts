/**
 * Statements of async generators: `for await`, promises that are returned, async generators declared and held.
 */
import { asyncIterable, awaits } from '../expressions/asynchronous.ts'
import { generatorCall, hasMaker } from '../expressions/suspensions.ts'
import { declareName } from '../patterns.ts'
import { lines, sentence } from '../phrase.ts'
import { expression, inBlock, statement, type Maker } from '../place.ts'
import { generatorDeclaration } from './functions.ts'
import { forEach } from './loops.ts'

export const asyncStatements: readonly Maker[] = [
  {
    form: 'forAwait',
    when: (place) => awaits(place) && place.inside === 'generator',
    make: (place) => forEach(place, asyncIterable(place), true),
  },
  {
    form: 'returnPromise',
    when: awaits,
    make: (place) => {
      const how = place.random.chance(70) ? 'resolve' : 'reject'
      const condition = expression(place, 'boolean')
      return sentence(
        'returnPromise',
      )`if (${condition}) { return Promise.${how}(${expression(place, 'any')}); }`
    },
  },
  {
    form: 'asyncGeneratorDeclaration',
    when: (place) => place.async && place.inside === 'generator',
    make: (place) => generatorDeclaration(place, 1, 3, true),
  },
  {
    form: 'awaitUsing',
    when: (place) => awaits(place) && place.inside === 'generator',
    make: (place) => {
      const value = expression(place, 'any')
      const inner = inBlock(place)
      const variable = declareName(inner, 'const', 'any')
      if (variable === undefined) return sentence('empty')`;`
      variable.open = false
      const say = `d${String(place.number())}`
      const dispose = place.random.pick([
        `async [Symbol.asyncDispose]() { log('${say}', await this.a); }`,
        `[Symbol.dispose]() { log('${say}', this.a); if (!more()) throw new Error('u${String(place.number())}'); }`,
      ])
      return sentence(
        'awaitUsing',
      )`{ await using ${variable.name} = ${place.random.pick(['null ??', ''])} { a: ${value}, ${dispose} }; ${lines([statement(inner), statement(inner)])} }`
    },
  },
  {
    form: 'asyncHeldGenerator',
    when: (place) => awaits(place) && hasMaker(place, 'asyncMaker'),
    make: (place) => {
      const value = generatorCall(place, 'asyncMaker')
      const variable = declareName(
        place,
        place.random.pick(['let', 'const', 'var'] as const),
        'asyncGenerator',
      )
      if (variable === undefined) return sentence('empty')`;`
      variable.open = false
      const first = sentence('const')`${variable.role} ${variable.name} = ${value};`
      const started = sentence(
        'note',
      )`log('n${String(place.number())}', await ${variable.name}.next?.(${expression(place, 'any')}));`
      return sentence('asyncHeldGenerator')`${lines(place.random.chance(60) ? [first, started] : [first])}`
    },
  },
]
