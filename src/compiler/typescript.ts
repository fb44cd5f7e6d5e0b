// TypeScript and JSX become JavaScript before the compiler reads them, with a map back to what the user
// wrote.

import { transformSync } from 'oxc-transform'
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import { onceOutsideOfModules, syntaxError } from './diagnostics.ts'
import type { Finding } from './diagnostics.ts'
import { lostDecorators } from './lost-decorators.ts'
import { mentionsOfOtherParts } from './namespaces.ts'
import type { Position } from './position.ts'
import type { SourceMapV3 } from './source-map.ts'

export type Language = 'js' | 'jsx' | 'ts' | 'tsx'

export interface Stripped {
  readonly code: string
  readonly map: SourceMapV3 | null
  readonly errors: readonly Finding[]
  /** From a position of `code` to the user's. */
  readonly original: (position: Position) => Position
}

export function languageOf(filename: string): Language {
  const ending = /\.[cm]?([jt]sx?)(\?.*)?$/.exec(filename)?.[1]
  return (ending as Language | undefined) ?? 'js'
}

export function stripTypes(
  source: string,
  filename: string,
  lang: Language,
  sourceType: 'module' | 'script' | 'commonjs',
): Stripped {
  if (lang === 'js') return { code: source, map: null, errors: [], original: (position) => position }
  const result = transformSync(filename.replace(/\?.*$/, ''), source, {
    lang,
    sourceType,
    sourcemap: true,
    target: 'esnext',
    typescript: { rewriteImportExtensions: false },
  })
  // Positions are in bytes here, where the parser's are in characters.
  const bytes = new TextEncoder().encode(source)
  const offset = (at: number): number => new TextDecoder().decode(bytes.subarray(0, at)).length
  const errors = onceOutsideOfModules(
    result.errors.map((error) =>
      syntaxError(error.message, error.helpMessage, offset(error.labels[0]?.start ?? 0)),
    ),
  )
  if (errors.length === 0 && (lang === 'ts' || lang === 'tsx'))
    errors.push(...mentionsOfOtherParts(source, lang), ...lostDecorators(source, lang))
  const map = (result.map ?? null) as SourceMapV3 | null
  const trace = map === null ? null : new TraceMap(map as never)
  return {
    code: result.code,
    map,
    errors,
    original(position) {
      if (trace === null) return position
      const { line, column } = originalPositionFor(trace, position)
      return line === null ? position : { line, column }
    },
  }
}
