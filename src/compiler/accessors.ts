// `accessor x = 1` in a class: a private field with a getter and a setter in front of it (ECMAScript's proposal of
// decorators). Parsers read it and no engine, so it becomes these three. With decorators it is left to who compiles them.

import * as b from './build.ts'
import { isDecorated } from './syntax.ts'
import type { Node } from './syntax.ts'
import type { Unit } from './unit.ts'

/** Whether the class has such members, and nothing that others have to compile. */
export function hasAccessors(node: Node): boolean {
  return !isDecorated(node) && node.body.body.some((member: Node) => member.type === 'AccessorProperty')
}

/**
 * The members of a class with the three in the place of each such one. The field names the getter that it is `behind`, the
 * setter as `keyOf`: their keys are one.
 */
export function withoutAccessors(unit: Unit, members: readonly Node[]): Node[] {
  return members.flatMap((member) => (member.type === 'AccessorProperty' ? threeOf(unit, member) : [member]))
}

function threeOf(unit: Unit, member: Node): Node[] {
  const { computed, decorators, end, key, start, static: isStatic } = member
  const storage: Node = { type: 'PrivateIdentifier', name: unit.unique('$accessor') }
  const place = b.memberUnder({ type: 'ThisExpression' }, storage)
  const given = b.id('$value')
  const method = (kind: 'get' | 'set', params: Node[], body: Node): Node => ({
    type: 'MethodDefinition',
    kind,
    key,
    computed,
    static: isStatic,
    decorators,
    value: b.functionNode('FunctionExpression', null, params, [body]),
    start,
    end,
  })
  const getter = method('get', [], b.returns(place))
  const field = { ...member, type: 'PropertyDefinition', key: storage, computed: false, behind: getter }
  return [field, getter, { ...method('set', [given], b.set(place, given)), keyOf: getter }]
}
