// Attempts: what a branch does between a choice and the first sign that it will not fail at once. Most branches of
// most searches end there, so a step tries the options of a choice one after the other in a loop, in which
// nothing is asked and nothing is made but what the user's own code makes.
//
// A step that comes to a choice runs that loop even before there is a frame or a choice point, and one that is resumed
// runs it for what a choice point has left. While an option does not fail and others are left, the branch goes on in a
// call of the step by itself, where it may come to further choices. If it fails there, the loop goes on; so a tree
// without a solution costs calls and no frames. Only when the branch has to leave the step are the frames made for what
// is left, from the innermost call outwards: the choice points lie on the JavaScript stack until somebody needs them
// (Pettyjohn, Clements, Marshall, Krishnamurthi and Felleisen, "Continuations from generalized stack inspection",
// ICFP 2005, do so for exceptions of whole programs).

import type { Block, Variable } from './ir.ts'
import { jumpsOutOf, successors } from './ir.ts'
import type { Live } from './liveness.ts'
import type { Point } from './frames.ts'
import { forEachChild, isFunction } from './syntax.ts'
import type { Node } from './syntax.ts'

export interface Attempt {
  readonly point: Point
  /** The blocks from which the branch can still come to a failure. Each is entered from one place only. */
  readonly region: ReadonlySet<Block>
  /** The blocks that a branch goes on with when it leaves the attempt without having failed, each once. */
  readonly exits: readonly Block[]
}

/**
 * The attempt that begins where `point` is resumed, if one does that is worth a loop. `isEntered` tells the blocks
 * that jumps aim at, `live` what lives where a block begins.
 */
export function attemptAt(
  point: Point,
  isEntered: (block: Block) => boolean,
  live: ReadonlyMap<Block, Live>,
): Attempt | null {
  const region = new Set<Block>()
  if (!point.opens || !reachesFailure(point.block, isEntered, region)) return null
  const nodes = [...region].flatMap(({ body, exit }) =>
    exit!.type === 'branch' ? [...body, exit!.test] : body,
  )
  // The next option needs the variables as they were.
  if ([...point.live].some((slot) => nodes.some((node) => assigns(node, slot)))) return null
  const leaving = [...region]
    .filter(({ exit }) => exit!.type !== 'fail')
    .flatMap((block) => successors(block))
    .filter((next) => !region.has(next))
  const exits = [...new Set(leaving)]
  const isLight = exits.every((exit) => live.get(exit)!.size <= MOST_VARIABLES)
  return isLight && isSmall(nodes) ? { point, region, exits } : null
}

/** Whether `block` leads to a failure without a jump or a suspension; it and what lies between joins `region`. */
function reachesFailure(block: Block, isEntered: (block: Block) => boolean, region: Set<Block>): boolean {
  const exit = block.exit!
  if (block.handler !== null || jumpsOutOf(block).length > 0) return false
  const leads = (next: Block): boolean => !isEntered(next) && reachesFailure(next, isEntered, region)
  const reaches =
    exit.type === 'fail' ||
    (exit.type === 'goto' && leads(exit.target)) ||
    // Both sides are to join the region.
    (exit.type === 'branch' && [leads(exit.yes), leads(exit.no)].includes(true))
  if (reaches) region.add(block)
  return reaches
}

/** The most variables that are worth handing on to a call. */
const MOST_VARIABLES = 12

/** The most nodes of a check: a larger one takes so long that the loop around it gains nothing. */
const MOST_NODES = 80

function isSmall(nodes: readonly Node[]): boolean {
  let count = 0
  const isPlain = (node: Node): boolean => {
    if (++count > MOST_NODES || isFunction(node) || node.type.startsWith('Class')) return false
    // A branch that returns in the middle of a statement would leave without handing over what is left.
    if (node.type === 'ReturnStatement') return false
    let plain = true
    forEachChild(node, (child) => {
      plain &&= isPlain(child)
    })
    return plain
  }
  return nodes.every(isPlain)
}

function assigns(node: Node, variable: Variable): boolean {
  const target: Node | undefined =
    node.type === 'AssignmentExpression'
      ? node.left
      : node.type === 'UpdateExpression'
        ? node.argument
        : undefined
  if (target !== undefined && (target.variable === variable || target.type.endsWith('Pattern'))) return true
  let found = false
  forEachChild(node, (child) => {
    found ||= assigns(child, variable)
  })
  return found
}
