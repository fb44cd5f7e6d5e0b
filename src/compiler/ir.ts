// The intermediate representation: one generator body as a graph of blocks. A block is a run of
// statements without a suspension, in plain ESTree, and an exit. Jumps out of the middle of a
// statement (a `break` inside a loop that stays native) are `Goto` nodes inside it.

import type { Binding } from './binding.ts'
import { forEachChild, isFunction } from './syntax.ts'
import type { Node } from './syntax.ts'

/** A variable of the step function: a hoisted variable of the user's, or a temporary. */
export interface Variable {
  /** Unique within the step function. */
  readonly name: string
  readonly temporary: boolean
  /** The user's name for it, where `name` is another. */
  readonly source?: string
  /** The user's variable that it is. */
  readonly binding?: Binding
  /** What is iterated, of a place in an iteration. */
  readonly iterates?: Node
  /** `this`: no part of the frame's own data, so clones share it. */
  readonly shared?: boolean
}

export type Exit =
  | { readonly type: 'goto'; readonly target: Block }
  | { readonly type: 'branch'; readonly test: Node; readonly yes: Block; readonly no: Block }
  /** Leaves the step with a frame; `leave(frame)` is the expression that is returned. */
  | {
      readonly type: 'suspend'
      readonly leave: (frame: Node) => Node
      readonly value: Node
      readonly resume: Block
      readonly at: Node
      /** `leave(frame)` asks whether to go on at the frame with an option, or to leave. */
      readonly opens?: boolean
      /** `leave(frame)` yields `value` and does nothing else. */
      readonly yields?: boolean
      /** What is resumed sees `throw` and `return` by itself, wherever it stands. */
      readonly seesMode?: boolean
    }
  | { readonly type: 'return'; readonly value: Node }
  | { readonly type: 'throw'; readonly value: Node }
  /** The branch has failed: in a search the step goes on with another branch, or ends; otherwise at `unsearched`. */
  | { readonly type: 'fail'; readonly unsearched: Block }
  /** Where a `finally` ends: goes on to what was pending when it began. */
  | { readonly type: 'dispatch'; readonly on: Node; readonly cases: readonly Block[] }

/** What an exit evaluates; null where it only leads on. */
export function evaluatedBy(exit: Exit): Node | null {
  switch (exit.type) {
    case 'branch':
      return exit.test
    case 'dispatch':
      return exit.on
    case 'goto':
    case 'fail':
      return null
    default:
      return exit.value
  }
}

export interface Block {
  readonly id: number
  readonly body: Node[]
  exit: Exit | null
  /** Where an error thrown in this block goes; null leaves the function. */
  readonly handler: Block | null
}

/** A jump to a block from inside a statement. `carries` is a value that is kept in a variable first. */
export interface Goto extends Node {
  readonly type: 'Goto'
  readonly target: Block
  readonly carries: Node | null
}

export function goto(target: Block, carries: Node | null = null): Goto {
  return { type: 'Goto', target, carries }
}

export function isGoto(node: Node): node is Goto {
  return node.type === 'Goto'
}

export function gotosIn(node: Node): Goto[] {
  const found: Goto[] = []
  const look = (each: Node): void => {
    if (isGoto(each)) found.push(each)
    else forEachChild(each, look)
  }
  look(node)
  return found
}

/** Where the statements of a block jump to out of their middle. */
export function jumpsOutOf(block: Block): Block[] {
  return block.body.flatMap(gotosIn).map(({ target }) => target)
}

export function successors(block: Block): Block[] {
  const exit = block.exit
  const jumps = jumpsOutOf(block)
  if (exit === null) throw new Error(`invariant: block ${block.id} has no exit`)
  switch (exit.type) {
    case 'goto':
      return [...jumps, exit.target]
    case 'branch':
      return [...jumps, exit.yes, exit.no]
    case 'suspend':
      return [...jumps, exit.resume]
    case 'dispatch':
      return [...jumps, ...exit.cases]
    case 'fail':
      return [...jumps, exit.unsearched]
    case 'return':
    case 'throw':
      return jumps
  }
}

/** The blocks that can run, the start first, in an order that keeps the source's where it can. */
export function reachable(start: Block): Block[] {
  const seen = new Set<Block>()
  const pending: Block[] = [start]
  while (pending.length > 0) {
    const block = pending.pop()!
    if (seen.has(block)) continue
    seen.add(block)
    pending.push(...successors(block))
    if (block.handler !== null) pending.push(block.handler)
  }
  return [...seen].toSorted((a, b) => (a === start ? -1 : b === start ? 1 : a.id - b.id))
}

/** Holds after every pass; a broken graph is a bug of the compiler, named by its invariant. */
export function checkGraph(start: Block): void {
  for (const block of reachable(start)) {
    if (block.exit === null) throw new Error(`invariant: block ${block.id} has no exit`)
    for (const statement of block.body)
      if (containsYield(statement)) throw new Error(`invariant: block ${block.id} holds a yield`)
  }
}

function containsYield(node: Node): boolean {
  if (node.type === 'YieldExpression' || node.type === 'AwaitExpression') return true
  if (isFunction(node)) return false
  let found = false
  forEachChild(node, (child) => {
    found ||= containsYield(child)
  })
  return found
}
