/**
 * Driver scripts: what is done, in which order, to a generator and its clones. A script is data, is written as
 * readable text (`g0.next(1); g1 = clone(g0); drop(g0)`) and is read back from it.
 * Law: every operation names a generator that exists and was not dropped, also after shrinking.
 */
import fc from 'fast-check'

/** Values that are sent. Each use makes a fresh one, so a mutated one never leaks into the next run. */
export const sendable: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  '1': () => 1,
  '2': () => 2,
  '3': () => 3,
  '0': () => 0,
  '-0': () => -0,
  NaN: () => NaN,
  true: () => true,
  false: () => false,
  null: () => null,
  "'a'": () => 'a',
  "'b'": () => 'b',
  '[1, 2]': () => [1, 2],
  '{ a: 1 }': () => ({ a: 1 }),
  '{ a: 1, b: [2] }': () => ({ a: 1, b: [2] }),
  'new Map([[1, [2]]])': () => new Map([[1, [2]]]),
  'new Set([1])': () => new Set([1]),
  "Object.freeze({ a: 'ice' })": () => Object.freeze({ a: 'ice' }),
  "new Error('u9')": () => new Error('u9'),
  "new RangeError('u8')": () => new RangeError('u8'),
  'Symbol.iterator': () => Symbol.iterator,
  '(x) => x': () => (x: unknown) => x,
}

export type Act = 'next' | 'throw' | 'return'

export interface Resume {
  readonly tag: 'resume'
  readonly on: number
  readonly act: Act
  /** A key of `sendable`. */
  readonly value: string
}

export interface Clone {
  readonly tag: 'clone'
  readonly on: number
  readonly as: number
}

export interface Drop {
  readonly tag: 'drop'
  readonly on: number
}

export type Operation = Resume | Clone | Drop

export type Script = readonly Operation[]

/** `on` counts among the generators that are alive when the operation comes. */
interface Draft {
  readonly kind: Act | 'clone' | 'drop'
  readonly on: number
  readonly value: string
}

const settle = (drafts: readonly Draft[], most: number): Script => {
  const alive = [0]
  const script: Operation[] = []
  let made = 1
  for (const { kind, on: nth, value } of drafts) {
    const on = alive[nth % alive.length] as number
    if (kind === 'clone') {
      if (made >= most) continue
      script.push({ tag: 'clone', on, as: made })
      alive.push(made)
      made += 1
    } else if (kind === 'drop') {
      if (alive.length === 1) continue
      alive.splice(alive.indexOf(on), 1)
      script.push({ tag: 'drop', on })
    } else {
      script.push({ tag: 'resume', on, act: kind, value })
    }
  }
  return script
}

export interface ScriptOptions {
  /** Default: 18. */
  readonly operations?: number
  /** Generators in all, the first one included; 1 means no clones. Default: 5. */
  readonly generators?: number
}

const kinds = fc.oneof(
  { weight: 22, arbitrary: fc.constant('next' as const) },
  { weight: 2, arbitrary: fc.constant('throw' as const) },
  { weight: 1, arbitrary: fc.constant('return' as const) },
  { weight: 5, arbitrary: fc.constant('clone' as const) },
  { weight: 1, arbitrary: fc.constant('drop' as const) },
)

const values = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('undefined', '1', '2', '3', '0') },
  { weight: 2, arbitrary: fc.constantFrom(...Object.keys(sendable)) },
)

/**
 * Random scripts for one generator and its clones.
 *
 * @example fc.sample(scripts({ generators: 1 }), 1).map(printScript) // ['g0.next(1); g0.throw(undefined)']
 */
export const scripts = (options: ScriptOptions = {}): fc.Arbitrary<Script> =>
  fc
    .array(fc.record({ kind: kinds, on: fc.nat(7), value: values }), {
      minLength: 1,
      maxLength: options.operations ?? 18,
      size: 'max',
    })
    .map((drafts) => settle(drafts, options.generators ?? 5))

/** Random values to send to one generator, one after another. */
export const inputs = (most = 10): fc.Arbitrary<readonly Resume[]> =>
  scripts({ operations: most, generators: 1 }).map((script) => script.filter((each) => each.tag === 'resume'))

export const printOperation = (operation: Operation): string => {
  switch (operation.tag) {
    case 'resume':
      return `g${operation.on}.${operation.act}(${operation.value})`
    case 'clone':
      return `g${operation.as} = clone(g${operation.on})`
    case 'drop':
      return `drop(g${operation.on})`
  }
}

export const printScript = (script: Script): string => script.map(printOperation).join('; ')

const parseOperation = (text: string): Operation => {
  const resumed = /^g(\d+)\.(next|throw|return)\((.*)\)$/.exec(text)
  if (resumed !== null) {
    const [, on, act, value] = resumed as unknown as [string, string, Act, string]
    if (!Object.hasOwn(sendable, value)) throw new Error(`A script cannot send ${value}`)
    return { tag: 'resume', on: Number(on), act, value }
  }
  const cloned = /^g(\d+) = clone\(g(\d+)\)$/.exec(text)
  if (cloned !== null) return { tag: 'clone', as: Number(cloned[1]), on: Number(cloned[2]) }
  const dropped = /^drop\(g(\d+)\)$/.exec(text)
  if (dropped !== null) return { tag: 'drop', on: Number(dropped[1]) }
  throw new Error(`Not an operation of a script: ${text}`)
}

/** Law: `parseScript(printScript(script))` equals `script`. */
export const parseScript = (text: string): Script =>
  text
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map(parseOperation)
