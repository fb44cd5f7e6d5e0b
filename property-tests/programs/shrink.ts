/**
 * Smaller trees. Law: every tree it gives has fewer phrases than the one given, or a plain literal in the place
 * of a larger leaf, so shrinking ends; whether it still parses is for the caller to ask.
 * Order: drop whole items first, then put a part in the place of its whole, then go inside.
 */
import { atom, sentence, type List, type Node, type Phrase } from './phrase.ts'

const one = atom('number')`1`
const nothing = sentence('empty')`;`

const without = (list: List, at: number, size: number): List => ({
  ...list,
  items: [...list.items.slice(0, at), ...list.items.slice(at + size)],
})

function* shrinkList(list: List): Generator<List> {
  for (let size = list.items.length; size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at + size <= list.items.length; at += size) yield without(list, at, size)
  }
  for (const [at, item] of list.items.entries()) {
    for (const smaller of shrinkPhrase(item)) {
      yield { ...list, items: [...list.items.slice(0, at), smaller, ...list.items.slice(at + 1)] }
    }
  }
}

/** The nearest phrases inside that could stand in the phrase's own place. */
function* sameSort(node: Node, sort: Phrase['sort']): Generator<Phrase> {
  const inside = node.kind === 'list' ? node.items : node.holes
  for (const child of inside) {
    if (child.kind === 'phrase' && child.sort === sort) yield child
    else yield* sameSort(child, sort)
  }
}

function* shrinkPhrase(phrase: Phrase): Generator<Phrase> {
  const plain = phrase.sort === 'expression' ? one : nothing
  if (phrase.sort !== 'part' && phrase.form !== 'number' && phrase.form !== 'empty') yield plain
  if (phrase.sort !== 'part') yield* sameSort(phrase, phrase.sort)
  for (const [at, hole] of phrase.holes.entries()) {
    for (const smaller of shrinkNode(hole)) {
      yield { ...phrase, holes: [...phrase.holes.slice(0, at), smaller, ...phrase.holes.slice(at + 1)] }
    }
  }
}

const shrinkNode = (node: Node): Generator<Node> =>
  node.kind === 'list' ? shrinkList(node) : shrinkPhrase(node)

/** Every tree that is one step smaller. */
export const shrinks = (program: List): Generator<List> => shrinkList(program)
