// Entering a block: its variables get their places, its functions exist from the start.

import * as b from './build.ts'
import type { Lowering } from './lowering.ts'
import { isSimpleCatch } from './declarations.ts'
import { assignIdentifier } from './patterns.ts'
import { Rewriter } from './rewrite.ts'
import type { Binding, Scope } from './binding.ts'
import type { Node } from './syntax.ts'
import type { Record } from './unit.ts'

/** Enters `scope` with its functions hoisted, for the duration of `work`. */
export function inScope(
  l: Lowering,
  scope: Scope | undefined,
  body: readonly Node[],
  work: () => void,
): void {
  openScope(l, scope, () => null)
  hoistFunctions(l, body)
  work()
}

/** Makes the scope's record and marks what is not initialised yet. */
export function openScope(
  l: Lowering,
  scope: Scope | undefined,
  initial: (binding: Binding) => Node | null,
): Record | null {
  const record = l.enter(scope)
  if (record !== null) l.makeRecord(record, initial)
  for (const binding of scope?.bindings.values() ?? []) {
    const access = l.unit.access.get(binding)
    if (access?.type === 'variable' && binding.needsTdz)
      l.emit(b.set(b.variable(access.variable), l.unit.helper('UNINITIALISED')))
  }
  return record
}

/** Functions of a block exist from its start. */
export function hoistFunctions(l: Lowering, body: readonly Node[]): void {
  for (const outer of body) {
    let statement = outer
    while (statement.type === 'LabeledStatement') statement = statement.body
    if (statement.type !== 'FunctionDeclaration') continue
    const rewriter = new Rewriter(l.unit, l)
    assignIdentifier(l, statement.id, rewriter.rewrite(statement, statement.id.name), 'declare')
  }
}

/** In sloppy code, reaching a function declared in a block sets the function's variable of that name. */
export function alsoVar(l: Lowering, node: Node): void {
  const binding = l.unit.binding(node.id)!
  if (
    l.owner.strict ||
    node.generator ||
    node.async ||
    binding.scope.kind === 'body' ||
    binding.scope.kind === 'parameters'
  )
    return
  const rewriter = new Rewriter(l.unit, l)
  for (let scope = binding.scope.parent; scope !== null; scope = scope.parent) {
    const outer = scope.bindings.get(node.id.name)
    const isVarScope = scope.kind === 'body' || scope.kind === 'parameters'
    if (outer !== undefined && !isVarScope && !isSimpleCatch(outer)) return
    if (!isVarScope) continue
    // The `arguments` object is a variable of that name too.
    if (outer?.kind === 'var' || outer?.kind === 'function' || outer?.kind === 'this')
      l.emit(b.set(rewriter.reach(outer)!, rewriter.reach(binding)!))
    return
  }
}
