// How printed code is laid out where the printer would do it in another way. It gives each element of a longer list a line
// of its own, which suits lists that somebody writes and not those that the compiler makes: constructors of frames and the
// variables of a step.

import type { Context } from 'esrap'
import ts from 'esrap/languages/ts'
import type { Node } from './syntax.ts'

type Options = NonNullable<Parameters<typeof ts>[0]>
type Visit = (node: Node, context: Context) => void

/** The printer's language, with a layout of our own. */
export function language(options: Options): object {
  const printed = ts(options) as unknown as Record<string, Visit>
  /** `layout` for nodes that the compiler has made, if it has something to say on them. */
  const made = (type: string, layout: (node: Node) => Visit | null): object => ({
    [type]: (node: Node, context: Context) =>
      ((node.start === undefined ? layout(node) : null) ?? printed[type]!)(node, context),
  })
  const withParameters = (node: Node): Visit | null => (isPlain(node) ? plainFunction : null)
  return {
    ...printed,
    BlockStatement: dense,
    ...made('ForStatement', ({ init, test, update }) => ((init ?? test ?? update) ? null : endless)),
    ...made('FunctionDeclaration', withParameters),
    ...made('FunctionExpression', withParameters),
    ...made('ArrayExpression', ({ elements }) => (elements.includes(null) ? null : array)),
    ...made('ObjectPattern', () => pattern),
    ...made('VariableDeclaration', ({ declarations }) => (declarations.length > 1 ? variables : null)),
  }
}

/** A block without the empty lines that the printer has for whoever goes on writing there. */
const dense: Visit = (node, context) => {
  context.write('{', node as never)
  const statements: Node[] = node.body.filter(({ type }: Node) => type !== 'EmptyStatement')
  if (statements.length > 0) {
    context.indent()
    for (const statement of statements) {
      context.newline()
      context.visit(statement as never)
    }
    context.dedent()
    context.newline()
  }
  if (node.loc) context.location(node.loc.end.line, node.loc.end.column - 1)
  context.write('}')
}

const endless: Visit = ({ body }, context) => {
  context.write('for (;;) ')
  context.visit(body as never)
}

const isPlain = ({ async, generator, params }: Node): boolean =>
  !async && !generator && params.every(({ type }: Node) => type === 'Identifier')

const plainFunction: Visit = ({ id, params, body }, context) => {
  context.write(id === null ? 'function' : `function ${id.name}`)
  context.write('(')
  filled(context, params)
  context.write(') ')
  context.visit(body)
}

const array: Visit = ({ elements }, context) => {
  context.write('[')
  filled(context, elements)
  context.write(']')
}

const pattern: Visit = ({ properties }, context) => {
  context.write('{ ')
  filled(context, properties)
  context.write(' }')
}

const variables: Visit = ({ kind, declarations }, context) => {
  context.write(`${kind} `)
  filled(context, declarations, ({ id, init }, each) => {
    each.visit(id)
    if (init === null) return
    each.write(' = ')
    each.visit(init)
  })
  context.write(';')
}

/** About how many characters of a list fit into a line. */
const WIDTH = 80

/** The nodes side by side, on as many lines as they need. */
function filled(
  context: Context,
  nodes: readonly Node[],
  print: Visit = (node, each) => each.visit(node as never),
): void {
  let column = 0
  let isBroken = false
  nodes.forEach((node, i) => {
    const each = context.new()
    print(node, each)
    const width = each.measure()
    if (i > 0) context.write(',')
    if (i > 0 && column + width > WIDTH) {
      if (!isBroken) context.indent()
      isBroken = true
      context.newline()
      column = 0
    } else if (i > 0) context.write(' ')
    context.append(each)
    column += width + 2
  })
  if (isBroken) context.dedent()
}
