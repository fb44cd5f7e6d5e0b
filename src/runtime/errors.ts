// Every message of the runtime, one function each. A code (MS1xxx) is stable and has its place in the
// documentation; the text says what is wrong, where, and what to do.

/** An error of multishot itself, told apart from the errors of the user's program by its `code`. */
export class MultishotError extends Error {
  override readonly name = 'MultishotError'
  constructor(
    /** Stable identifier, `MS` and four digits. */
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`)
  }
}

/** Where a frame stands, in the user's source. */
export interface Place {
  readonly functionName: string
  readonly file: string
  readonly line: number
  readonly column: number
}

export function notCompiled(what: string): MultishotError {
  return new MultishotError(
    'MS1001',
    `${what} is a native generator, so it cannot be resumed more than once. Compile its source with multishot: ` +
      `run it with \`node --import multishot/register\` or \`npx multishot run\`, or add the plugin of ` +
      `\`multishot/vite\`; for a generator from node_modules, also name its package in \`dependencies\`.`,
  )
}

export function ofAnotherCopy(what: string): MultishotError {
  return new MultishotError(
    'MS1007',
    `${what} was made with another copy of multishot, whose frames this one does not know. Have one copy: see ` +
      `\`npm ls multishot\`; in Jest load multishot and its users either all as ES modules or all by \`require\`, or use ` +
      `Node.js 24.9, where both are the same.`,
  )
}

export function notAGenerator(what: string, value: unknown): MultishotError {
  return new MultishotError(
    'MS1002',
    `${what} must be a generator made by a compiled function*, but it is ${kindOf(value)}.`,
  )
}

export function generatorRunning(): TypeError {
  return new TypeError('Generator is already running')
}

export function incompatibleReceiver(method: string, value: unknown): TypeError {
  return new TypeError(`${method} method called on incompatible receiver ${kindOf(value)}`)
}

export function notAConstructor(name: string): TypeError {
  return new TypeError(`${name} is not a constructor`)
}

/** Why a value was not copied. */
export type Obstacle =
  | 'unknown'
  | 'policy'
  | 'private'
  | 'cycle'
  | 'two copies'
  | 'no copy'
  | 'busy'
  | 'elsewhere'
  | 'private method'

const obstacles: Readonly<Record<Exclude<Obstacle, 'busy' | 'private method'>, string>> = {
  unknown: 'which multishot does not know how to copy',
  policy: 'which the option `copy` refuses to copy',
  private: 'which has private state that only its own class can copy',
  cycle:
    'whose own way to copy it came back to it before the copy was there: begin with `const twin = copy.as(…)`, ' +
    'then copy its parts into `twin` and return it',
  'two copies': 'whose own way to copy it gave `copy.as` one copy and returned another',
  'no copy': 'whose own way to copy it returned no object',
  elsewhere: 'which another generator has opened',
}

/** The three mends of the design: keep it out, say how to copy it, or say that it may be shared. */
export function cannotCopy(
  value: unknown,
  obstacle: Exclude<Obstacle, 'busy'>,
  path: string,
  place: Place | undefined,
): MultishotError {
  if (obstacle === 'unknown' && isBuiltInIterator(value)) return cannotCopyIterator(value, path, place)
  if (obstacle === 'private method') return cannotCopyPrivateMethod(place)
  const name = classOf(value)
  return new MultishotError(
    'MS1003',
    `cannot clone ${named(path)}${placed(place)}: it holds ${kindOf(value)}, ${obstacles[obstacle]}. ` +
      `Either (1) do not keep it in a variable across a yield, ` +
      `(2) say how it is copied: \`copy: { ${name}: 'copy' }\` in the options, a function in its place, or a method [Symbol.for('multishot.clone')](copy) in its class, ` +
      `or (3) let clones share it: \`share(value)\`, \`copy: { ${name}: 'share' }\`, or, if it never changes, \`static readonly [Symbol.for('multishot.immutable')] = true\` in its class.`,
  )
}

