// Blocks to code: one step function, a `switch` over the places where it can be entered (`step.ts` is what stands around
// it). Blocks that are reached from one place only are written there, so that an `if` stays an `if`.

import * as b from './build.ts'
import { checkGraph } from './ir.ts'
import type { Block, Variable } from './ir.ts'
import { describe, framesOf, loadFrame, newFrame } from './frames.ts'
import type { Frames, Point } from './frames.ts'
import type { Lowering } from './lowering.ts'
import type { Registers } from './unit.ts'
import { dropUnread, thread } from './simplify.ts'
import { entered, labelsOf } from './labels.ts'
import type { Attempt } from './attempts.ts'
import { stepAround } from './step.ts'
import { isAnonymousDefinition, mapChildren } from './syntax.ts'
import type { Node } from './syntax.ts'

export interface Emitted {
  readonly codeName: string
  /** The step where it is a closure; otherwise it went to the top level. */
  readonly step: Node | null
  /** The start first. */
  readonly points: readonly Point[]
}

export function emitStep(l: Lowering, fn: Node, name: string, strict: boolean): Emitted {
  checkGraph(l.start)
  const blocks = thread(l.start)
  dropUnread(blocks)
  const base = /^[A-Za-z_$][\w$]*$/.test(name) ? name : 'generator'
  const stepName = l.maker === null ? l.unit.topLevelName(`${base}$step`) : l.unit.unique(`${base}$step`)
  const frames = framesOf(l, blocks, base, fn)
  const codeName = describe(l, frames, { name, base, stepName, fn })
  const body = new Emitter(l, blocks, frames).step()
  if (strict) body.unshift(b.directive('use strict'))
  const { frame, mode, sent } = l.unit.registers
  const params = [b.id(frame), b.id(mode), b.id(sent)]
  if (l.maker === null) {
    l.unit.hoisted.push(b.functionNode('FunctionDeclaration', stepName, params, body))
    return { codeName, step: null, points: frames.points }
  }
  return {
    codeName,
    step: b.functionNode('FunctionExpression', stepName, params, body),
    points: frames.points,
  }
}

function conjunction(tests: readonly Node[]): Node {
  return tests.reduce((all, each) => b.logical(all, '&&', each))
}

function isStoreOfAnonymous(node: Node): boolean {
  return (
    node.type === 'AssignmentExpression' &&
    node.left.variable?.temporary === true &&
    isAnonymousDefinition(node.right)
  )
}

/** The loop of an attempt while it is being written. */
interface Trying {
  readonly attempt: Attempt
  readonly label: string
  readonly inPlace: boolean
}

class Emitter {
  private readonly labels: ReadonlyMap<Block, number>
  private readonly attempts: ReadonlyMap<Block, Attempt>
  private readonly guarded: boolean
  private readonly variables = new Set<Variable>()
  /** The points by what they resume. */
  private readonly points: ReadonlyMap<Block, Point>
  /** Registers beside those that every step has. */
  private readonly extra = new Set<string>()

  constructor(
    private readonly l: Lowering,
    private readonly blocks: readonly Block[],
    private readonly frames: Frames,
  ) {
    this.points = new Map(frames.points.map((point) => [point.block, point]))
    this.guarded = blocks.some((block) => block.handler !== null)
    const { labels, attempts } = labelsOf(blocks, frames)
    this.labels = labels
    this.attempts = attempts
  }

  private get unit() {
    return this.l.unit
  }

  step(): Node[] {
    const cases: Node[] = []
    const labelled = [...this.labels.keys()].toSorted((x, y) => x.id - y.id)
    labelled.forEach((block, i) => {
      const following = labelled[i + 1] ?? null
      cases.push({
        type: 'SwitchCase',
        test: b.literal(this.labels.get(block)!),
        consequent: this.case(block, following),
      })
    })
    if (this.switches)
      cases.push({ type: 'SwitchCase', test: null, consequent: [b.returns(b.literal(null))] })
    return stepAround(this.l, this.frames, cases, {
      guarded: this.guarded,
      variables: [...[...this.variables].map(({ name }) => name), ...this.extra],
    })
  }

