// Do-notation over streams: named solutions, each chosen for all choices of those before it.

import { apS as apS_ } from 'fp-ts/lib/Apply.js'
import { bind as bind_ } from 'fp-ts/lib/Chain.js'
import { bindTo as bindTo_, let as let_ } from 'fp-ts/lib/Functor.js'
import { Stream } from '../../search/index.ts'
import { Apply, Chain, Functor } from './monad.ts'

/** Nothing named yet. */
// oxlint-disable-next-line typescript/ban-types -- what fp-ts starts with
export const Do: Stream<{}> = Stream.of({})
/** Names the values. */
export const bindTo = bindTo_(Functor)
/** Names the values of a stream that depends on what is named already. */
export const bind = bind_(Chain)
/** Names the values of a stream that depends on nothing. */
export const apS = apS_(Apply)
const letValue = let_(Functor)
export { letValue as let }
