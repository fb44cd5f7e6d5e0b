// Destructuring with a suspension inside: the steps of ECMAScript ("Destructuring Assignment"), one by
// one. Patterns without a suspension stay native.

import * as b from './build.ts'
import { lowerMember } from './calls.ts'
import type { Lowering } from './lowering.ts'
import { guardPosition } from './guard.ts'
import { Rewriter } from './rewrite.ts'
import { isAnonymousDefinition } from './syntax.ts'
import type { Node } from './syntax.ts'

/** `declare` initialises variables of a declaration; `assign` writes to what exists. */
export type Role = 'declare' | 'assign'

/** Assigns `value`, a temporary, to `pattern`. */
export function assignPattern(l: Lowering, pattern: Node, value: Node, role: Role): void {
  switch (pattern.type) {
    case 'ObjectPattern':
      return assignObject(l, pattern, value, role)
    case 'ArrayPattern':
      return assignArray(l, pattern, value, role)
    default:
      assignTarget(l, pattern, role)(value)
  }
}

/** Writes one identifier. */
export function assignIdentifier(l: Lowering, id: Node, value: Node, role: Role): void {
  const rewriter = new Rewriter(l.unit, l)
  if (role === 'declare') l.emit(b.set(rewriter.reach(l.unit.binding(id)) ?? id, value))
  else
    l.emit(
      b.statement(
        rewriter.assignIdentifier({ type: 'AssignmentExpression', operator: '=', left: id }, value),
      ),
    )
}

/** Evaluates the target's own parts now and returns what writes it later. */
function assignTarget(l: Lowering, target: Node, role: Role): (value: Node) => void {
  if (target.type === 'Identifier') return (value) => assignIdentifier(l, target, value, role)
  if (target.type === 'MemberExpression') {
    const place = lowerMember(l, target, true)
    return (value) => l.emit(b.set(place, value))
  }
  if (target.type === 'ObjectPattern' || target.type === 'ArrayPattern')
    return (value) => assignPattern(l, target, value, role)
  throw new Error(`invariant: ${target.type} is not a target`)
}

/** A target with its default: the default is evaluated only for `undefined`. */
function assignElement(l: Lowering, element: Node, role: Role, fetch: () => Node): void {
  const [target, fallback] =
    element.type === 'AssignmentPattern' ? [element.left, element.right] : [element, null]
  const write = assignTarget(l, target, role)
  const fetched = l.temporary()
  l.emit(b.set(b.variable(fetched), fetch()))
  if (fallback !== null) {
    const [missing, after] = [l.block(), l.block()]
    l.branch(b.binary(b.variable(fetched), '===', b.undefinedValue()), missing, after, missing)
    const name = target.type === 'Identifier' ? target.name : undefined
    const value = l.unit.forms.expression(l, fallback, name)
    // The default goes through a temporary, which must not name it.
    const takesName = name !== undefined && isAnonymousDefinition(fallback) && isAnonymousDefinition(value)
    l.emit(b.set(b.variable(fetched), takesName ? b.named(name, value) : value))
    l.goto(after)
  }
  write(b.variable(fetched))
}

function assignObject(l: Lowering, pattern: Node, value: Node, role: Role): void {
  l.emit(b.statement(b.at(pattern, b.call(l.unit.helper('destructurable'), value))))
  const used: Node[] = []
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') {
      const write = assignTarget(l, property.argument, role)
      write(l.keep(b.at(property, b.call(l.unit.helper('rest'), value, b.array(used)))))
      continue
    }
    let key: Node
    if (property.computed)
      key = l.keep(
        b.at(property.key, b.call(l.unit.helper('key'), value, l.unit.forms.expression(l, property.key))),
      )
    else key = property.key.type === 'Identifier' ? b.literal(property.key.name) : property.key
    used.push(key)
    assignElement(l, property.value, role, () => b.at(property, b.index(value, key)))
  }
}

function assignArray(l: Lowering, pattern: Node, value: Node, role: Role): void {
  const position = l.temporary('$position')
  const here = (): Node => b.variable(position)
  l.emit(b.set(here(), b.at(pattern, b.call(l.unit.helper('iterate'), value))))
  guardPosition(l, pattern, position, () => {
    for (const element of pattern.elements) {
      // Advancing leaves the position at null once the iterator has ended: then all further ones are undefined.
      const advance = (): Node =>
        b.call(
          l.unit.helper('take'),
          b.assign(here(), b.at(element ?? pattern, b.call(l.unit.helper('advance'), here()))),
        )
      if (element === null) l.emit(b.statement(advance()))
      else if (element.type === 'RestElement') {
        const write = assignTarget(l, element.argument, role)
        const rest = l.keep(b.at(element, b.call(l.unit.helper('drain'), here())))
        l.emit(b.set(here(), b.literal(null)))
        write(rest)
      } else assignElement(l, element, role, advance)
    }
  })
  l.emit(b.statement(b.at(pattern, b.call(l.unit.helper('close'), here(), b.literal(false)))))
}
