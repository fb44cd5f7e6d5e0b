// The frames of a function: what is live at each suspension point, the constructors that hold it, and the
// description from which the runtime copies, compares and shows frames.
//
// Many points at which the same variables are live share a constructor, which keeps the code short. A frame then
// has a field more, its point's number; where they are few, the number stands in the prototype.

import * as b from './build.ts'
import type { Block, Variable } from './ir.ts'
import { liveness } from './liveness.ts'
import type { Lowering } from './lowering.ts'
import { primitiveVariables } from './primitive.ts'
import type { Node } from './syntax.ts'

/** A suspension point, or the start: its number, what it resumes, and the shape of its frames. */
export interface Point {
  readonly number: number
  readonly block: Block
  readonly shape: Shape
  readonly at: Node
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
  /** Both. */
  readonly slots: readonly Variable[]
}

export interface Frames {
  /** The start first. */
  readonly points: readonly Point[]
  readonly shapes: readonly Shape[]
}

export function framesOf(l: Lowering, blocks: readonly Block[], base: string, fn: Node): Frames {
  const live = liveness(blocks)
  const primitive = new Set(primitiveVariables(blocks))
  // What the function was called with may be anything.
  for (const given of live.get(l.start)!) primitive.delete(given)
  const isShared = (slot: Variable): boolean => slot.shared === true || primitive.has(slot)

  const suspended = blocks.flatMap(({ exit }) =>
    exit?.type === 'suspend'
      ? [{ block: exit.resume, at: exit.at, handles: exit.seesMode === true || exit.resume.handler !== null }]
      : [],
  )
  const places = [{ block: l.start, at: fn, handles: l.start.handler !== null }, ...suspended]
  const order = new Map<Variable, number>()
  const keyOf = (block: Block): string => {
    const alive = live.get(block)!
    for (const slot of alive) if (!order.has(slot)) order.set(slot, order.size)
    return [...alive]
      .map((slot) => order.get(slot)!)
      .toSorted((one, other) => one - other)
      .join()
  }
  const counts = new Map<string, number>()
  for (const { block } of places) counts.set(keyOf(block), (counts.get(keyOf(block)) ?? 0) + 1)
  const shapes: Shape[] = []
  const shapeOf = (block: Block, several: boolean): Shape => {
    const slots = [...live.get(block)!].toSorted((one, other) => order.get(one)! - order.get(other)!)
    const copied = slots.filter((slot) => !isShared(slot))
    const shared = slots.filter(isShared)
    const constructorName = l.unit.topLevelName(`${base}$${shapes.length}`)
    const shape: Shape = { several, constructorName, copied, shared, slots: [...copied, ...shared] }
    shapes.push(shape)
    return shape
  }
  const common = new Map<string, Shape>()
  const points = places.map(({ block, at, handles }, number): Point => {
    const key = keyOf(block)
    let shape = common.get(key)
    if (shape === undefined) {
      const several = counts.get(key)! >= MANY
      shape = shapeOf(block, several)
      if (several) common.set(key, shape)
    }
    return { number, block, shape, at, handles }
  })
  return { points, shapes }
}

/** From how many points on a shared constructor is worth a field. */
const MANY = 3

/** A frame of `point` above `parent`, with `valueOf` each slot. */
export function newFrame(
  { shape, number }: Point,
  parent: Node,
  maker: string | null,
  valueOf: (slot: Variable) => Node,
): Node {
  const numbers = shape.several ? [b.literal(number)] : []
  const makers = maker === null ? [] : [b.id(maker)]
  const slots = shape.slots.map(valueOf)
  return b.create(b.id(shape.constructorName), parent, ...numbers, ...makers, ...slots)
}

/** Declares the constructors and the function's description; the name of the latter. */
export function describe(
  l: Lowering,
  { points, shapes }: Frames,
  { name, base, stepName, fn }: { name: string; base: string; stepName: string; fn: Node },
): string {
  const { unit } = l
  // A frame of a closure holds its maker, to find its step.
  const maker = l.maker === null ? [] : ['$maker']
  const layout: string[] = []
  const shapeRows = shapes.map(({ several, constructorName, copied, shared, slots }) => {
    const fields = [...(several ? ['$point'] : []), ...maker, ...slots.map((slot) => slot.name)]
    unit.hoisted.push(constructorOf(constructorName, fields))
    const lists = [[...maker, ...copied.map(slotText)].join(' ')]
    if (shared.length > 0) lists.push(shared.map(slotText).join(' '))
    layout.push(lists.join('/'))
    return b.array([b.id(constructorName), ...lists.map(b.literal)])
  })
  const pointRows = points.map(({ shape, at, handles }) => {
    const { line, column } = unit.original(unit.position(at.start ?? 0))
    const row = [shapes.indexOf(shape), line, column + 1]
    layout.push(`${row[0]}`)
    return b.array((handles ? [...row, 1] : row).map(b.literal))
  })
  const codeName = unit.topLevelName(`${base}$code`)
  const step = l.maker === null ? b.id(stepName) : b.literal(null)
  const label = b.literal(unit.label(name, fn, layout.join('|')))
  const rows = [b.array(shapeRows), b.array(pointRows)]
  const description = b.call(
    unit.helper('code'),
    b.literal(name),
    b.literal(unit.filename),
    step,
    ...rows,
    label,
  )
  unit.prelude.push(b.declare('var', [b.id(codeName), description]))
  return codeName
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