/** Nobody can read how far such an iterator has come, so no way to copy it can be said. */
function cannotCopyIterator(value: object, path: string, place: Place | undefined): MultishotError {
  return new MultishotError(
    'MS1003',
    `cannot clone ${named(path)}${placed(place)}: it holds ${kindOf(value)}, which does not tell how far it has come. ` +
      `Either (1) iterate with \`for (const x of …)\` or \`yield*\`, which know it, ` +
      `(2) keep a generator of your own in its place: \`const it = (function* () { yield* list })()\`, ` +
      `or (3) let clones share it, so that each takes elements from the others: \`share(it)\` or \`copy: { ${classOf(value)}: 'share' }\`.`,
  )
}

/** A clone has a class of its own there, and only an instance of it could find the method. */
function cannotCopyPrivateMethod(place: Place | undefined): MultishotError {
  return new MultishotError(
    'MS1003',
    `cannot clone a generator of a private method${placed(place)}: its class uses variables of a generator, so that a clone has a class of its own, and no instance that leads to the method in it. ` +
      `Either (1) declare the class outside of the generator, and hand it what it needs, ` +
      `or (2) make the method static or public.`,
  )
}

const iterators: object = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()))

/** An iterator of the language that is no generator: those have no class of their own, and a tag. */
function isBuiltInIterator(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: object | null = Object.getPrototypeOf(value)
  if (prototype === null || Object.getPrototypeOf(prototype) !== iterators) return false
  return !Object.hasOwn(prototype, 'constructor') && Object.hasOwn(prototype, Symbol.toStringTag)
}

/** What an async generator is doing that keeps it from being cloned; `place` is undefined once its code has ended. */
export interface Busy {
  readonly functionName: string
  readonly place: Place | undefined
}

/** `path` leads from a variable at `place` to the generator; it is empty where that is the generator itself. */
export function generatorBusy(
  action: string,
  { functionName, place: awaiting }: Busy,
  path = '',
  place?: Place,
): MultishotError {
  const what = `the async generator ${functionName === '' ? '(anonymous)' : functionName}`
  const subject = path === '' ? what : `${named(path)}${placed(place)}: it holds ${what}, which`
  const doing =
    awaiting === undefined
      ? 'has ended and has requests that are not answered yet'
      : `awaits, at ${awaiting.file}:${awaiting.line}:${awaiting.column}`
  return new MultishotError(
    'MS1005',
    `cannot ${action} ${subject} ${doing}. What it awaits goes on once, for one generator only. ` +
      `Do it when the generator is suspended at a \`yield\`: when every promise that its \`next\`, \`throw\` and \`return\` gave is settled.`,
  )
}

export function asyncWhereNot(what: string): MultishotError {
  return new MultishotError(
    'MS1006',
    `${what} is an async generator, and nobody here waits for what it awaits. ` +
      `Write it as \`function*\`, or let solveAsync run the program that it is a part of.`,
  )
}

export function badPolicy(given: unknown, of?: unknown): MultishotError {
  const name = typeof of === 'function' ? of.name : of
  const what = name === undefined ? 'The option `copy`' : `The option \`copy\` for ${kindOf(name)}`
  const allowed =
    name === undefined
      ? "'isolate', 'shallow', or a record or Map of treatments by class"
      : "'share', 'copy', 'refuse' or a function"
  return new MultishotError('MS1004', `${what} must be ${allowed}, but it is ${kindOf(given)}.`)
}

export function badPolicyKey(key: unknown): MultishotError {
  return new MultishotError(
    'MS1004',
    `A key of the option \`copy\` must be a class or the name of one, but it is ${kindOf(key)}.`,
  )
}

