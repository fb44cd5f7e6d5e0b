// The contract between compiled code, the search and the runtime. Emitted code imports from here by
// these names; everything in it is internal to multishot except what `multishot` exports again.

export { assume, expect } from './assumption.ts'
export { checked, closure, scope, secrets, UNINITIALISED } from './closure.ts'
export { confide, hasPrivate, privateIfThere, privateMember } from './private-names.ts'
export { awaits, delegateDirectly, forwards, isDirect } from './async-steps.ts'
export { closed, iterateAsync, iterateDelegated } from './async-iteration.ts'
export { asyncCursorOf } from './async-generator.ts'
export { Disposal, dispose, hold, holdAsync } from './disposal.ts'
export { abandon, abandonStack, holdsAnything, letGoOfStack } from './abandon.ts'
export { Effect, FAILURE, Failure, PASS, Pass } from './effect.ts'
export { advised, MultishotError } from './errors.ts'
export { isClean, isShared } from './clean.ts'
export { CLONE } from './copy.ts'
export { IMMUTABLE } from './immutable.ts'
export { clone, fork } from './fork.ts'
export type { AnyIterator, CloneOptions } from './fork.ts'
export { copiedOf } from './copied.ts'
export type { Amount, Copied, CopiedVariable } from './copied.ts'
export { forkBy, forking } from './forking.ts'
export type { Forking } from './forking.ts'
export { ISOLATE, policyOf } from './policy.ts'
export type { CopyPart, CopyPolicy, Policy, Treatment } from './policy.ts'
export { rootOf } from './root.ts'
export { share } from './share.ts'
export { Template, templateOf } from './template.ts'
export * from './frame.ts'
export type { Listener } from './listener.ts'
export { file, labelled } from './registry.ts'
export {
  adopt,
  asyncGenerator,
  asyncMaker,
  code,
  define,
  defineAsync,
  generator,
  maker,
  makerOf,
  placeOf,
  trimmed,
  turn,
  waits,
} from './function.ts'
export { homeOf, turnedBy } from './decorators.ts'
export { cursorOf } from './generator.ts'
export { framesOf, inspect } from './inspect.ts'
export type { FrameView, GeneratorStatus, Inspection, LiveVariable } from './inspect.ts'
export { enter, takeAsyncStack, takeStack, takeStackOnto } from './take.ts'
export { mapped } from './mapped.ts'
export { leaves, leavesData, stranger } from './leaving.ts'
export { machine, proceed, run, unwind } from './machine.ts'
export { methods } from './methods.ts'
export type { Attempt, Options, Resumable, Scheduler } from './machine.ts'
export { isPrimitive } from './primitive.ts'
export { replayable } from './replay.ts'
export type { Replayable } from './replay.ts'
export { holdFor, letGo, Resource } from './resource.ts'
export type { Hold, Holder, OnFork } from './resource.ts'
export { isAnythingCounted } from './standing.ts'
export { element, iterate, iterateCall, iterateKeys } from './position.ts'
export {
  attempt,
  call,
  delegate,
  dive,
  emerge,
  enters,
  fail,
  fails,
  given,
  kept,
  open,
  OPTION,
  resumed,
  returns,
  tailCall,
  tailDelegate,
  yields,
} from './steps.ts'
export {
  accessor,
  accessorAt,
  accessorOf,
  advance,
  apply,
  close,
  constant,
  destructurable,
  drain,
  initialised,
  key,
  late,
  merge,
  method,
  named,
  ownName,
  rest,
  strings,
  deleteSuper,
  superReference,
  take,
} from './language.ts'
