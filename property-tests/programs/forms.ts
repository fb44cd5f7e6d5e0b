/**
 * Every form that a random program may contain, with its weight among the forms that could stand in the same
 * place. Weight 0 leaves a form out: this is the one switch for forms that the compiler does not cover yet.
 */
import { parses } from '../../testing/parses.ts'
import type { Random } from './random.ts'

export const defaultWeights = {
  // Leaves
  number: 6,
  string: 4,
  boolean: 3,
  nothing: 2,
  bigint: 1,
  variable: 40,
  this: 2,
  arguments: 2,
  /** `arguments` in sloppy code, where it may be mapped to the parameters: a switch, drawn as `arguments`. */
  mappedArguments: 1,
  argumentsWrite: 2,
  typeofName: 1,
  newTarget: 1,
  /** `yield` as a name, in sloppy functions that are no generators. */
  yieldName: 1,
  // Suspensions
  yield: 36,
  yieldNothing: 5,
  yieldStar: 14,
  // Operators
  logged: 8,
  binary: 6,
  concatenation: 4,
  comparison: 3,
  equality: 3,
  logical: 4,
  conditional: 4,
  comma: 3,
  unary: 3,
  void: 1,
  typeof: 2,
  delete: 2,
  in: 2,
  instanceof: 1,
  update: 4,
  updateMember: 3,
  // Assignments
  assign: 8,
  assignMember: 5,
  compoundAssign: 5,
  compoundMember: 5,
  logicalAssign: 3,
  logicalMember: 3,
  destructuringAssign: 4,
  // Access and calls
  member: 4,
  computedMember: 4,
  optionalChain: 4,
  optionalCall: 2,
  call: 6,
  spreadCall: 2,
  methodCall: 4,
  computedCall: 2,
  /** In methods only. */
  superAccess: 5,
  /** In methods of classes only. */
  privateAccess: 6,
  arrayMethod: 4,
  arrayCallback: 2,
  mapMethod: 4,
  setMethod: 4,
  dateMethod: 3,
  bytesMethod: 3,
  newWithSpread: 1,
  // Literals
  template: 3,
  taggedTemplate: 2,
  array: 5,
  hole: 2,
  spreadElement: 3,
  object: 5,
  property: 6,
  computedProperty: 3,
  shorthand: 2,
  spreadProperty: 2,
  method: 3,
  getter: 3,
  setter: 2,
  coercion: 1,
  generatorMethod: 1,
  superProperty: 1,
  computedAccessor: 1,
  map: 3,
  set: 3,
  date: 3,
  bytes: 3,
  error: 1,
  // Functions and generators
  arrow: 5,
  arrowBlock: 3,
  functionExpression: 3,
  generatorExpression: 2,
  generatorCall: 5,
  generatorResume: 5,
  foreign: 3,
  nativeIterator: 1,
  /** `take` and its like, in engines that have them. */
  iteratorHelper: 1,
  // Patterns
  arrayPattern: 5,
  objectPattern: 5,
  patternProperty: 1,
  patternDefault: 4,
  patternRest: 2,
  patternElision: 1,
  patternComputedKey: 2,
  nestedPattern: 2,
  memberTarget: 3,
  defaultParameter: 3,
  restParameter: 2,
  patternParameter: 2,
  parameterClosure: 1,
  // Statements
  expressionStatement: 10,
  note: 4,
  noteYield: 14,
  let: 8,
  const: 6,
  var: 5,
  uninitialised: 2,
  selfInitialised: 2,
  deadZone: 2,
  destructuringDeclaration: 6,
  block: 2,
  empty: 1,
  if: 5,
  ifElse: 3,
  switch: 3,
  case: 5,
  default: 3,
  label: 1,
  for: 4,
  forLet: 5,
  forIn: 3,
  /** `for (var x = 1 in …)`, in sloppy code. */
  forInInitialised: 1,
  forOf: 7,
  forOfPattern: 3,
  forOfTarget: 2,
  while: 3,
  doWhile: 2,
  break: 4,
  continue: 4,
  labelledBreak: 5,
  labelledContinue: 5,
  return: 2,
  throw: 2,
  tryCatch: 6,
  tryFinally: 4,
  tryCatchFinally: 4,
  catchPattern: 2,
  catchNothing: 2,
  functionDeclaration: 2,
  blockFunction: 1,
  /** A function under the name of a variable, in a block, an `if` or a label. */
  shadowingFunction: 2,
  caseFunction: 2,
  generatorDeclaration: 2,
  // Classes
  classDeclaration: 4,
  classExpression: 3,
  classHeritage: 3,
  classKey: 2,
  classConstructor: 2,
  classMethod: 4,
  classGenerator: 4,
  classAccessor: 3,
  classField: 5,
  staticBlock: 2,
  superMember: 2,
  privateMember: 2,
  classUse: 1,
  // Small scenes that chance alone would rarely compose
  counterPair: 3,
  classPair: 3,
  alias: 3,
  cycle: 2,
  closuresOfLoop: 3,
  closuresInContainer: 2,
  mutualClosures: 1,
  identityKeys: 2,
  sharedBuffer: 1,
  movedDate: 1,
  frozenShell: 1,
  sameTemplate: 1,
  markedError: 1,
  heldGenerator: 3,
  regex: 1,
  reentry: 1,
  /** `using`, in engines that have it. */
  using: 3,
  // In async generators only
  await: 10,
  awaitPromise: 8,
  awaitRejection: 2,
  awaitThenable: 2,
  asyncArrow: 2,
  asyncFunction: 1,
  awaitUsing: 2,
  yieldPromise: 5,
  yieldRejection: 1,
  yieldAsync: 8,
  /** `yield*` over what has no `throw`, such as arrays, which old engines do not close. */
  yieldAsyncOverSync: 4,
  returnPromise: 2,
  forAwait: 8,
  asyncForeign: 4,
  asyncGeneratorCall: 6,
  asyncGeneratorExpression: 3,
  asyncGeneratorMethod: 1,
  asyncGeneratorResume: 5,
  asyncHeldGenerator: 3,
  asyncGeneratorDeclaration: 3,
  // Whole functions
  recursiveGenerator: 4,
  mainDeclaration: 5,
  mainExpression: 3,
  mainMethod: 3,
  mainComputedMethod: 1,
  mainInner: 2,
  mainInherited: 2,
  mainStatic: 2,
  mainPrivate: 2,
  strictScript: 3,
  strictFunction: 2,
  /** Directives before and after the one that means something. */
  prologue: 1,
  sloppy: 4,
} as const

