export {
  abortSignal,
  amb,
  choose,
  collect,
  commit,
  cost,
  count,
  either,
  estimate,
  fail,
  forall,
  guard,
  ifte,
  interleave,
  lazily,
  maximize,
  minimize,
  not,
  note,
  once,
  optimize,
  resource,
  scope,
  split,
  tabled,
  within,
} from './program/index.ts'
export type {
  Budget,
  DuplicatedOptions,
  AsyncNondeterminism,
  AsyncProgram,
  Nondeterminism,
  Program,
  ResourceOptions,
  SharedOptions,
  Spent,
  SplitProgram,
  TabledOptions,
} from './program/index.ts'
export {
  abandon,
  CLONE as cloning,
  clone,
  Effect,
  IMMUTABLE as immutable,
  MultishotError,
  replayable,
  Resource,
  share,
} from './runtime/index.ts'
export type { CloneOptions, CopyPart, CopyPolicy, OnFork, Replayable, Treatment } from './runtime/index.ts'
export {
  AsyncStream,
  beam,
  bestFirst,
  breadthFirst,
  depthFirst,
  fair,
  iterativeDeepening,
  limitedDiscrepancy,
  monteCarlo,
  randomRestarts,
  resume,
  resumeAsync,
  solve,
  solveAsync,
  Stream,
} from './search/index.ts'
export type {
  BeamOptions,
  IterativeDeepeningOptions,
  MonteCarloOptions,
  RandomRestartsOptions,
  SolveAsyncOptions,
} from './search/index.ts'
export type { BestFirstOptions, Branch, ChoicePoint, Frontier, Priority } from './search/index.ts'
export type {
  AsyncCell,
  AsyncFound,
  AsyncSource,
  Cell,
  Found,
  SolveOptions,
  Strategy,
} from './search/index.ts'
export type { Effort, Ended, EndReason, Failed, Open, Signal, Status } from './search/index.ts'
export type { Trace, TraceEvent } from './search/index.ts'
export type { Copied, CopiedVariable } from './runtime/index.ts'
export type { CopyOptions } from './search/index.ts'
