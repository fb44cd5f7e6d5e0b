// The ESTree nodes that the compiler reads and makes, and how to walk them.

import { visitorKeys } from 'oxc-parser'

/**
 * An ESTree node. Which further fields it has depends on `type` (the ESTree specification lists them);
 * nodes that came from the parser have `start` and `end`, nodes that the compiler made have not.
 */
export interface Node {
  type: string
  start?: number
  end?: number
  // oxlint-disable-next-line typescript/no-explicit-any -- the shape of a node follows from its type at run time
  [field: string]: any
}

/** The type of a node that the compiler puts in the place of a mention: the record of the variable that it is bound to. */
export const RECORD_OF = 'RecordOf'

const noKeys: readonly string[] = []

/** Calls `visit` for each child node, in the order of the source. */
export function forEachChild(node: Node, visit: (child: Node, field: string) => void): void {
  for (const key of visitorKeys[node.type] ?? noKeys) {
    const value: unknown = node[key]
    if (Array.isArray(value)) {
      for (const child of value) if (child !== null) visit(child as Node, key)
    } else if (typeof value === 'object' && value !== null) visit(value as Node, key)
  }
}

/** A copy of `node` with each child passed through `change`. */
export function mapChildren(node: Node, change: (child: Node, field: string) => Node): Node {
  const copy: Node = { ...node }
  for (const key of visitorKeys[node.type] ?? noKeys) {
    const value: unknown = node[key]
    if (Array.isArray(value))
      copy[key] = value.map((child) => (child === null ? null : change(child as Node, key)))
    else if (typeof value === 'object' && value !== null) copy[key] = change(value as Node, key)
  }
  return copy
}

/** `a?.b` itself where `node` is the chain around it, as in `(a?.b)()`; else `node`. */
export function withoutChain(node: Node): Node {
  return node.type === 'ChainExpression' ? node.expression : node
}

export function isFunction(node: Node): boolean {
  return (
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression'
  )
}

/** The functions that the compiler turns into frames. */
export function isCompiledGenerator(node: Node): boolean {
  return (
    (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') &&
    node.generator &&
    !staysNative(node.body.body)
  )
}

/** Whether the directives of a function or file ask to leave it as it is: `'use native'`. */
export function staysNative(body: readonly Node[]): boolean {
  for (const { directive } of body) {
    if (directive === undefined) return false
    if (directive === 'use native') return true
  }
  return false
}

/** A declaration of resources that are disposed of at the end of their block. */
export function isUsing(node: Node | null): boolean {
  return node?.type === 'VariableDeclaration' && (node.kind === 'using' || node.kind === 'await using')
}

export function isLoop(node: Node): boolean {
  return (
    node.type === 'ForStatement' ||
    node.type === 'ForInStatement' ||
    node.type === 'ForOfStatement' ||
    node.type === 'WhileStatement' ||
    node.type === 'DoWhileStatement'
  )
}

/** An anonymous class with code that runs when it is made, and then sees the name that it takes from where it stands. */
export function seesItsName(node: Node): boolean {
  return node.type === 'ClassExpression' && node.id === null && node.body.body.some(runsWhenDefined)
}

/** Whether the member of a class is code that runs when the class is made. */
export function runsWhenDefined(member: Node): boolean {
  return member.type === 'StaticBlock' || (/^(?:Property|Accessor)/.test(member.type) && member.static)
}

/** The first decorator of a class, or else of its members. */
export function firstDecorator(node: Node): Node | undefined {
  const parts: Node[] = [node, ...node.body.body]
  return parts.find(({ decorators }) => decorators?.length > 0)?.['decorators'][0]
}

export function isDecorated(node: Node): boolean {
  return firstDecorator(node) !== undefined
}

/** Whether `text` may stand for itself as a name. */
export function isName(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text)
}

/** The private names that a class body declares. */
export function privateNames({ body }: Node): ReadonlySet<string> {
  return new Set(body.flatMap(({ key }: Node) => (key?.type === 'PrivateIdentifier' ? [key.name] : [])))
}

/** A function or class without a name of its own, which takes the name of what it is assigned to. */
export function isAnonymousDefinition(node: Node): boolean {
  return (
    node.type === 'ArrowFunctionExpression' ||
    ((node.type === 'FunctionExpression' || node.type === 'ClassExpression') && node.id === null)
  )
}

/** The identifiers that a binding pattern declares. */
export function boundIdentifiers(pattern: Node | null): Node[] {
  if (pattern === null) return []
  switch (pattern.type) {
    case 'Identifier':
      return [pattern]
    case 'MemberExpression':
      return []
    case 'AssignmentPattern':
      return boundIdentifiers(pattern.left)
    case 'RestElement':
      return boundIdentifiers(pattern.argument)
    case 'ArrayPattern':
      return pattern.elements.flatMap(boundIdentifiers)
    case 'ObjectPattern':
      return pattern.properties.flatMap((property: Node) =>
        boundIdentifiers(property.type === 'RestElement' ? property : property.value),
      )
    default:
      throw new Error(`invariant: ${pattern.type} is not a binding pattern`)
  }
}

export function hasUseStrict(body: readonly Node[]): boolean {
  for (const statement of body) {
    if (statement.type !== 'ExpressionStatement' || statement.directive === undefined) return false
    if (statement.directive === 'use strict') return true
  }
  return false
}

/** Whether a parameter evaluates an expression of its own. */
export function hasExpression(pattern: Node): boolean {
  if (pattern.type === 'AssignmentPattern') return true
  if (pattern.type === 'Property' && pattern.computed) return true
  let found = false
  forEachChild(pattern, (child) => {
    if (pattern.type === 'Property' && child === pattern.key) return
    found ||= hasExpression(child)
  })
  return found
}
