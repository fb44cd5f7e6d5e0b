// Blocks to code: one step function, a `switch` over the places where it can be entered (`step.ts` is what stands around
// it). Blocks that are reached from one place only are written there, so that an `if` stays an `if`.

import * as b from './build.ts'
import { checkGraph, reachable } from './ir.ts'
import type { Block, Exit, Variable } from './ir.ts'
import { failingTogether, yieldsOften } from './together.ts'
import type { Failing } from './together.ts'
import { describe, framesOf, wouldBeClean } from './frames.ts'
import type { Frames, Point } from './frames.ts'
import type { Lowering } from './lowering.ts'
import { makeRecordsLate } from './late-records.ts'
import { dropUnread, thread } from './simplify.ts'
import { casesOf, skippedPoints } from './cases.ts'
import { labelsOf } from './labels.ts'
import type { Attempt } from './attempts.ts'
import { loadAtOnce, stepAround } from './step.ts'
import { StepParts } from './step-parts.ts'
import { mentionsOf, storesOnly } from './register-use.ts'
import { isAnonymousDefinition, isName } from './syntax.ts'
import type { Node } from './syntax.ts'

export interface Emitted {
  /** What the runtime is told of the function. */
  readonly description: Node
  /** The step where it is a closure; otherwise it went to the top level. */
  readonly step: Node | null
  /** The start first. */
  readonly points: readonly Point[]
}

export function emitStep(l: Lowering, fn: Node, name: string, strict: boolean): Emitted {
  checkGraph(l.start)
  dropUnread(reachable(l.start))
  const blocks = thread(l.start)
  makeRecordsLate(blocks)
  const base = isName(name) ? name : 'generator'
  const stepName = l.maker === null ? l.unit.topLevelName(`${base}$step`) : l.unit.unique(`${base}$step`)
  const frames = framesOf(l, blocks, base, fn)
  const description = describe(l, frames, { name, stepName, fn })
  const emitter = new Emitter(l, blocks, frames, stepName)
  const body = emitter.step()
  if (strict) body.unshift(b.directive('use strict'))
  const params = emitter.parameters()
  if (l.maker === null) {
    l.unit.hoisted.push(b.functionNode('FunctionDeclaration', stepName, params, body))
    return { description, step: null, points: frames.points }
  }
  return {
    description,
    step: b.functionNode('FunctionExpression', stepName, params, body),
    points: frames.points,
  }
}

class Emitter extends StepParts {
  private readonly attempts: ReadonlyMap<Block, Attempt>
  /** What the step hands on to calls of itself. */
  private readonly handed: readonly Variable[]
  /** Where branches go on behind attempts. */
  private readonly exits: readonly Block[]
  /** Points where nothing is done but to go on elsewhere: they are entered there. */
  private readonly elsewhere: ReadonlyMap<Block, Block>
  /** Whether something jumps to where a frame of the search is entered. */
  private enters = false
  /** Whether all that yield leave in one place, and whether any does. */
  private readonly yieldsInOnePlace: boolean
  private yieldsThere = false
  /** The guards that fail in one place. */
  private readonly failing: Failing | null

  constructor(
    l: Lowering,
    blocks: readonly Block[],
    frames: Frames,
    private readonly name: string,
  ) {
    const { labels, attempts } = labelsOf(blocks, frames)
    super(l, blocks, frames, labels)
    this.attempts = attempts
    this.exits = [...attempts.values()].flatMap((attempt) => attempt.exits)
    this.handed = [...new Set(this.exits.flatMap((exit) => [...frames.live.get(exit)!]))]
    const isSimple = frames.one && !frames.guarded
    this.elsewhere = isSimple ? skippedPoints(frames, labels) : new Map()
    this.yieldsInOnePlace = frames.one && yieldsOften(blocks, frames)
    this.failing = isSimple ? failingTogether(blocks, (block) => labels.has(block)) : null
  }

