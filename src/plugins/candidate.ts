// Which files are worth parsing: a cheap look that never misses a generator, so that the parser is not
// paid for the many modules that hold none. It may say yes for a star in a comment or a product; the
// compiler then finds nothing and gives the module back.

/** A path that names JavaScript or TypeScript. */
export function isSource(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path) && !/\.d\.[cm]?ts$/.test(path)
}

/**
 * A generator is spelled `function*`, or with a star before a method's name: `*walk()`, `*[Symbol.iterator]()`,
 * `async *#pages()`, `static *'all'()`. Comments may stand between the parts, hence the third form.
 */
const GENERATOR = /\bfunction\s*\*|(?:^|[{};,]|\bstatic|\basync)\s*\*\s*[\w$#["'\\\u0080-\uffff]|\*\//mu

/** Whether a source may hold a generator function. Law: false only when it holds none. */
export function holdsGenerator(source: string): boolean {
  return GENERATOR.test(source)
}
