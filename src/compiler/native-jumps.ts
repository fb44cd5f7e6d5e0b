// `break`, `continue` and `return` inside of statements that stay native: those that aim at such a statement stay as they
// are, all others lead to blocks.

import * as b from './build.ts'
import { breakTarget, continueTarget, lowerReturn } from './jumps.ts'
import { Places } from './places.ts'
import type { Node } from './syntax.ts'

export abstract class NativeJumps extends Places {
  /** What stays native around the current node. */
  private readonly labels: string[] = []
  private loops = 0
  private breakables = 0
  /** Of it, what runs code of its own when it is left: an iterator's `return`, a `finally` block. */
  private unwinding = 0

  abstract rewrite(node: Node, name?: string): Node

  protected underLabel<T>(label: string, work: () => T): T {
    this.labels.push(label)
    const result = work()
    this.labels.pop()
    return result
  }

  /** In a loop, in a `switch`, or in what is unwound. */
  protected inside<T>(what: 'loops' | 'breakables' | 'unwinding', work: () => T): T {
    this[what]++
    const result = work()
    this[what]--
    return result
  }

  protected breakStatement(node: Node): Node {
    const native =
      this.lowering === null ||
      (node.label === null ? this.loops + this.breakables > 0 : this.labels.includes(node.label.name))
    if (native) return node
    const lowering = this.lowering!
    return lowering.jump(() => breakTarget(lowering, node.label?.name ?? null))
  }

  protected continueStatement(node: Node): Node {
    const native =
      this.lowering === null || (node.label === null ? this.loops > 0 : this.labels.includes(node.label.name))
    if (native) return node
    const lowering = this.lowering!
    return lowering.jump(() => continueTarget(lowering, node.label?.name ?? null))
  }

  protected returnStatement(node: Node): Node {
    const { lowering } = this
    const value = node.argument === null ? null : this.rewrite(node.argument)
    if (lowering === null) return { ...node, argument: value }
    const unwinds = this.unwinding > 0 || lowering.contexts.some(({ type }) => type !== 'target')
    if (!unwinds) return b.returns(lowering.returning(value ?? b.undefinedValue()))
    // The value waits: what runs before the step has been left may run steps of other generators.
    const kept = lowering.temporary('$result')
    return lowering.jump(
      () => lowerReturn(lowering, b.variable(kept)),
      b.set(b.variable(kept), value ?? b.undefinedValue()),
    )
  }
}
