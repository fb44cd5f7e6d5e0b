// What stands around the places where a step can be entered: the variables of the step, the loop in which its parts jump
// to one another, and what an error meets there.

import * as b from './build.ts'
import { loadFrame, newFrameAt } from './frames.ts'
import type { Frames, Point, Shape } from './frames.ts'
import type { Lowering } from './lowering.ts'
import type { Node } from './syntax.ts'

interface Around {
  /** What the step declares beside what every step has. */
  readonly variables: readonly string[]
  /** Whether the step calls itself, and a call may begin elsewhere than at its frame's point. */
  readonly nests: boolean
  /** The case that loads the frame, if one does for all. */
  readonly loads: number | null
  /** Whether a loop inside jumps to the loop of the step. */
  readonly jumpsOut: boolean
  /** Whether there is one place, which nothing jumps to. */
  readonly isStraight: boolean
}

/** The body of a step whose `switch` has these cases. */
export function stepAround(
  l: Lowering,
  frames: Frames,
  cases: readonly Node[],
  { variables, nests, loads, jumpsOut, isStraight }: Around,
): Node[] {
  const { next, at, frame, parent, handler, error, run } = l.unit.registers
  const dispatch: Node = { type: 'SwitchStatement', discriminant: b.id(next), cases }
  const entered = frames.huge ? [loadAtAnyPoint(l, frames), dispatch] : [dispatch]
  const body = frames.guarded ? catching(l, entered) : entered.length === 1 ? dispatch : b.block(entered)
  const loop = b.forever(body)
  const registers: [Node, Node | null][] = []
  const loadsFirst = frames.one && loads === null
  const parentOfFrame = b.property('$parent', b.id(parent))
  if (loadsFirst) {
    const fields = isStraight ? [parentOfFrame] : [pointIn(l), parentOfFrame]
    registers.push([pattern(frames, fields), b.id(frame)])
  } else {
    const start = loads === null ? b.member(b.id(frame), '$point') : b.literal(loads)
    registers.push([b.id(next), nests ? b.logical(b.id(at), '??', start) : start])
    registers.push([b.id(parent), b.member(b.id(frame), '$parent')])
  }
  if (frames.guarded) registers.push([b.id(handler), b.literal(-1)], [b.id(error), null])
  const slots = new Set(loadsFirst ? frames.shapes[0]!.slots.map(({ name }) => name) : [])
  const others = variables.filter((name) => !slots.has(name))
  const declared = b.declare('let', ...registers, ...others.map((name): [Node, null] => [b.id(name), null]))
  if (isStraight) return [declared, ...cases[0]!.consequent]
  return [
    declared,
    ...(frames.huge ? [frameAtAnyPoint(l, frames)] : []),
    jumpsOut ? { type: 'LabeledStatement', label: b.id(run), body: loop } : loop,
  ]
}

/** Where there is one shape: the frame's point, and whatever may be live there. */
export function loadAtOnce(l: Lowering, frames: Frames): Node {
  return b.set(pattern(frames, [pointIn(l)]), b.id(l.unit.registers.frame))
}

function pointIn({ unit }: Lowering): Node {
  return b.property('$point', b.id(unit.registers.next))
}

function pattern({ shapes }: Frames, fields: Node[]): Node {
  const [{ slots }] = shapes as readonly [Shape]
  return { type: 'ObjectPattern', properties: [...fields, ...slots.map(({ name }) => b.shorthand(name))] }
}

/** An error goes on at the handler that is set, or leaves the step. */
function catching({ unit }: Lowering, body: Node[]): Node {
  const { next, handler, error } = unit.registers
  const caught = b.id('error')
  const handled = [
    b.ifThen(b.binary(b.id(handler), '<', b.literal(0)), [b.throws(caught)]),
    b.set(b.id(error), caught),
    b.set(b.id(next), b.id(handler)),
  ]
  return {
    type: 'TryStatement',
    block: b.block(body),
    handler: { type: 'CatchClause', param: caught, body: b.block(handled) },
    finalizer: null,
  }
}

/** In a huge function: what is resumed loads whatever may be live there. */
function loadAtAnyPoint({ unit }: Lowering, { points }: Frames): Node {
  const { next, frame } = unit.registers
  const [{ shape }] = points as readonly [Point]
  const resumed = b.binary(b.id(next), '<', b.literal(points.length))
  return b.ifThen(resumed, [loadFrame(shape.slots, b.id(frame))])
}

/** In a huge function: makes a frame of the point with a given number. */
function frameAtAnyPoint({ unit, maker }: Lowering, { points }: Frames): Node {
  const [{ shape }] = points as readonly [Point]
  const [point, parent] = [b.id('$point'), b.id(unit.registers.parent)]
  const frame = newFrameAt(shape, parent, point, maker)
  return b.declare('const', [
    b.id(unit.registers.frameAt),
    b.arrow([point], b.call(unit.helper('trimmed'), frame)),
  ])
}
