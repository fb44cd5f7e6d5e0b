// Everything that looks into a suspended computation asks the same question, of what it consists, and is told
// in the same order: whoever compares, hashes or writes down differs only in what is done with the answer.
//
// Invariant: what is told can be read back, one word after the other: a kind says what follows, a count how much.

/** Is told of what a value consists. */
export interface Listener {
  /** What is no value of the program: a kind, a count, a name. */
  fact(fact: string | number | boolean): void
  /** A value of the program that is a part. */
  part(value: unknown): void
  /** A value that clones have in common, whatever it holds: what counts is that it is this very one. */
  common(value: unknown): void
  /** An iterator that only itself knows, and what it gave last; clones read it together. */
  foreign(iterator: object, place: object | null): void
  /** What an object inherits from. */
  prototype(prototype: object): void
  /** The description of a generator function, or the function that makes the closures of one place in the source. */
  code(code: object): void
  bytes(bytes: Uint8Array): void
}
