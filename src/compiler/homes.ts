// `super` in generator methods: they became functions that know their home object through their maker. A
// class tells it when it defines a method; an object literal, once it is made, to the methods that wait.

import * as b from './build.ts'
import { isCompiledGenerator } from './syntax.ts'
import type { Node } from './syntax.ts'
import type { Unit } from './unit.ts'

/** Whether a method's own body or parameters mention `super`. */
export function usesSuper(unit: Unit, fn: Node): boolean {
  return unit.analysis.scopeOf.get(fn)?.bindings.has('super') === true
}

/** Whether the property is a generator method that needs the literal it stands in. */
export function needsHome(unit: Unit, property: Node): boolean {
  return property.method && isCompiledGenerator(property.value) && usesSuper(unit, property.value)
}

/** `made`, which the object literal `node` became, as the home of its methods. */
export function withHomes(unit: Unit, node: Node, made: Node): Node {
  const needed = node.properties.some((each: Node) => needsHome(unit, each))
  return needed ? b.call(unit.helper('adopt'), made) : made
}
