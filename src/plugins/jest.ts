// Jest: compiles the generator functions of the modules that Jest runs, and hands what it has compiled to the
// transformer that Jest has itself (babel-jest.ts).
//
// Jest runs a file as a module (with `node --experimental-vm-modules`) or as CommonJS, whatever it is written in. It
// has one transformer for a file, so types are stripped from every file that this one compiles, with a generator or
// without.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { babelJest, type JestOptions, type Task } from './babel-jest.ts'
import { compileAs } from './bundled-module.ts'
import { selection, type Options } from './options.ts'
import { metaInCommonJs, moduleInCommonJs, refuseInJest } from './errors.ts'
import { inline } from './inline-map.ts'
import { mapBeside } from './input-map.ts'
import { isOwnFile } from './own-package.ts'
import { bundledFormatOf, moduleSyntaxIn } from './package.ts'
import { isSource } from './source-file.ts'

export type { Options }

/** What Jest says about a file: its options are those of the transformer in Jest's configuration. */
interface TransformOptions extends JestOptions {
  readonly transformerConfig?: Options
}

interface Transformed {
  readonly code: string
  readonly map?: unknown
}

/** The part of a Jest transformer that is ours. */
export interface JestTransformer {
  /** Coverage is counted in what is handed over, and told of the source. */
  readonly canInstrument: true
  process(source: string, path: string, options: TransformOptions): Transformed
  getCacheKey(source: string, path: string, options: TransformOptions): string
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string
}

/**
 * The transformer. What it has compiled, and files that it does not compile, go through Jest's own `babel-jest`, with
 * the Babel configuration of the project, if there is one.
 *
 * A file in which `import` and `export` are written is made CommonJS where Jest requires it. That needs Babel's
 * `@babel/plugin-transform-modules-commonjs`, and is refused with its name where nobody has installed it.
 *
 * @example
 * ```ts no-run
 * // jest.config.js
 * module.exports = {
 *   transform: { '\\.[cm]?[jt]sx?$': ['multishot/jest', { dependencies: ['immutable'] }] },
 *   transformIgnorePatterns: ['/node_modules/(?!immutable/)'],
 * }
 * ```
 */
const transformer: JestTransformer = {
  canInstrument: true,
  process(source, path, options) {
    if (!isSource(path) || isOwnFile(path)) return { code: source }
    const { transformerConfig = {}, config } = options
    const task = taskOf(source, path, options)
    const given = selection(transformerConfig)(path)
      ? compiled(source, path, task, transformerConfig)
      : source
    const transformed = babelJest(task, config.rootDir).process(given, path, options)
    if (task === 'module to CommonJS') refuseWhatIsLeft(transformed.code, source, path)
    return transformed
  },
  getCacheKey(source, path, options) {
    const { transformerConfig = {}, config } = options
    const { include, exclude, dependencies, comments } = transformerConfig
    const task = isSource(path) ? taskOf(source, path, options) : 'CommonJS'
    const given = [
      version,
      path,
      source,
      String([include]),
      String([exclude]),
      dependencies,
      comments,
      task,
      babelJest(task, config.rootDir).getCacheKey(source, path, options),
    ]
    return createHash('sha256').update(JSON.stringify(given)).digest('hex')
  },
}

export default transformer

function taskOf(source: string, path: string, { supportsStaticESM = false }: TransformOptions): Task {
  if (supportsStaticESM) return 'module'
  return bundledFormatOf(path, source) === 'module' ? 'module to CommonJS' : 'CommonJS'
}

/** The compiled code, with its source map where Babel looks for one. */
function compiled(source: string, path: string, task: Task, { comments = false }: Options): string {
  const sourceType = task === 'CommonJS' ? 'commonjs' : 'module'
  const { code, map, diagnostics } = compileAs(sourceType, source, path, comments, mapBeside(source, path))
  refuseInJest(diagnostics, (text) => process.stderr.write(text))
  return map === null ? code : `${code}\n${inline(map)}`
}

/** A module that is one still cannot be required. */
function refuseWhatIsLeft(code: string, source: string, path: string): void {
  const left = moduleSyntaxIn(code, 'file.js')
  const written = moduleSyntaxIn(source, path)
  const ignore = (): void => {}
  if (left.statements.length > 0)
    refuseInJest([moduleInCommonJs(source, path, written.statements[0] ?? 0)], ignore)
  if (left.metas.length > 0) refuseInJest([metaInCommonJs(source, path, written.metas[0] ?? 0)], ignore)
}
