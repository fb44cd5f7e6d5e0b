// The last pass over a statement of a block: jumps become code, and variables of the step plain names.

import * as b from './build.ts'
import { isGoto } from './ir.ts'
import type { Block, Variable } from './ir.ts'
import { isAnonymousDefinition, mapChildren } from './syntax.ts'
import type { Node } from './syntax.ts'

export interface Finishing {
  /** The code of a jump out of the middle of a statement. */
  readonly jump: (target: Block) => Node[]
  /** Called with each variable that is mentioned, for the step to declare. */
  readonly met: (variable: Variable) => void
}

export function finished(node: Node, how: Finishing): Node {
  if (isGoto(node)) {
    const carried = node.carries === null ? [] : [finished(node.carries, how)]
    return b.block([...carried, ...how.jump(node.target)])
  }
  if (node.variable !== undefined) {
    // From here on it is a plain name: a generator around this one has variables of its own.
    const { variable, ...plain } = node
    how.met(variable)
    return plain
  }
  if (isStoreOfAnonymous(node)) {
    // A function without a name must not take the name of a temporary.
    const right = b.sequence(b.literal(0), finished(node.right, how))
    return { ...node, left: finished(node.left, how), right }
  }
  return mapChildren(node, (child) => finished(child, how))
}

function isStoreOfAnonymous(node: Node): boolean {
  return (
    node.type === 'AssignmentExpression' &&
    node.left.variable?.temporary === true &&
    isAnonymousDefinition(node.right)
  )
}
