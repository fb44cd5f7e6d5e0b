// Which files are worth parsing: a cheap look that never misses a generator, so that the many modules
// without one cost no parser. It may say yes for a star in a comment or a product; the compiler then
// finds nothing to do and gives the module back.

// A generator is spelled `function*`, or with a star in front of a method's name: `*walk()`,
// `*[Symbol.iterator]()`, `static async *#pages()`, `private *'all'()`. What stands before a method's star ends
// a member or opens the body, and cannot end an operand of a product, except `}` and a line's end. A
// comment may stand between any two of these tokens, so one that touches the star counts too.
const GENERATOR =
  /\bfunction\s*\*|(?:^|[{};,]|\bstatic|\basync|\bp(?:ublic|rotected|rivate)|\boverride)\s*\*\s*[\w$#["'\\\u0080-\uffff]|\*\/\s*\*|\*\s*\/[*/]/mu

// A decorator may stand in front of the star, on its line or with arguments that end there: `@logged *walk()`.
const DECORATED = /@[^*\n]*\*\s*[\w$#["'\\\u0080-\uffff]|^\s*@[\w$(][^]*\)\s*\*\s*[\w$#["'\\\u0080-\uffff]/mu

/**
 * Whether a source may hold a generator function.
 *
 * Law: `false` only for sources without one.
 */
export function holdsGenerator(source: string): boolean {
  return GENERATOR.test(source) || DECORATED.test(source)
}
