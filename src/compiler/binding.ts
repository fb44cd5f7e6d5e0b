// Variables, the scopes that declare them, and who refers to them: what the analysis fills in and the
// lowering asks.

import type { Node } from './syntax.ts'

export type BindingKind =
  | 'var'
  | 'let'
  | 'const'
  | 'class'
  | 'function'
  | 'param'
  | 'catch'
  | 'import'
  | 'self'
  | 'this'

export interface Reference {
  readonly node: Node
  readonly scope: Scope
  /** The innermost function (or class initialiser) that the reference stands in. */
  readonly owner: Owner
  readonly writes: boolean
  readonly reads: boolean
}

export class Binding {
  readonly references: Reference[] = []
  /** Where its declaration has run: before this offset of its own function it may be uninitialised. */
  initialisedAt = -1
  /** Written by something other than its one initialiser. */
  reassigned = false
  /** Referenced from a function inside the one that owns it. */
  captured = false
  /** A closure in a parameter's default captures it. */
  capturedByParameters = false
  needsTdz = false
  /** The declaring statement, for imports: the local name stands for `imported` of `source`. */
  imported: { readonly source: string; readonly name: string } | null = null

  constructor(
    readonly name: string,
    public kind: BindingKind,
    readonly scope: Scope,
  ) {}

  /** Its name in a record: `__proto__` would be the record's prototype, and `new.target` is no name. */
  get field(): string {
    if (this.name === 'new.target') return 'new'
    return this.name === '__proto__' ? '$__proto__' : this.name
  }
  get owner(): Owner {
    return this.scope.owner
  }
  get lexical(): boolean {
    if (this.kind === 'catch') return this.initialisedAt >= 0
    return this.kind === 'let' || this.kind === 'const' || this.kind === 'class'
  }
  get constant(): boolean {
    return this.kind === 'const' || this.kind === 'import'
  }
}

export type ScopeKind =
  | 'program'
  | 'parameters'
  | 'body'
  | 'block'
  | 'for'
  | 'switch'
  | 'catch'
  | 'class'
  | 'self'

export class Scope {
  readonly bindings = new Map<string, Binding>()
  constructor(
    readonly kind: ScopeKind,
    readonly parent: Scope | null,
    readonly owner: Owner,
    readonly node: Node,
  ) {}

  /** Whether it stands in a class without a function between: such code is strict, whatever is around the class. */
  get isInClass(): boolean {
    return this.kind === 'class' || (this.parent?.owner === this.owner && this.parent.isInClass)
  }

  /** Whether anything inside could be captured by a function: then the scope becomes a record. */
  get hasCaptured(): boolean {
    for (const binding of this.bindings.values()) if (binding.captured) return true
    return false
  }
}

/** A function, a class field initialiser, a static block or the program: what owns `this` and runs by itself. */
export interface Owner {
  readonly node: Node
  readonly parent: Owner | null
  readonly strict: boolean
  /** Arrow functions take `this`, `arguments` and `new.target` from outside. */
  readonly arrow: boolean
  readonly hasDirectEval: { value: boolean }
}
