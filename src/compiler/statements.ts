// Statements that suspend, as blocks. Each function here is one statement form; a statement without a
// suspension is rewritten and stays what it was.

import { alsoVar, hoistFunctions, inScope, openScope } from './block-scope.ts'
import * as b from './build.ts'
import { declaredInside } from './declared-class.ts'
import { Refusal, unsupported } from './diagnostics.ts'
import { lowerExpression } from './expressions.ts'
import { guardIteration } from './async-iteration.ts'
import { guardPosition } from './guard.ts'
import { breakTarget, continueTarget, lowerReturn } from './jumps.ts'
import { disposing, holdResource, lowerUsing } from './disposal.ts'
import { lowerFinally } from './finally.ts'
import type { Lowering } from './lowering.ts'
import type { Block } from './ir.ts'
import { assignIdentifier, assignPattern } from './patterns.ts'
import { Rewriter } from './rewrite.ts'
import { awaited } from './suspend.ts'
import { lowerTailDelegate } from './suspensions.ts'
import { isDecorated, isUsing } from './syntax.ts'
import type { Node } from './syntax.ts'

/** The statements of a block or function body, after its scope has been entered. */
export function lowerBody(l: Lowering, body: readonly Node[]): void {
  disposing(l, body, () => {
    for (const statement of body) lowerStatement(l, statement, [])
  })
}

/** `labels` are the labels that stand directly before the statement. */
function lowerStatement(l: Lowering, node: Node, labels: readonly string[]): void {
  switch (node.type) {
    case 'FunctionDeclaration':
      return alsoVar(l, node)
    case 'VariableDeclaration':
      return lowerVariables(l, node)
    case 'ClassDeclaration': {
      const made = l.unit.forms.classExpression(new Rewriter(l.unit, l), node)
      return assignIdentifier(l, node.id, isDecorated(node) ? declaredInside(made) : made, 'declare')
    }
    case 'ReturnStatement':
      return lowerReturnStatement(l, node)
    case 'BreakStatement':
      return breakTarget(l, node.label?.name ?? null)
    case 'ContinueStatement':
      return continueTarget(l, node.label?.name ?? null)
    case 'LabeledStatement':
      return lowerLabeled(l, node, labels)
  }
  if (!l.lowered.has(node)) {
    const statement = new Rewriter(l.unit, l).rewrite(node)
    if (statement.type !== 'EmptyStatement') l.emit(statement)
    return
  }
  switch (node.type) {
    case 'ExpressionStatement': {
      const value = lowerExpression(l, node.expression)
      const isKept = value.variable !== undefined || value.name === l.unit.registers.sent
      if (!isKept) l.emit({ ...node, expression: value })
      return
    }
    case 'BlockStatement':
      return lowerStatementsOf(l, node)
    case 'IfStatement':
      return lowerIf(l, node)
    case 'ForStatement':
      return lowerFor(l, node, labels)
    case 'WhileStatement':
      return lowerWhile(l, node, labels)
    case 'DoWhileStatement':
      return lowerDoWhile(l, node, labels)
    case 'ForInStatement':
    case 'ForOfStatement':
      return lowerForEach(l, node, labels)
    case 'SwitchStatement':
      return lowerSwitch(l, node, labels)
    case 'ThrowStatement':
      return l.exit({ type: 'throw', value: lowerExpression(l, node.argument) }, l.block())
    case 'TryStatement':
      return lowerTry(l, node)
    default:
      throw new Refusal(unsupported(`A yield inside ${node.type}`, node))
  }
}

function lowerVariables(l: Lowering, node: Node): void {
  if (isUsing(node)) return lowerUsing(l, node)
  const rewriter = new Rewriter(l.unit, l)
  const role = node.kind === 'var' ? 'assign' : 'declare'
  for (const { id, init } of node.declarations as Node[]) {
    if (id.type === 'Identifier') {
      if (init === null && node.kind === 'var') continue
      const value = init === null ? b.undefinedValue() : lowerExpression(l, init, id.name)
      assignIdentifier(l, id, init === null ? value : rewriter.nameValue(id, init, value), role)
    } else if (l.lowered.has(id)) {
      assignPattern(l, id, l.keep(lowerExpression(l, init)), role)
    } else {
      const value = lowerExpression(l, init)
      l.emit(b.statement(b.assign(declarationPattern(rewriter, id, role), value)))
    }
  }
}

/** A native pattern that initialises: writing a `const` for the first time is no error. */
export function declarationPattern(rewriter: Rewriter, pattern: Node, role: 'declare' | 'assign'): Node {
  return role === 'assign' ? rewriter.pattern(pattern) : rewriter.pattern(pattern, true)
}

function lowerReturnStatement(l: Lowering, node: Node): void {
  const { argument } = node
  if (l.awaits && argument !== null) return lowerReturn(l, awaited(l, node, lowerExpression(l, argument)))
  if (
    argument?.type === 'YieldExpression' &&
    argument.delegate &&
    !l.guarded &&
    !l.contexts.some((context) => context.type !== 'target')
  )
    return lowerTailDelegate(l, argument)
  lowerReturn(l, argument === null ? b.undefinedValue() : lowerExpression(l, argument))
}

