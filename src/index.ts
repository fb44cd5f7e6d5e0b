export { amb, choose, either, fail, guard, resource } from './program/index.ts'
export type {
  DuplicatedOptions,
  Nondeterminism,
  Program,
  ResourceOptions,
  SharedOptions,
} from './program/index.ts'
export {
  abandon,
  CLONE as cloning,
  clone,
  Effect,
  IMMUTABLE as immutable,
  MultishotError,
  Resource,
  share,
} from './runtime/index.ts'
export type { CloneOptions, CopyPart, CopyPolicy, OnFork, Treatment } from './runtime/index.ts'
export { AsyncStream, depthFirst, solve, Stream } from './search/index.ts'
export type { AsyncCell, AsyncFound, Cell, Found, SolveOptions, Strategy } from './search/index.ts'
export type { Effort, Ended, EndReason, Failed, Open, Signal, Status } from './search/index.ts'
