// Writing a suspended generator down. What is told of it (src/runtime/anatomy.ts) becomes the words of its nodes.

import { AsyncCursor } from '../runtime/async-generator.ts'
import { structureOf } from '../runtime/anatomy.ts'
import { closureOf, isScope, UNINITIALISED } from '../runtime/closure.ts'
import { Code } from '../runtime/code.ts'
import { anyCursorOf, requireCursor } from '../runtime/cursors.ts'
import type { AnyIterator } from '../runtime/fork.ts'
import { makerOf } from '../runtime/function.ts'
import type { Listener } from '../runtime/listener.ts'
import { isMapped, ownerOf } from '../runtime/mapped.ts'
import { Position } from '../runtime/position.ts'
import { isPrimitive } from '../runtime/primitive.ts'
import { requireSuspended, whereIs } from '../runtime/refusal.ts'
import { moduleNameOf, siteOf } from '../runtime/registry.ts'
import { Hold } from '../runtime/resource.ts'
import { Standing } from '../runtime/standing.ts'
import { cannotWrite } from './errors.ts'
import { NameTable } from './names.ts'
import type { Codec, Names, Word, Written, WrittenCode } from './written.ts'

/**
 * A suspended generator as plain data, which JSON and structured clones keep: its frames and all that they hold.
 * Code is named, by the module, the function and a fingerprint of its source. Works for all that a clone copies, for
 * Immutable.js with `modules: { immutable }`, for instances of exported classes without private fields, and for
 * whatever a codec writes.
 *
 * Law: `deserialize(serialize(g))` gives what `g` would have given, in another process too. The generator is not
 * changed, and nothing is shared with it: what `this` and enclosing generator functions hold is written as well.
 *
 * ```ts
 * import { deserialize, serialize } from 'multishot/frames'
 *
 * function* count(step: number): Generator<number, void, void> {
 *   const seen = new Set<number>()
 *   for (let n = step; ; n += step) yield seen.add(n).size * n
 * }
 * const g = count(10)
 * g.next()
 * const text = JSON.stringify(serialize(g))
 * const again = deserialize(JSON.parse(text))
 * console.log(g.next().value, again.next().value) // → 40 40
 * ```
 *
 * @throws {MultishotError} MS1101, with the variable and its place, for what cannot be written: a function that no
 * compiled generator made and no module names, a native iterator, a promise, an instance with private fields. MS1001
 * or MS1002 for what is no compiled generator, MS1005 for one that awaits.
 * @throws {TypeError} for a generator that is running.
 */
export function serialize(generator: AnyIterator, names: Names = {}): Written {
  const cursor = requireCursor(generator, 'the generator to write down')
  requireSuspended(cursor, 'write down')
  const writer = new Writer(new NameTable(names), Object.entries(names.codecs ?? {}))
  try {
    writer.write(generator)
  } catch (error) {
    if (!(error instanceof Unwritable)) throw error
    const { path, place } = whereIs(error.value, cursor.stack)
    throw cannotWrite(error.value, error.why, path, place)
  }
  return { multishot: 'generator 1', codes: writer.codes, nodes: writer.nodes }
}

class Unwritable extends Error {
  readonly value: unknown
  readonly why: string
  constructor(value: unknown, why: string) {
    super()
    this.value = value
    this.why = why
  }
}

class Writer implements Listener {
  readonly codes: WrittenCode[] = []
  readonly nodes: Word[][] = []
  private readonly codeNumbers = new Map<object, number>()
  private readonly numbers = new Map<object, number>()
  /** What is still to be told of, by node. */
  private readonly pending: ((to: Listener) => void)[] = []
  /** The node that is being told of, and its object. */
  private words: Word[] = []
  private about: unknown

  constructor(
    private readonly names: NameTable,
    private readonly codecs: readonly (readonly [string, Codec])[],
  ) {}

  write(generator: AnyIterator): void {
    this.word(generator)
    const objects = this.numbers.keys()
    for (let number = 0; number < this.pending.length; number++) {
      this.words = this.nodes[number]!
      this.about = objects.next().value
      this.pending[number]!(this)
    }
  }

