// The name by which fp-ts knows streams as a type constructor.

import type { Stream } from '../../search/index.ts'

export const URI = 'multishot/Stream'
export type URI = typeof URI

declare module 'fp-ts/HKT.js' {
  interface URItoKind<A> {
    readonly [URI]: Stream<A>
  }
}
