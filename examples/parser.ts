// Parser combinators in the manner of Parsec, for a grammar that is ambiguous: who has the telescope,
// and is it in the park? A parser is a generator function that reads from a cursor; where several
// readings are possible it takes all of them, each in its own branch with its own cursor.
//
//     npx multishot run examples/parser.ts

import { amb, choose, guard, type Nondeterminism, type Program } from 'multishot'

type Cursor = { readonly words: readonly string[]; at: number }
type Parser<A> = (cursor: Cursor) => ReturnType<Program<A, Nondeterminism>>

/** Reads one of the given words. */
const word = (...known: readonly string[]): Parser<string> =>
  function* (cursor) {
    const next = cursor.words[cursor.at++]
    yield* guard(next !== undefined && known.includes(next))
    return next!
  }

/** What any of the parsers reads. */
const oneOf = <A>(...parsers: readonly Parser<A>[]): Parser<A> =>
  function* (cursor) {
    const parser = yield* choose(parsers)
    return yield* parser(cursor)
  }

/** What the parser reads when it is used as often as possible, and once less, down to not at all. */
const many = <A>(parser: Parser<A>): Parser<A[]> =>
  function* (cursor) {
    const found: A[] = []
    while (yield* amb(true, false)) found.push(yield* parser(cursor))
    return found
  }

const preposition = word('in', 'on', 'with')

const simpleNoun: Parser<string> = function* (cursor) {
  const article = yield* word('a', 'the')(cursor)
  return `${article} ${yield* word('man', 'park', 'telescope')(cursor)}`
}

/** The noun phrase with the places that belong to it: `(the man (in the park))`. */
const nounPhrase: Parser<string> = function* (cursor) {
  const noun = yield* oneOf(word('I'), simpleNoun)(cursor)
  return group(noun, yield* many(place)(cursor))
}

const place: Parser<string> = function* (cursor) {
  return `(${yield* preposition(cursor)} ${yield* nounPhrase(cursor)})`
}

/** The verb, its object, and the places where or the tools with which it is done. */
const verbPhrase: Parser<string> = function* (cursor) {
  const seen = `${yield* word('saw')(cursor)} ${yield* nounPhrase(cursor)}`
  return group(seen, yield* many(place)(cursor))
}

const group = (head: string, places: readonly string[]) =>
  places.length === 0 ? head : `(${[head, ...places].join(' ')})`

export default function* sentence() {
  const cursor = { words: 'I saw the man in the park with a telescope'.split(' '), at: 0 }
  const subject = yield* nounPhrase(cursor)
  const rest = yield* verbPhrase(cursor)
  yield* guard(cursor.at === cursor.words.length)
  return `${subject} ${rest}`
}
