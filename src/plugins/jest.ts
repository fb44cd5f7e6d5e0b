// Jest: compiles the generator functions of the modules that Jest runs, as modules (Jest's own option for
// that is `node --experimental-vm-modules`) or as CommonJS, in whichever they are written.
//
// Jest has one transformer for a file, so types are stripped from every file that this one takes, with a
// generator or without; a file that is excluded here is for another transformer.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { compileAs, selection, type Options } from './bundled-module.ts'
import { refuse } from './errors.ts'
import { mapBeside } from './input-map.ts'
import { formatOf } from './package.ts'

export type { Options }

/** What Jest says about a file: its options are those of the transformer in Jest's configuration. */
interface TransformOptions {
  readonly transformerConfig?: Options
  readonly supportsStaticESM?: boolean
}

interface Transformed {
  readonly code: string
  readonly map?: string
}

/** The part of a Jest transformer that is ours. */
export interface JestTransformer {
  process(source: string, path: string, options: TransformOptions): Transformed
  getCacheKey(source: string, path: string, options: TransformOptions): string
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string
}

/**
 * The transformer.
 *
 * @example
 * ```ts no-run
 * // jest.config.js, for `node --experimental-vm-modules node_modules/jest/bin/jest.js`
 * export default {
 *   extensionsToTreatAsEsm: ['.ts'],
 *   transform: { '\\.[cm]?[jt]sx?$': ['multishot/jest', { dependencies: ['immutable'] }] },
 *   transformIgnorePatterns: ['/node_modules/(?!immutable/)'],
 * }
 * ```
 */
const transformer: JestTransformer = {
  process(source, path, { transformerConfig = {}, supportsStaticESM = false }) {
    if (!selection(transformerConfig)(path)) return { code: source }
    const sourceType = supportsStaticESM ? 'module' : formatOf(path, source)
    const { comments = false } = transformerConfig
    const { code, map, diagnostics } = compileAs(sourceType, source, path, comments, mapBeside(source, path))
    refuse(diagnostics, (text) => process.stderr.write(text))
    return map === null ? { code } : { code, map: JSON.stringify(map) }
  },
  getCacheKey(source, path, { transformerConfig = {}, supportsStaticESM = false }) {
    const { include, exclude, dependencies, comments } = transformerConfig
    const given = [
      version,
      path,
      source,
      String([include]),
      String([exclude]),
      dependencies,
      comments,
      supportsStaticESM,
    ]
    return createHash('sha256').update(JSON.stringify(given)).digest('hex')
  },
}

export default transformer