  step(): Node[] {
    const labelled = casesOf(this.labels, this.points, this.elsewhere, this.exits)
    const cases = labelled.flatMap(({ block, numbers }, i): Node[] => {
      const body = this.case(block, labelled[i + 1]?.block ?? null)
      return numbers.map((number, at) => this.caseOf(number, at < numbers.length - 1 ? [] : body))
    })
    if (this.yieldsThere)
      cases.push(this.caseOf(this.yields, [this.yieldAtPoint(b.id(this.unit.registers.sent))]))
    if (this.failing !== null) cases.push(this.caseOf(this.fails, this.failTogether(this.failing)))
    if (this.enters) cases.push(this.caseOf(this.entering, this.enterFrame()))
    const loads = this.enters && this.frames.one ? this.loads : null
    if (loads !== null) cases.push(this.caseOf(loads, [loadAtOnce(this.l, this.frames), b.leave()]))
    if (this.switches)
      cases.push({ type: 'SwitchCase', test: null, consequent: [b.returns(b.literal(null))] })
    const declared = [...this.variables].filter((variable) => !this.handed.includes(variable))
    return stepAround(this.l, this.frames, cases, {
      variables: [...declared.map(({ name }) => name), ...this.extra],
      nests: this.nests,
      loads,
      jumpsOut: this.jumpsOut,
      isStraight: this.isStraight,
    })
  }

  /** Of the step. Only a call of the step by itself gives more than three arguments. */
  parameters(): Node[] {
    const { frame, mode, sent, at } = this.unit.registers
    const others = this.nests ? [at, ...this.handed.map(({ name }) => name)] : []
    return [frame, mode, sent, ...others].map(b.id)
  }

  private get nests(): boolean {
    return this.attempts.size > 0
  }

  /** Everything from a label to the next. */
  private case(block: Block, following: Block | null): Node[] {
    const attempt = this.attempts.get(block)
    if (attempt === undefined)
      return [...this.loading(block), ...this.handling(block), ...this.write(block, following, null)]
    const choice = this.register('choice')
    const resumed = b.call(this.unit.helper('resumed'), this.received(attempt.point.at))
    const loading = this.loading(block)
    // The choice is there already where its options are tried before there is a frame.
    const entering =
      loading.length === 0
        ? b.statement(b.assign(choice, resumed, '||='))
        : b.ifThen(b.not(choice), [...loading, b.set(choice, resumed)])
    const fields = (['options', 'taken'] as const).map((name) => b.property(name, this.register(name)))
    return [
      entering,
      ...this.handling(block),
      b.set({ type: 'ObjectPattern', properties: fields }, choice),
      ...this.trying(attempt, following),
    ]
  }

  private goToFrame(trying: Attempt | null): Node[] {
    this.enters = true
    return [this.goTo(this.entering), this.again(trying)]
  }

  /**
   * `for ($limit = $options.length; ;) { column = $options[$taken]; … }`: one option after the other until one does not
   * fail. That one leaves the loop for a loop around it, from where it goes on: what V8 knows of the options and of their
   * number holds in a loop without calls that nobody can look into.
   */
  private trying(attempt: Attempt, following: Block | null): Node[] {
    const body = this.write(attempt.point.block, null, attempt)
    if (!b.isJump(body.at(-1)!)) body.push(b.leave())
    const [target] = attempt.exits
    const only = attempt.exits.length === 1 ? target! : null
    const next = only === null ? b.id(this.unit.registers.next) : b.literal(this.labels.get(only)!)
    const limiting = b.assign(this.register('limit'), b.member(this.register('options'), 'length'))
    const trying = { ...b.forever(b.block(body)), init: limiting }
    const loop = b.forever(b.block([trying, ...this.dive(attempt, next)]))
    return [loop, ...(only === null ? [b.leave()] : this.jump(only, attempt.point.block, following, null))]
  }

  /** Whether there are options that have not been tried. */
  private areLeft(): Node {
    return b.binary(this.register('taken'), '<', this.register('limit'))
  }

  /** What has been taken is told at once, because what the user's code does may throw. */
  private countTaken(): Node {
    return b.set(b.member(this.register('choice'), 'taken'), b.increment(this.register('taken')))
  }

  /** The choice at `point` whose options are tried before its frame is made, where the search lets it; otherwise falsy. */
  private attempted(attempt: Attempt): Node {
    const parent = b.id(this.unit.registers.parent)
    const offered = b.call(this.unit.helper('attempt'), b.id(this.unit.registers.sent), parent)
    return b.conjunction([...wouldBeClean(this.l, attempt.point), offered])
  }

