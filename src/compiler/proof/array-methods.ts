// What the methods of arrays do with the array, its elements and their arguments.

import { isFunction } from '../syntax.ts'
import type { Node } from '../syntax.ts'
import { CHANGING } from './known.ts'
import type { ArrayMethod } from './known.ts'
import { Holder, NOTHING } from './things.ts'
import type { Thing } from './things.ts'
import { argument } from './walker.ts'
import type { Args, Walker } from './walker.ts'

export interface MethodCall {
  readonly does: ArrayMethod
  readonly name: string
  readonly array: Thing
  readonly args: Args
  readonly node: Node
  readonly walk: Walker
  /** Whether nobody can tell that the array is changed here. */
  readonly isFresh: boolean
  /** What the call gives. */
  readonly out: Holder
}

export function callArrayMethod({ does, name, array, args, node, walk, isFresh, out }: MethodCall): void {
  const { world, calls } = walk
  const { flow } = world
  const { elements } = array
  const self = world.holding(array)
  const callback = argument(args, 0)

  const call = (...given: Holder[]): Holder => {
    const at = does === 'folds' ? args.list.length : 1
    world.escape(argument(args, at), 'is the `this` of a callback', node)
    return calls.invokeAll(callback, world.noReceiver, { list: given, rest: null }, node)
  }
  const made = (): Holder => {
    const result = world.make('array', node, walk)
    // `values().map(…)` is an iterator, too.
    if (array.moves) moves(result)
    flow.put(result, out)
    return result.elements
  }
  const moves = (iterator: Thing): void => {
    iterator.moves = true
    world.complain(iterator, 'is an iterator, which moves on', node)
  }
  const all = (from: number): Holder[] =>
    args.rest === null ? args.list.slice(from) : [...args.list.slice(from), args.rest]
  const iterator = (contents: Holder): void => {
    flow.join(contents, made())
    moves(world.make('array', node, walk))
  }
  if (CHANGING.has(does) && !isFresh) world.complain(array, `is changed by \`${name}\``, node)

  switch (does) {
    case 'looks':
      for (const each of all(1)) walk.objects.coerce(each, node)
      return
    case 'element':
      for (const each of all(0)) walk.objects.coerce(each, node)
      return flow.join(elements, out)
    case 'calls':
      call(elements, NOTHING, self)
      return
    case 'finds':
      call(elements, NOTHING, self)
      return flow.join(elements, out)
    case 'filters':
      call(elements, NOTHING, self)
      return flow.join(elements, made())
    case 'maps':
      return flow.join(call(elements, NOTHING, self), made())
    case 'maps flat': {
      const lists = call(elements, NOTHING, self)
      // An iterator's `flatMap` iterates what it is given.
      if (array.moves) flow.join(walk.objects.elements(lists, node), made())
      return flatten(walk, lists, made(), 1)
    }
    case 'folds': {
      const folded = new Holder()
      flow.join(args.list.length > 1 || args.rest !== null ? argument(args, 1) : elements, folded)
      if (args.rest !== null) flow.join(elements, folded)
      flow.join(call(folded, elements, NOTHING, self), folded)
      return flow.join(folded, out)
    }
    case 'copies': {
      const result = made()
      flow.join(elements, result)
      for (const each of all(0)) {
        if (name === 'concat') spreadInto(walk, each, result, node)
        else if (name === 'with' || name === 'toSpliced') flow.join(each, result)
        walk.objects.coerce(name === 'concat' ? NOTHING : each, node)
      }
      return
    }
    case 'sorts a copy':
    case 'sorts':
      // What is no function, `undefined` too, leaves the elements to be compared as texts.
      if (node.arguments.length === 0 || !isFunction(node.arguments[0])) walk.objects.coerce(self, node)
      walk.objects.coerce(
        calls.invokeAll(callback, world.noReceiver, { list: [elements, elements], rest: null }, node),
        node,
      )
      if (does === 'sorts') flow.put(array, out)
      else flow.join(elements, made())
      return
    case 'joins':
      for (const each of all(0)) walk.objects.coerce(each, node)
      return walk.objects.coerce(self, node)
    case 'flattens':
      for (const each of all(0)) walk.objects.coerce(each, node)
      return flatten(walk, elements, made(), Infinity)
    case 'iterates':
      return iterator(elements)
    case 'iterates keys':
      return iterator(NOTHING)
    case 'iterates entries': {
      const entry = world.make('array', node.callee, walk)
      flow.join(elements, entry.elements)
      return iterator(world.holding(entry))
    }
    case 'adds':
      for (const each of all(0)) flow.join(each, elements)
      if (name !== 'fill') return
      walk.objects.coerceAll(args, node)
      return flow.put(array, out)
    case 'removes':
      return flow.join(elements, out)
    case 'splices':
      flow.join(elements, made())
      for (const each of all(0)) flow.join(each, elements)
      return walk.objects.coerceAll(args, node)
    case 'rearranges':
      walk.objects.coerceAll(args, node)
      return flow.put(array, out)
    default:
      return does satisfies never
  }
}

/** The values themselves, and the elements of those that are arrays. */
function flatten(walk: Walker, values: Holder, into: Holder, depth: number): void {
  const { flow } = walk.world
  const seen = new Set<Holder>()
  const open = (holder: Holder, left: number): void => {
    if (seen.has(holder)) return
    seen.add(holder)
    flow.join(holder, into)
    if (left === 0) return
    flow.watch(holder, (thing) => {
      if (thing.kind === 'array') open(thing.elements, left - 1)
    })
  }
  open(values, depth)
}

/** What `concat` makes of its arguments: any object may say of itself that it is a list, by a symbol. */
function spreadInto(walk: Walker, values: Holder, into: Holder, node: Node): void {
  const { flow } = walk.world
  flatten(walk, values, into, 1)
  flow.watch(values, (thing) => {
    if (thing.kind !== 'object' && thing.kind !== 'function') return
    flow.join(thing.contents, into)
    walk.objects.coerce(thing.field('length'), node)
  })
}