  /** Whether the step may go on at other frames of its function by itself. */
  private get switches(): boolean {
    return this.blocks.some(({ exit }) => exit!.type === 'fail')
  }

  private register(name: keyof Registers): Node {
    const register = this.unit.registers[name]
    this.extra.add(register)
    return b.id(register)
  }

  /** Everything from a label to the next. */
  private case(block: Block, following: Block | null): Node[] {
    const attempt = this.attempts.get(block)
    if (attempt === undefined) return this.entry(block).concat(this.write(block, following, null))
    const choice = this.register('choice')
    return [
      ...this.entry(block),
      b.set(choice, b.call(this.unit.helper('resumed'), this.received(attempt.point.at))),
      ...this.choose(choice),
      this.trying({ attempt, label: `$again${attempt.point.number}`, inPlace: false }, following),
    ]
  }

  /** Outside of an attempt: the next option, or what was sent. */
  private takeOption(at: Node): Node {
    const sent = b.id(this.unit.registers.sent)
    const isOption = b.binary(sent, '===', this.unit.helper('OPTION'))
    const given = b.call(this.unit.helper('given'), this.received(at))
    return b.set(sent, b.conditional(isOption, b.call(this.unit.helper('option')), given))
  }

  /** What was sent to `at`, looked at where a proof rests on it. */
  private received(at: Node): Node {
    const sent = b.id(this.unit.registers.sent)
    const assumption = this.unit.assumption(at)
    return assumption === null ? sent : b.call(this.unit.helper('expect'), assumption, sent)
  }

  /** Sets the registers of the loop. */
  private choose(choice: Node): Node[] {
    return (['options', 'taken', 'limit'] as const).map((name) =>
      b.set(this.register(name), b.member(choice, name)),
    )
  }

  /** `for (;;) { $sent = $options[$taken]; … }`: one option after the other until one does not fail. */
  private trying(trying: Trying, following: Block | null): Node {
    const [options, taken] = [this.register('options'), this.register('taken')]
    const body = [
      b.set(b.id(this.unit.registers.sent), b.index(options, taken)),
      // Kept up to date in the choice as well, because what the user's code does may throw.
      b.set(b.member(this.register('choice'), 'taken'), b.increment(taken)),
      ...this.write(trying.attempt.point.block, following, trying),
    ]
    if (completes(body)) body.push({ type: 'BreakStatement', label: b.id(trying.label) })
    const loop: Node = { type: 'ForStatement', init: null, test: null, update: null, body: b.block(body) }
    return { type: 'LabeledStatement', label: b.id(trying.label), body: loop }
  }

  /** Tries the options of the choice at `point` before its frame is made, where the search lets it. */
  private inPlace(attempt: Attempt): Node {
    const { point } = attempt
    const parent = b.id(this.unit.registers.parent)
    const choice = this.register('choice')
    const offered = b.assign(choice, b.call(this.unit.helper('attempt'), this.register('effect'), parent))
    const maker = this.l.maker === null ? [] : [b.id(this.l.maker)]
    const isShared = (value: Node): Node => b.call(this.unit.helper('isShared'), value)
    const { copied, proven, restsOn } = point.shape
    const holds = restsOn.map((node) => b.member(this.unit.assumption(node)!, 'holds'))
    const shared = [
      ...maker.map(isShared),
      ...copied
        .filter((slot) => point.live.has(slot) && !(proven.includes(slot) && holds.length === 0))
        .map((slot) => {
          const test = isShared(b.id(slot.name))
          return proven.includes(slot) ? b.logical(conjunction(holds), '||', test) : test
        }),
    ]
    const tests = [...shared, b.binary(offered, '!==', b.literal(null))]
    return b.ifThen(conjunction(tests), [
      ...this.choose(choice),
      this.trying({ attempt, label: `$try${point.number}`, inPlace: true }, null),
    ])
  }

