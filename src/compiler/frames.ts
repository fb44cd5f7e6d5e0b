// The frames of a function: what is live at each suspension point, the constructors that hold it, and the
// description from which the runtime copies, compares and shows frames.
//
// Where points are many, some share a constructor (groups.ts). A frame then has a field more, its point's number;
// elsewhere the number stands in the prototype. A slot whose variable is dead at the frame's point is undefined.

import * as b from './build.ts'
import { groupsOf, isHuge } from './groups.ts'
import type { Block, Variable } from './ir.ts'
import { liveness } from './liveness.ts'
import type { Live } from './liveness.ts'
import type { Lowering } from './lowering.ts'
import { unchangingVariables } from './unchanging.ts'
import type { Node } from './syntax.ts'
import type { Position } from './position.ts'
import type { Unit } from './unit.ts'

/** A suspension point, or the start: its number, what it resumes, and the shape of its frames. */
export interface Point {
  readonly number: number
  readonly block: Block
  readonly shape: Shape
  /** Which of the shape's slots hold something here. */
  readonly live: Live
  readonly at: Node
  /** Whether it is a choice at which the step may go on by itself. */
  readonly opens: boolean
  /** Whether what is resumed sees `throw` and `return`. */
  readonly handles: boolean
}

export interface Shape {
  /** Whether frames of several points have this shape: then each says which is its own. */
  readonly several: boolean
  readonly constructorName: string
  /** What may hold something mutable, which a clone has to copy; then what clones share as it is. */
  readonly copied: readonly Variable[]
  readonly shared: readonly Variable[]
  /** Of the first, what a fork need not look at, and where that rests on what arrives. */
  readonly proven: readonly Variable[]
  readonly restsOn: readonly Node[]
  /** Both. */
  readonly slots: readonly Variable[]
}

export interface Frames {
  /** The start first. */
  readonly points: readonly Point[]
  readonly shapes: readonly Shape[]
  /** The variables that are live at the start of each block. */
  readonly live: ReadonlyMap<Block, Live>
  /** Whether there is one shape for very many points: then the step makes and loads its frames in one place. */
  readonly huge: boolean
  /** Whether there is one shape for few points: then the step loads its frames in one place. */
  readonly one: boolean
  /** Whether the function handles errors itself. */
  readonly guarded: boolean
}

export function framesOf(l: Lowering, blocks: readonly Block[], base: string, fn: Node): Frames {
  const live = liveness(blocks)
  const unchanging = new Set(unchangingVariables(blocks, (callee) => l.unit.isImmutable(callee)))
  // What the function was called with may be anything.
  for (const given of live.get(l.start)!) unchanging.delete(given)
  const isShared = (slot: Variable): boolean => slot.shared === true || unchanging.has(slot)

  const suspended = blocks.flatMap(({ exit }) =>
    exit?.type === 'suspend'
      ? [
          {
            block: exit.resume,
            at: exit.at,
            handles: exit.seesMode === true || exit.resume.handler !== null,
            opens: exit.opens === true,
          },
        ]
      : [],
  )
  const places = [{ block: l.start, at: fn, handles: l.start.handler !== null, opens: false }, ...suspended]
  const lives = places.map(({ block }) => live.get(block)!)
  const searches = blocks.some(
    ({ exit }) => exit!.type === 'fail' || (exit!.type === 'suspend' && exit!.opens),
  )
  const groups = groupsOf(lives, searches)
  const shapes = groups.map(({ points, variables }, number): Shape => {
    const copied = [...variables].filter((slot) => !isShared(slot))
    const shared = [...variables].filter(isShared)
    const constructorName = l.unit.topLevelName(`${base}$${number}`)
    const proofs = new Map(copied.map((slot) => [slot, proofOf(l, slot)]))
    const proven = copied.filter((slot) => proofs.get(slot) !== null)
    const restsOn = [...new Set(proven.flatMap((slot) => proofs.get(slot)!))]
    const slots = [...copied, ...shared]
    return { several: points.length > 1, constructorName, copied, shared, proven, restsOn, slots }
  })
  const points = places.map(({ block, at, handles, opens }, number): Point => {
    const shape = shapes[groups.findIndex((group) => group.points.includes(number))]!
    return { number, block, shape, live: lives[number]!, at, handles, opens }
  })
  const huge = isHuge(lives)
  const guarded = blocks.some(({ handler }) => handler !== null)
  return { points, shapes, live, huge, one: !huge && shapes.length === 1, guarded }
}

/** Traits of a point, as the runtime reads them (runtime/code.ts). */
const HANDLES = 1
const TRUSTS = 2

/** Where the proof for a slot rests on what arrives; null where there is none. */
function proofOf({ unit }: Lowering, { binding, iterates }: Variable): readonly Node[] | null {
  if (unit.proof === null) return null
  if (binding !== undefined) return unit.proof.ofVariable(binding)
  return iterates === undefined ? null : unit.proof.ofIterated(iterates)
}

/** Tests that are all true if a frame of `point` would hold nothing that a clone has to copy. */
export function wouldBeClean({ unit, maker }: Lowering, { shape, live }: Point): Node[] {
  const isShared = (value: Node): Node => b.call(unit.helper('isShared'), value)
  const { copied, proven, restsOn } = shape
  const holds = restsOn.map((node) => b.member(unit.assumption(node)!, 'holds'))
  const unproven = copied
    .filter((slot) => live.has(slot) && !(proven.includes(slot) && holds.length === 0))
    .map((slot) => {
      const test = isShared(b.id(slot.name))
      return proven.includes(slot) ? b.logical(b.conjunction(holds), '||', test) : test
    })
  return maker === null ? unproven : [isShared(b.id(maker)), ...unproven]
}