export type Form = keyof typeof defaultWeights

export type Weights = Readonly<Record<Form, number>>

export const allForms = Object.keys(defaultWeights) as readonly Form[]

/** Forms that the engine at hand does not have, so that it can be no oracle for them. */
export const unknownHere: ReadonlySet<Form> = new Set<Form>([
  ...(parses('{ using x = null }') ? [] : (['using', 'awaitUsing'] as const)),
  ...('Iterator' in globalThis ? [] : (['iteratorHelper'] as const)),
])

/** Forms of programs whose main generator is async. */
export const asyncForms: ReadonlySet<Form> = new Set(
  allForms.slice(allForms.indexOf('await'), allForms.indexOf('recursiveGenerator')),
)

export interface ProgramOptions {
  /** Whether the main generator is async; others in it may then be either. Default: false. */
  readonly async?: boolean
  /** Weights that differ from the default; 0 leaves a form out. Default: none. */
  readonly weights?: Partial<Weights>
  /** About how many statements the main generator has at its top level. Default: 6. */
  readonly statements?: number
  /** How deep statements nest. Default: 3. */
  readonly depth?: number
}

/** Without these there is nothing to write, or no program to write it in. */
const needed: ReadonlySet<Form> = new Set(
  allForms.filter((form) =>
    /^(main|strict|sloppy|number|string|boolean|nothing|variable|note|expression)/.test(form),
  ),
)

/**
 * The weights of one program. Every second program leaves out a random third of the forms: what remains meets
 * more often, and forms that hide each other (an early return, a dead zone) are apart in some programs.
 */
export const weightsOf = (options: ProgramOptions, random: Random): Weights => {
  const without = Object.fromEntries([...unknownHere].map((form) => [form, 0]))
  const all: Weights = { ...defaultWeights, ...without, ...options.weights }
  if (random.chance(50)) return all
  const kept = Object.entries(all).map(([form, weight]) => [
    form,
    needed.has(form as Form) || random.chance(67) ? weight : 0,
  ])
  return Object.fromEntries(kept) as Weights
}
