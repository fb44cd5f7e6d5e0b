// The name by which fp-ts knows programs as a type constructor: of the effects that they ask for, and of what
// they return.

import type { Program } from '../../program/index.ts'
import type { Effect } from '../../runtime/index.ts'

export const URI = 'multishot/Program'
export type URI = typeof URI

declare module 'fp-ts/HKT.js' {
  interface URItoKind2<E, A> {
    readonly [URI]: Program<A, E & Effect<unknown>>
  }
}
