/**
 * The plainest value of a type, for places where nothing may nest any more.
 */
import { atom, compound, type Phrase } from './phrase.ts'
import type { Type } from './scope.ts'

export const simplest = (type: Type): Phrase => {
  switch (type) {
    case 'number':
      return atom('number')`1`
    case 'string':
      return atom('string')`'a'`
    case 'boolean':
      return atom('boolean')`true`
    case 'array':
      return atom('array')`[1, 2]`
    case 'object':
      return atom('object')`{ a: 1 }`
    case 'map':
      return atom('map')`new Map()`
    case 'set':
      return atom('set')`new Set()`
    case 'date':
      return atom('date')`new Date(0)`
    case 'bytes':
      return atom('bytes')`new Uint8Array(2)`
    case 'function':
      return compound('arrow')`(x) => x`
    case 'generator':
    case 'asyncGenerator':
    case 'any':
      return atom('nothing')`undefined`
  }
}