  fact(fact: string | number | boolean): void {
    this.words.push(fact)
  }

  part(value: unknown): void {
    const { words } = this
    words.push(this.word(value))
  }

  /** In another process there is nobody to have it in common with. */
  common(value: unknown): void {
    this.part(value)
  }

  foreign(): void {
    throw new Unwritable(this.about, 'which is under way in an iterator that is not compiled')
  }

  prototype(prototype: object): void {
    const name = this.names.nameOfClass(prototype)
    if (name === undefined) throw new Unwritable(this.about, 'whose class has no name that can be written')
    this.words.push(name)
  }

  code(code: object): void {
    let number = this.codeNumbers.get(code)
    if (number === undefined) {
      number = this.codes.length
      this.codes.push(this.nameOfCode(code))
      this.codeNumbers.set(code, number)
    }
    this.words.push(number)
  }

  bytes(bytes: Uint8Array): void {
    let text = ''
    for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096))
    this.words.push(btoa(text))
  }

  private nameOfCode(code: object): WrittenCode {
    if (code instanceof Code) return [moduleNameOf(code), code.label]
    const site = siteOf(code as never)
    if (site === undefined)
      throw new Unwritable(this.about, 'which needs variables of a function that is not compiled')
    return [site.module, site.label]
  }

  private word(value: unknown): Word {
    if (isPrimitive(value)) return this.primitive(value)
    const known = this.numbers.get(value as object)
    if (known !== undefined) return [known]
    const name = this.names.nameOf(value)
    if (name !== undefined) return name
    const number = this.nodes.length
    this.numbers.set(value as object, number)
    this.nodes.push([])
    this.pending.push(this.structureOf(value as object))
    return [number]
  }

  private primitive(value: unknown): Word {
    switch (typeof value) {
      case 'number':
        if (Object.is(value, -0)) return ['-0']
        return Number.isFinite(value) ? value : [String(value)]
      case 'undefined':
        return ['undefined']
      case 'bigint':
        return ['bigint', String(value)]
      case 'symbol':
        return this.symbol(value)
      default:
        return value as string | boolean | null
    }
  }

  private symbol(symbol: symbol): Word {
    if (symbol === UNINITIALISED) return ['uninitialised']
    const key = Symbol.keyFor(symbol)
    if (key !== undefined) return ['symbol for', key]
    const name = symbol.description ?? ''
    if (Reflect.get(Symbol, name.replace('Symbol.', '')) === symbol)
      return ['symbol', name.replace('Symbol.', '')]
    const exported = this.names.nameOf(symbol)
    if (exported === undefined) throw new Unwritable(symbol, 'which no other process could have')
    return exported
  }

  private structureOf(value: object): (to: Listener) => void {
    if (!isOwnState(value)) {
      const codec = this.codecs.find(([, { is }]) => is(value))
      if (codec !== undefined) {
        return (to) => {
          to.fact('codec')
          to.fact(codec[0])
          to.part(codec[1].write(value))
        }
      }
    }
    if (value instanceof Hold) throw new Unwritable(value, 'which is open, and only in this process')
    if (value instanceof Standing && !(value instanceof Position))
      throw new Unwritable(value, 'which is under way in a `for await`')
    if (isMapped(value) || ownerOf(value) !== undefined)
      throw new Unwritable(value, 'which sloppy code shares with its parameters')
    if (anyCursorOf(value) instanceof AsyncCursor) requireSuspended(anyCursorOf(value)!, 'write down')
    const structure = structureOf(value)
    if (structure === null) throw new Unwritable(value, reasonFor(value))
    return (to) => structure(value as never, to)
  }
}

function reasonFor(value: object): string {
  return typeof value === 'function'
    ? 'which no compiled generator made, and which has no name'
    : 'which cannot be looked into'
}

/** What is part of the frames, not of the data: no codec has a say in it. */
function isOwnState(value: object): boolean {
  if (typeof value === 'function') return closureOf(value) !== undefined || makerOf(value) !== undefined
  return isScope(value) || isMapped(value) || value instanceof Standing || anyCursorOf(value) !== undefined
}
