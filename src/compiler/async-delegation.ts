// `yield*` in an async generator: the protocol of ECMAScript as a loop of blocks, because each of its steps awaits
// ("YieldExpression: yield* AssignmentExpression"). Effects, and on a stack that a search has taken generators that were just
// called, are one suspension instead, as in a plain generator.

import * as b from './build.ts'
import { calleeAndValue } from './calls.ts'
import { lowerReturn } from './jumps.ts'
import type { Lowering } from './lowering.ts'
import { settle } from './operands.ts'
import { awaited, sent, suspend } from './suspend.ts'
import type { Node } from './syntax.ts'

export function lowerAsyncDelegate(l: Lowering, node: Node): Node {
  const { argument } = node
  const parts: { callee?: Node; value: Node } =
    argument.type === 'CallExpression'
      ? calleeAndValue(l, argument)
      : { value: l.unit.forms.expression(l, argument) }
  // The call may write the variable that it was called by.
  const callee = parts.callee === undefined ? [] : [settle(l, parts.callee)]
  const value = settle(l, parts.value)
  const result = l.temporary()
  const [direct, protocol, after] = [l.block(), l.block(), l.block()]
  l.branch(b.call(l.unit.helper('isDirect'), value, ...callee), direct, protocol, direct)
  const delegated = b.sequence(...callee, value)
  suspend(l, node, delegated, (frame) => b.call(l.unit.helper('delegateDirectly'), value, frame, ...callee))
  l.emit(b.set(b.variable(result), sent(l)))
  l.goto(after, protocol)
  followProtocol(l, node, value, (ended) => l.emit(b.set(b.variable(result), ended)))
  l.goto(after)
  return b.variable(result)
}

/** Delegates step by step; `end` takes the value of the `yield*`. */
function followProtocol(l: Lowering, node: Node, value: Node, end: (value: Node) => void): void {
  const mode = b.id(l.unit.registers.mode)
  const iteration = b.variable(l.temporary('$iteration'))
  l.emit(b.set(iteration, b.at(node, b.call(l.unit.helper('iterateDelegated'), value))))
  const element = (): Node => b.call(l.unit.helper('element'))
  l.emit(b.set(mode, b.literal(0)))
  l.emit(b.set(sent(l), b.undefinedValue()))
  const [step, passing, over, leaving, ended] = [l.block(), l.block(), l.block(), l.block(), l.block()]
  l.goto(step)
  const answer = awaited(l, node, b.call(b.member(iteration, 'resume'), mode, sent(l)))
  const outcome = l.keep(b.call(b.member(iteration, 'received'), answer))
  l.branch(b.binary(outcome, '===', b.literal(0)), passing, over, passing)
  // Whatever the generator is resumed with goes to the iterator.
  const resume = l.block()
  const leave = (frame: Node): Node => b.call(l.unit.helper('forwards'), element(), frame)
  l.exit({ type: 'suspend', leave, value: b.undefinedValue(), resume, at: node, seesMode: true }, resume)
  l.goto(step, over)
  l.branch(b.binary(outcome, '===', b.literal(2)), leaving, ended, leaving)
  lowerReturn(l, element())
  l.current = ended
  end(element())
}
