// What all parts of a step need: the registers that it declares, the frames that it makes and loads, the
// jumps between its cases.

import * as b from './build.ts'
import { finished } from './finish.ts'
import { loadFrame, newFrame, newFrameAt } from './frames.ts'
import type { Frames, Point, Shape } from './frames.ts'
import { successors } from './ir.ts'
import type { Block, Variable } from './ir.ts'
import { entered } from './labels.ts'
import type { Lowering } from './lowering.ts'
import type { Node } from './syntax.ts'
import type { Registers } from './unit.ts'

export class StepParts {
  /** The points by what they resume. */
  protected readonly points: ReadonlyMap<Block, Point>
  protected readonly variables = new Set<Variable>()
  /** Registers beside those that every step has. */
  protected readonly extra = new Set<string>()
  /** Where a frame that the search gave is entered. */
  protected readonly entering: number
  /** Where there is one shape: where the frame is loaded. */
  protected readonly loads: number
  /** Where guards fail that do so in one place; where frames are made that are yielded in one place. */
  protected readonly fails: number
  protected readonly yields: number
  /** Whether something jumps to the loop of the step from inside another. */
  protected jumpsOut = false

  constructor(
    protected readonly l: Lowering,
    protected readonly blocks: readonly Block[],
    protected readonly frames: Frames,
    protected readonly labels: ReadonlyMap<Block, number>,
  ) {
    this.points = new Map(frames.points.map((point) => [point.block, point]))
    this.entering = Math.max(...labels.values()) + 1
    this.loads = this.entering + 1
    this.fails = this.entering + 2
    this.yields = this.entering + 3
  }

  protected get unit() {
    return this.l.unit
  }

  /** Whether the step may go on at other frames of its function by itself. */
  protected get switches(): boolean {
    return this.blocks.some(({ exit }) => exit!.type === 'fail')
  }

  /** Whether nothing suspends, and nothing jumps. */
  protected get isStraight(): boolean {
    const { labels, frames, blocks, l } = this
    const isSimple = frames.one && !frames.guarded && labels.size === 1
    return isSimple && !blocks.some((block) => successors(block).includes(l.start))
  }

  protected register(name: keyof Registers): Node {
    const register = this.unit.registers[name]
    this.extra.add(register)
    return b.id(register)
  }

  protected caseOf(number: number, consequent: Node[]): Node {
    return { type: 'SwitchCase', test: b.literal(number), consequent }
  }

  /** What was sent to `at`, looked at where a proof rests on it. */
  protected received(at: Node): Node {
    const sent = b.id(this.unit.registers.sent)
    const assumption = this.unit.assumption(at)
    return assumption === null ? sent : b.call(this.unit.helper('expect'), assumption, sent)
  }

  /** Loads the frame that an entered block resumes. */
  protected loading(block: Block): Node[] {
    const point = this.points.get(block)
    const slots = point?.shape.slots.filter((slot) => point.live.has(slot)) ?? []
    for (const slot of slots) this.variables.add(slot)
    if (slots.length === 0 || this.frames.huge || this.frames.one) return []
    return [loadFrame(slots, b.id(this.unit.registers.frame))]
  }

  /** Sets the handler of an entered block. */
  protected handling(block: Block): Node[] {
    return this.frames.guarded && this.mayDiffer(block) ? [this.setHandler(block)] : []
  }

  /** Whether another handler than the block's may be set where it is entered: a frame is entered without one. */
  private mayDiffer(block: Block): boolean {
    if (this.points.has(block) && block.handler !== null) return true
    return this.blocks.some(
      (each) =>
        each.handler === block ||
        (each.handler !== block.handler && (opensAt(each) === block || entered(each).includes(block))),
    )
  }

  protected setHandler(block: Block): Node {
    const number = block.handler === null ? -1 : this.labels.get(block.handler)!
    return b.set(b.id(this.unit.registers.handler), b.literal(number))
  }

  protected frameAt(point: Point): Node {
    if (this.frames.huge) return b.call(b.id(this.unit.registers.frameAt), b.literal(point.number))
    return newFrame(point, b.id(this.unit.registers.parent), this.l.maker, ({ name }) => b.id(name))
  }

  /** Leaves at `$point`, with all variables that are live there. */
  protected yieldAtPoint(value: Node): Node {
    const { unit, l, frames } = this
    const [shape] = frames.shapes as readonly [Shape]
    for (const slot of shape.slots) this.variables.add(slot)
    const made = newFrameAt(shape, b.id(unit.registers.parent), this.register('point'), l.maker)
    return b.returns(b.call(unit.helper('yields'), value, b.call(unit.helper('trimmed'), made)))
  }

  /** The search goes on with the next option of its choice point, at `$frame`. */
  protected enterFrame(): Node[] {
    const { frame, next, choice } = this.unit.registers
    const noChoice = this.extra.has(choice) ? [b.set(b.id(choice), b.literal(null))] : []
    const load = this.frames.one ? [] : [b.set(b.id(next), b.member(b.id(frame), '$point')), b.leave()]
    return [...this.withOption(), ...this.withoutHandler(), ...noChoice, ...load]
  }

  /** What is resumed next takes an option of the search's choice point. */
  private withOption(): Node[] {
    return [b.set(b.id(this.unit.registers.sent), this.unit.helper('OPTION')), ...this.goingOn()]
  }

  private withoutHandler(): Node[] {
    return this.frames.guarded ? [b.set(b.id(this.unit.registers.handler), b.literal(-1))] : []
  }

  /** What is resumed next goes on as after `next`. */
  protected goingOn(): Node[] {
    return this.frames.guarded ? [b.set(b.id(this.unit.registers.mode), b.literal(0))] : []
  }

  protected finish(node: Node): Node {
    return finished(node, {
      jump: (target) => [this.goTo(this.labels.get(target)!), this.againFromInside()],
      met: (variable) => void this.variables.add(variable),
    })
  }

  protected goTo(number: number): Node {
    return b.set(b.id(this.unit.registers.next), b.literal(number))
  }

  protected goToEither(test: Node, yes: Block, no: Block): Node {
    const [one, other] = [yes, no].map((block) => b.literal(this.labels.get(block)!)) as [Node, Node]
    return b.set(b.id(this.unit.registers.next), b.conditional(test, one, other))
  }

  protected againFromInside(): Node {
    this.jumpsOut = true
    return b.continueAt(this.unit.registers.run)
  }
}

/** What `block` leads to by a choice. */
function opensAt({ exit }: Block): Block | null {
  return exit!.type === 'suspend' && exit!.opens === true ? exit!.resume : null
}
