/**
 * Puts a `yield` before every statement and around every operand of the code that is the generator's own; the
 * functions in it stay as they are. What would change the meaning is left out: the name that an anonymous function
 * takes from its place, the reference under `typeof` and `delete`, `this` of a call, the rest of an optional chain.
 */
import { forEachChild, isAnonymousDefinition, isFunction, type Node } from '../../../src/compiler/syntax.ts'

/** Where an expression is an operand, by the node that it stands in. */
const operands: Readonly<Record<string, readonly string[]>> = {
  ArrayExpression: ['elements'],
  AssignmentExpression: ['right'],
  AssignmentPattern: ['right'],
  BinaryExpression: ['left', 'right'],
  CallExpression: ['callee', 'arguments'],
  ClassDeclaration: ['superClass'],
  ClassExpression: ['superClass'],
  ConditionalExpression: ['test', 'consequent', 'alternate'],
  DoWhileStatement: ['test'],
  ExpressionStatement: ['expression'],
  ForInStatement: ['right'],
  ForOfStatement: ['right'],
  ForStatement: ['init', 'test', 'update'],
  IfStatement: ['test'],
  ImportExpression: ['source'],
  LogicalExpression: ['left', 'right'],
  MemberExpression: ['object', 'property'],
  MethodDefinition: ['key'],
  NewExpression: ['callee', 'arguments'],
  Property: ['key', 'value'],
  PropertyDefinition: ['key'],
  ReturnStatement: ['argument'],
  SequenceExpression: ['expressions'],
  SpreadElement: ['argument'],
  SwitchCase: ['test'],
  SwitchStatement: ['discriminant'],
  TaggedTemplateExpression: ['tag'],
  TemplateLiteral: ['expressions'],
  ThrowStatement: ['argument'],
  UnaryExpression: ['argument'],
  VariableDeclarator: ['init'],
  WhileStatement: ['test'],
}

/** Statements that stand here can have one before them. */
const lists: Readonly<Record<string, string>> = {
  Program: 'body',
  BlockStatement: 'body',
  SwitchCase: 'consequent',
}

/** Statements that stand here get a block first. */
const single: Readonly<Record<string, readonly string[]>> = {
  IfStatement: ['consequent', 'alternate'],
  ForStatement: ['body'],
  ForInStatement: ['body'],
  ForOfStatement: ['body'],
  WhileStatement: ['body'],
  DoWhileStatement: ['body'],
}

/** The name of an anonymous function or class comes from these. */
const naming = new Set(['VariableDeclarator', 'AssignmentExpression', 'AssignmentPattern', 'Property'])

const noOperand = new Set(['Super', 'PrivateIdentifier', 'SpreadElement', 'VariableDeclaration'])

export const withYields = (program: Node, source: string): string => {
  /** `inPattern`: the node is assigned to; `inChain`: it is a link of an optional chain. */
  const textOf = (node: Node, inPattern: boolean, inChain: boolean): string => {
    const parts: string[] = []
    let at = node.start!
    const children: { readonly child: Node; readonly field: string }[] = []
    forEachChild(node, (child, field) => void children.push({ child, field }))
    for (const { child, field } of children.toSorted((a, b) => a.child.start! - b.child.start!)) {
      parts.push(source.slice(at, child.start), childText(node, child, field, inPattern, inChain))
      at = child.end!
    }
    return parts.join('') + source.slice(at, node.end)
  }

  const childText = (
    parent: Node,
    child: Node,
    field: string,
    inPattern: boolean,
    inChain: boolean,
  ): string => {
    if (isFunction(child) && !isOperand(parent, child, field, inPattern, inChain)) return original(child)
    if (isClosed(parent, field)) return original(child)
    if (child.type === 'Property' && child.shorthand) return shorthand(child, parent.type === 'ObjectPattern')
    const text = isFunction(child)
      ? original(child)
      : textOf(child, isPattern(parent, child, field, inPattern), linksChain(parent, child, field, inChain))
    if (isStatementIn(lists, parent, child, field)) return `yield; ${text}`
    if (isStatementIn(single, parent, child, field)) return `{ yield; ${text} }`
    return isOperand(parent, child, field, inPattern, inChain) ? `(yield (${text}))` : text
  }

  const original = (node: Node): string => source.slice(node.start, node.end)

  const shorthand = (property: Node, inPattern: boolean): string => {
    const { key, value } = property
    if (!inPattern)
      return key.name === '__proto__' ? key.name : `${original(key)}: (yield (${original(key)}))`
    return value.type === 'AssignmentPattern' ? textOf(value, true, false) : original(key)
  }

  return textOf(program, false, false)
}

/** Code of other functions and of class elements: no `yield` may stand there. */
const isClosed = (parent: Node, field: string): boolean =>
  (parent.type === 'PropertyDefinition' && field === 'value') || parent.type === 'StaticBlock'

const isPattern = (parent: Node, child: Node, field: string, inPattern: boolean): boolean => {
  switch (child.type) {
    case 'ObjectPattern':
    case 'ArrayPattern':
    case 'AssignmentPattern':
    case 'RestElement':
      return true
    case 'Property':
      return parent.type === 'ObjectPattern'
    default:
      return inPattern && child.type === 'MemberExpression' && field !== 'right' && field !== 'key'
  }
}

/** Whether `child` continues to the left the optional chain that `parent` belongs to. */
const linksChain = (parent: Node, child: Node, field: string, inChain: boolean): boolean => {
  if (parent.type === 'ChainExpression') return true
  return inChain && (field === 'object' || field === 'callee') && isLink(child)
}

const isLink = (node: Node): boolean => node.type === 'MemberExpression' || node.type === 'CallExpression'

const isStatementIn = (
  places: Readonly<Record<string, string | readonly string[]>>,
  parent: Node,
  child: Node,
  field: string,
): boolean => {
  const fields = places[parent.type]
  if (fields === undefined || child.directive !== undefined) return false
  if (Array.isArray(fields)) {
    const keepsItsPlace = ['BlockStatement', 'FunctionDeclaration', 'LabeledStatement'].includes(child.type)
    return fields.includes(field) && !keepsItsPlace
  }
  return fields === field
}

const isOperand = (
  parent: Node,
  child: Node,
  field: string,
  inPattern: boolean,
  inChain: boolean,
): boolean => {
  if (operands[parent.type]?.includes(field) !== true) return false
  if (noOperand.has(child.type) || child.type.endsWith('Pattern')) return false
  switch (parent.type) {
    case 'CallExpression':
    case 'TaggedTemplateExpression':
      if (field !== 'callee' && field !== 'tag') return true
      if (child.type === 'ChainExpression') return false
      return child.type !== 'MemberExpression' && !(inChain && isLink(child))
    case 'MemberExpression':
      if (field === 'object') return !(inChain && isLink(child))
      return parent.computed
    case 'UnaryExpression':
      return parent.operator !== 'delete' && !(parent.operator === 'typeof' && child.type === 'Identifier')
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.computed
    case 'ExpressionStatement':
      return parent.directive === undefined
    case 'Property':
      if (field === 'key') return parent.computed
      if (inPattern || parent.method || parent.kind !== 'init') return false
      break
    default:
  }
  return !(naming.has(parent.type) && isAnonymousDefinition(child))
}