  /**
   * The branch leaves the attempt for the place `next`: it has not failed. It goes on in a call of its own as long as
   * options are left; if it fails there, they are next.
   */
  private dive({ point, exits }: Attempt, next: Node): Node[] {
    const { unit, frames } = this
    const [choice, options, taken] = [
      this.register('choice'),
      this.register('options'),
      this.register('taken'),
    ]
    const live = new Set(exits.flatMap((exit) => [...frames.live.get(exit)!]))
    const handed = this.handed.map((each) => (live.has(each) ? b.id(each.name) : b.undefinedValue()))
    const nested = b.call(
      b.id(this.name),
      b.id(unit.registers.frame),
      b.literal(0),
      b.undefinedValue(),
      next,
      ...handed,
    )
    const dives = b.call(unit.helper('dive'), choice, taken)
    const emerges = b.call(unit.helper('emerge'), nested, choice, options, taken)
    const kept = b.call(unit.helper('kept'), this.frameAt(point))
    return [b.ifThen(b.not(dives), [b.leave()]), b.ifThen(b.not(emerges), [b.returns(kept)])]
  }

  /** The branch has failed. */
  private failed(trying: Attempt | null, unsearched: Block): Node[] {
    const { unit } = this
    const isNested = b.id(unit.registers.at)
    const next =
      trying === null
        ? []
        : [
            b.ifThen(this.areLeft(), [b.continueAt(null)]),
            b.ifThen(isNested, [b.returns(b.call(unit.helper('fails')))]),
          ]
    const together = this.failing?.guards.get(unsearched)
    if (together !== undefined) {
      const label = together.label ?? b.undefinedValue()
      const number = b.literal(this.points.get(together.resume)!.number)
      const labelling = this.failing!.isLabelled ? [b.set(this.register('label'), label)] : []
      const telling = [...labelling, b.set(this.register('point'), number)]
      return [...next, ...telling, this.goTo(this.fails), this.again(trying)]
    }
    const answering = this.jump(unsearched, { handler: unsearched.handler }, null, null)
    return [...next, b.ifThen(this.findsNone(), answering), ...this.goToFrame(trying)]
  }

  /** Where guards of the function fail. */
  private failTogether({ callee, isLabelled }: Failing): Node[] {
    this.enters = true
    const labels = isLabelled ? [this.register('label')] : []
    const effect = b.call(callee, b.literal(false), ...labels)
    return [b.ifThen(this.findsNone(), [this.yieldAtPoint(effect)])]
  }

  /** Whether the search, if there is one, has nowhere to go on; what it finds is the frame from now on. */
  private findsNone(): Node {
    const frame = b.id(this.unit.registers.frame)
    return b.not(b.assign(frame, b.call(this.unit.helper('fail'), frame)))
  }

