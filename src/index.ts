export { amb, choose, either, fail, guard } from './program/index.ts'
export type { Nondeterminism, Program } from './program/index.ts'
export {
  abandon,
  CLONE as cloning,
  clone,
  Effect,
  IMMUTABLE as immutable,
  MultishotError,
  share,
} from './runtime/index.ts'
export type { CloneOptions, CopyPart, CopyPolicy, Treatment } from './runtime/index.ts'
export { AsyncStream, depthFirst, solve, Stream } from './search/index.ts'
export type { AsyncCell, AsyncFound, Cell, Found, SolveOptions, Strategy } from './search/index.ts'
export type { Effort, Ended, EndReason, Failed, Open, Signal, Status } from './search/index.ts'
