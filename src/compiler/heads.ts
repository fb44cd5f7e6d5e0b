// The heads of classes: the scope of heritage and keys, in which the class's own name is in its dead zone; and the private
// names, which keys see as well as members do.

import { Binding, Scope } from './binding.ts'
import type { References } from './references.ts'
import { privateNames } from './syntax.ts'
import type { Node } from './syntax.ts'

/** In the head of a class, the variable that mentions of its private names refer to. */
export const OWN_CLASS = 'class'

/** The private names that a class declares, as they are known in it. */
interface Secrets {
  readonly names: ReadonlySet<string>
  /** In a key of the class, which may move out of it: the scope that mentions refer to. */
  readonly head: Scope | null
  readonly outer: Secrets | null
}

export class Heads {
  /** The scope of each class's heritage and keys. */
  readonly of = new Map<Node, Scope>()
  private secrets: Secrets | null = null

  constructor(private readonly references: References) {}

  open(node: Node, outer: Scope): Scope {
    const head = new Scope('class', outer, outer.owner, node)
    this.of.set(node, head)
    if (node.id !== null) bindEarly(node.id.name, head)
    return head
  }

  /** Does `work` on the body of the class, which is told how to be in a key and elsewhere. */
  within(head: Scope, work: (inKey: (work: () => void) => void) => void): void {
    const outer = this.secrets
    const names = privateNames(head.node.body)
    const inside: Secrets = { names, head: null, outer }
    this.secrets = inside
    work((key) => {
      this.secrets = { names, head, outer }
      key()
      this.secrets = inside
    })
    this.secrets = outer
  }

  /** A private name means that of the innermost class that declares it; in a key, the class is needed to say which. */
  refer(node: Node, scope: Scope): void {
    let known = this.secrets
    while (known !== null && !known.names.has(node.name)) known = known.outer
    if (known === null || known.head === null) return
    if (!known.head.bindings.has(OWN_CLASS)) bindEarly(OWN_CLASS, known.head)
    this.references.referTo(known.head.bindings.get(OWN_CLASS)!, node, scope)
  }
}

/** A variable of a class's head, which is initialised when the class has been made. */
function bindEarly(name: string, head: Scope): void {
  const binding = new Binding(name, 'const', head)
  binding.initialisedAt = head.node.end!
  head.bindings.set(name, binding)
}
