// The words of one node, read one after the other. Data may come from anywhere, so each word is looked at before
// it is believed.

import { damaged } from './errors.ts'
import type { Word } from './written.ts'

export class Words {
  private at = 0

  constructor(
    private readonly words: readonly unknown[],
    /** How the node is called in messages. */
    readonly name: string,
  ) {}

  next(): Word {
    if (this.at >= this.words.length) throw damaged(`${this.name} ends too early`)
    const word = this.words[this.at++]
    if (!isWord(word)) throw this.wrong('no word')
    return word
  }

  /** The word that was read last. */
  last(): unknown {
    return this.words[this.at - 1]
  }

  text(): string {
    const word = this.next()
    if (typeof word !== 'string') throw this.wrong('no text')
    return word
  }

  flag(): boolean {
    const word = this.next()
    if (typeof word !== 'boolean') throw this.wrong('neither true nor false')
    return word
  }

  /** An integer from `least` to `most`. */
  number(least = 0, most = Number.MAX_SAFE_INTEGER): number {
    const word = this.next()
    if (typeof word !== 'number' || !Number.isInteger(word) || word < least || word > most)
      throw this.wrong('no number that fits')
    return word
  }

  /** How many things of at least one word each follow. */
  count(): number {
    return this.number(0, this.words.length)
  }

  end(): void {
    if (this.at < this.words.length) throw damaged(`${this.name} has words too many`)
  }

  wrong(what: string): Error {
    return damaged(`word ${this.at - 1} of ${this.name} is ${what}`)
  }
}

function isWord(word: unknown): word is Word {
  if (Array.isArray(word))
    return word.length > 0 && word.every((part) => typeof part === 'string' || typeof part === 'number')
  return word === null || ['string', 'number', 'boolean'].includes(typeof word)
}