/** A frame of `point` above `parent`, with `valueOf` each slot. */
export function newFrame(
  { shape, number, live }: Point,
  parent: Node,
  maker: string | null,
  valueOf: (slot: Variable) => Node,
): Node {
  const last = shape.slots.findLastIndex((slot) => live.has(slot))
  const values = shape.slots
    .slice(0, last + 1)
    .map((slot) => (live.has(slot) ? valueOf(slot) : b.undefinedValue()))
  return construct(shape, parent, b.literal(number), maker, values)
}

/** A frame of the point whose number `point` is, with all variables of the step, whether they are live there or not. */
export function newFrameAt(shape: Shape, parent: Node, point: Node, maker: string | null): Node {
  const values = shape.slots.map(({ name }) => b.id(name))
  return construct(shape, parent, point, maker, values)
}

/** `({ a, b } = $frame)`, or plainly where there is one. */
export function loadFrame(slots: readonly Variable[], frame: Node): Node {
  const [only] = slots
  if (slots.length === 1) return b.set(b.id(only!.name), b.member(frame, only!.name))
  const properties = slots.map(({ name }) => b.shorthand(name))
  return b.set({ type: 'ObjectPattern', properties }, frame)
}

function construct(shape: Shape, parent: Node, point: Node, maker: string | null, values: Node[]): Node {
  const points = shape.several ? [point] : []
  const makers = maker === null ? [] : [b.id(maker)]
  return b.create(b.id(shape.constructorName), parent, ...points, ...makers, ...values)
}

/** Declares the constructors; the function's description. */
export function describe(
  l: Lowering,
  { points, shapes }: Frames,
  { name, stepName, fn }: { name: string; stepName: string; fn: Node },
): Node {
  const { unit } = l
  // A frame of a closure holds its maker, to find its step.
  const maker = l.maker === null ? [] : ['$maker']
  const layout: string[] = []
  const shapeRows = shapes.map(({ several, constructorName, copied, shared, proven, restsOn, slots }) => {
    const fields = [...(several ? ['$point'] : []), ...maker, ...slots.map((slot) => slot.name)]
    unit.hoisted.push(constructorOf(constructorName, fields))
    const lists = [[...maker, ...copied.map(slotText)].join(' ')]
    if (shared.length > 0) lists.push(shared.map(slotText).join(' '))
    layout.push(lists.join('/'))
    if (proven.length === 0) return b.array([b.id(constructorName), ...lists.map(b.literal)])
    if (shared.length === 0) lists.push('')
    lists.push(proven.map(({ name }) => name).join(' '))
    const assumptions = restsOn.map((node) => unit.assumption(node)!)
    const last = assumptions.length === 0 ? [] : [b.array(assumptions)]
    return b.array([b.id(constructorName), ...lists.map(b.literal), ...last])
  })
  const source = unit.origin(fn.start ?? 0)?.source ?? null
  const pointRows = points.map(({ shape, live, at, handles }) => {
    const { line, column } = placeIn(unit, source, at, fn)
    const dead = ranges([...maker.map(() => false), ...shape.slots.map((slot) => !live.has(slot))])
    const row = [shapes.indexOf(shape), line, column + 1]
    layout.push([row[0], ...dead].join('-'))
    const traits = (handles ? HANDLES : 0) + (unit.proof?.trusts(at) ? TRUSTS : 0)
    if (traits > 0) row.push(traits)
    return [...(shapes.length > 1 ? row : row.slice(1)), ...dead].join(' ')
  })
  const step = l.maker === null ? b.id(stepName) : b.literal(null)
  const label = b.literal(unit.label(name, fn, layout.join('|')).slice(name.length))
  const rows = [b.array(shapeRows), b.literal(pointRows.join('|'))]
  const from = source === null ? [] : [b.literal(source)]
  return b.call(unit.helper('code'), b.literal(name), unit.file, step, ...rows, label, ...from)
}

/** Where `at` stands in what the file was made from, in the same source as its function; if that is null, in the file. */
function placeIn(unit: Unit, source: string | null, at: Node, fn: Node): Position {
  if (source === null) return unit.original(unit.position(at.start ?? 0))
  const origin = unit.origin(at.start ?? 0)
  return origin?.source === source ? origin : unit.origin(fn.start ?? 0)!
}

/** Where the runs of `true` begin and where they end. */
function ranges(flags: readonly boolean[]): number[] {
  const found: number[] = []
  let last = false
  for (const [at, flag] of [...flags, false].entries()) {
    if (flag !== last) found.push(at)
    last = flag
  }
  return found
}

/** A slot, with the user's name where that is another. */
function slotText({ name, source }: Variable): string {
  return source === undefined ? name : `${name}:${source}`
}

function constructorOf(name: string, fields: readonly string[]): Node {
  const self = { type: 'ThisExpression' }
  return b.functionNode(
    'FunctionDeclaration',
    name,
    [b.id('$parent'), ...fields.map(b.id)],
    [
      b.set(b.member(self, '$parent'), b.id('$parent')),
      b.set(b.member(self, '$clean'), b.literal(0)),
      ...fields.map((field) => b.set(b.member(self, field), b.id(field))),
    ],
  )
}
