// What reading and writing objects does: where a value comes to be, what is found under a key, and which of the
// program's own functions may run meanwhile.

import type { Node } from '../syntax.ts'
import { makerOfFresh } from './freshness.ts'
import { isInherited } from './known.ts'
import { isNumber } from './number.ts'
import { Holder, NOTHING } from './things.ts'
import type { Thing } from './things.ts'
import type { Args, Key, ObjectWalker, Reference, Walker } from './walker.ts'
import { Tampering } from './world.ts'
import type { World } from './world.ts'

export class Objects implements ObjectWalker {
  constructor(private readonly walk: Walker) {}

  private get world(): World {
    return this.walk.world
  }

  assign(target: Node, value: Holder): void {
    const { world } = this
    const { flow } = world
    switch (target.type) {
      case 'Identifier': {
        const binding = world.analysis.bindingOf.get(target)
        if (binding === undefined) world.escape(value, 'is assigned to a global variable', target)
        else flow.join(value, this.walk.holderOf(binding))
        return
      }
      case 'MemberExpression':
        return this.store(target, value)
      case 'AssignmentPattern':
        return this.assign(target.left, this.walk.either(value, this.walk.value(target.right)))
      case 'ArrayPattern': {
        const elements = this.elements(value, target)
        for (const each of target.elements) {
          if (each?.type === 'RestElement') {
            const rest = world.make('array', each, this.walk)
            flow.join(elements, rest.elements)
            this.assign(each.argument, world.holding(rest))
          } else if (each !== null) this.assign(each, elements)
        }
        return
      }
      case 'ObjectPattern':
        for (const each of target.properties) {
          if (each.type === 'RestElement') {
            const rest = world.make('object', each, this.walk)
            this.copyAll(value, rest)
            this.assign(each.argument, world.holding(rest))
            continue
          }
          if (each.computed) this.coerce(this.walk.value(each.key), each.key)
          this.assign(each.value, this.load(value, keyOf(each.key, each.computed, world)))
        }
        return
      default:
        throw new Error(`invariant: the proof knows the pattern ${target.type}`)
    }
  }

  /** `base[key]`, with the base. */
  member(node: Node): Reference {
    if (node.object.type === 'Super') {
      if (node.computed) this.coerce(this.walk.value(node.property), node.property)
      const self = this.world.analysis.bindingOf.get(node.object)
      const base = self === undefined ? this.world.anything : this.walk.holderOf(self)
      this.world.escape(base, 'is handed to a method of a base class', node)
      return { base, value: this.world.anything }
    }
    const base = this.walk.value(node.object)
    if (node.computed) this.coerce(this.walk.value(node.property), node.property)
    return { base, value: this.load(base, keyOf(node.property, node.computed, this.world)) }
  }

  load(base: Holder, key: Key): Holder {
    const { flow, unknown, builtIn } = this.world
    const inherited = mayBeInherited(key)
    if (base === NOTHING && !inherited) return NOTHING
    const found = new Holder()
    if (inherited) flow.put(builtIn, found)
    flow.watch(base, (thing) => {
      if (!thing.isMade && thing.kind !== 'function') {
        flow.put(unknown, found)
        if (thing.kind === 'built-in') flow.put(builtIn, found)
      } else if (key.name !== null) {
        flow.join(thing.field(key.name), found)
        flow.join(thing.elements, found)
      } else flow.join(thing.kind === 'array' && key.isNumber ? thing.elements : thing.contents, found)
      if (thing.kind === 'function') this.loadOfFunction(key, found)
    })
    return found
  }

  /** What the language has put into a function. */
  private loadOfFunction({ name, isNumber }: Key, found: Holder): void {
    const { flow, unknown, builtIn, isSloppy } = this.world
    if (isSloppy && (name === null ? !isNumber : name === 'arguments' || name === 'caller'))
      throw new Tampering()
    flow.put(name === 'prototype' ? unknown : builtIn, found)
  }

