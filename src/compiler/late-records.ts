// Scope records are made where something is first stored in them, with what is stored. The frames of all suspensions before
// that do without them: a record whose variables are not initialised can still change, so a fork would have to copy it with
// all that stands beside it.
//
// That nobody can see when a record is made holds because nobody has it before the first mention of its variable.

import { dominatorsFrom, leadsTo } from './dominators.ts'
import type { Dominators } from './dominators.ts'
import { evaluatedBy, gotosIn } from './ir.ts'
import type { Block, Variable } from './ir.ts'
import { mentions } from './liveness.ts'
import type { Node } from './syntax.ts'
import type { Record } from './unit.ts'

/** `blocks`: the start first. */
export function makeRecordsLate(blocks: readonly Block[]): void {
  const made = blocks.flatMap((block) => block.body.filter(makesRecord).map((node) => ({ block, node })))
  if (made.length === 0) return
  const dominators = dominatorsFrom(blocks[0]!)
  const handled = new Set<Node>()
  for (const { block, node } of made) {
    const { variable } = node.record as Record
    const from = block.body.indexOf(node)
    block.body.splice(from, 1)
    const mentioning = blocks.filter((each) => mentionsIt(each, variable))
    if (mentioning.length === 0) continue
    const place = placeFor(block, mentioning, dominators)
    // What handles an error may mention it.
    const handler = place.handler === null ? [] : reached([place.handler], block)
    const isHandled = mentioning.some((each) => handler.includes(each))
    if (isHandled) handled.add(node)
    const at = place === block ? from : 0
    place.body.splice(isHandled ? at : placeIn(place, at, variable), 0, node)
  }
  for (const { body } of blocks)
    for (const statement of body.filter(makesRecord)) if (!handled.has(statement)) fill(body, statement)
}

/** The last block on every way from `block` to those that mention the record, if it runs once for each time that `block` does. */
function placeFor(block: Block, mentioning: readonly Block[], { above, common }: Dominators): Block {
  let place = mentioning.reduce(common)
  if (common(place, block) !== block) return block
  while (place !== block && reached(leadsTo(place), block).includes(place)) place = above(place)
  return place
}

/** What can run from `starts` on, before `end` does. */
function reached(starts: readonly Block[], end: Block): readonly Block[] {
  const seen = new Set([end])
  const pending = [...starts]
  while (pending.length > 0) {
    const next = pending.pop()!
    if (seen.has(next)) continue
    seen.add(next)
    pending.push(...leadsTo(next))
  }
  return [...seen].slice(1)
}

/** Before which statement of `block`, from that at `from` on, the record has to be there. */
function placeIn({ body }: Block, from: number, variable: Variable): number {
  const next = body.findIndex(
    (statement, at) => at >= from && (gotosIn(statement).length > 0 || mentions(statement).has(variable)),
  )
  return next < 0 ? body.length : next
}

function mentionsIt({ body, exit }: Block, variable: Variable): boolean {
  const evaluated = evaluatedBy(exit!)
  return [...body, ...(evaluated === null ? [] : [evaluated])].some((each) => mentions(each).has(variable))
}

function makesRecord({ record }: Node): boolean {
  return record !== undefined
}

/**
 * `$scope = new $Scope($.UNINITIALISED)` and then `$scope.name = value`: the record is made with the value, which cannot
 * see it. If making the value throws, nobody asks for the record: what handles the error does not mention it. What is stored
 * after that keeps a line of its own, as it has in the source.
 */
function fill(body: Node[], statement: Node): void {
  const next = body.indexOf(statement) + 1
  const record = statement.record as Record
  if (next === body.length) return
  const [field, value] = storedIn(record, body[next]!)
  if (value === null || mentions(value).has(record.variable)) return
  statement.expression.right.arguments[field] = value
  body.splice(next, 1)
}

/** Which field of the record the statement stores something in, and what. */
function storedIn({ variable, fields }: Record, { type, expression }: Node): readonly [number, Node | null] {
  const isStored =
    type === 'ExpressionStatement' &&
    expression.type === 'AssignmentExpression' &&
    expression.operator === '=' &&
    expression.left.type === 'MemberExpression' &&
    !expression.left.computed &&
    expression.left.object.variable === variable
  if (!isStored) return [-1, null]
  return [fields.findIndex(({ field }) => field === expression.left.property.name), expression.right]
}
