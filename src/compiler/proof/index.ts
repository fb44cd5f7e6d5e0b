// Isolation that costs nothing where nothing is changed: which variables of generators surely hold nothing that
// anybody changes once it is suspended with, or hands to code that is not in the file. Forks share such variables,
// as long as all of the stack can be shared.
//
// Law: a slot is proven only if no object that it can lead to is ever written but while it is new and nobody else
// holds it, and none gets out of sight, except as the copy that leaves a finished generator (runtime/leaving.ts).

import type { Binding } from '../binding.ts'
import type { Analysis } from '../analysis.ts'
import type { Node } from '../syntax.ts'
import { isPlainGenerator, survey } from './survey.ts'
import { Holder, TooMuch } from './things.ts'
import type { Complaint, Thing } from './things.ts'
import { Walk } from './walk.ts'
import { Tampering, World } from './world.ts'

/** What is proved of a file. */
export interface Proof {
  /** Where the proof for the variable rests on what arrives; null where there is none, or nothing to prove. */
  ofVariable(binding: Binding): readonly Node[] | null
  /** The same of what the head of a `for-of` iterates. */
  ofIterated(expression: Node): readonly Node[] | null
  /** Whether something proven rests on what arrives at this parameter or suspension. */
  isAwaited(node: Node): boolean
  /** Whether what the generator function returns may be shared by proof. */
  returnsShared(fn: Node): boolean
  /** Whether that is nothing but plain data under names and indices, as long as no object arrives from outside. */
  returnsData(fn: Node): boolean
  /** Whether a suspension waits for a function of this file that may return what is shared. */
  trusts(node: Node): boolean
  /** Whether the variable always names one array, to which nobody adds and in which nobody replaces anything. */
  isConstantList(binding: Binding): boolean
  /** Of all variables that name objects, why they have no proof; null where they have. */
  readonly findings: readonly VariableFinding[]
}

export interface VariableFinding {
  readonly binding: Binding
  /** The generator function that it belongs to. */
  readonly fn: Node
  /** What speaks against it, and the object that this is about. */
  readonly objection: { readonly complaint: Complaint; readonly thing: Thing } | null
}

/** Proves what it can; null where the file is beyond it. */
export function prove(analysis: Analysis, program: Node, ownsTopLevel: boolean): Proof | null {
  const facts = survey(analysis, program, ownsTopLevel)
  if (facts.tampers) return null
  const world = new World(analysis, facts, program)
  const { flow } = world
  try {
    const walk = new Walk(world, null, null)
    world.calledByOthers = (fn) => walk.calls.calledByOthers(fn)
    if (!ownsTopLevel)
      for (const binding of analysis.root.bindings.values()) {
        flow.put(world.unknown, walk.holderOf(binding))
        world.escape(walk.holderOf(binding), 'is a variable of a script, which others see', program)
      }
    walk.statements.all(program.body, new Holder())
    flow.settle()
    while (keepsWhatCannotLeave(world)) flow.settle()
  } catch (error) {
    if (error instanceof TooMuch || error instanceof Tampering) return null
    throw error
  }
  return conclusions(world)
}

/**
 * What a generator function returns leaves as a copy. That must not be seen: where somebody else holds it still, or
 * where it may be something that is not the program's own, it gets out of sight itself. Whether that is news.
 */
function keepsWhatCannotLeave(world: World): boolean {
  let news = false
  const kept = keptByVariables(world)
  for (const { returns, hasOtherCallers } of world.generators.values()) {
    if (!hasOtherCallers) continue
    const made = [...returns.things].filter((thing) => thing.isMade && !thing.escaped)
    if (made.length === 0) continue
    const all = reach(returns)
    const mayLeave = [...all].every((thing) => isHarmless(thing) && !kept.has(thing))
    if (mayLeave) continue
    for (const thing of made) world.escapeThing(thing, 'is returned, while others hold it', thing.node)
    news = true
  }
  return news
}

/** All that variables lead to which outlive a call. */
function keptByVariables(world: World): ReadonlySet<Thing> {
  const kept = new Set<Thing>()
  for (const { holders } of world.homes)
    for (const [binding, holder] of holders)
      if (binding.captured || binding.scope === world.analysis.root)
        for (const thing of reach(holder)) if (thing.isMade) kept.add(thing)
  return kept
}

function reach(holder: Holder): ReadonlySet<Thing> {
  const found = new Set(holder.things)
  for (const thing of found) for (const inner of thing.contents.things) found.add(inner)
  return found
}

function isHarmless(thing: Thing): boolean {
  return thing.complaint === null
}

function conclusions(world: World): Proof {
  const ofHolder = (holder: Holder | undefined): readonly Node[] | null => {
    if (holder === undefined || ![...holder.things].some(({ isMade }) => isMade)) return null
    const all = [...reach(holder)]
    return all.every(isHarmless) ? all.filter(({ kind }) => kind === 'arrival').map(({ node }) => node) : null
  }
  const [main] = world.homes
  const { holders } = main!
  const proven = new Map<Binding, readonly Node[]>()
  const awaited = new Set<Node>()
  const conclude = <Key>(into: Map<Key, readonly Node[]>, key: Key, holder: Holder): void => {
    const rests = ofHolder(holder)
    if (rests === null) return
    into.set(key, rests)
    for (const node of rests) awaited.add(node)
  }
  for (const [binding, holder] of holders)
    if (isPlainGenerator(binding.owner.node)) conclude(proven, binding, holder)
  const iterated = new Map<Node, readonly Node[]>()
  for (const [node, holder] of world.iterated) if (isProvable(world, node)) conclude(iterated, node, holder)
  return {
    ofVariable: (binding) => proven.get(binding) ?? null,
    ofIterated: (expression) => iterated.get(expression) ?? null,
    isAwaited: (node) => awaited.has(node),
    returnsShared: (fn) => {
      const facts = world.generators.get(fn)
      return (
        facts !== undefined &&
        isPlainGenerator(fn) &&
        facts.hasOtherCallers &&
        ofHolder(facts.returns) !== null
      )
    },
    returnsData: (fn) => [...reach(world.generators.get(fn)!.returns)].every(isData),
    trusts: (node) => {
      const returns = world.trusting.get(node)
      return returns !== undefined && [...returns.things].some(({ isMade }) => isMade)
    },
    isConstantList: (binding) => {
      const things = [...(holders.get(binding)?.things ?? [])]
      const isTopLevel = binding.kind === 'const' && binding.scope === world.analysis.root
      return isTopLevel && things.length === 1 && isConstantList(things[0]!)
    },
    findings: [...holders].flatMap(([binding, holder]) => findingOf(binding, holder)),
  }
}

function isData(thing: Thing): boolean {
  if (thing.kind === 'arrival') return true
  // What an object has under unknown keys may stand under symbols.
  return thing.isMade && !thing.locked && (thing.kind === 'array' || thing.elements.things.size === 0)
}

function isConstantList(thing: Thing): boolean {
  return thing.kind === 'array' && thing.isMade && thing.complaint === null
}

function isProvable(world: World, node: Node): boolean {
  const fn = world.generatorAround(node)
  return fn !== null && isPlainGenerator(fn)
}

function findingOf(binding: Binding, holder: Holder): VariableFinding[] {
  const fn = binding.owner.node
  if (!isPlainGenerator(fn) || binding.kind === 'this') return []
  if (![...holder.things].some(({ isMade }) => isMade)) return []
  for (const thing of reach(holder))
    if (thing.complaint !== null) return [{ binding, fn, objection: { complaint: thing.complaint, thing } }]
  return [{ binding, fn, objection: null }]
}