  copyAll(from: Holder, to: Thing): void {
    const { flow, unknown } = this.world
    flow.watch(from, (thing) => {
      if (!thing.isMade && thing.kind !== 'function') return flow.put(unknown, to.elements)
      flow.join(thing.elements, to.elements)
      thing.eachField((name, field) => flow.join(field, to.field(name)))
    })
  }

  /** `target = value`. */
  store(target: Node, value: Holder): void {
    const { world } = this
    const { flow, analysis } = world
    const { base } = this.member(target)
    const key = keyOf(target.property, target.computed, world)
    const fresh = makerOfFresh(target.object, target, analysis.bindingOf, world.facts)
    flow.watch(base, (thing) => {
      if (!thing.isMade && thing.kind !== 'function') {
        world.escape(value, 'is put into something unknown', target)
        if (thing.kind === 'built-in' && !key.isNumber) world.patch(value, key.name)
        return
      }
      const isElement = key.isNumber || key.name === 'length'
      if (key.name === 'length' && thing.kind === 'array') this.coerce(value, target)
      flow.join(value, key.name !== null && thing.kind !== 'array' ? thing.field(key.name) : thing.elements)
      // Methods that the language calls are not looked for among the elements of arrays.
      if (!isElement && thing.kind === 'array') {
        flow.join(value, thing.methods)
        // An object as `constructor` says what methods make in the place of arrays.
        const isMethod = key.name !== null && key.name !== 'constructor'
        flow.watch(value, ({ kind }) => {
          if ((kind !== 'array' && kind !== 'object') || !isMethod)
            world.escapeThing(thing, 'may be given a method', target)
        })
      }
      if (thing.node !== fresh) world.complain(thing, 'is written', target)
    })
  }

  delete(target: Node): Holder {
    const { base } = this.member(target)
    this.world.flow.watch(base, (thing) => this.world.complain(thing, 'loses a property', target))
    return NOTHING
  }

  elements(list: Holder, node: Node): Holder {
    if (list === NOTHING) return NOTHING
    const { world } = this
    const found = new Holder()
    world.flow.watch(list, (thing) => {
      if (thing.kind === 'array') world.flow.join(thing.elements, found)
      else {
        world.escapeThing(thing, 'is iterated', node)
        world.flow.put(world.unknown, found)
      }
    })
    return found
  }

  spread({ argument }: Node): Holder {
    return this.elements(this.walk.value(argument), argument)
  }

  coerce(value: Holder, node: Node): void {
    const { world } = this
    world.flow.watch(value, (thing) => {
      if (thing.kind === 'array') this.coerceElements(thing, node)
      else if (thing.kind === 'object' || thing.kind === 'function')
        for (const methods of [thing.elements, ...TO_PRIMITIVE.map((name) => thing.field(name))])
          world.flow.watch(methods, ({ kind }) => {
            if (kind !== 'array' && kind !== 'object')
              world.escapeThing(thing, 'is made a primitive, which may run a method of it', node)
          })
    })
  }

  private coerceElements(array: Thing, node: Node): void {
    if (array.coerced) return
    array.coerced = true
    this.coerce(array.elements, node)
  }

  coerceAll({ list, rest }: Args, node: Node): void {
    for (const each of list) this.coerce(each, node)
    if (rest !== null) this.coerce(rest, node)
  }
}

/** Methods that the language calls when it wants a primitive, beside one under a symbol. */
const TO_PRIMITIVE = ['toString', 'valueOf', 'toLocaleString'] as const

export function keyOf(key: Node, computed: boolean, world: World): Key {
  if (!computed && key.type === 'Identifier') return { name: key.name, isNumber: false }
  if (key.type === 'PrivateIdentifier') return { name: `#${key.name}`, isNumber: false }
  if (key.type === 'Literal' && (typeof key.value === 'string' || typeof key.value === 'number'))
    return { name: `${key.value}`, isNumber: typeof key.value === 'number' }
  return { name: null, isNumber: isNumber(key, world) }
}

/** Whether a key may name what the language gives to every object. */
function mayBeInherited({ name, isNumber }: Key): boolean {
  return name === null ? !isNumber : !isNumber && name !== 'length' && isInherited(name)
}
