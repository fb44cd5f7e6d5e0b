// What compiled files import from each other. A source may name another by its TypeScript ending, which no
// compiled file has.
//
// Law: the code keeps its length and its lines, so that its source map stays right.

import { parseSync, Visitor } from 'oxc-parser'
import { outputName } from './sources.ts'

interface Specifier {
  readonly type: string
  readonly value?: unknown
  readonly start: number
  readonly end: number
}

/**
 * The code with every relative import of a `.ts`, `.mts`, `.cts`, `.tsx` or `.jsx` file naming what that file
 * is compiled to.
 *
 * `withOutputNames("import './b.ts'", 'a.js')` is `"import './b.js'"`.
 */
export function withOutputNames(code: string, filename: string): string {
  if (!/\.(?:[cm]?ts|[jt]sx)['"]/.test(code)) return code
  let text = code
  const rename = (specifier: Specifier | null | undefined): void => {
    if (specifier?.type !== 'Literal' || typeof specifier.value !== 'string') return
    if (!/^\.\.?\//.test(specifier.value) || /\.d\.[cm]?ts$/.test(specifier.value)) return
    const { start, end } = specifier
    const written = code.slice(start, end)
    const quote = written.at(-1)!
    const renamed = outputName(written.slice(0, -1)) + quote
    text = text.slice(0, start) + renamed.padEnd(end - start) + text.slice(end)
  }
  new Visitor({
    ImportDeclaration: (node) => rename(node.source),
    ExportNamedDeclaration: (node) => rename(node.source),
    ExportAllDeclaration: (node) => rename(node.source),
    ImportExpression: (node) => rename(node.source as Specifier),
    CallExpression: (node) => {
      const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require'
      if (isRequire && node.arguments.length === 1) rename(node.arguments[0] as Specifier)
    },
  }).visit(parseSync(filename, code, { lang: 'js' }).program)
  return text
}
