/**
 * The tests that say what compiled generators do otherwise, by decision. They are listed in the results with the
 * reason, and are no failures.
 */

/** The decision is in `src/runtime/generator.ts`, at `GeneratorPrototype`. */
const chain =
  'The `prototype` of a compiled generator function has one object more in its chain: the one with the methods ' +
  'that take compiled generators.'

/** Only where the original is dropped, and only if the test asks whether it is the very error. */
const pending =
  'An error that waits for the end of a `finally` is held by the stack, so a clone has a copy of it.'

/** In `bodies`: the keys of these classes are functions, turned into strings. */
const text =
  'The text of a function in a generator is that of the compiled code, which is set out in its own way.'

const named: ReadonlyMap<string, string> = new Map([
  ['built-ins/GeneratorFunction/prototype/prototype.js', chain],
  ['language/expressions/object/method-definition/generator-prototype-prop.js', chain],
  ['built-ins/AsyncGeneratorPrototype/throw/throw-suspendedYield-try-finally.js', pending],
])

/** Why a test differs, if it does by decision. */
export const differenceOf = (path: string): string | undefined =>
  /computed-property-name-from-(?:async-arrow-|arrow-)?function-expression\.js$/.test(path)
    ? text
    : named.get(path)
