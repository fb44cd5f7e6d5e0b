// Programs of a given type: by the Curry-Howard correspondence, proofs of a theorem. A function is built by
// naming its argument; any other value by calling something that gives one, with arguments found likewise.
// Peirce's law has no proof here: it is true of logic, but no program has its type.
//
//     npx multishot run examples/type-inhabitation.ts

import { choose, guard, type Nondeterminism } from 'multishot'

/** A type variable, or a function from the first type to the second. */
type Type = string | readonly [Type, Type]
type Variable = { readonly name: string; readonly type: Type }

/** The function of several arguments, one after the other. */
const to = (...types: readonly Type[]): Type => types.reduceRight((result, argument) => [argument, result])

const goals: Readonly<Record<string, Type>> = {
  identity: to('a', 'a'),
  constant: to('a', 'b', 'a'),
  compose: to(to('b', 'c'), to('a', 'b'), to('a', 'c')),
  swap: to(to('a', 'b', 'c'), to('b', 'a', 'c')),
  share: to(to('a', 'b', 'c'), to('a', 'b'), to('a', 'c')),
  'choice of two': to('a', 'a', 'a'),
  numerals: to(to('a', 'a'), to('a', 'a')),
  'double negation of Peirce': to(to(to(to(to('a', 'b'), 'a'), 'a'), 'b'), 'b'),
  Peirce: to(to(to('a', 'b'), 'a'), 'a'),
}

export default function* inhabitation() {
  const name = yield* choose(Object.keys(goals))
  return `${name}: ${yield* inhabit(goals[name]!, [], 4)}`
}

/** A term of the type in which calls are nested at most `depth` deep. */
function* inhabit(goal: Type, known: readonly Variable[], depth: number): Generator<Nondeterminism, string> {
  if (typeof goal !== 'string') {
    const name = 'xyzuvw'[known.length]!
    return `${name} => ${yield* inhabit(goal[1], [...known, { name, type: goal[0] }], depth)}`
  }
  yield* guard(depth > 0, 'calls are not nested too deep')
  const { name, type } = yield* choose(known)
  yield* guard(resultOf(type) === goal, 'a call gives what is wanted')
  let term = name
  for (let rest = type; typeof rest !== 'string'; rest = rest[1])
    term += `(${yield* inhabit(rest[0], known, depth - 1)})`
  return term
}

/** What a function gives when it has all its arguments. */
function resultOf(type: Type): string {
  return typeof type === 'string' ? type : resultOf(type[1])
}
