// Blocks to code: one step function, a `switch` over the places where it can be entered (`step.ts` is what stands around
// it). Blocks that are reached from one place only are written there, so that an `if` stays an `if`.

import * as b from './build.ts'
import { checkGraph } from './ir.ts'
import type { Block, Exit, Variable } from './ir.ts'
import { describe, framesOf, wouldBeClean } from './frames.ts'
import type { Frames, Point } from './frames.ts'
import type { Lowering } from './lowering.ts'
import { dropUnread, thread } from './simplify.ts'
import { casesOf, skippedPoints } from './cases.ts'
import { labelsOf } from './labels.ts'
import type { Attempt } from './attempts.ts'
import { stepAround } from './step.ts'
import { StepParts } from './step-parts.ts'
import { mentionsOf, storesOnly } from './register-use.ts'
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

/** The loop of an attempt while it is being written: where the choice is met, or where it is resumed. */
interface Trying {
  readonly attempt: Attempt
  readonly inPlace: boolean
}

/** Whether a branch that does not fail goes on behind the loop: there is one place to go on at. */
const leavesLoop = ({ attempt, inPlace }: Trying): boolean => inPlace && attempt.exits.length === 1

class Emitter extends StepParts {
  private readonly attempts: ReadonlyMap<Block, Attempt>
  /** What the step hands on to calls of itself. */
  private readonly handed: readonly Variable[]
  /** Points where nothing is done but to go on elsewhere: they are entered there. */
  private readonly elsewhere: ReadonlyMap<Block, Block>
  /** Whether something jumps to where a frame of the search is entered. */
  private enters = false

  constructor(
    l: Lowering,
    blocks: readonly Block[],
    frames: Frames,
    private readonly name: string,
  ) {
    const { labels, attempts } = labelsOf(blocks, frames)
    super(l, blocks, frames, labels)
    this.attempts = attempts
    const exits = [...attempts.values()].flatMap((attempt) => attempt.exits)
    this.handed = [...new Set(exits.flatMap((exit) => [...frames.live.get(exit)!]))]
    this.elsewhere = frames.one && !this.guarded ? skippedPoints(frames, labels) : new Map()
  }

  step(): Node[] {
    const labelled = casesOf(this.labels, this.points, this.elsewhere)
    const cases = labelled.flatMap(({ block, numbers }, i): Node[] => {
      const body = this.case(block, labelled[i + 1]?.block ?? null)
      return numbers.map((number, at) => this.caseOf(number, at < numbers.length - 1 ? [] : body))
    })
    if (this.enters) cases.push(this.caseOf(this.entering, this.enterFrame()))
    if (this.switches)
      cases.push({ type: 'SwitchCase', test: null, consequent: [b.returns(b.literal(null))] })
    const declared = [...this.variables].filter((variable) => !this.handed.includes(variable))
    return stepAround(this.l, this.frames, cases, {
      guarded: this.guarded,
      variables: [...declared.map(({ name }) => name), ...this.extra],
      nests: this.nests,
      jumpsOut: this.jumpsOut,
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
    if (attempt === undefined) return this.entry(block).concat(this.write(block, following, null))
    const choice = this.register('choice')
    const fields = (['options', 'taken', 'limit'] as const).map((name) =>
      b.property(name, this.register(name)),
    )
    return [
      ...this.entry(block),
      b.set(choice, b.call(this.unit.helper('resumed'), this.received(attempt.point.at))),
      b.set({ type: 'ObjectPattern', properties: fields }, choice),
      this.trying({ attempt, inPlace: false }, following),
    ]
  }

  private goToFrame(trying: Trying | null): Node[] {
    this.enters = true
    return [this.goTo(this.entering), this.again(trying)]
  }

  /** `for (;;) { column = $options[$taken]; … }`: one option after the other until one does not fail. */
  private trying(trying: Trying, following: Block | null): Node {
    const body = this.write(trying.attempt.point.block, following, trying)
    if (!b.isJump(body.at(-1)!)) body.push(b.leave())
    return b.forever(b.block(body))
  }

  /**
   * In place, a branch that does not fail leaves the loop for a loop around it, from where it goes on: what V8 knows of
   * the options and the choice holds in a loop without calls that nobody can look into.
   */
  private tryingInPlace(attempt: Attempt): Node[] {
    const [options, limit] = [this.register('options'), this.register('limit')]
    const limiting = b.set(limit, b.member(options, 'length'))
    const trying = { attempt, inPlace: true }
    const loop = this.trying(trying, null)
    if (!leavesLoop(trying)) return [limiting, loop]
    const [target] = attempt.exits as readonly [Block]
    const goingOn = [this.dive(attempt, target), this.goTo(this.labels.get(target)!), this.again(trying)]
    return [b.forever(b.block([limiting, loop, ...goingOn]))]
  }

  /** Whether there are options that have not been tried. */
  private areLeft(): Node {
    return b.binary(this.register('taken'), '<', this.register('limit'))
  }

  /** What has been taken is told at once, because what the user's code does may throw. */
  private countTaken({ inPlace }: Trying): Node[] {
    const [taken, choice] = [this.register('taken'), this.register('choice')]
    const count = b.increment(taken)
    return inPlace
      ? [b.statement(count), b.statement(b.decrement(b.member(choice, 'untried')))]
      : [b.set(b.member(choice, 'taken'), count)]
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
      ...this.tryingInPlace(attempt),
    ])
  }

