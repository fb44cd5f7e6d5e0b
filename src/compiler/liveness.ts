// Which variables a frame must hold: those that may be read after its suspension before they are
// written. Classic backward data flow over the blocks. Precision matters beyond speed: a dead variable
// in a frame would keep equal branches apart and fill checkpoints.
//
// An error may leave a block from any of its statements, so what its handler needs is live throughout.

import { gotosIn, goto, isGoto } from './ir.ts'
import type { Block, Goto, Variable } from './ir.ts'
import { forEachChild } from './syntax.ts'
import type { Node } from './syntax.ts'

export type Live = ReadonlySet<Variable>

/** The variables live at the start of each block. */
export function liveness(blocks: readonly Block[]): ReadonlyMap<Block, Live> {
  const liveIn = new Map<Block, Set<Variable>>(blocks.map((block) => [block, new Set()]))
  const summaries = new Map(blocks.map((block) => [block, summarise(block)]))
  const readers = readersOf(summaries)
  const stale = new Set(blocks)
  while (stale.size > 0)
    for (const block of blocks.toReversed()) {
      if (!stale.delete(block)) continue
      const live = flow(summaries.get(block)!, block, liveIn)
      if (live.size === liveIn.get(block)!.size) continue
      liveIn.set(block, live)
      for (const each of readers.get(block) ?? []) stale.add(each)
    }
  return liveIn
}

/** By block, those whose variables depend on its own. */
function readersOf(summaries: ReadonlyMap<Block, readonly Summary[]>): ReadonlyMap<Block, readonly Block[]> {
  const readers = new Map<Block, Block[]>()
  for (const [block, summary] of summaries) {
    const targets = summary.flatMap(({ jumps }) => jumps.map(({ target }) => target))
    const read = new Set(block.handler === null ? targets : [block.handler, ...targets])
    for (const each of read) {
      const known = readers.get(each)
      if (known === undefined) readers.set(each, [block])
      else known.push(block)
    }
  }
  return readers
}

/** What one statement reads, surely writes, and where it may jump. */
interface Summary {
  readonly reads: Live
  readonly writes: Live
  readonly jumps: readonly Goto[]
}

function summarise(block: Block): Summary[] {
  const steps = block.body.map((statement): Summary => ({ ...effects(statement), jumps: gotosIn(statement) }))
  const exit = block.exit!
  const last = (node: Node | null, targets: readonly Block[]): Summary => ({
    reads: node === null ? new Set() : mentions(node),
    writes: new Set(),
    jumps: targets.map((target) => goto(target)),
  })
  switch (exit.type) {
    case 'goto':
      return [...steps, last(null, [exit.target])]
    case 'branch': {
      // The test may assign (`(position = position.next()) === null`).
      const { reads, writes } = effects({ type: 'ExpressionStatement', expression: exit.test })
      return [...steps, { reads, writes, jumps: [] }, last(null, [exit.yes, exit.no])]
    }
    case 'suspend':
      return [...steps, last(exit.value, [exit.resume])]
    case 'dispatch':
      return [...steps, last(exit.on, exit.cases)]
    case 'return':
    case 'throw':
      return [...steps, last(exit.value, [])]
    case 'fail':
      return [...steps, last(null, [exit.unsearched])]
  }
}

function flow(summary: readonly Summary[], block: Block, liveIn: ReadonlyMap<Block, Live>): Set<Variable> {
  const handler: Live = block.handler === null ? new Set() : liveIn.get(block.handler)!
  const live = new Set<Variable>(handler)
  for (const { reads, writes, jumps } of summary.toReversed()) {
    for (const { target, carries } of jumps)
      for (const each of liveIn.get(target)!) if (each !== carries?.expression.left.variable) live.add(each)
    for (const each of writes) if (!handler.has(each)) live.delete(each)
    for (const each of reads) live.add(each)
  }
  return live
}

/** Reads and sure writes of a statement: only an assignment that is the whole statement surely writes. */
function effects(statement: Node): { reads: Set<Variable>; writes: Set<Variable> } {
  const reads = new Set<Variable>()
  const writes = new Set<Variable>()
  if (statement.type === 'ExpressionStatement') assignment(statement.expression)
  else collect(statement, reads)
  for (const each of reads) writes.delete(each)
  return { reads, writes }

  function assignment(node: Node): void {
    if (node.type === 'BinaryExpression' && node.left.type === 'AssignmentExpression') {
      assignment(node.left)
      collect(node.right, reads)
    } else if (
      node.type === 'AssignmentExpression' &&
      node.operator === '=' &&
      node.left.type === 'Identifier'
    ) {
      assignment(node.right)
      if (node.left.variable === undefined) return
      writes.add(node.left.variable)
    } else if (node.type === 'AssignmentExpression' && node.left.type.endsWith('Pattern')) {
      assignment(node.right)
      pattern(node.left)
    } else collect(node, reads)
  }

  /** Each identifier of a pattern is written; defaults and keys are read. */
  function pattern(node: Node): void {
    if (node.variable !== undefined) writes.add(node.variable)
    else if (node.type === 'AssignmentPattern') {
      collect(node.right, reads)
      pattern(node.left)
    } else if (node.type === 'Property') {
      if (node.computed) collect(node.key, reads)
      pattern(node.value)
    } else if (node.type.endsWith('Pattern') || node.type === 'RestElement') forEachChild(node, pattern)
    else collect(node, reads)
  }
}

function collect(node: Node, into: Set<Variable>): void {
  if (node.variable !== undefined) into.add(node.variable)
  // What a jump carries is written by it and read where it leads.
  if (isGoto(node)) return void (node.carries && collect(node.carries.expression.right, into))
  forEachChild(node, (child) => collect(child, into))
}

/** Every variable that `node` mentions. */
export function mentions(node: Node): Set<Variable> {
  const found = new Set<Variable>()
  collect(node, found)
  return found
}
