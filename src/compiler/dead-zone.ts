// The temporal dead zone: which references might meet a variable before its declaration has run. Only
// those are checked when the code runs.

import type { Binding, Reference } from './binding.ts'

/**
 * Whether the reference may run before the declaration: when it stands before it in the same function,
 * in another case of the same `switch`, or in a function that could be called early.
 */
export function mayBeUninitialised(reference: Reference, binding: Binding): boolean {
  const at = reference.node.start!
  if (reference.owner === binding.owner) return at < binding.initialisedAt || binding.scope.kind === 'switch'
  // A function that stands after the declaration, and is no hoisted declaration, exists only after it has run.
  let owner = reference.owner
  while (owner.parent !== null && owner.parent !== binding.owner) owner = owner.parent
  if (owner.node.type === 'FunctionDeclaration' || binding.scope.kind === 'switch') return true
  return owner.node.start! < binding.initialisedAt
}
