// A grammar of English that reads, fills gaps and makes sentences up (SICP, section 4.3.2 and exercise 4.49).
// "The professor lectures to the student in the class with the cat" has five readings: who is where, and with
// whom? A word that is a question mark may be any that fits.
//
//     npx multishot run examples/grammar.ts

import { amb, choose, guard, type Nondeterminism } from 'multishot'

const dictionary = {
  article: ['the', 'a'],
  noun: ['student', 'professor', 'cat', 'class'],
  verb: ['studies', 'lectures', 'eats', 'sleeps'],
  preposition: ['for', 'to', 'in', 'by', 'with'],
}
const texts = ['the professor lectures to the student in the class with the cat', '? cat sleeps in the ?']

/** What is read, and how far. */
type Text = { readonly words: readonly string[]; at: number }
type Phrase = Generator<Nondeterminism, string>

export default function* sentence() {
  const text: Text = { words: (yield* choose(texts)).split(' '), at: 0 }
  const subject = yield* nounPhrase(text)
  const predicate = yield* verbPhrase(text)
  yield* guard(text.at === text.words.length, 'the sentence ends here')
  return `${subject} ${predicate}`
}

function* nounPhrase(text: Text): Phrase {
  const noun = `${yield* word(text, 'article')} ${yield* word(text, 'noun')}`
  return yield* withPlaces(text, noun)
}

function* verbPhrase(text: Text): Phrase {
  return yield* withPlaces(text, yield* word(text, 'verb'))
}

/** The phrase with none, one or several of the places that follow: `((the cat) in the class)`. */
function* withPlaces(text: Text, phrase: string): Phrase {
  let whole = phrase
  while (yield* amb(false, true)) {
    const preposition = yield* word(text, 'preposition')
    whole = `(${whole} ${preposition} ${yield* nounPhrase(text)})`
  }
  return whole
}

function* word(text: Text, kind: keyof typeof dictionary): Phrase {
  const found = text.words[text.at++]
  if (found === '?') return yield* choose(dictionary[kind])
  yield* guard(found !== undefined && dictionary[kind].includes(found), `there is a ${kind}`)
  return found!
}
