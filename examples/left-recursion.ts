// Arithmetic by a grammar as it is written: an expression is an expression, a minus sign and a term. That makes
// 8-4-2 mean (8-4)-2, and the functions call themselves before they have read anything. Tabled, they end.
//
//     npx multishot run examples/left-recursion.ts

import { choose, either, guard, tabled, type Nondeterminism } from 'multishot'

const calculations: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
}
const texts = ['8-4-2', '2*(3+4)*5-6/2', '1+2+', '12/3/2']

/** What has been read, and where it ends. */
type Part = { readonly value: number; readonly tree: string; readonly end: number }
type Parsing = Generator<Nondeterminism, Part, any>

export default function* calculate() {
  const text = yield* choose(texts)
  const { value, tree, end } = yield* expression(text, 0)
  yield* guard(end === text.length, 'the text ends here')
  return `${text} is ${tree} = ${value}`
}

/** expression = expression ("+" | "-") term | term */
const expression = tabled(function* (text: string, start: number): Parsing {
  return yield* either(
    function* () {
      return yield* term(text, start)
    },
    function* () {
      return yield* operation(text, yield* expression(text, start), '+-', term)
    },
  )
})

/** term = term ("*" | "/") factor | factor */
const term = tabled(function* (text: string, start: number): Parsing {
  return yield* either(
    () => factor(text, start),
    function* () {
      return yield* operation(text, yield* term(text, start), '*/', factor)
    },
  )
})

/** What stands to the right of `left`: one of the operators and an operand. */
function* operation(
  text: string,
  left: Part,
  operators: string,
  operand: (text: string, start: number) => Iterable<Nondeterminism>,
): Parsing {
  const operator = text[left.end] ?? ''
  yield* guard(operator !== '' && operators.includes(operator))
  const right: Part = yield* operand(text, left.end + 1) as Parsing
  return {
    value: calculations[operator]!(left.value, right.value),
    tree: `(${left.tree}${operator}${right.tree})`,
    end: right.end,
  }
}

/** factor = "(" expression ")" | number */
function* factor(text: string, start: number): Parsing {
  if (text[start] === '(') {
    const inner: Part = yield* expression(text, start + 1)
    yield* guard(text[inner.end] === ')')
    return { ...inner, end: inner.end + 1 }
  }
  const [digits = ''] = /^\d*/.exec(text.slice(start))!
  yield* guard(digits !== '')
  return { value: Number(digits), tree: digits, end: start + digits.length }
}