  /**
   * The block's statements and exit. `following` is the block that the code falls through to, `trying` the attempt
   * that the block belongs to.
   */
  private write(block: Block, following: Block | null, trying: Attempt | null): Node[] {
    const body = this.statements(block, trying)
    const exit = block.exit!
    switch (exit.type) {
      case 'goto':
        return [...body, ...this.jump(exit.target, block, following, trying)]
      case 'branch': {
        // The branch that falls through goes last; each of the two ends with a jump of its own.
        const [first, last] = this.leadsTo(exit.yes, following) ? [exit.no, exit.yes] : [exit.yes, exit.no]
        const test = this.finish(exit.test)
        if (trying === null && this.isElsewhere(exit.yes, following) && this.isElsewhere(exit.no, following))
          return [...body, this.goToEither(test, exit.yes, exit.no), this.again(null)]
        return [
          ...body,
          b.ifThen(first === exit.yes ? test : b.negated(test), this.jump(first, block, null, trying)),
          ...this.jump(last, block, following, trying),
        ]
      }
      case 'suspend': {
        const point = this.points.get(exit.resume)!
        for (const slot of point.live) this.variables.add(slot)
        const frame = this.frameAt(point)
        const place = { start: exit.at.start, end: exit.at.end }
        if (exit.opens) return [...body, ...this.opened(exit, frame, place, following)]
        // A function would get the name of the variable that it is stored in.
        if (exit.yields && this.yieldsInOnePlace && !isAnonymousDefinition(exit.value))
          return [...body, ...this.yielding(exit, place, trying)]
        return [...body, { ...b.returns(this.finish(exit.leave(frame))), ...place }]
      }
      case 'fail':
        return [...body, ...this.failed(trying, exit.unsearched)]
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
          this.again(trying),
        ]
      }
    }
  }

  /** Leaves the step where all that yield do. */
  private yielding(exit: Suspends, place: object, trying: Attempt | null): Node[] {
    this.yieldsThere = true
    const [sent, point] = [b.id(this.unit.registers.sent), this.register('point')]
    const value = { ...b.set(sent, this.finish(exit.value)), ...place }
    const number = b.literal(this.points.get(exit.resume)!.number)
    return [value, b.set(point, number), this.goTo(this.yields), this.again(trying)]
  }

  /** A choice: its options are tried in place, or this step goes on at the frame if the search lets it, or it ends. */
  private opened(exit: Suspends, made: Node, place: object, following: Block | null): Node[] {
    const { resume } = exit
    const attempt = this.attempts.get(resume)
    const value = this.finish(exit.value)
    const frame = b.id(this.unit.registers.frame)
    const { sent } = this.unit.registers
    const closed = (effect: Node): Node =>
      b.not(b.assign(b.id(sent), b.call(this.unit.helper('open'), effect, b.assign(frame, made))))
    if (attempt === undefined)
      return [
        { ...b.ifThen(closed(value), [b.returns(frame)]), ...place },
        ...(resume === following ? this.goingOn() : this.goToFrame(null)),
      ]
    const choice = this.register('choice')
    const isClosed = b.logical(b.not(choice), '&&', closed(b.id(sent)))
    return [
      { ...b.set(b.id(sent), value), ...place },
      b.set(choice, this.attempted(attempt)),
      { ...b.ifThen(isClosed, [b.returns(frame)]), ...place },
      ...this.goingOn(),
      ...(resume === following ? [] : [this.goTo(this.labels.get(resume)!), b.leave()]),
    ]
  }

  /** The block's own statements. A choice takes its option where one of them says so. */
  private statements(block: Block, trying: Attempt | null): Node[] {
    const finish = (nodes: readonly Node[]): Node[] => nodes.map((each) => this.finish(each))
    const at = block.body.findIndex(({ takesOptionOf }) => takesOptionOf !== undefined)
    if (at < 0) return finish(block.body)
    const before = finish(block.body.slice(0, at))
    const [taking, next, ...after] = block.body.slice(at) as [Node, Node | undefined, ...Node[]]
    const { sent } = this.unit.registers
    const [option, count] =
      trying === null
        ? [b.call(this.unit.helper('given'), this.received(taking.takesOptionOf)), []]
        : [b.index(this.register('options'), this.register('taken')), [this.countTaken()]]
    // Mostly the option is stored, and that is all.
    if (
      next !== undefined &&
      storesOnly(next, sent) &&
      mentionsOf(sent, [next, ...after], block.exit!) === 1
    ) {
      const stored = this.finish(next)
      const store = { ...stored, expression: { ...stored.expression, right: option } }
      return [...before, store, ...count, ...finish(after)]
    }
    const rest = next === undefined ? [] : [next, ...after]
    return [...before, b.set(b.id(sent), option), ...count, ...finish(rest)]
  }

  private jump(
    target: Block,
    from: Pick<Block, 'handler'>,
    following: Block | null,
    trying: Attempt | null,
  ): Node[] {
    const leaves = trying !== null && !trying.region.has(target)
    const number = this.labels.get(target)
    if (number === undefined) {
      const changed = this.frames.guarded && target.handler !== from.handler ? [this.setHandler(target)] : []
      return [...changed, ...this.write(target, following, trying)]
    }
    if (leaves) return trying.exits.length === 1 ? [b.leave()] : [this.goTo(number), b.leave()]
    if (!this.isElsewhere(target, following)) return []
    return [this.goTo(number), this.again(trying)]
  }

  /** Whether a jump to `block`, which `following` does not fall to, is all that there is to write. */
  private isElsewhere(block: Block, following: Block | null): boolean {
    return this.labels.has(block) && (block !== following || this.points.has(block))
  }

  /** Whether what is written for `block` ends where `following` begins. */
  private leadsTo(block: Block, following: Block | null): boolean {
    if (this.labels.has(block)) return block === following
    const exit = block.exit!
    if (exit.type === 'goto') return this.leadsTo(exit.target, following)
    return exit.type === 'suspend' && exit.opens === true && exit.resume === following
  }

  /** To the `switch`, from inside the loop of an attempt or not. */
  private again(trying: Attempt | null): Node {
    return trying === null ? b.leave() : this.againFromInside()
  }
}

type Suspends = Extract<Exit, { readonly type: 'suspend' }>
