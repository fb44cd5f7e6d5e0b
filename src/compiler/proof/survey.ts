// What the proof must know of a file before it looks at values: where each function is suspended, which generator
// functions are known by name wherever they are called, and whether the file tampers with the language itself.

import type { Binding } from '../binding.ts'
import type { Analysis } from '../analysis.ts'
import { forEachChild, isCompiledGenerator, isFunction } from '../syntax.ts'
import type { Node } from '../syntax.ts'
import { GLOBALS } from './known.ts'

export interface Survey {
  /** Where each function is suspended, in the order of the source. */
  readonly yields: ReadonlyMap<Node, readonly Node[]>
  /** The node around each. */
  readonly parents: ReadonlyMap<Node, Node>
  /** Generator functions that are declared once and never assigned. */
  readonly generators: ReadonlyMap<Binding, Node>
  /**
   * Of these, the functions whose callers get nothing but what a function of this file returns: none of them
   * ends with `return yield*` of something else.
   */
  readonly selfContained: ReadonlySet<Node>
  /** Names and prototypes of the language are written, or code is evaluated: then nothing can be proved. */
  readonly tampers: boolean
}

export function survey(analysis: Analysis, program: Node, ownsTopLevel: boolean): Survey {
  const { bindingOf, root, unresolved } = analysis
  const yields = new Map<Node, Node[]>()
  const parents = new Map<Node, Node>()
  const generators = new Map<Binding, Node>()
  const tails = new Map<Node, Node[]>()
  let tampers = analysis.dynamic.length > 0

  const declare = (id: Node, node: Node): void => {
    const binding = bindingOf.get(id)
    if (binding === undefined || binding.reassigned || (binding.scope === root && !ownsTopLevel)) return
    if (binding.kind === 'function' || binding.kind === 'const') generators.set(binding, node)
  }
  const isGlobal = (node: Node): boolean =>
    node.type === 'Identifier' && !bindingOf.has(node) && unresolved.has(node.name)
  const written = (target: Node): void => {
    let at = target
    while (at.type === 'MemberExpression') at = at.object
    if (isGlobal(at) && GLOBALS.has(at.name)) tampers = true
  }
  const writtenByPattern = (target: Node | null): void => {
    if (target?.type === 'AssignmentPattern') writtenByPattern(target.left)
    else if (target?.type === 'RestElement') writtenByPattern(target.argument)
    else if (target !== null && !target.type.endsWith('Pattern')) written(target)
  }

  const look = (node: Node, parent: Node | null, fn: Node): void => {
    if (parent !== null) parents.set(node, parent)
    const owner = isFunction(node) ? node : fn
    switch (node.type) {
      case 'YieldExpression':
      case 'AwaitExpression':
        if (!yields.has(fn)) yields.set(fn, [])
        yields.get(fn)!.push(node)
        break
      case 'FunctionDeclaration':
        if (node.id !== null && isPlainGenerator(node)) declare(node.id, node)
        break
      case 'VariableDeclarator':
        if (node.id.type === 'Identifier' && node.init !== null && isPlainGenerator(node.init))
          declare(node.id, node.init)
        break
      case 'ReturnStatement':
        if (node.argument?.type === 'YieldExpression' && node.argument.delegate) {
          if (!tails.has(fn)) tails.set(fn, [])
          tails.get(fn)!.push(node.argument.argument)
        }
        break
      case 'AssignmentExpression':
        written(node.left)
        break
      case 'ArrayPattern':
        for (const each of node.elements) writtenByPattern(each)
        break
      case 'ObjectPattern':
        for (const each of node.properties) writtenByPattern(each.type === 'RestElement' ? each : each.value)
        break
      case 'ForInStatement':
      case 'ForOfStatement':
        if (node.left.type !== 'VariableDeclaration') writtenByPattern(node.left)
        break
      case 'UpdateExpression':
        written(node.argument)
        break
      case 'UnaryExpression':
        if (node.operator === 'delete') written(node.argument)
        break
      case 'Identifier':
        if (node.name === 'eval' && isGlobal(node)) tampers = true
        break
      case 'CallExpression':
      case 'NewExpression':
        if (node.callee.name === 'Function' && isGlobal(node.callee)) tampers = true
        break
      case 'MemberExpression':
        if (!node.computed && (node.property.name === '__proto__' || mentionsPrototype(node))) tampers = true
        break
      case 'Property':
        if (!node.computed && (node.key.name ?? node.key.value) === '__proto__') tampers = true
        break
    }
    forEachChild(node, (child) => look(child, node, owner))
  }
  /** The prototype of one of the language's classes. */
  const mentionsPrototype = ({ object, property }: Node): boolean =>
    property.name === 'prototype' && isGlobal(object)

  look(program, null, program)
  const known = new Set(generators.values())
  return { yields, parents, generators, selfContained: selfContained(), tampers }

  function selfContained(): ReadonlySet<Node> {
    const contained = new Set(known)
    for (let changed = true; changed;) {
      changed = false
      for (const fn of contained) {
        const all = (tails.get(fn) ?? []).every((tail) => {
          const callee = calledGenerator(tail, bindingOf, generators)
          return callee !== null && contained.has(callee)
        })
        if (all) continue
        contained.delete(fn)
        changed = true
      }
    }
    return contained
  }
}

/** A compiled generator function that is not async: of the others nothing is proved. */
export function isPlainGenerator(node: Node): boolean {
  return isCompiledGenerator(node) && !node.async
}

/** The generator function that `node` calls, where that is certain. */
export function calledGenerator(
  node: Node,
  bindingOf: ReadonlyMap<Node, Binding>,
  generators: ReadonlyMap<Binding, Node>,
): Node | null {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return null
  const binding = bindingOf.get(node.callee)
  return (binding && generators.get(binding)) ?? null
}