  /** The branch leaves the attempt: it has not failed. */
  private survived({ attempt, inPlace }: Trying): Node[] {
    const { unit } = this
    if (!inPlace) return []
    const frame = this.frameAt(attempt.point)
    const others = b.conditional(
      b.binary(this.register('taken'), '===', this.register('limit')),
      b.literal(null),
      b.assign(b.id(unit.registers.frame), frame),
    )
    return [b.statement(b.call(unit.helper('kept'), others))]
  }

  /** The branch has failed. */
  private failed(trying: Trying | null, unsearched: Block, following: Block | null): Node[] {
    const { unit } = this
    const frame = b.id(unit.registers.frame)
    const goOn = [
      ...this.withOption(),
      b.set(b.id(unit.registers.next), b.member(frame, '$point')),
      this.again(),
    ]
    const found = b.call(unit.helper('fail'), frame)
    const body: Node[] = []
    if (trying !== null) {
      const { attempt, label } = trying
      const reload = attempt.assigned.length > 0 ? [loadFrame(attempt.assigned, frame)] : []
      const on: Node = { type: 'ContinueStatement', label: b.id(label) }
      body.push(b.ifThen(b.binary(this.register('taken'), '<', this.register('limit')), [...reload, on]))
    }
    // In place there is a search, so there is somewhere to go on.
    if (trying?.inPlace) return [...body, b.set(frame, found), ...goOn]
    const other = this.register('other')
    return [
      ...body,
      b.ifThen(b.binary(b.assign(other, found), '!==', b.literal(null)), [b.set(frame, other), ...goOn]),
      ...this.jump(unsearched, { handler: unsearched.handler }, following, null),
    ]
  }

  /** What an entered block does first: a resumption loads its frame; a region sets its handler. */
  private entry(block: Block): Node[] {
    const point = this.points.get(block)
    const slots = point?.shape.slots.filter((slot) => point.live.has(slot)) ?? []
    for (const slot of slots) this.variables.add(slot)
    const body: Node[] = []
    if (slots.length > 0 && !this.frames.huge) body.push(loadFrame(slots, b.id(this.unit.registers.frame)))
    if (this.guarded && this.mayDiffer(block)) body.push(this.setHandler(block))
    return body
  }

  /** Whether another handler than the block's may be set where it is entered. */
  private mayDiffer(block: Block): boolean {
    // A step that goes on with another frame by itself comes from anywhere.
    if (this.switches) return true
    if (this.points.has(block)) return block.handler !== null
    return this.blocks.some(
      (each) => each.handler === block || (each.handler !== block.handler && entered(each).includes(block)),
    )
  }

  private setHandler(block: Block): Node {
    const number = block.handler === null ? -1 : this.labels.get(block.handler)!
    return b.set(b.id(this.unit.registers.handler), b.literal(number))
  }