/** A fork while a resource is open that was opened with `onFork: 'refuse'`. */
export function resourceRefuses(opened: Place | undefined, forked: Place | undefined): MultishotError {
  return new MultishotError(
    'MS1020',
    `a resource that is open cannot be forked${placed(forked)}: it was opened${placed(opened)} with \`onFork: 'refuse'\`. ` +
      `Open it after the last choice, or say what clones get: \`onFork: 'share'\` (all the same, closed when the ` +
      `last one is done) or \`onFork: 'dup'\` (each its own, made by the function \`dup\`).`,
  )
}

/** A resource with `onFork: 'dup'` that is reached by a generator which does not have it open. */
export function resourceElsewhere(opened: Place | undefined, forked: Place | undefined): MultishotError {
  return new MultishotError(
    'MS1021',
    `a resource cannot be duplicated${placed(forked)}: another generator opened it${placed(opened)}, so nobody would ` +
      `close the duplicate. Open it in the generator that is cloned, or with \`onFork: 'share'\`.`,
  )
}

export function dupNeedsObject(value: unknown): MultishotError {
  return new MultishotError(
    'MS1022',
    `a resource with \`onFork: 'dup'\` must be an object of its own that can change, for which a clone puts another ` +
      `in its place, but \`open\` returned ${kindOf(value)}. Wrap it: \`() => ({ fd: openSync(path) })\`.`,
  )
}

/** A run of a replayable generator does not do what its first run did. */
export function replayDiverged(name: string, count: number, expected: string, got: string): MultishotError {
  return new MultishotError(
    'MS1030',
    `${name === '' ? 'a replayable function' : name} did something else when it was run again for a clone: in answer to ` +
      `what it was sent as number ${count} the first run came to \`${expected}\`, this one to \`${got}\`. It must depend on nothing but its arguments and on ` +
      `what it is sent: no clock, no random numbers, no variables that others write. Better: have it compiled.`,
  )
}

export function replayShares(): MultishotError {
  return new MultishotError(
    'MS1032',
    `a replayable generator cannot open a resource with \`onFork: 'dup'\`: the run of each clone is sent what the first run was ` +
      `sent, so all have the very same. Say \`onFork: 'share'\`, or have the generator compiled.`,
  )
}

export function notReplayable(value: unknown): MultishotError {
  return new MultishotError(
    'MS1031',
    `replayable(fn) needs a function* that is not async, but it got ${kindOf(value)}.`,
  )
}

/** What a slot of a frame is to the user; names with `$` are the compiler's own. */
export function named(path: string): string {
  if (path === '') return 'the generator'
  if (path === '$element') return 'an element of an iterator that clones read together'
  if (path === '$argument') return 'an argument of a replayable function'
  if (path === '$sent') return 'what a replayable generator was sent'
  if (path.startsWith('$pending')) return 'the error or value that is pending in a `finally`'
  return path.startsWith('$') ? 'a value of the expression that is under way' : `variable ${path}`
}

export function placed(place: Place | undefined): string {
  if (place === undefined) return ''
  const { functionName, file, line, column } = place
  return ` in ${functionName === '' ? 'an anonymous generator' : functionName} (${file}:${line}:${column})`
}

export function noDisposeSymbol(name: 'dispose' | 'asyncDispose'): MultishotError {
  return new MultishotError(
    'MS1010',
    `\`using\` needs \`Symbol.${name}\`, which this engine does not have: load a polyfill of it first.`,
  )
}

export function readOnly(key: PropertyKey): TypeError {
  return new TypeError(`Cannot assign to read only property '${String(key)}'`)
}

export function superDeleted(): ReferenceError {
  return new ReferenceError("Unsupported reference to 'super'")
}

export function noProperties(base: unknown, name?: string): TypeError {
  return new TypeError(
    `Cannot read properties of ${String(base)}${name === undefined ? '' : ` (reading '${name}')`}`,
  )
}

export function notDestructurable(value: unknown): TypeError {
  return new TypeError(`Cannot destructure '${String(value)}' as it is ${String(value)}.`)
}

