// Classes of the module that declare themselves immutable where the compiler can see it: what they make is shared by
// clones without a look.

import type { Binding } from './binding.ts'
import type { Analysis } from './analysis.ts'
import { forEachChild, isFunction } from './syntax.ts'
import type { Node } from './syntax.ts'

const SYMBOL = 'multishot.immutable'

/** Where `program` mentions classes of its top level whose every instance is immutable by declaration. */
export function immutableClasses(program: Node, { bindingOf }: Analysis): ReadonlySet<number> {
  const statements: readonly Node[] = program.body
  const declared = statements.map((each) => (each.type.startsWith('Export') ? each.declaration : each))
  const symbols = new Set<Binding>()
  for (const each of declared)
    for (const { id, init } of each?.type === 'VariableDeclaration' ? each.declarations : [])
      if (each!.kind === 'const' && isSymbol(init) && bindingOf.has(id)) symbols.add(bindingOf.get(id)!)
  const mentions = new Set<number>()
  for (const each of declared) {
    if (each?.type !== 'ClassDeclaration' || each.superClass !== null || each.id === null) continue
    const binding = bindingOf.get(each.id)
    if (binding !== undefined && !binding.reassigned && each.body.body.some(declares) && makesItself(each))
      for (const { node } of binding.references) mentions.add(node.start!)
  }
  return mentions

  /** `Symbol.for('multishot.immutable')` */
  function isSymbol(node: Node | null): boolean {
    return (
      node?.type === 'CallExpression' &&
      node.callee.type === 'MemberExpression' &&
      !node.callee.computed &&
      node.callee.object.name === 'Symbol' &&
      !bindingOf.has(node.callee.object) &&
      node.callee.property.name === 'for' &&
      node.arguments[0]?.value === SYMBOL
    )
  }

  function declares(member: Node): boolean {
    if (member.type !== 'PropertyDefinition' || !member.static || !member.computed) return false
    if (member.value?.type !== 'Literal' || member.value.value !== true) return false
    if (isSymbol(member.key)) return true
    const key = member.key.type === 'Identifier' ? bindingOf.get(member.key) : undefined
    if (key === undefined) return false
    return symbols.has(key) || (key.imported?.source === 'multishot' && key.imported.name === 'immutable')
  }
}

/** Whether `new` gives an instance: the constructor could return anything else. */
function makesItself(node: Node): boolean {
  const made = node.body.body.find((member: Node) => member.kind === 'constructor')
  return made === undefined || !returnsValue(made.value.body)
}

function returnsValue(node: Node): boolean {
  if (node.type === 'ReturnStatement') return node.argument !== null
  let found = false
  forEachChild(node, (child) => {
    found ||= !isFunction(child) && returnsValue(child)
  })
  return found
}
