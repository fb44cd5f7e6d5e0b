// Builders for the nodes that the compiler makes. One line each, named after what they print.

import { isName } from './syntax.ts'
import type { Node } from './syntax.ts'
import type { Variable } from './ir.ts'

export const id = (name: string): Node => ({ type: 'Identifier', name })

/** A mention of a variable of the step function: liveness looks for these. */
export const variable = (v: Variable): Node => ({ type: 'Identifier', name: v.name, variable: v })

/** `node` in the place of `source`: what throws there is led to it. */
export const at = (source: Node, node: Node): Node => ({ ...node, start: source.start, end: source.end })

export const literal = (value: string | number | boolean | null): Node => ({
  type: 'Literal',
  value,
  raw: JSON.stringify(value),
})

export const undefinedValue = (): Node => ({
  type: 'UnaryExpression',
  operator: 'void',
  prefix: true,
  argument: literal(0),
})

export const member = (object: Node, name: string): Node => memberUnder(object, id(name))

/** The member under a key that is a node already: a private name, or one of the source's. */
export const memberUnder = (object: Node, property: Node): Node => ({
  type: 'MemberExpression',
  object,
  property,
  computed: false,
  optional: false,
})

export const index = (object: Node, property: Node): Node => ({
  type: 'MemberExpression',
  object,
  property,
  computed: true,
  optional: false,
})

export const call = (callee: Node, ...args: Node[]): Node => ({
  type: 'CallExpression',
  callee,
  arguments: args,
  optional: false,
})

export const create = (callee: Node, ...args: Node[]): Node => ({
  type: 'NewExpression',
  callee,
  arguments: args,
})

export const assign = (left: Node, right: Node, operator = '='): Node => ({
  type: 'AssignmentExpression',
  operator,
  left,
  right,
})

export const binary = (left: Node, operator: string, right: Node): Node => ({
  type: 'BinaryExpression',
  left,
  operator,
  right,
})

export const increment = (argument: Node): Node => updated('++', argument)
export const decrement = (argument: Node): Node => updated('--', argument)

const updated = (operator: '++' | '--', argument: Node): Node => ({
  type: 'UpdateExpression',
  operator,
  prefix: true,
  argument,
})

/** Of the innermost loop, where there is no label. */
export const continueAt = (label: string | null): Node => ({
  type: 'ContinueStatement',
  label: label === null ? null : id(label),
})

/** The innermost loop or `switch`. */
export const leave = (): Node => ({ type: 'BreakStatement', label: null })

export const forever = (body: Node): Node => ({
  type: 'ForStatement',
  init: null,
  test: null,
  update: null,
  body,
})

export const conjunction = (tests: readonly Node[]): Node =>
  tests.reduce((all, each) => logical(all, '&&', each))

export const logical = (left: Node, operator: '&&' | '||' | '??', right: Node): Node => ({
  type: 'LogicalExpression',
  left,
  operator,
  right,
})

export const conditional = (test: Node, consequent: Node, alternate: Node): Node => ({
  type: 'ConditionalExpression',
  test,
  consequent,
  alternate,
})

export const not = (argument: Node): Node => ({
  type: 'UnaryExpression',
  operator: '!',
  prefix: true,
  argument,
})

/** True where `test` is false. */
export function negated(test: Node): Node {
  if (test.type === 'UnaryExpression' && test.operator === '!') return test.argument
  if (test.type === 'BinaryExpression') {
    if (test.operator === '===') return { ...test, operator: '!==' }
    if (test.operator === '!==') return { ...test, operator: '===' }
  }
  return not(test)
}

export const sequence = (...expressions: Node[]): Node => ({ type: 'SequenceExpression', expressions })

export const array = (elements: (Node | null)[]): Node => ({ type: 'ArrayExpression', elements })

export const object = (properties: Node[]): Node => ({ type: 'ObjectExpression', properties })

export const spread = (argument: Node): Node => ({ type: 'SpreadElement', argument })

/** `{ key: value }`, with a quoted key where the name needs it. */
export const property = (name: string, value: Node, computed?: Node): Node => ({
  type: 'Property',
  kind: 'init',
  key: computed ?? propertyKey(name),
  value,
  method: false,
  shorthand: false,
  computed: computed !== undefined,
})

/** `{ name }` */
export const shorthand = (name: string): Node => ({ ...property(name, id(name)), shorthand: true })

/** A getter or setter of an object literal. */
export const accessor = (kind: 'get' | 'set', name: string, params: Node[], body: Node[]): Node => ({
  ...property(name, functionNode('FunctionExpression', null, params, body)),
  kind,
})

export const propertyKey = (name: string): Node => (isName(name) ? id(name) : literal(name))

export const statement = (expression: Node): Node => ({ type: 'ExpressionStatement', expression })

export const set = (left: Node, right: Node): Node => statement(assign(left, right))

export const block = (body: Node[]): Node => ({ type: 'BlockStatement', body })

export const ifThen = (test: Node, consequent: Node[], alternate: Node[] | null = null): Node => ({
  type: 'IfStatement',
  test,
  consequent: consequent.length === 1 && isJump(consequent[0]!) ? consequent[0]! : block(consequent),
  alternate: alternate === null ? null : block(alternate),
})

export const isJump = ({ type }: Node): boolean =>
  ['ReturnStatement', 'BreakStatement', 'ContinueStatement', 'ThrowStatement'].includes(type)

export const returns = (argument: Node | null): Node => ({ type: 'ReturnStatement', argument })

export const throws = (argument: Node): Node => ({ type: 'ThrowStatement', argument })

export const declare = (kind: 'const' | 'let' | 'var', ...declarations: [Node, Node | null][]): Node => ({
  type: 'VariableDeclaration',
  kind,
  declarations: declarations.map(([name, init]) => ({ type: 'VariableDeclarator', id: name, init })),
})

export const functionNode = (
  type: 'FunctionDeclaration' | 'FunctionExpression',
  name: string | null,
  params: Node[],
  body: Node[],
): Node => ({
  type,
  id: name === null ? null : id(name),
  generator: false,
  async: false,
  params,
  body: block(body),
  expression: false,
})

export const arrow = (params: Node[], body: Node): Node => ({
  type: 'ArrowFunctionExpression',
  id: null,
  generator: false,
  async: false,
  params,
  body,
  expression: body.type !== 'BlockStatement',
})

export const directive = (text: string): Node => ({
  type: 'ExpressionStatement',
  expression: literal(text),
  directive: text,
})

/** `value` under the name that an anonymous function or class takes from an object key, known now or at run time. */
export const named = (name: string | Node, value: Node): Node =>
  typeof name === 'string'
    ? index(object([property(name, value)]), literal(name))
    : index(object([property('', value, name)]), name)
