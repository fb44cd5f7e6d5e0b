// Who refers to which variable. The walk of `scope.ts` tells of each identifier as it meets it, and of `this` and its
// like; when all scopes are known, each reference is resolved along its chain of them.

import { Binding } from './binding.ts'
import type { Owner, Reference, Scope } from './binding.ts'
import { mayBeUninitialised } from './dead-zone.ts'
import type { Node } from './syntax.ts'

interface Unresolved extends Reference {
  readonly name: string
  readonly parametersOf: readonly Node[]
}

export interface Resolved {
  /** Names that no scope of the file declares. */
  readonly unresolved: Set<string>
  /** Functions whose `arguments` object may be written, or seen by others who may write it. */
  readonly argumentsEscape: ReadonlySet<Node>
}

export class References {
  private readonly found: Unresolved[] = []
  private readonly argumentsEscape = new Set<Node>()
  /** The functions in whose parameter lists the walk stands: closures made there see only the parameters. */
  private parametersOf: readonly Node[] = []

  constructor(
    private readonly bindingOf: Map<Node, Binding>,
    private readonly names: Set<string>,
    /** The nodes around the one that is being visited, and it. */
    private readonly path: readonly Node[],
  ) {}

  inParametersOf(fn: Node, work: () => void): void {
    const outer = this.parametersOf
    this.parametersOf = [...outer, fn]
    work()
    this.parametersOf = outer
  }

  refer(node: Node, name: string, scope: Scope, reads: boolean, writes: boolean): void {
    this.names.add(name)
    if (name === 'arguments') {
      this.pseudo(name, node, scope)
      if (writes || !this.isOnlyRead(node)) this.argumentsEscape.add(thisOwner(scope.owner).node)
    }
    this.found.push({ node, name, scope, owner: scope.owner, reads, writes, parametersOf: this.parametersOf })
  }

  /** A reference that no name leads to `binding`. */
  referTo(binding: Binding, node: Node, scope: Scope): void {
    const { name } = binding
    const { parametersOf } = this
    this.bind({ node, name, scope, owner: scope.owner, reads: true, writes: false, parametersOf }, binding)
  }

  /** A reference to `this` and its like belongs to the nearest function that is not an arrow. */
  pseudo(name: string, node: Node, scope: Scope): void {
    const owner = thisOwner(scope.owner)
    let target: Scope | null = scope
    while (target !== null && !(target.owner === owner && target.kind === 'parameters'))
      target = target.parent
    if (target === null) return
    if (name === 'arguments' && bindsArguments(scope, target)) return
    let binding = target.bindings.get(name)
    if (binding === undefined) {
      binding = new Binding(name, 'this', target)
      target.bindings.set(name, binding)
    }
    if (node.type === 'Identifier') return
    const { parametersOf } = this
    this.found.push({ node, name, scope, owner: scope.owner, reads: true, writes: false, parametersOf })
  }

  /** Tells each binding of its references. All scopes must have been declared. */
  resolved(): Resolved {
    const unresolved = new Set<string>()
    for (const reference of this.found) {
      const binding = bindingFor(reference)
      if (binding === null) unresolved.add(reference.name)
      else this.bind(reference, binding)
    }
    return { unresolved, argumentsEscape: this.argumentsEscape }
  }

  private bind(reference: Unresolved, binding: Binding): void {
    this.bindingOf.set(reference.node, binding)
    binding.references.push(reference)
    if (reference.writes) binding.reassigned = true
    if (reference.owner !== binding.owner) {
      binding.captured = true
      if (reference.parametersOf.includes(binding.owner.node)) binding.capturedByParameters = true
    }
    if (binding.lexical && mayBeUninitialised(reference, binding)) binding.needsTdz = true
  }

  /** `arguments[0]` or `arguments.length`, read. */
  private isOnlyRead(node: Node): boolean {
    const [above, parent] = this.path.slice(-3)
    if (parent?.type !== 'MemberExpression' || parent.object !== node) return false
    const { property } = parent
    if (parent.computed ? typeof property.value !== 'number' : property.name !== 'length') return false
    const written =
      above!.type === 'UpdateExpression' ||
      (above!.type === 'UnaryExpression' && above!.operator === 'delete')
    return (
      !written &&
      !(above!.type === 'AssignmentExpression' && above!.left === parent) &&
      above!.callee !== parent
    )
  }
}

function bindingFor({ name, scope: from }: Unresolved): Binding | null {
  for (let scope: Scope | null = from; scope !== null; scope = scope.parent) {
    const binding = scope.bindings.get(name)
    if (binding !== undefined) return binding
  }
  return null
}

/** `var arguments` is the `arguments` object to begin with. */
export function declareArguments(parameters: Scope, body: Scope): void {
  const declared = body.bindings.get('arguments')
  if (declared?.kind !== 'var') return
  if (body === parameters) declared.kind = 'this'
  else parameters.bindings.set('arguments', new Binding('arguments', 'this', parameters))
}

/** Whether a declaration of the user's hides the `arguments` object. */
function bindsArguments(from: Scope, to: Scope): boolean {
  for (let scope: Scope | null = from; scope !== null; scope = scope.parent) {
    const binding = scope.bindings.get('arguments')
    if (binding !== undefined && binding.kind !== 'this') return true
    if (scope === to) return false
  }
  return false
}

/** The function whose `this` and `arguments` are meant. */
function thisOwner(from: Owner): Owner {
  let owner = from
  while (owner.arrow && owner.parent !== null) owner = owner.parent
  return owner
}
