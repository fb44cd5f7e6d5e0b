// A regular expression, backwards: not whether a text matches, but which texts do. `|` is a choice between
// programs, `*` a choice between stopping and going on; what is matched has no more than so many characters.
// This one is a well-known curiosity: it matches the binary numbers that three divides.
//
//     npx multishot run examples/regex.ts

import { amb, choose, guard, type Nondeterminism } from 'multishot'

const pattern = '(0|1(01*0)*1)+'
const longest = 5 // characters

type Regex =
  | { readonly tag: 'character'; readonly character: string }
  | { readonly tag: 'sequence' | 'alternatives'; readonly parts: readonly Regex[] }
  | { readonly tag: 'repeated'; readonly part: Regex; readonly atLeast: 0 | 1; readonly atMost: number }

export default function* texts() {
  return yield* match(parse(pattern), longest)
}

/** A text that matches, of at most `room` characters. */
function* match(regex: Regex, room: number): Generator<Nondeterminism, string> {
  switch (regex.tag) {
    case 'character':
      yield* guard(room > 0, 'the text is short enough')
      return regex.character
    case 'alternatives':
      return yield* match(yield* choose(regex.parts), room)
    case 'sequence': {
      let text = ''
      for (const part of regex.parts) text += yield* match(part, room - text.length)
      return text
    }
    case 'repeated': {
      let text = ''
      for (let times = 0; times < regex.atMost; times++) {
        if (times >= regex.atLeast && (yield* amb(true, false))) break
        const more = yield* match(regex.part, room - text.length)
        yield* guard(more !== '', 'a repetition adds something')
        text += more
      }
      return text
    }
    default:
      return regex satisfies never
  }
}

function parse(source: string): Regex {
  const characters = [...source]
  const alternatives = (): Regex => {
    const parts = [sequence()]
    while (characters[0] === '|') {
      characters.shift()
      parts.push(sequence())
    }
    return { tag: 'alternatives', parts }
  }
  const sequence = (): Regex => {
    const parts: Regex[] = []
    while (characters.length > 0 && !/[|)]/.test(characters[0]!)) parts.push(repeated(atom()))
    return { tag: 'sequence', parts }
  }
  const repeated = (part: Regex): Regex => {
    if (!/[*+?]/.test(characters[0] ?? '')) return part
    const mark = characters.shift()
    return { tag: 'repeated', part, atLeast: mark === '+' ? 1 : 0, atMost: mark === '?' ? 1 : Infinity }
  }
  const atom = (): Regex => {
    const character = characters.shift()!
    if (character !== '(') return { tag: 'character', character }
    const inner = alternatives()
    characters.shift()
    return inner
  }
  return alternatives()
}
