/**
 * The fast-check arbitrary of random programs. Law: every value that it gives, drawn or shrunk, is a script that
 * parses and defines `start`. Names of the pool that nothing in a program declares are bound to constants before
 * it, so that a program shrunk by a declaration still leaves no global behind.
 */
import fc from 'fast-check'
import type { ProgramOptions } from './forms.ts'
import type { List } from './phrase.ts'
import { print } from './print.ts'
import { programStatements } from './program.ts'
import { randomFrom } from './random.ts'
import { pool } from './scope.ts'
import { shrinks } from './shrink.ts'

/** A whole program. */
export interface Program {
  readonly tree: List
  readonly source: string
}

const shared = pool.map((name) => ({ name, uses: new RegExp(`(?<![\\w.'])${name}(?![\\w'])`) }))

const sourceOf = (tree: List): string => {
  const text = print(tree)
  const names = [...shared.filter(({ uses }) => uses.test(text)).map(({ name }) => name), 'r', 'x', 'y', 'n']
  const bound = names.map((name) => `${name} = '${name.toUpperCase()}'`).join(', ')
  const strict = /^'use strict';\n/.exec(text)?.[0] ?? ''
  return `${strict}const ${bound};\n${text.slice(strict.length).trimStart()}\n`
}

const parses = (source: string): boolean => {
  try {
    // oxlint-disable-next-line no-new-func -- the engine's own parser is the judge
    new Function(`${source}\nreturn start()`)
    return /^function start\b/m.test(source)
  } catch {
    return false
  }
}

const programOf = (tree: List): Program => ({ tree, source: sourceOf(tree) })

class ProgramArbitrary extends fc.Arbitrary<Program> {
  constructor(options: ProgramOptions) {
    super()
    this.options = options
  }

  private readonly options: ProgramOptions

  generate(source: fc.Random): fc.Value<Program> {
    return new fc.Value(readable(programOf(programStatements(randomFrom(source), this.options))), undefined)
  }

  canShrinkWithoutContext(value: unknown): value is Program {
    return typeof value === 'object' && value !== null && 'tree' in value
  }

  shrink(value: Program): fc.Stream<fc.Value<Program>> {
    const smaller = fc
      .stream(shrinks(value.tree))
      .map(programOf)
      .filter(({ source }) => parses(source))
    return smaller.map((program) => new fc.Value(readable(program), undefined))
  }
}

/** fast-check prints a failing program as its source. */
const readable = (program: Program): Program =>
  Object.defineProperty({ ...program }, fc.toStringMethod, {
    value: () => `\n${program.source}`,
    enumerable: false,
  })

/**
 * Random generator programs: scripts whose `start()` gives a generator.
 * The host of a program defines `log`, `more`, `tag` and `foreign` (see ../host.ts).
 *
 * @example fc.sample(programs({ weights: { tryFinally: 0 } }), 3)
 */
export const programs = (options: ProgramOptions = {}): fc.Arbitrary<Program> => new ProgramArbitrary(options)
