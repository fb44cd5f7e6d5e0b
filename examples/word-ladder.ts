// Lewis Carroll's game (1879): one word becomes another by changing a letter at a time, and every word on the way is
// English. The program changes letters for ever; `merge` goes on from each word once, and `breadthFirst` finds a
// shortest ladder. `words.txt` has a thousand words of four letters.
//
//     npx multishot run examples/word-ladder.ts

import { readFileSync } from 'node:fs'
import { breadthFirst, choose, immutable, solve } from 'multishot'

/** The way so far. It says that it equals every other one, so the ways to a word do not keep it apart. */
class Route {
  static readonly [immutable] = true
  constructor(readonly words: readonly string[] = []) {}
  add = (word: string) => new Route([...this.words, word])
  equals = (other: unknown) => other instanceof Route
  hashCode = () => 0
}

const words = readFileSync(new URL('words.txt', import.meta.url), 'utf8')
  .trim()
  .split(/\s+/)

const differences = (one: string, other: string): number =>
  Array.from(one).filter((letter, at) => letter !== other[at]).length

export function* ladder(from: string, to: string) {
  let route = new Route([from])
  let word = from
  while (word !== to) {
    word = yield* choose(words.filter((next) => differences(word, next) === 1))
    route = route.add(word)
  }
  return route.words
}

export default function* wordLadder() {
  const [from, to] = yield* choose([
    ['head', 'tail'],
    ['four', 'five'],
    ['poor', 'rich'],
    ['lead', 'gold'],
  ] as const)
  const stream = solve(() => ladder(from, to), { strategy: breadthFirst, merge: true })
  return (yield* choose(stream.take(1))).join(' ')
}