export function uninitialised(name: string): ReferenceError {
  return new ReferenceError(`Cannot access '${name}' before initialization`)
}

export function constantAssigned(name: string): TypeError {
  return new TypeError(`Assignment to constant variable '${name}'.`)
}

export function notIterable(value: unknown): TypeError {
  return new TypeError(`${kindOf(value)} is not iterable`)
}

/** `yield*` before something that is not iterable: to ECMAScript an error like the others, but see `advised`. */
export function notDelegable(value: unknown): TypeError {
  const error = notIterable(value)
  advice.set(error, delegable(value))
  return error
}

/** What to write instead, where the error itself says what ECMAScript has it say. */
const advice = new WeakMap<object, string>()

function delegable(value: unknown): string {
  if (typeof value === 'function') {
    const name: unknown = Object.getOwnPropertyDescriptor(value, 'name')?.value
    return `Call it: \`yield* ${typeof name === 'string' && name !== '' ? name : 'program'}(…)\`.`
  }
  if (value instanceof Promise)
    return 'Await it first, `yield* await …`, in an `async function*`, which `solveAsync` searches.'
  const behind =
    '`yield*` stands before an effect, as in `yield* amb(1, 2)`, or before a call of a `function*`'
  return value === undefined || value === null
    ? `${behind}; what stands here gives ${String(value)}.`
    : `${behind}. A value that is there already is taken without it.`
}

/**
 * An error as those are told who ran the program: with what to write instead, if anything is known of that. A program
 * that catches it, and whoever drives a generator by hand, gets what a native generator gives.
 */
export function advised(error: unknown): unknown {
  const added = typeof error === 'object' && error !== null ? advice.get(error) : undefined
  if (added === undefined) return error
  const { message, stack = '' } = error as TypeError
  const told = `${message}. ${added}`
  advice.delete(error as object)
  Object.defineProperty(error, 'message', { value: told })
  Object.defineProperty(error, 'stack', { value: stack.replace(message, () => told) })
  return error
}

export function notAnObject(what: string, value: unknown): TypeError {
  return new TypeError(`${what} ${kindOf(value)} is not an object`)
}

export function noThrowMethod(): TypeError {
  return new TypeError("The iterator does not provide a 'throw' method")
}

export function notAFunction(what: string): TypeError {
  return new TypeError(`${what} is not a function`)
}

export function notSearchable(name: string): TypeError {
  return new TypeError(`Cannot use 'in' operator to search for '#${name}' in what is no object`)
}

/** A private name is used of an object before there is a class that could have given it to any. */
export function neverDeclared(does: 'read' | 'write', name: string): TypeError {
  const way = does === 'read' ? 'from' : 'to'
  return new TypeError(
    `Cannot ${does} private member #${name} ${way} an object whose class did not declare it`,
  )
}

/** A short description of a value for messages: never calls into the user's code. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value === 'function') return 'a function'
  if (typeof value !== 'object') return typeof value === 'string' ? JSON.stringify(value) : String(value)
  const prototype: object | null = Object.getPrototypeOf(value)
  if (prototype === null) return 'an object without a prototype'
  const constructor: unknown = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value
  if (typeof constructor === 'function' && constructor.name !== '') {
    return constructor === Object ? 'an object' : `an instance of ${constructor.name}`
  }
  const tag: unknown = Reflect.get(prototype, Symbol.toStringTag)
  return typeof tag === 'string' ? `${/^[AEIOU]/.test(tag) ? 'an' : 'a'} ${tag} object` : 'an object'
}

/** The name by which a policy calls the class of a value, as a key of a record. */
function classOf(value: unknown): string {
  const name = /^an? (?:instance of )?(.+?)(?: object)?$/.exec(kindOf(value))?.[1] ?? 'Class'
  return /^\w+$/.test(name) ? name.replace(/^object.*/, 'Class') : `'${name}'`
}
