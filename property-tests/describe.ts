/**
 * The text of a value by its structure: two values have one text exactly when a program could not tell them
 * apart without their identities. Cycles and aliases are numbered, so aliasing within a value is part of its text.
 * Not shown: the source of functions, the state of generators, messages of errors that the engine made (they name
 * the text of the failing expression, which a compiler may change).
 */

/** Values longer than this are cut; the length still shows. */
const longest = 200

/** Objects after this many are not opened. */
const widest = 300

const tagOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1)

/** Errors that programs throw themselves have messages that start with `u`. */
export const isOwnMessage = (message: unknown): message is string =>
  typeof message === 'string' && /^u-?\w+$/.test(message)

const primitive = (value: unknown): string => {
  if (typeof value === 'string') {
    return value.length > longest
      ? `${JSON.stringify(value.slice(0, longest))}..${value.length}`
      : JSON.stringify(value)
  }
  if (Object.is(value, -0)) return '-0'
  if (typeof value === 'bigint') return `${value}n`
  return String(value)
}

const error = (value: Error): string =>
  isOwnMessage(value.message) ? `${value.name}(${value.message})` : `${value.name}(..)`

const isIndex = (key: PropertyKey): boolean => typeof key === 'string' && /^\d+$/.test(key)

const boxes = new Set(['Number', 'String', 'Boolean'])

export const describe = (value: unknown): string => {
  const seen = new Map<object, number>()

  const member = (owner: object, key: PropertyKey): string => {
    const { get, set, value: held } = Object.getOwnPropertyDescriptor(owner, key) as PropertyDescriptor
    if (get !== undefined || set !== undefined) return `<${get ? 'get' : ''}${set ? 'set' : ''}>`
    return go(held)
  }

  const named = (owner: object, keys: readonly PropertyKey[]): readonly string[] =>
    keys.map((key) => `${String(key)}: ${member(owner, key)}`)

  const array = (value: readonly unknown[]): string => {
    const keys = Reflect.ownKeys(value).filter((key) => key !== 'length')
    const whole = keys.filter(isIndex)
    const items =
      value.length > longest
        ? named(value, whole.slice(0, longest))
        : Array.from({ length: value.length }, (_, index) =>
            Object.hasOwn(value, index) ? member(value, index) : '<hole>',
          )
    const extra = named(
      value,
      keys.filter((key) => !isIndex(key)),
    )
    return `[${[...items, ...extra].join(', ')}]${value.length > longest ? `..${value.length}` : ''}`
  }

  const object = (value: object): string => {
    const tag = tagOf(value)
    const prototype: unknown = Object.getPrototypeOf(value)
    if (tag === 'Generator' || tag === 'AsyncGenerator') return tag
    if (prototype === Object.prototype || prototype === null) {
      const frozen = Object.isFrozen(value) ? 'frozen ' : Object.isExtensible(value) ? '' : 'closed '
      return `${frozen}${prototype === null ? 'bare ' : ''}{ ${named(value, Reflect.ownKeys(value)).join(', ')} }`
    }
    return `${tag} { ${named(value, Reflect.ownKeys(value)).join(', ')} }`
  }

  const reference = (value: object): string => {
    if (value === globalThis) return 'globalThis'
    if (typeof value === 'function') return `function ${String(value.name)}/${String(value.length)}`
    const before = seen.get(value)
    if (before !== undefined) return `#${before}`
    const number = seen.size
    if (number > widest) return '..'
    seen.set(value, number)
    if (Array.isArray(value)) return array(value)
    if (value instanceof Error) return error(value)
    if (value instanceof Date) return `Date(${value.getTime()})`
    if (value instanceof Map) {
      return `Map(${[...value].map(([key, item]) => `${go(key)} => ${go(item)}`).join(', ')})`
    }
    if (value instanceof Set) return `Set(${[...value].map(go).join(', ')})`
    if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
      return `${tagOf(value)}(${[...(value as unknown as Iterable<number>)].map(primitive).join(', ')})`
    }
    if (boxes.has(tagOf(value))) return `boxed ${primitive(value.valueOf())}`
    return object(value)
  }

  const go = (value: unknown): string =>
    (typeof value === 'object' && value !== null) || typeof value === 'function'
      ? reference(value)
      : primitive(value)

  return go(value)
}
