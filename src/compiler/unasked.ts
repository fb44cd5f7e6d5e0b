// Effects and generators that a program makes and then drops: `guard(x > 1)` without `yield*` asks nobody, and a generator
// that is called without it never runs. Both are silent, and wrong each time.

import { boundTo } from './bound.ts'
import { neverAsked } from './diagnostics.ts'
import type { Finding } from './diagnostics.ts'
import { forEachChild, isFunction } from './syntax.ts'
import type { Node } from './syntax.ts'
import type { Unit } from './unit.ts'

/** What multishot exports that makes something to be asked for with `yield*`. */
export const ASKED: ReadonlySet<string> = new Set([
  'abortSignal',
  'amb',
  'choose',
  'collect',
  'commit',
  'cost',
  'count',
  'either',
  'estimate',
  'fail',
  'forall',
  'guard',
  'ifte',
  'interleave',
  'maximize',
  'minimize',
  'not',
  'note',
  'once',
  'optimize',
  'resource',
  'scope',
  'split',
  'within',
])

/** The calls in the generator function `fn` whose effect or generator is dropped where it is made. */
export function unaskedIn(unit: Unit, fn: Node): Finding[] {
  const found: Finding[] = []
  const look = (node: Node): void => {
    if (node.type === 'ExpressionStatement')
      for (const call of droppedBy(node.expression)) {
        const what = whatIsMadeBy(unit, call)
        if (what !== null) found.push(neverAsked(call, `${call.callee.name}(…)`, what))
      }
    forEachChild(node, (child) => {
      if (!isFunction(child) && child.type !== 'ClassBody') look(child)
    })
  }
  look(fn.body)
  return found
}

/** The calls whose value a statement of this expression drops. */
function droppedBy(node: Node): Node[] {
  switch (node.type) {
    case 'CallExpression':
      return [node]
    case 'LogicalExpression':
      return droppedBy(node.right)
    case 'ConditionalExpression':
      return [...droppedBy(node.consequent), ...droppedBy(node.alternate)]
    case 'SequenceExpression':
      return node.expressions.flatMap(droppedBy)
    default:
      return []
  }
}

function whatIsMadeBy(unit: Unit, { callee }: Node): 'effect' | 'generator' | null {
  const binding = callee.type === 'Identifier' ? unit.binding(callee) : undefined
  if (binding === undefined) return null
  const { imported } = binding
  if (imported !== null) return imported.source === 'multishot' && ASKED.has(imported.name) ? 'effect' : null
  const isGenerator = binding.kind === 'function' && boundTo(unit, binding).some(({ generator }) => generator)
  return isGenerator ? 'generator' : null
}
