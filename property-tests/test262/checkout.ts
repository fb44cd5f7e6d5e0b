/**
 * The tests of a checkout of Test262, each once for every strictness that its flags leave it
 * (INTERPRETING.md of Test262, "Strict Mode"). The order is that of the paths, so that runs can be compared.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { holdsGenerator } from '../../src/compiler/candidate.ts'
import { frontmatterOf, withoutFrontmatter, type Frontmatter } from './frontmatter.ts'

export interface Test extends Frontmatter {
  /** Below `test/`. */
  readonly path: string
  readonly file: string
  readonly source: string
}

/** One test under one strictness: what a verdict is given for. */
export interface Scenario {
  readonly test: Test
  readonly strict: boolean
}

/** Every test here is run. */
const ours = [
  'built-ins/GeneratorPrototype',
  'built-ins/GeneratorFunction',
  'built-ins/AsyncGeneratorPrototype',
  'language/statements/generators',
  'language/statements/async-generator',
  'language/expressions/generators',
  'language/expressions/async-generator',
  'language/expressions/yield',
]

/** Here, the tests that hold a generator. */
const shared = [
  'language/expressions/object/method-definition',
  'language/expressions/class',
  'language/statements/class',
  'language/statements/for-of',
  'language/statements/try',
  'language/statements/for-await-of',
]

/** Ordinary code, which `bodies` moves into a generator. */
const ordinary = ['language/expressions', 'language/statements']

export const generatorTests = (checkout: string, filter: string): readonly Test[] => [
  ...testsBelow(checkout, ours, filter),
  ...testsBelow(checkout, shared, filter).filter(({ source }) => holdsGenerator(withoutFrontmatter(source))),
]

/** Tests that `bodies` can move: scripts that end by themselves and have no grammar of their own. */
export const ordinaryTests = (checkout: string, filter: string): readonly Test[] =>
  testsBelow(checkout, ordinary, filter).filter(
    ({ flags, negative }) =>
      negative === null && !['module', 'raw', 'async'].some((flag) => flags.includes(flag)),
  )

export const scenariosOf = (test: Test): readonly Scenario[] => {
  const has = (flag: string): boolean => test.flags.includes(flag)
  if (has('module') || has('raw') || has('noStrict')) return [{ test, strict: false }]
  return has('onlyStrict') ? [{ test, strict: true }] : [false, true].map((strict) => ({ test, strict }))
}

export const nameOf = ({ test, strict }: Scenario): string => `${test.path} (${strict ? 'strict' : 'sloppy'})`

const testsBelow = (checkout: string, folders: readonly string[], filter: string): readonly Test[] =>
  folders.flatMap((folder) =>
    readdirSync(join(checkout, 'test', folder), { recursive: true })
      .map((name) => `${folder}/${String(name)}`)
      .filter((path) => path.endsWith('.js') && !path.includes('_FIXTURE') && path.includes(filter))
      .toSorted()
      .map((path) => testAt(join(checkout, 'test', path), path)),
  )

const testAt = (file: string, path: string): Test => {
  const source = readFileSync(file, 'utf8')
  return { path, file, source, ...frontmatterOf(source) }
}