function lowerLabeled(l: Lowering, node: Node, labels: readonly string[]): void {
  const all = [...labels, node.label.name]
  const inner = node.body
  if (inner.type === 'LabeledStatement') return lowerLabeled(l, inner, all)
  if (!l.lowered.has(inner) && inner.type !== 'FunctionDeclaration') {
    // Stays native with its labels, from the outermost in.
    let statement: Node = inner
    for (const name of all.toReversed())
      statement = { type: 'LabeledStatement', label: b.id(name), body: statement }
    l.emit(new Rewriter(l.unit, l).rewrite(statement))
    return
  }
  if (
    inner.type === 'SwitchStatement' ||
    inner.type.startsWith('For') ||
    inner.type.endsWith('WhileStatement')
  )
    return lowerStatement(l, inner, all)
  const after = l.block()
  l.within({ type: 'target', labels: all, breakTo: after, continueTo: null, plain: true }, () =>
    lowerStatement(l, inner, []),
  )
  l.goto(after)
}

function lowerIf(l: Lowering, node: Node): void {
  const [yes, after] = [l.block(), l.block()]
  const no = node.alternate === null ? after : l.block()
  l.branch(lowerExpression(l, node.test), yes, no, yes)
  lowerStatement(l, node.consequent, [])
  l.goto(after, no)
  if (node.alternate !== null) {
    lowerStatement(l, node.alternate, [])
    l.goto(after)
  }
}

function loopBody(
  l: Lowering,
  node: Node,
  labels: readonly string[],
  breakTo: Block,
  continueTo: Block,
): void {
  l.within({ type: 'target', labels, breakTo, continueTo, plain: false }, () =>
    lowerStatement(l, node.body, []),
  )
}

function lowerWhile(l: Lowering, node: Node, labels: readonly string[]): void {
  const [head, body, after] = [l.block(), l.block(), l.block()]
  l.goto(head)
  l.branch(lowerExpression(l, node.test), body, after, body)
  loopBody(l, node, labels, after, head)
  l.goto(head, after)
}

function lowerDoWhile(l: Lowering, node: Node, labels: readonly string[]): void {
  const [body, test, after] = [l.block(), l.block(), l.block()]
  l.goto(body)
  loopBody(l, node, labels, after, test)
  l.goto(test)
  l.branch(lowerExpression(l, node.test), body, after, after)
}

function lowerFor(l: Lowering, node: Node, labels: readonly string[]): void {
  disposing(l, [node.init], () => lowerForParts(l, node, labels))
}

function lowerForParts(l: Lowering, node: Node, labels: readonly string[]): void {
  const scope = l.unit.analysis.scopeOf.get(node)
  const record = openScope(l, scope, () => null)
  // Each iteration has variables of its own, which start with the values of the last one's.
  const nextIteration = (): void => {
    if (record === null) return
    const rewriter = new Rewriter(l.unit, l)
    l.makeRecord(record, (binding) => rewriter.reach(binding))
  }
  if (node.init !== null) {
    if (node.init.type === 'VariableDeclaration') lowerVariables(l, node.init)
    else l.emit(b.statement(lowerExpression(l, node.init)))
  }
  nextIteration()
  const [head, body, update, after] = [l.block(), l.block(), l.block(), l.block()]
  l.goto(head)
  if (node.test === null) l.goto(body)
  else l.branch(lowerExpression(l, node.test), body, after, body)
  loopBody(l, node, labels, after, update)
  l.goto(update)
  nextIteration()
  if (node.update !== null) l.emit(b.statement(lowerExpression(l, node.update)))
  l.goto(head, after)
}

/** `for-of` and `for-in`: a position that advances, closed when the loop is left early. */
function lowerForEach(l: Lowering, node: Node, labels: readonly string[]): void {
  const scope = l.unit.analysis.scopeOf.get(node)
  const position = { ...l.temporary('$position'), iterates: node.right }
  const here = (): Node => b.variable(position)
  openScope(l, scope, () => null)
  const legacyInit = node.left.type === 'VariableDeclaration' && node.left.declarations[0].init
  if (legacyInit) lowerVariables(l, { ...node.left, kind: 'var' })
  l.emit(b.set(here(), b.at(node.right, iteration(l, node))))
  const [head, body, after] = [l.block(), l.block(), l.block()]
  l.goto(head)
  if (node.await) {
    const result = awaited(l, node, b.at(node.left, b.call(b.member(here(), 'next'))))
    l.branch(b.call(b.member(here(), 'ended'), result), after, body, body)
  } else {
    const advanced = b.assign(here(), b.at(node.left, b.call(b.member(here(), 'next'))))
    l.branch(b.binary(advanced, '===', b.literal(null)), after, body, body)
  }
  const value = l.keep(b.call(l.unit.helper('element')))
  l.within({ type: 'target', labels, breakTo: after, continueTo: null, plain: false }, () => {
    const iteration = (): void => {
      openScope(l, scope, () => null)
      l.within({ type: 'target', labels, breakTo: null, continueTo: head, plain: false }, () =>
        disposing(l, [node.left], () => {
          bindElement(l, node.left, value)
          lowerStatement(l, node.body, [])
        }),
      )
    }
    // Keys need no closing, and without a handler the loop costs no `try`.
    if (node.type === 'ForInStatement') iteration()
    else if (node.await) guardIteration(l, node, position, iteration)
    else guardPosition(l, node.left, position, iteration)
  })
  l.goto(head, after)
}

