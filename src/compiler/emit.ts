// Blocks to code: one step function, a `switch` over the places where it can be entered (`step.ts` is what stands around
// it). Blocks that are reached from one place only are written there, so that an `if` stays an `if`.

import * as b from './build.ts'
import { checkGraph } from './ir.ts'
import type { Block, Variable } from './ir.ts'
import { describe, framesOf, loadFrame, newFrame, wouldBeClean } from './frames.ts'
import type { Frames, Point } from './frames.ts'
import type { Lowering } from './lowering.ts'
import type { Registers } from './unit.ts'
import { dropUnread, thread } from './simplify.ts'
import { entered, labelsOf } from './labels.ts'
import type { Attempt } from './attempts.ts'
import { finished } from './finish.ts'
import { stepAround } from './step.ts'
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
  const emitter = new Emitter(l, blocks, frames, stepName)
  const body = emitter.step()
  if (strict) body.unshift(b.directive('use strict'))
  const params = emitter.parameters()
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
  /** What the step hands on to calls of itself. */
  private readonly handed: readonly Variable[]

  constructor(
    private readonly l: Lowering,
    private readonly blocks: readonly Block[],
    private readonly frames: Frames,
    private readonly name: string,
  ) {
    this.points = new Map(frames.points.map((point) => [point.block, point]))
    this.guarded = blocks.some((block) => block.handler !== null)
    const { labels, attempts } = labelsOf(blocks, frames)
    this.labels = labels
    this.attempts = attempts
    const exits = [...attempts.values()].flatMap((attempt) => (attempt.inPlace ? attempt.exits : []))
    this.handed = [...new Set(exits.flatMap((exit) => [...frames.live.get(exit)!]))]
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
    const declared = [...this.variables].filter((variable) => !this.handed.includes(variable))
    return stepAround(this.l, this.frames, cases, {
      guarded: this.guarded,
      variables: [...declared.map(({ name }) => name), ...this.extra],
      nests: this.nests,
    })
  }

  /** Of the step. Only a call of the step by itself gives more than three arguments. */
  parameters(): Node[] {
    const { frame, mode, sent, at } = this.unit.registers
    const others = this.nests ? [at, ...this.handed.map(({ name }) => name)] : []
    return [frame, mode, sent, ...others].map(b.id)
  }

  private get nests(): boolean {
    return [...this.attempts.values()].some(({ inPlace }) => inPlace)
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
      ...(['options', 'taken', 'limit'] as const).map((name) =>
        b.set(this.register(name), b.member(choice, name)),
      ),
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

  /** `for (;;) { $sent = $options[$taken]; … }`: one option after the other until one does not fail. */
  private trying(trying: Trying, following: Block | null): Node {
    const [options, taken] = [this.register('options'), this.register('taken')]
    const choice = this.register('choice')
    const count = b.increment(taken)
    const body = [
      b.set(b.id(this.unit.registers.sent), b.index(options, taken)),
      // What has been taken is told at once, because what the user's code does may throw.
      ...(trying.inPlace
        ? [b.statement(count), b.statement(b.decrement(b.member(choice, 'untried')))]
        : [b.set(b.member(choice, 'taken'), count)]),
      ...this.write(trying.attempt.point.block, following, trying),
    ]
    if (completes(body)) body.push({ type: 'BreakStatement', label: b.id(trying.label) })
    const loop: Node = { type: 'ForStatement', init: null, test: null, update: null, body: b.block(body) }
    return { type: 'LabeledStatement', label: b.id(trying.label), body: loop }
  }

  /** Tries the options of the choice at `point` before its frame is made, where the search lets it. */
  private inPlace(attempt: Attempt): Node {
    const parent = b.id(this.unit.registers.parent)
    const choice = this.register('choice')
    const offered = b.assign(choice, b.call(this.unit.helper('attempt'), this.register('effect'), parent))
    const tests = [...wouldBeClean(this.l, attempt.point), b.binary(offered, '!==', b.literal(null))]
    const options = this.register('options')
    return b.ifThen(b.conjunction(tests), [
      b.set(options, b.member(choice, 'options')),
      b.set(this.register('taken'), b.literal(0)),
      b.set(this.register('limit'), b.member(options, 'length')),
      this.trying({ attempt, label: `$try${attempt.point.number}`, inPlace: true }, null),
    ])
  }

  /**
   * The branch leaves the attempt for `target`: it has not failed. In place, it goes on in a call of its own as long as
   * options are left; if it fails there, they are next.
   */
  private survived({ attempt, label, inPlace }: Trying, target: Block): Node[] {
    if (!inPlace) return []
    const { unit, frames } = this
    const [choice, depth, other] = [this.register('choice'), this.register('depth'), this.register('other')]
    const [options, taken] = [this.register('options'), this.register('taken')]
    const live = frames.live.get(target)!
    const handed = this.handed.map((each) => (live.has(each) ? b.id(each.name) : b.undefinedValue()))
    const nested = b.call(
      b.id(this.name),
      b.id(unit.registers.frame),
      b.literal(0),
      b.undefinedValue(),
      b.literal(this.labels.get(target)!),
      ...handed,
    )
    return [
      b.ifThen(b.binary(taken, '<', this.register('limit')), [
        b.set(depth, b.call(unit.helper('dive'), choice)),
        b.set(other, nested),
        b.ifThen(b.call(unit.helper('emerge'), choice, depth), [b.continueAt(label)]),
        b.statement(b.call(unit.helper('kept'), this.frameAt(attempt.point), options, taken, depth)),
        b.returns(other),
      ]),
    ]
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
      body.push(
        b.ifThen(b.binary(this.register('taken'), '<', this.register('limit')), [
          ...reload,
          b.continueAt(label),
        ]),
      )
    }
    if (trying?.inPlace) {
      const isNested = b.binary(b.id(unit.registers.at), '!==', b.undefinedValue())
      body.push(b.ifThen(isNested, [b.returns(b.call(unit.helper('fails')))]))
      // There is a search, so there is somewhere to go on.
      return [...body, b.set(frame, found), ...goOn]
    }
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
        const on = [...this.withOption(), this.goTo(point.number)]
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
      return [...this.survived(trying, target), ...this.jump(target, from, following, null)]
    const number = this.labels.get(target)
    if (number === undefined) {
      const changed = this.guarded && target.handler !== from.handler ? [this.setHandler(target)] : []
      return [...changed, ...this.write(target, following, trying)]
    }
    if (target === following && !this.points.has(target)) return []
    return [this.goTo(number), this.again()]
  }

  /** What is resumed next takes an option of the search's choice point. */
  private withOption(): Node[] {
    const { sent, mode } = this.unit.registers
    const option = b.set(b.id(sent), this.unit.helper('OPTION'))
    return this.guarded ? [option, b.set(b.id(mode), b.literal(0))] : [option]
  }

  private again(): Node {
    return b.continueAt(this.unit.registers.run)
  }

  private finish(node: Node): Node {
    return finished(node, {
      jump: (target) => [this.goTo(this.labels.get(target)!), this.again()],
      met: (variable) => void this.variables.add(variable),
    })
  }

  private goTo(number: number): Node {
    return b.set(b.id(this.unit.registers.next), b.literal(number))
  }
}

/** Whether control can come to the end of `body`. */
function completes(body: readonly Node[]): boolean {
  return !['ReturnStatement', 'ContinueStatement', 'ThrowStatement'].includes(body.at(-1)!.type)
}

function negated(test: Node): Node {
  return test.type === 'UnaryExpression' && test.operator === '!' ? test.argument : b.not(test)
}