  /**
   * The branch leaves the attempt for `target`: it has not failed. It goes on in a call of its own as long as options
   * are left; if it fails there, they are next.
   */
  private dive({ point }: Attempt, target: Block): Node {
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
    return b.ifThen(this.areLeft(), [
      b.set(depth, b.call(unit.helper('dive'), choice)),
      b.set(other, nested),
      b.ifThen(b.call(unit.helper('emerge'), choice, depth), [b.continueAt(null)]),
      b.statement(b.call(unit.helper('kept'), this.frameAt(point), options, taken, depth)),
      b.returns(other),
    ])
  }

  /** The branch has failed. */
  private failed(trying: Trying | null, unsearched: Block): Node[] {
    const { unit } = this
    const frame = b.id(unit.registers.frame)
    const found = b.assign(frame, b.call(unit.helper('fail'), frame))
    const next = trying === null ? [] : [b.ifThen(this.areLeft(), [b.continueAt(null)])]
    if (trying?.inPlace) {
      const isNested = b.binary(b.id(unit.registers.at), '!==', b.undefinedValue())
      // There is a search, so there is somewhere to go on.
      const goOn = [b.statement(found), ...this.goToFrame(trying)]
      return [...next, b.ifThen(isNested, [b.returns(b.call(unit.helper('fails')))]), ...goOn]
    }
    const unanswered = b.binary(found, '===', b.literal(null))
    const answering = this.jump(unsearched, { handler: unsearched.handler }, null, null)
    return [...next, b.ifThen(unanswered, answering), ...this.goToFrame(trying)]
  }

  /**
   * The block's statements and exit. `following` is the block that the code falls through to, `trying` the attempt
   * that the block belongs to.
   */
  private write(block: Block, following: Block | null, trying: Trying | null): Node[] {
    const body = this.statements(block, trying)
    const exit = block.exit!
    switch (exit.type) {
      case 'goto':
        return [...body, ...this.jump(exit.target, block, following, trying)]
      case 'branch': {
        // The branch that falls through goes last; each of the two ends with a jump of its own.
        const [first, last] =
          this.labels.has(exit.yes) && exit.yes === following ? [exit.no, exit.yes] : [exit.yes, exit.no]
        const test = this.finish(exit.test)
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
        if (!exit.opens) return [...body, { ...b.returns(this.finish(exit.leave(frame))), ...place }]
        return [...body, ...this.opened(exit, frame, place, following)]
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

  /** A choice: its options are tried in place, or this step goes on at the frame if the search lets it, or it ends. */
  private opened(exit: Opens, made: Node, place: object, following: Block | null): Node[] {
    const { resume } = exit
    const attempt = this.attempts.get(resume)
    const value = this.finish(exit.value)
    const frame = b.id(this.unit.registers.frame)
    const open = (effect: Node): Node =>
      b.not(b.call(this.unit.helper('open'), effect, b.assign(frame, made)))
    const tried =
      attempt === undefined
        ? []
        : [{ ...b.set(this.register('effect'), value), ...place }, this.inPlace(attempt)]
    const effect = attempt === undefined ? value : this.register('effect')
    return [
      ...tried,
      { ...b.ifThen(open(effect), [b.returns(frame)]), ...place },
      ...(resume === following ? this.withOption() : this.goToFrame(null)),
    ]
  }

  /** The block's own statements. A choice takes its option where one of them says so. */
  private statements(block: Block, trying: Trying | null): Node[] {
    const finish = (nodes: readonly Node[]): Node[] => nodes.map((each) => this.finish(each))
    const at = block.body.findIndex(({ takesOptionOf }) => takesOptionOf !== undefined)
    if (at < 0) return finish(block.body)
    const before = finish(block.body.slice(0, at))
    const [taking, next, ...after] = block.body.slice(at) as [Node, Node | undefined, ...Node[]]
    const { sent } = this.unit.registers
    const [option, count] =
      trying === null
        ? [b.call(this.unit.helper('given'), this.received(taking.takesOptionOf)), []]
        : [b.index(this.register('options'), this.register('taken')), this.countTaken(trying)]
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
    trying: Trying | null,
  ): Node[] {
    const leaves = trying !== null && !trying.attempt.region.has(target)
    const number = this.labels.get(target)
    if (number === undefined) {
      const changed = this.guarded && target.handler !== from.handler ? [this.setHandler(target)] : []
      return [...changed, ...this.write(target, following, trying)]
    }
    if (leaves && leavesLoop(trying)) return [b.leave()]
    if (target === following && !this.points.has(target)) return []
    const handedOver = leaves && trying.inPlace ? [this.dive(trying.attempt, target)] : []
    return [...handedOver, this.goTo(number), this.again(trying)]
  }

  /** To the `switch`, from inside the loop of an attempt or not. */
  private again(trying: Trying | null): Node {
    return trying === null ? b.leave() : this.againFromInside()
  }
}

type Opens = Extract<Exit, { readonly type: 'suspend' }>