/** The position at the start of the loop. */
function iteration(l: Lowering, node: Node): Node {
  const { right } = node
  if (node.type === 'ForInStatement') return b.call(l.unit.helper('iterateKeys'), lowerExpression(l, right))
  if (node.await) return b.call(l.unit.helper('iterateAsync'), lowerExpression(l, right))
  if (!isBuiltInView(right)) return b.call(l.unit.helper('iterate'), lowerExpression(l, right))
  const text = l.unit.source.slice(right.callee.start, right.callee.end)
  const object = lowerExpression(l, right.callee.object)
  return b.call(l.unit.helper('iterateCall'), object, b.literal(right.callee.property.name), b.literal(text))
}

/** `object.entries()` and its like, whose iterators cannot be copied, but are made again where they are built in. */
function isBuiltInView(node: Node): boolean {
  if (node.type !== 'CallExpression' || node.optional || node.arguments.length > 0) return false
  const { callee } = node
  if (callee.type !== 'MemberExpression' || callee.computed || callee.optional) return false
  return callee.object.type !== 'Super' && /^(?:entries|keys|values)$/.test(callee.property.name)
}

function bindElement(l: Lowering, left: Node, value: Node): void {
  if (left.type !== 'VariableDeclaration') {
    if (left.type === 'MemberExpression' || l.lowered.has(left)) assignPattern(l, left, value, 'assign')
    else if (left.type === 'Identifier') assignIdentifier(l, left, value, 'assign')
    else l.emit(b.set(new Rewriter(l.unit, l).pattern(left), value))
    return
  }
  const role = left.kind === 'var' ? 'assign' : 'declare'
  const { id } = left.declarations[0]
  if (isUsing(left)) holdResource(l, left, value)
  if (id.type === 'Identifier' || l.lowered.has(id)) assignPattern(l, id, value, role)
  else l.emit(b.set(declarationPattern(new Rewriter(l.unit, l), id, role), value))
}

function lowerSwitch(l: Lowering, node: Node, labels: readonly string[]): void {
  const on = l.keep(lowerExpression(l, node.discriminant))
  const scope = l.unit.analysis.scopeOf.get(node)
  const after = l.block()
  openScope(l, scope, () => null)
  hoistFunctions(
    l,
    node.cases.flatMap((each: Node) => each.consequent),
  )
  const bodies: Block[] = node.cases.map(() => l.block())
  let fallback = after
  node.cases.forEach((each: Node, i: number) => {
    if (each.test === null) {
      fallback = bodies[i]!
      return
    }
    const test = b.binary(on, '===', lowerExpression(l, each.test))
    const otherwise = l.block()
    l.branch(test, bodies[i]!, otherwise, otherwise)
  })
  l.goto(fallback, bodies[0] ?? after)
  l.within({ type: 'target', labels, breakTo: after, continueTo: null, plain: false }, () => {
    node.cases.forEach((each: Node, i: number) => {
      lowerBody(l, each.consequent)
      l.goto(bodies[i + 1] ?? after)
    })
  })
  if (node.cases.length === 0) l.current = after
}

function lowerTry(l: Lowering, node: Node): void {
  const body = (): void => {
    if (node.handler === null) lowerStatementsOf(l, node.block)
    else lowerCatch(l, node)
  }
  if (node.finalizer === null) body()
  else lowerFinally(l, body, () => lowerStatementsOf(l, node.finalizer))
}

/** `try` with its `catch`; what the two leave behind is where the current block stands. */
function lowerCatch(l: Lowering, node: Node): void {
  const after = l.block()
  const caught = l.block()
  l.under(caught, () => {
    l.goto(l.block())
    lowerStatementsOf(l, node.block)
  })
  l.goto(after, caught)
  const { param, body } = node.handler
  const scope = l.unit.analysis.scopeOf.get(node.handler)
  const error = l.keep(b.id(l.unit.registers.error))
  openScope(l, scope, () => null)
  if (param !== null) {
    if (param.type === 'Identifier' || l.lowered.has(param)) assignPattern(l, param, error, 'declare')
    else l.emit(b.set(declarationPattern(new Rewriter(l.unit, l), param, 'declare'), error))
  }
  lowerStatementsOf(l, body)
  l.goto(after)
}

function lowerStatementsOf(l: Lowering, block: Node): void {
  inScope(l, l.unit.analysis.scopeOf.get(block), block.body, () => lowerBody(l, block.body))
}
