// Members of classes that are no generator methods: methods, accessors, fields and static blocks. Their code runs in
// functions of its own.

import * as b from './build.ts'
import { Rewriter } from './rewrite.ts'
import { isAnonymousDefinition, seesItsName } from './syntax.ts'
import type { Node } from './syntax.ts'

/** Everything but a generator method. `keyOf` gives its key to such code. */
export function rewriteMember(rewriter: Rewriter, member: Node, keyOf: () => Node): Node {
  const inside = new Rewriter(rewriter.unit, null)
  if (member.type === 'StaticBlock') return inside.rewrite(member)
  if (member.value === null) return member
  if (member.type === 'MethodDefinition') return { ...member, value: inside.functionParts(member.value) }
  if (member['behind'] !== undefined) return storageOf(rewriter, member, keyOf)
  if (!member.computed || !isAnonymousDefinition(member.value))
    return { ...member, value: inside.rewrite(member.value, fieldName(member)) }
  if (seesItsName(member.value))
    return { ...member, value: inside.unit.forms.classExpression(inside, member.value, keyOf()) }
  const value = inside.rewrite(member.value)
  if (isAnonymousDefinition(value)) return { ...member, value }
  return { ...member, value: b.call(inside.unit.helper('named'), keyOf(), value) }
}

/** The field behind an accessor: what is anonymous in it takes the accessor's name. */
function storageOf(rewriter: Rewriter, member: Node, keyOf: () => Node): Node {
  const { key, computed } = member['behind']
  const { value } = rewriteMember(rewriter, { ...member, key, computed, behind: undefined }, keyOf)
  if (!isAnonymousDefinition(value)) return { ...member, value }
  return { ...member, value: b.named(fieldName({ ...member, key, computed }) ?? keyOf(), value) }
}

/** The name of a member that the source says; undefined where it is computed. */
export function fieldName(member: Node): string | undefined {
  if (member.computed) return undefined
  return member.key.type === 'PrivateIdentifier'
    ? `#${member.key.name}`
    : String(member.key.name ?? member.key.value)
}

/** `#name = value`, a field of instances. */
export function privateField(name: string, value: Node): Node {
  return {
    type: 'PropertyDefinition',
    key: { type: 'PrivateIdentifier', name },
    value,
    computed: false,
    static: false,
    decorators: [],
  }
}

/** The decorators of a class or member. */
export function rewriteDecorators(rewriter: Rewriter, { decorators }: Node): Node[] {
  return decorators.map((each: Node) => ({ ...each, expression: rewriter.callee(each.expression) }))
}
