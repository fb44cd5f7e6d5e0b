// What both compilers are given: the examples, the programs of the other benchmark, packages that others wrote
// with generators, and two programs whose variables all stay live, the worst case for frames.

import { readdirSync, readFileSync } from 'node:fs'
import { transformSync } from 'oxc-transform'

export interface Input {
  readonly name: string
  readonly code: string
  readonly sourceType: 'module' | 'script'
}

/** Files of development dependencies that consist mostly of generators, or hold many. */
const packages = [
  '@babel/core/lib/config/full.js',
  '@babel/core/lib/config/caching.js',
  '@babel/core/lib/config/files/configuration.js',
  '@sinclair/typebox/build/esm/errors/errors.mjs',
  '@sinclair/typebox/build/esm/compiler/compiler.mjs',
  'fast-check/lib/fast-check.js',
]

export const inputs = (): readonly Input[] => [
  ...['examples', 'bench/programs'].flatMap(programsIn),
  ...packages.map((name) => input(name, readFileSync(`node_modules/${name}`, 'utf8'))),
  ...[20, 200].map((count) => input(`${count} answers that stay live`, collecting(count))),
]

const programsIn = (folder: string): readonly Input[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => {
      const path = `${folder}/${file}`
      return input(path, transformSync(path, readFileSync(path, 'utf8')).code)
    })

const input = (name: string, code: string): Input => ({
  name,
  code,
  sourceType: /^(?:import|export) /m.test(code) ? 'module' : 'script',
})

const collecting = (count: number): string => {
  const names = Array.from({ length: count }, (_, i) => `answer${i}`)
  const questions = names.map((name) => `  const ${name} = yield\n`)
  return `export function* collect() {\n${questions.join('')}  return [${names.join(', ')}]\n}\n`
}
