// What data names instead of holding it: built-in classes and functions, and the exports of the modules that the
// user gives.
//
// Invariant: built-ins that run text as code, or that could change what everybody shares (`Function`, `eval`, the
// prototypes, `Object.defineProperty`), have no name.

import { unknownName } from './errors.ts'
import type { Names } from './written.ts'

const classes = (
  'Object Array Map Set Date RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError ' +
  'URIError SuppressedError Number String Boolean Symbol BigInt ArrayBuffer DataView Int8Array Uint8Array ' +
  'Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array Float64Array ' +
  'BigInt64Array BigUint64Array Buffer'
).split(' ')
const others = 'parseInt parseFloat isNaN isFinite Math JSON console'.split(' ')
const nameless = new Set(
  'constructor defineProperty defineProperties setPrototypeOf __defineGetter__ __defineSetter__'.split(' '),
)

const builtIns = new Map<string, object>()
const nameOfBuiltIn = new Map<object, string>()

function name(text: string, value: unknown): void {
  if ((typeof value !== 'function' && typeof value !== 'object') || value === null) return
  builtIns.set(text, value)
  // `Set.prototype.keys` is `values`, and so on: the first name is as good as any.
  if (!nameOfBuiltIn.has(value)) nameOfBuiltIn.set(value, text)
}

/** The functions that `holder` has, which expressions under way may hold: `list.push(yield)`. */
function nameMethods(text: string, holder: object): void {
  for (const key of Object.getOwnPropertyNames(holder)) {
    const value: unknown = Object.getOwnPropertyDescriptor(holder, key)!.value
    if (typeof value === 'function' && !nameless.has(key)) name(`${text}.${key}`, value)
  }
}

for (const each of [...classes, ...others]) {
  const value: unknown = Reflect.get(globalThis, each)
  name(each, value)
  if (typeof value === 'function' || typeof value === 'object') nameMethods(each, value as object)
  if (typeof value === 'function' && value.prototype) nameMethods(`${each}.prototype`, value.prototype)
}
const classOfPrototype = new Map(
  classes.flatMap((name) => {
    const made = builtIns.get(name)
    return made === undefined ? [] : [[(made as { prototype: object }).prototype, made] as const]
  }),
)

/** The name of something: of a built-in, or of a property of a module. */
export type Name = readonly ['built-in', string] | readonly ['export', string, string]

/** The names that data may use. */
export class NameTable {
  private readonly modules: Readonly<Record<string, object>>
  private readonly names = new Map<unknown, Name>()

  constructor({ modules = {} }: Names) {
    this.modules = modules
    for (const [module, holder] of Object.entries(modules)) {
      for (const key of Object.keys(holder)) {
        const value: unknown = Reflect.get(holder, key)
        const isNameable = (typeof value === 'object' && value !== null) || typeof value === 'function'
        if (!isNameable && typeof value !== 'symbol') continue
        if (!this.names.has(value)) this.names.set(value, ['export', module, key])
      }
    }
  }

  nameOf(value: unknown): Name | undefined {
    const builtIn = nameOfBuiltIn.get(value as object)
    return builtIn === undefined ? this.names.get(value) : ['built-in', builtIn]
  }

  /** The name of the class that `prototype` belongs to. */
  nameOfClass(prototype: object): Name | undefined {
    const builtIn = classOfPrototype.get(prototype)
    if (builtIn !== undefined) return this.nameOf(builtIn)
    const constructor: unknown = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value
    return typeof constructor === 'function' && constructor.prototype === prototype
      ? this.names.get(constructor)
      : undefined
  }

  builtIn(name: string): object | undefined {
    return builtIns.get(name)
  }

  exported(module: string, key: string): unknown {
    if (!Object.hasOwn(this.modules, module)) throw unknownName('module', module)
    const holder = this.modules[module]!
    if (!Object.keys(holder).includes(key)) throw unknownName('property', `${module}.${key}`)
    return Reflect.get(holder, key)
  }
}
