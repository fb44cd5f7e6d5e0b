// A function declared in a block of sloppy code may have the name of a `var` that stands beside the block (ECMAScript,
// Annex B.3.2): `{ { function f() {} } { var f } }`. The parser takes that for a name that is declared twice.

import { forEachChild, isFunction } from './syntax.ts'
import type { Node } from './syntax.ts'

interface Span {
  readonly start: number
  readonly end: number
}

/** Whether an error says, with these labels, no more than that such a function and such a `var` have one name. */
export function mayStandBeside(program: Node, labels: readonly Span[]): boolean {
  const [first, second] = labels
  if (first === undefined || second === undefined) return false
  const block = blockOfFunction(program, first, null)
  return block !== null && !holds(block, second) && declaredBy(program, second) === 'var'
}

const holds = (node: Node, { start, end }: Span): boolean => node.start! <= start && node.end! >= end

/** The block in which the function with the name at `name` is declared; null where it is no such function. */
function blockOfFunction(node: Node, name: Span, around: Node | null): Node | null {
  if (node.type === 'FunctionDeclaration' && node.id?.start === name.start)
    return node.generator || node.async ? null : around
  let found: Node | null = null
  forEachChild(node, (child) => {
    if (!holds(child, name)) return
    const isBlock = child.type === 'BlockStatement' || child.type === 'SwitchStatement'
    // `if (test) function f() {}` declares it in a block of its own.
    const isAlone = node.type === 'IfStatement' && child.type === 'FunctionDeclaration'
    const outer = isFunction(node) ? null : around
    found = blockOfFunction(child, name, (isBlock && !isFunction(node)) || isAlone ? child : outer)
  })
  return found
}

/** The kind of the innermost declaration of variables around `name`. */
function declaredBy(node: Node, name: Span): string | null {
  let kind: string | null = null
  forEachChild(node, (child) => {
    if (holds(child, name)) kind ??= declaredBy(child, name)
  })
  return kind ?? (node.type === 'VariableDeclaration' ? node.kind : null)
}
