// The output: the user's text as it was, with the generators replaced. Text that is kept maps to itself
// token by token; printed code maps through the positions that its nodes carry.

import { addMapping, GenMapping, setSourceContent, toEncodedMap } from '@jridgewell/gen-mapping'
import { print } from 'esrap'
import { language } from './layout.ts'
import { sourceComments } from './source-comments.ts'
import { forEachChild } from './syntax.ts'
import type { Node } from './syntax.ts'
import type { SourceMapV3 } from './source-map.ts'
import type { Unit } from './unit.ts'

/** Replaces the text from `start` to `end` with printed nodes. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly nodes: readonly Node[]
  /** Text around the printed code: a line break, a semicolon. */
  readonly before?: string
  readonly after?: string
}

/** Applies `edits`, which do not overlap, and gives the code with its map. */
export function splice(
  unit: Unit,
  edits: readonly Edit[],
  /** The user's lines, to be printed as comments. */
  lines: readonly string[] | null,
): { code: string; map: SourceMapV3 } {
  const output = new Output(unit, lines)
  const ordered = edits.toSorted((x, y) => x.start - y.start || x.end - y.end)
  let at = 0
  for (const edit of ordered) {
    if (edit.start < at) throw new Error('invariant: edits do not overlap')
    output.keep(at, edit.start)
    output.write(edit.before ?? '')
    edit.nodes.forEach((node, i) => {
      if (i > 0) output.write('\n')
      output.print(node)
    })
    output.write(edit.after ?? '')
    at = edit.end
  }
  output.keep(at, unit.source.length)
  return output.finish()
}

const none: ReadonlyMap<Node, string> = new Map()

class Output {
  private code = ''
  private line = 1
  private column = 0
  private readonly map: GenMapping

  constructor(
    private readonly unit: Unit,
    private readonly lines: readonly string[] | null,
  ) {
    this.map = new GenMapping({ file: unit.filename })
    setSourceContent(this.map, unit.filename, unit.source)
  }

  write(text: string): void {
    this.code += text
    const last = text.lastIndexOf('\n')
    if (last < 0) this.column += text.length
    else {
      for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.line++
      this.column = text.length - last - 1
    }
  }

  /** Copies the user's text, each token mapped to where it stood. */
  keep(start: number, end: number): void {
    const text = this.unit.source.slice(start, end)
    let done = 0
    for (const token of text.matchAll(/[\w$]+|[^\s\w$]/g)) {
      this.write(text.slice(done, token.index))
      done = token.index
      this.mark(this.unit.position(start + done))
    }
    this.write(text.slice(done))
  }

  print(node: Node): void {
    locate(this.unit, node)
    addBrackets(node)
    const comments = this.lines === null ? none : sourceComments(this.unit, this.lines, node)
    const printed = language({
      getLeadingComments: (each) => {
        const value = comments.get(each as unknown as Node)
        return value === undefined ? undefined : [{ type: 'Line', value }]
      },
    })
    const { code, map } = print(node as never, printed as never, { sourceMapEncodeMappings: false })
    const lines = map.mappings as unknown as readonly (readonly (readonly number[])[])[]
    lines.forEach((segments, i) => {
      for (const [column, , sourceLine, sourceColumn] of segments) {
        if (sourceLine === undefined) continue
        addMapping(this.map, {
          generated: { line: this.line + i, column: (i === 0 ? this.column : 0) + column! },
          source: this.unit.filename,
          original: { line: sourceLine + 1, column: sourceColumn! },
        })
      }
    })
    this.write(code)
  }

  private mark(original: { line: number; column: number }): void {
    addMapping(this.map, {
      generated: { line: this.line, column: this.column },
      source: this.unit.filename,
      original,
    })
  }

  finish(): { code: string; map: SourceMapV3 } {
    return { code: this.code, map: toEncodedMap(this.map) as SourceMapV3 }
  }
}

/**
 * Brackets that the printer leaves out. V8 misreads `f([1], [] = x)`: an assignment to a pattern behind certain
 * arguments is refused as a syntax error, unless it stands in brackets. `new import(x)` is one.
 */
function addBrackets(node: Node): void {
  if (node.type === 'NewExpression' && startsWithImport(node.callee))
    node.callee = { type: 'ParenthesizedExpression', expression: node.callee }
  if (node.type === 'CallExpression' || node.type === 'NewExpression') {
    node.arguments = node.arguments.map((argument: Node) =>
      argument.type === 'AssignmentExpression' && argument.left.type.endsWith('Pattern')
        ? { type: 'ParenthesizedExpression', expression: argument }
        : argument,
    )
  }
  forEachChild(node, addBrackets)
}

function startsWithImport(callee: Node): boolean {
  if (callee.type === 'MemberExpression') return startsWithImport(callee.object)
  return callee.type === 'ImportExpression'
}

/** Gives each node that came from the source the location that the printer maps. */
function locate(unit: Unit, node: Node): void {
  if (node.start !== undefined && node.end !== undefined && node.loc === undefined)
    node.loc = { start: unit.position(node.start), end: unit.position(node.end) }
  forEachChild(node, (child) => locate(unit, child))
}
