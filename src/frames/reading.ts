// One reading of written data: which objects have been made of its nodes, and which are still to be filled.

import { UNINITIALISED } from '../runtime/closure.ts'
import type { Position } from '../runtime/position.ts'
import type { CodeTable } from './codes.ts'
import { damaged, unknownName } from './errors.ts'
import type { NameTable } from './names.ts'
import { Words } from './words.ts'
import type { Codec } from './written.ts'

/** Fills an object with the rest of its words. */
export type Fill = () => void

/** How nodes of one kind are read: the object, and what is left to do when all objects may be referred to. */
export type ReadKind = (words: Words, reading: Reading) => { readonly made: object; readonly fill?: Fill }

const MAKING: unique symbol = Symbol('making')

export class Reading {
  private readonly made: (object | typeof MAKING | undefined)[] = []
  private readonly fills: (Fill | undefined)[] = []
  /** Nodes that have been made and not filled. */
  private unfilled: number[] = []
  /** Nodes of which all that can be reached is there. */
  private readonly whole = new Set<number>()
  /** Iterations that can be found again only when all collections are complete. */
  readonly unsettled: Position[] = []

  constructor(
    private readonly nodes: readonly (readonly unknown[])[],
    readonly codes: CodeTable,
    readonly names: NameTable,
    readonly codecs: Readonly<Record<string, Codec>>,
    private readonly readerOf: (kind: string) => ReadKind | undefined,
  ) {}

  /** The object of the first node, complete. */
  read(): object {
    const root = this.object(0)
    for (let number = this.unfilled.pop(); number !== undefined; number = this.unfilled.pop())
      this.fill(number)
    for (const position of this.unsettled) position.settle()
    return root
  }

  /** The value of a word. */
  value(words: Words): unknown {
    const word = words.next()
    if (!Array.isArray(word)) return word
    if (typeof word[0] === 'number') return this.object(word[0])
    const value = this.special(word)
    if (value === NONE) throw words.wrong('of no kind that is known')
    return value
  }

  /** A class that is named, or a prototype by the name of its class. */
  prototype(words: Words): object {
    const named = this.named(words.next() as readonly (string | number)[])
    if (typeof named !== 'function') throw words.wrong('no class')
    return named.prototype as object
  }

  /** The value of a word and all that it reaches, filled: for code of the user that may look into it. */
  wholeValue(words: Words): unknown {
    const value = this.value(words)
    const reached = new Set<number>()
    this.reach(words.last(), reached)
    for (const number of reached) {
      for (const word of this.nodes[number]!) this.reach(word, reached)
      this.object(number)
    }
    for (const number of reached) this.fill(number)
    for (const number of reached) this.whole.add(number)
    return value
  }

  private reach(word: unknown, into: Set<number>): void {
    if (!Array.isArray(word) || typeof word[0] !== 'number' || this.whole.has(word[0])) return
    if (this.nodes[word[0]] !== undefined) into.add(word[0])
  }

  private fill(number: number): void {
    const fill = this.fills[number]
    this.fills[number] = undefined
    fill?.()
  }

  private object(number: number): object {
    const known = this.made[number]
    if (known === MAKING) throw damaged(`node ${number} is made of itself`)
    if (known !== undefined) return known
    const node = this.nodes[number]
    if (node === undefined) throw damaged(`there is no node ${number}`)
    this.made[number] = MAKING
    const words = new Words(node, `node ${number}`)
    const kind = words.text()
    const read = this.readerOf(kind)
    if (read === undefined) throw words.wrong('no kind that is known')
    const { made, fill } = read(words, this)
    this.made[number] = made
    this.unfilled.push(number)
    this.fills[number] = () => {
      fill?.()
      words.end()
    }
    return made
  }

  private special(word: readonly (string | number)[]): unknown {
    const [tag, text] = word as readonly [string, string?]
    switch (tag) {
      case 'undefined':
        return undefined
      case '-0':
        return -0
      case 'NaN':
      case 'Infinity':
      case '-Infinity':
        return Number(tag)
      case 'uninitialised':
        return UNINITIALISED
      case 'bigint':
        return typeof text === 'string' && /^-?\d+$/.test(text) ? BigInt(text) : NONE
      case 'symbol for':
        return Symbol.for(String(text))
      case 'symbol': {
        const symbol: unknown = Object.hasOwn(Symbol, String(text)) ? Reflect.get(Symbol, String(text)) : NONE
        return typeof symbol === 'symbol' ? symbol : NONE
      }
      default:
        return this.named(word)
    }
  }

  private named(word: readonly (string | number)[]): unknown {
    const [tag, first, second] = word
    if (tag === 'built-in') {
      const value = this.names.builtIn(String(first))
      if (value === undefined) throw unknownName('property', String(first))
      return value
    }
    return tag === 'export' ? this.names.exported(String(first), String(second)) : NONE
  }
}

const NONE: unique symbol = Symbol('none')