  /**
   * The block's statements and exit. `following` is the block that the code falls through to, `trying` the attempt
   * that the block belongs to.
   */
  private write(block: Block, following: Block | null, trying: Trying | null): Node[] {
    const body = block.body
      .filter(({ takesOptionOf }) => trying === null || takesOptionOf === undefined)
      .map((each) =>
        each.takesOptionOf === undefined ? this.finish(each) : this.takeOption(each.takesOptionOf),
      )
    const exit = block.exit!
    switch (exit.type) {
      case 'goto':
        return [...body, ...this.jump(exit.target, block, following, trying)]
      case 'branch': {
        const yes = this.jump(exit.yes, block, null, trying)
        // The branch that falls through goes last; each of the two ends with a jump of its own.
        if (this.labels.has(exit.yes) && exit.yes === following)
          return [
            ...body,
            b.ifThen(negated(this.finish(exit.test)), this.jump(exit.no, block, null, trying)),
            ...this.jump(exit.yes, block, following, trying),
          ]
        return [
          ...body,
          b.ifThen(this.finish(exit.test), yes),
          ...this.jump(exit.no, block, following, trying),
        ]
      }
      case 'suspend': {
        const point = this.points.get(exit.resume)!
        for (const slot of point.live) this.variables.add(slot)
        const frame = this.frameAt(point)
        const place = { start: exit.at.start, end: exit.at.end }
        if (!exit.opens) return [...body, { ...b.returns(this.finish(exit.leave(frame))), ...place }]
        const attempt = this.attempts.get(point.block)
        const effect = this.register('effect')
        const register = b.id(this.unit.registers.frame)
        const opened = b.call(this.unit.helper('open'), effect, b.assign(register, frame))
        const on = [...this.withOption(), b.set(b.id(this.unit.registers.next), b.literal(point.number))]
        return [
          ...body,
          { ...b.set(effect, this.finish(exit.value)), ...place },
          ...(attempt?.inPlace ? [this.inPlace(attempt)] : []),
          b.ifThen(opened, [...on, this.again()]),
          b.returns(register),
        ]
      }
      case 'fail':
        return [...body, ...this.failed(trying, exit.unsearched, following)]
      case 'return': {
        const value = this.finish(exit.value)
        return [...body, b.returns(exit.value.bare ? value : this.l.returning(value))]
      }
      case 'throw':
        return [...body, b.throws(this.finish(exit.value))]
      case 'dispatch': {
        const table = b.array(exit.cases.map((each) => b.literal(this.labels.get(each)!)))
        return [
          ...body,
          b.set(b.id(this.unit.registers.next), b.index(table, this.finish(exit.on))),
          this.again(),
        ]
      }
    }
  }

  private frameAt(point: Point): Node {
    if (this.frames.huge) return b.call(b.id(this.unit.registers.frameAt), b.literal(point.number))
    return newFrame(point, b.id(this.unit.registers.parent), this.l.maker, ({ name }) => b.id(name))
  }

  private jump(
    target: Block,
    from: Pick<Block, 'handler'>,
    following: Block | null,
    trying: Trying | null,
  ): Node[] {
    if (trying !== null && !trying.attempt.region.has(target))
      return [...this.survived(trying), ...this.jump(target, from, following, null)]
    const number = this.labels.get(target)
    if (number === undefined) {
      const changed = this.guarded && target.handler !== from.handler ? [this.setHandler(target)] : []
      return [...changed, ...this.write(target, following, trying)]
    }
    if (target === following && !this.points.has(target)) return []
    return [b.set(b.id(this.unit.registers.next), b.literal(number)), this.again()]
  }

  /** What is resumed next takes an option of the search's choice point. */
  private withOption(): Node[] {
    const { sent, mode } = this.unit.registers
    const option = b.set(b.id(sent), this.unit.helper('OPTION'))
    return this.guarded ? [option, b.set(b.id(mode), b.literal(0))] : [option]
  }

  private again(): Node {
    return { type: 'ContinueStatement', label: b.id(this.unit.registers.run) }
  }

  /** Turns jumps inside native statements into code and notes which variables the step declares. */
  private finish(node: Node): Node {
    if (node.type === 'Goto') return b.block(this.jumpOut(node.target))
    if (node.variable !== undefined) {
      // From here on it is a plain name: a generator around this one has variables of its own.
      const { variable, ...plain } = node
      this.variables.add(variable)
      return plain
    }
    if (isStoreOfAnonymous(node)) {
      // A function without a name must not take the name of a temporary.
      const right = b.sequence(b.literal(0), this.finish(node.right))
      return { ...node, left: this.finish(node.left), right }
    }
    return mapChildren(node, (child) => this.finish(child))
  }

  private jumpOut(target: Block): Node[] {
    return [b.set(b.id(this.unit.registers.next), b.literal(this.labels.get(target)!)), this.again()]
  }
}

/** Whether control can come to the end of `body`. */
function completes(body: readonly Node[]): boolean {
  return !['ReturnStatement', 'ContinueStatement', 'ThrowStatement'].includes(body.at(-1)!.type)
}

function negated(test: Node): Node {
  return test.type === 'UnaryExpression' && test.operator === '!' ? test.argument : b.not(test)
}
