// Goes through statements: what is declared, returned, thrown, exported, iterated.

import { forEachChild, isUsing } from '../syntax.ts'
import type { Node } from '../syntax.ts'
import { NOTHING } from './things.ts'
import type { Holder } from './things.ts'
import { isPlainGenerator } from './survey.ts'
import type { StatementWalker, Walker } from './walker.ts'
import type { World } from './world.ts'

export class Statements implements StatementWalker {
  constructor(private readonly walk: Walker) {}

  private get world(): World {
    return this.walk.world
  }

  all(nodes: readonly Node[], returns: Holder): void {
    for (const node of nodes) if (node.type === 'FunctionDeclaration') this.declareFunction(node)
    for (const node of nodes) this.one(node, returns)
  }

  private declareFunction(node: Node): void {
    const { analysis, flow } = this.world
    const thing = this.walk.function(node)
    const binding = node.id && analysis.bindingOf.get(node.id)
    if (!binding) return this.world.escapeThing(thing, 'is exported', node)
    flow.put(thing, this.walk.holderOf(binding))
    // In sloppy code a function of a block is also a `var` of the function around it.
    for (let scope = binding.scope.parent; scope !== null; scope = scope.parent) {
      const also = scope.bindings.get(binding.name)
      if (also?.kind === 'var' && also.owner === binding.owner) flow.put(thing, this.walk.holderOf(also))
    }
  }

  one(node: Node, returns: Holder): void {
    const { world } = this
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'ImportDeclaration':
      case 'EmptyStatement':
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'DebuggerStatement':
      case 'ExportAllDeclaration':
        return
      case 'ClassDeclaration':
        this.class(node)
        return
      case 'ExpressionStatement':
        this.walk.value(node.expression)
        return
      case 'VariableDeclaration':
        for (const { id, init } of node.declarations)
          if (init !== null) {
            const value = this.walk.value(init)
            if (isUsing(node)) world.escape(value, 'is disposed of', id)
            this.walk.objects.assign(id, value)
          }
        return
      case 'ReturnStatement':
        if (node.argument !== null)
          this.result(world.functionAround(node), this.walk.value(node.argument), node.argument, returns)
        return
      case 'ThrowStatement':
        return world.escape(this.walk.value(node.argument), 'is thrown', node)
      case 'ForInStatement':
        this.walk.value(node.right)
        this.forTarget(node.left, NOTHING)
        return this.one(node.body, returns)
      case 'ForOfStatement': {
        const list = this.walk.value(node.right)
        if (node.await) world.escape(list, 'is awaited', node.right)
        if (this.walk === this.walk.main) world.iterated.set(node.right, list)
        const each = node.await ? world.anything : this.walk.objects.elements(list, node.right)
        if (isUsing(node.left)) world.escape(each, 'is disposed of', node.left)
        this.forTarget(node.left, each)
        return this.one(node.body, returns)
      }
      case 'TryStatement':
        this.one(node.block, returns)
        if (node.handler !== null) {
          if (node.handler.param !== null) this.walk.objects.assign(node.handler.param, world.anything)
          this.one(node.handler.body, returns)
        }
        if (node.finalizer !== null) this.one(node.finalizer, returns)
        return
      case 'BlockStatement':
      case 'StaticBlock':
        return this.all(node.body, returns)
      case 'SwitchStatement': {
        this.walk.value(node.discriminant)
        for (const { test } of node.cases) if (test !== null) this.walk.value(test)
        return this.all(
          node.cases.flatMap((each: Node) => each.consequent),
          returns,
        )
      }
      case 'ExportNamedDeclaration':
        if (node.declaration !== null) {
          if (node.declaration.type === 'FunctionDeclaration') this.declareFunction(node.declaration)
          this.one(node.declaration, returns)
          this.exportNames(node.declaration)
        } else if (node.source === null)
          for (const { local } of node.specifiers) world.escape(this.walk.value(local), 'is exported', local)
        return
      case 'ExportDefaultDeclaration':
        if (node.declaration.type === 'FunctionDeclaration') {
          this.declareFunction(node.declaration)
          if (node.declaration.id !== null) this.exportNames(node.declaration)
        } else if (node.declaration.type === 'ClassDeclaration') this.class(node.declaration)
        else world.escape(this.walk.value(node.declaration), 'is exported', node)
        return
      case 'IfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'ForStatement':
      case 'LabeledStatement':
        forEachChild(node, (child, field) => {
          if (field === 'label') return
          if (
            field === 'body' ||
            field === 'consequent' ||
            field === 'alternate' ||
            child.type === 'VariableDeclaration'
          )
            this.all([child], returns)
          else this.walk.value(child)
        })
        return
      default:
        throw new Error(`invariant: the proof knows the statement ${node.type}`)
    }
  }

  private exportNames(declaration: Node): void {
    const { analysis } = this.world
    const ids: readonly Node[] =
      declaration.type === 'VariableDeclaration'
        ? declaration.declarations.flatMap(({ id }: Node) => boundBy(id))
        : [declaration.id]
    for (const id of ids)
      this.world.escape(this.walk.holderOf(analysis.bindingOf.get(id)!), 'is exported', id)
  }

  private forTarget(left: Node, value: Holder): void {
    if (left.type !== 'VariableDeclaration') return this.walk.objects.assign(left, value)
    const [{ id, init }] = left.declarations
    if (init) this.walk.objects.assign(id, this.walk.value(init))
    this.walk.objects.assign(id, value)
  }

  /** What the function gives back with `value`. */
  result(fn: Node, value: Holder, at: Node, returns: Holder): void {
    if (fn.async || (fn.generator && !isPlainGenerator(fn))) this.world.escape(value, 'is returned', at)
    else this.world.flow.join(value, returns)
  }

  /** A class and all that is in it is left to code that we do not follow. */
  class(node: Node): Holder {
    const { world } = this
    const { analysis, flow, anything } = world
    if (node.id !== null) {
      const inner = [analysis.scopeOf, analysis.headOf].map((scopes) =>
        scopes.get(node)!.bindings.get(node.id.name),
      )
      for (const binding of [analysis.bindingOf.get(node.id), ...inner])
        if (binding !== undefined) flow.join(anything, this.walk.holderOf(binding))
    }
    for (const decorator of node.decorators ?? [])
      world.escape(this.walk.value(decorator.expression), 'is called', decorator)
    if (node.superClass !== null)
      world.escape(this.walk.value(node.superClass), 'is extended', node.superClass)
    for (const member of node.body.body) {
      if (member.type === 'StaticBlock') {
        this.all(member.body, NOTHING)
        continue
      }
      for (const decorator of member.decorators ?? [])
        world.escape(this.walk.value(decorator.expression), 'is called', decorator)
      if (member.computed) this.walk.objects.coerce(this.walk.value(member.key), member.key)
      if (member.value !== null && member.value !== undefined)
        world.escape(this.walk.value(member.value), 'is a member of a class', member)
    }
    return anything
  }
}

function boundBy(pattern: Node): Node[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern]
    case 'AssignmentPattern':
      return boundBy(pattern.left)
    case 'RestElement':
      return boundBy(pattern.argument)
    case 'ArrayPattern':
      return pattern.elements.flatMap((each: Node | null) => (each === null ? [] : boundBy(each)))
    default:
      return pattern.properties.flatMap((each: Node) =>
        boundBy(each.type === 'RestElement' ? each : each.value),
      )
  }
}
