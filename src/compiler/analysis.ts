// What the analysis of a file finds (scope.ts): its scopes and bindings, and what else the lowering asks of its nodes.

import type { Binding, Owner, Scope } from './binding.ts'
import type { Node } from './syntax.ts'

export interface Analysis {
  readonly root: Scope
  /** The scope that a node opens. A function has two: its parameters', and its body's where they differ. */
  readonly scopeOf: Map<Node, Scope>
  readonly bodyScopeOf: Map<Node, Scope>
  /** The scope of a class's heritage and keys, where its name is not initialised yet. */
  readonly headOf: Map<Node, Scope>
  readonly bindingOf: Map<Node, Binding>
  readonly unresolved: Set<string>
  /** Every identifier of the file, so that made-up names collide with none. */
  readonly names: Set<string>
  /** Nodes that hold a `yield` or `await` of their own function. */
  readonly suspends: Set<Node>
  readonly ownerOf: Map<Node, Owner>
  /** Functions whose `arguments` object may be written, or seen by others who may write it. */
  readonly argumentsEscape: ReadonlySet<Node>
  /** `with` statements and direct calls of `eval`, for refusals. */
  readonly dynamic: { node: Node; owner: Owner; what: 'with' | 'eval' }[]
}
