// Writing to an object that was just made disturbs nobody: no fork has happened since, and nobody else holds it
// yet. That is seen where the object is in a constant of the function that makes it, and everything that could let
// go of it comes later in the text.

import type { Binding } from '../binding.ts'
import { isFunction, isLoop } from '../syntax.ts'
import type { Node } from '../syntax.ts'
import { ARRAY_METHODS, CALLING, CHANGING, GIVING_NEW } from './known.ts'
import type { Survey } from './survey.ts'

/**
 * The expression that made the object which `base` names, where nobody can tell that the object is changed at
 * `write`; null where somebody may.
 */
export function makerOfFresh(
  base: Node,
  write: Node,
  bindingOf: ReadonlyMap<Node, Binding>,
  facts: Survey,
): Node | null {
  if (makesNew(base)) return base
  if (base.type !== 'Identifier') return null
  const binding = bindingOf.get(base)
  if (binding === undefined || binding.reassigned || binding.captured) return null
  if (binding.kind !== 'const' && binding.kind !== 'let') return null
  const declarator = declaratorOf(binding, facts, false)
  if (declarator === null || declarator.init === null || !makesNew(declarator.init)) return null
  if (functionAround(declarator, facts) !== functionAround(write, facts)) return null

  const { start, end } = declarator as Required<Node>
  const suspended = (facts.yields.get(functionAround(write, facts)) ?? []).map((each) => each.start!)
  const lost = binding.references.filter(({ node }) => letsGo(node, declarator.init, facts))
  const risky = [...suspended, ...lost.map(({ node }) => node.start!)]
  // What stands in the write itself is evaluated before it is done.
  if (risky.some((at) => at >= end && at < write.end!)) return null
  for (
    let at = facts.parents.get(write)!;
    at !== undefined && at.start! > start;
    at = facts.parents.get(at)!
  ) {
    if (!isLoop(at)) continue
    if (risky.some((place) => place >= at.start! && place < at.end!)) return null
  }
  // Execution goes down the text from the declaration, unless a loop around both begins it anew, with a new object.
  return write.start! >= end ? declarator.init : null
}

/** The declaration of a `let` or `const`, in a list of statements or, with `inHeads`, also in the head of a `for`. */
export function declaratorOf(binding: Binding, { parents }: Survey, inHeads: boolean): Node | null {
  for (const { node } of binding.references) {
    const found = declaratorAbove(node, binding, parents, inHeads)
    if (found !== null) return found
  }
  return null
}

/** Looked for in what stands around a reference. */
function declaratorAbove(
  node: Node,
  binding: Binding,
  parents: ReadonlyMap<Node, Node>,
  inHeads: boolean,
): Node | null {
  for (let at: Node | undefined = node; at !== undefined; at = parents.get(at)) {
    for (const statement of statementsOf(at, inHeads)) {
      const declaration = statement?.type === 'ExportNamedDeclaration' ? statement.declaration : statement
      if (declaration?.type !== 'VariableDeclaration') continue
      for (const each of declaration.declarations)
        if (each.id.type === 'Identifier' && each.end === binding.initialisedAt) return each
    }
  }
  return null
}

function statementsOf(node: Node, inHeads: boolean): readonly (Node | null)[] {
  switch (node.type) {
    case 'BlockStatement':
    case 'StaticBlock':
    case 'Program':
      return node.body
    case 'SwitchCase':
      return node.consequent
    case 'ForStatement':
      return inHeads ? [node.init] : []
    default:
      return []
  }
}

function functionAround(node: Node, { parents }: Survey): Node {
  let at = node
  for (;;) {
    const parent = parents.get(at)
    if (parent === undefined) return at
    at = parent
    if (isFunction(at)) return at
  }
}

/** Whether the expression makes an object that nobody else holds. What a method call gives is settled by its receiver. */
export function makesNew(node: Node): boolean {
  if (node.type === 'ArrayExpression' || node.type === 'ObjectExpression') return true
  if (node.type === 'NewExpression') return node.callee.type === 'Identifier' && node.callee.name === 'Array'
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || node.callee.computed)
    return false
  const { object, property } = node.callee
  if (object.type === 'Identifier' && (object.name === 'Array' || object.name === 'Object'))
    return /^(?:of|from|keys|values|entries)$/.test(property.name)
  const does = ARRAY_METHODS.get(property.name)
  return does !== undefined && GIVING_NEW.has(does)
}

/** Whether a mention of the variable may let others have the object: all but reading and changing what is in it. */
function letsGo(node: Node, made: Node, { parents }: Survey): boolean {
  const member = parents.get(node)
  if (member?.type !== 'MemberExpression' || member.object !== node) return true
  const around = parents.get(member)!
  const [place, parent] =
    around.type === 'ChainExpression' ? [around, parents.get(around)!] : [member, around]
  if (parent.type === 'TaggedTemplateExpression' || parent.type === 'NewExpression') return true
  if (parent.type !== 'CallExpression' || parent.callee !== place) return false
  const does = member.computed ? undefined : ARRAY_METHODS.get(member.property.name)
  if (does === undefined || made.type === 'ObjectExpression') return true
  if (does === 'sorts' || does === 'rearranges' || member.property.name === 'fill')
    return parents.get(parent)?.type !== 'ExpressionStatement'
  if (CHANGING.has(does) || !CALLING.has(does)) return false
  // A callback is handed the array too, behind its other arguments.
  const [callback] = parent.arguments
  return (
    callback?.type !== 'ArrowFunctionExpression' ||
    callback.params.length > (does === 'folds' ? 3 : 2) ||
    callback.params.some((each: Node) => each.type === 'RestElement')
  )
}
