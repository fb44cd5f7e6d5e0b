// What runs before a class is made: its heritage and its computed keys. Where these move out of the class, its name and
// its private names are out of sight there. So a record stands for the class: its name is a variable that is not
// initialised until the class has been made, and what mentions a private name asks the class in the record.

import type { Binding } from './binding.ts'
import * as b from './build.ts'
import { awaitingClass, Refusal, unsupported } from './diagnostics.ts'
import { OWN_CLASS } from './heads.ts'
import { declareRecord, newRecord } from './records.ts'
import type { Rewriter } from './rewrite.ts'
import { forEachChild, RECORD_OF } from './syntax.ts'
import type { Node } from './syntax.ts'
import type { Record } from './unit.ts'

/** The head of a class that has moved. */
export interface Head {
  readonly record: Record
  /** The private names of the class that its keys mention. */
  readonly secrets: ReadonlySet<string>
}

/** The head of the class `node`, which moves out of it; null where that mentions the class nowhere. */
export function moveHead(rewriter: Rewriter, node: Node): Head | null {
  const { lowering, unit } = rewriter
  const scope = unit.analysis.headOf.get(node)!
  const mentioned = [...scope.bindings.values()].filter(({ references }) => references.length > 0)
  if (mentioned.length === 0) return null
  if (lowering === null && unit.analysis.suspends.has(node))
    throw new Refusal(
      unsupported('A class that awaits in its heritage or a key and is mentioned there', node),
    )
  const record = declareRecord(unit, scope, mentioned)
  const secrets = mentioned
    .flatMap(({ references }) => references.map((each) => each.node))
    .filter(({ type }) => type === 'PrivateIdentifier')
    .map(({ name }): string => name)
  if (secrets.length > 0)
    for (const { computed, key } of node.body.body)
      if (computed) askTheClass(rewriter, key, scope.bindings.get(OWN_CLASS)!)
  return { record, secrets: new Set(secrets) }
}

/** The class `node` moves into a function, where it cannot await what an async function around it awaits in its head. */
export function refuseToMove({ unit }: Rewriter, node: Node): void {
  if (unit.analysis.suspends.has(node)) throw new Refusal(awaitingClass(node))
}

/** `made`, the class with this head, over a new record. */
export function overHead({ lowering, unit }: Rewriter, { record }: Head, made: Node): Node {
  const fresh = newRecord(unit, record)
  return lowering === null
    ? b.call(b.arrow([b.id(record.variable.name)], made), fresh)
    : b.sequence(b.assign(b.variable(record.variable), fresh), made)
}

/** What tells the record of the class, as soon as there is one: before any of its static code. */
export function tellHead({ unit }: Rewriter, { record, secrets }: Head): Node[] {
  const self: Node = { type: 'ThisExpression' }
  const [object, value] = [b.id(unit.unique('$object')), b.id(unit.unique('$value'))]
  const ways = [...secrets].map((name) => {
    const secret: Node = { type: 'PrivateIdentifier', name }
    const field = b.memberUnder(object, secret)
    return b.property(
      name,
      b.object([
        b.property('has', b.arrow([object], b.binary(secret, 'in', object))),
        b.property('get', b.arrow([object], field)),
        b.property('set', b.arrow([object, value], b.assign(field, value))),
      ]),
    )
  })
  const places = record.fields.map(({ field }) => b.member(b.id(record.variable.name), field))
  return [
    ...(ways.length > 0 ? [b.statement(b.call(unit.helper('confide'), self, b.object(ways)))] : []),
    ...places.map((place) => b.set(place, self)),
  ]
}

/**
 * Has every mention of the class's private names in `node` ask the class, in the place of the source's nodes: `o.#x` is
 * the `value` of a reference, `o.#m()` calls what `call` of one gives, `#x in o` is a question.
 */
function askTheClass({ lowering, unit }: Rewriter, node: Node, own: Binding): void {
  look(node, false)

  function look(each: Node, isCalled: boolean): void {
    forEachChild(each, (child, field) => {
      const calls = field === 'callee' ? each.type === 'CallExpression' : field === 'tag'
      look(child, calls || (each.type === 'ChainExpression' && isCalled))
    })
    if (each.type === 'BinaryExpression' && isOwn(each.left)) {
      const asked = ask('hasPrivate', each.left, each.right)
      Object.assign(each, asked)
    } else if (each.type === 'MemberExpression' && isOwn(each.property)) {
      if (isBehindOptional(each.object))
        throw new Refusal(unsupported('A private name behind `?.` in a key of its own class', each))
      const reference = each.optional ? 'privateIfThere' : 'privateMember'
      each.object = ask(reference, each.property, each.object)
      each.property = b.id(isCalled ? 'call' : 'value')
    }
  }

  function isOwn(each: Node): boolean {
    return each.type === 'PrivateIdentifier' && unit.binding(each) === own
  }

  function ask(helper: string, { name }: Node, object: Node): Node {
    const scope: Node = { type: RECORD_OF, stable: true }
    unit.analysis.bindingOf.set(scope, own)
    const asked = { ...b.call(unit.helper(helper), scope, b.literal(name), object), isHelper: true }
    if (lowering?.lowered.has(object)) lowering.lowered.add(asked)
    return asked
  }
}

/** Whether a `?.` before may end the chain that `node` belongs to. */
function isBehindOptional(node: Node): boolean {
  if (node.type !== 'MemberExpression' && node.type !== 'CallExpression') return false
  return node.optional || isBehindOptional(node.object ?? node.callee)
}
