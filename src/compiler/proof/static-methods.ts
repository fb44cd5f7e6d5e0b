// What the functions of `Math`, `Object`, `Array` and their like do with what they are given.

import type { Node } from '../syntax.ts'
import { makerOfFresh } from './freshness.ts'
import { ARITHMETIC, NOT_ARITHMETIC, STATIC } from './known.ts'
import type { Known } from './known.ts'
import { Holder, NOTHING } from './things.ts'
import { argument } from './walker.ts'
import type { Args, Key, Walker } from './walker.ts'

const ANY: Key = { name: null, isNumber: true }

/** What `object.name(…)` does, as `Math.max` or `Object.keys`; null for what is not known. */
export function staticMethod(object: string, name: string): Known | 'computes' | null {
  const known = STATIC.get(`${object}.${name}`)
  if (known !== undefined) return known
  return ARITHMETIC.has(object) && !NOT_ARITHMETIC.has(name) ? 'computes' : null
}

export interface StaticCall {
  readonly does: Known | 'computes'
  readonly args: Args
  readonly node: Node
  readonly walk: Walker
}

export function callStaticMethod(call: StaticCall): Holder {
  const { does, args, node, walk } = call
  const { world, objects } = walk
  const { flow } = world
  const first = argument(args, 0)
  const array = (contents: Holder): Holder => {
    const made = world.make('array', node, walk)
    flow.join(contents, made.elements)
    return world.holding(made)
  }
  switch (does) {
    case 'computes':
      objects.coerceAll(args, node)
      return NOTHING
    case 'looks':
      objects.coerceAll({ list: args.list.slice(1), rest: args.rest }, node)
      return NOTHING
    case 'keys':
      return array(NOTHING)
    case 'values':
      return array(objects.load(first, ANY))
    case 'entries': {
      const entry = world.make('array', node.callee, walk)
      flow.join(objects.load(first, ANY), entry.elements)
      return array(world.holding(entry))
    }
    case 'locks':
      change(call, first, 'is locked')
      flow.watch(first, (thing) => void (thing.locked = true))
      return first
    case 'assigns':
      for (const each of args.list.slice(1)) fill(call, first, each)
      if (args.rest !== null) fill(call, first, args.rest)
      change(call, first, 'is assigned to')
      return first
    case 'list of': {
      const made = array(args.rest ?? NOTHING)
      for (const each of args.list) flow.join(each, world.make('array', node, walk).elements)
      return made
    }
    case 'list from':
      return listFrom(call, array)
  }
}

function listFrom({ args, node, walk }: StaticCall, array: (contents: Holder) => Holder): Holder {
  const { world } = walk
  const from = argument(args, 0)
  const elements = new Holder()
  world.flow.watch(from, (thing) => {
    // What is neither an array nor iterable counts as a list by its `length`.
    if (thing.kind === 'array') return world.flow.join(thing.elements, elements)
    if (thing.kind !== 'object' && thing.kind !== 'function') return world.flow.put(world.unknown, elements)
    world.flow.join(thing.contents, elements)
    walk.objects.coerce(thing.field('length'), node)
    world.flow.watch(thing.elements, ({ kind }) => {
      if (kind !== 'array' && kind !== 'object') world.escapeThing(thing, 'is iterated', node)
    })
  })
  world.escape(argument(args, 2), 'is the `this` of a callback', node)
  const [, map] = node.arguments
  if (map === undefined) return array(elements)
  const given = { list: [elements, NOTHING], rest: null }
  return array(walk.calls.invokeAll(argument(args, 1), world.noReceiver, given, node))
}

/** The properties of what `source` holds are put into what `target` holds. */
function fill({ node, walk }: StaticCall, target: Holder, source: Holder): void {
  const { world, objects } = walk
  world.flow.watch(target, (thing) => {
    if (thing.isMade || thing.kind === 'function') objects.copyAll(source, thing)
    else {
      const values = objects.load(source, ANY)
      world.escape(values, 'is put into something unknown', node)
      if (thing.kind === 'built-in') world.patch(values, null)
    }
    if (thing.kind === 'array') world.escapeThing(thing, 'is given properties', node)
  })
}

/** What the first argument names is changed. */
function change({ node, walk }: StaticCall, things: Holder, what: string): void {
  const { world } = walk
  const fresh = makerOfFresh(node.arguments[0] ?? node, node, world.analysis.bindingOf, world.facts)
  world.flow.watch(things, (thing) => {
    if (thing.node !== fresh) world.complain(thing, what, node)
  })
}
