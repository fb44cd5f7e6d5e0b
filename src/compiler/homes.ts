// `super` in generator methods: they became functions that know their home object through their maker. A
// class tells it when it defines a method; an object literal, once it is made, to the methods that wait.

import * as b from './build.ts'
import { forEachChild, isCompiledGenerator } from './syntax.ts'
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

/** The name of what holds the home of a method that is a closure, where that mentions `super`. */
export function homeOf(unit: Unit, property: Node): string | undefined {
  const self = unit.analysis.scopeOf.get(property.value)?.bindings.get('this')
  return self && unit.homes.get(self)
}

/**
 * What `make` makes of the object literal `node`, with the literal as the home of its methods: of generators,
 * and of those that are closures. These find it in an object of their own, of which a clone has another.
 */
export function atHome(unit: Unit, node: Node, make: () => Node): Node {
  const home = unit.unique('$home')
  const methods = node.properties.filter((each: Node) => isMethod(each) && !isCompiledGenerator(each.value))
  // Where one is a closure, what follows an accessor among them is printed in a literal of its own.
  const apart = methods.some(({ value }: Node) => captures(unit, value))
  const closures = apart ? methods.filter(({ value }: Node) => usesSuper(unit, value)) : []
  for (const { value } of closures)
    unit.homes.set(unit.analysis.scopeOf.get(value)!.bindings.get('this')!, home)
  const made = make()
  const literal = node.properties.some((each: Node) => needsHome(unit, each))
    ? b.call(unit.helper('adopt'), made)
    : made
  if (closures.length === 0) return literal
  const kept = b.assign(b.member(b.id(home), 'home'), literal)
  return b.call(b.arrow([b.id(home)], kept), b.object([]))
}

function isMethod(property: Node): boolean {
  return property.type === 'Property' && (property.method || property.kind !== 'init')
}

/** Whether the function mentions a variable that lives in a record. */
function captures(unit: Unit, node: Node): boolean {
  const binding = unit.binding(node)
  if (binding !== undefined && unit.access.get(binding)?.type === 'record') return true
  let found = false
  forEachChild(node, (child) => {
    found ||= captures(unit, child)
  })
  return found
}

/** The object literal with these properties; what is `Added` is added in its turn. */
export function assemble(unit: Unit, node: Node, properties: readonly Node[]): Node {
  let made: Node | null = null
  let pending: Node[] = []
  const soFar = (): Node => {
    const next = { ...node, properties: pending }
    pending = []
    if (made === null) return next
    return next.properties.length === 0 ? made : b.call(unit.helper('merge'), made, next)
  }
  for (const each of properties) {
    if (each.type === 'Added') made = each.add(soFar())
    else pending.push(each)
  }
  return soFar()
}
