// Walks the statements and expressions of a file and says what flows where: the constraints of things.ts. Every
// form of the language is either looked into here or counts as the worst that it could be.

import type { Binding } from '../binding.ts'
import { forEachChild, isFunction } from '../syntax.ts'
import type { Node } from '../syntax.ts'
import { Calls } from './calls.ts'
import { makerOfFresh } from './freshness.ts'
import { isInherited } from './known.ts'
import { isNumber } from './number.ts'
import { Holder, NOTHING } from './things.ts'
import type { Thing } from './things.ts'
import { isPlainGenerator } from './survey.ts'
import type { Key, Reference, Walker } from './walker.ts'
import type { World } from './world.ts'

export class Walk implements Walker {
  readonly world: World
  readonly calls: Calls
  readonly holders = new Map<Binding, Holder>()
  /** What the places of the source make in this walk. */
  readonly made = new Map<Node, Thing>()
  private readonly bodies = new Map<Node, Holder>()

  /** With `inside`, the variables of that function are kept apart from those of `outer`: it is called by others. */
  constructor(
    world: World,
    private readonly outer: Walk | null,
    private readonly inside: Node | null,
  ) {
    this.world = world
    world.homes.push(this)
    this.calls = new Calls(this)
  }

  holderOf(binding: Binding): Holder {
    if (this.outer !== null && !(isWithin(binding.scope.node, this.inside!) && binding.kind !== 'self'))
      return this.outer.holderOf(binding)
    let holder = this.holders.get(binding)
    if (holder === undefined) {
      holder = new Holder()
      this.holders.set(binding, holder)
      // The parts of a class run by themselves, with a `this` that nobody passes.
      if (binding.kind === 'import' || (binding.kind === 'this' && !isFunction(binding.scope.node)))
        this.world.flow.put(this.world.unknown, holder)
    }
    return holder
  }

  get main(): Walk {
    return this.outer === null ? this : this.outer.main
  }

  // Functions

  function(node: Node): Thing {
    const { world } = this
    const thing = world.make('function', node, this)
    if (world.capturesFrame(node))
      world.complain(thing, 'is a function over variables of its generator', node)
    return thing
  }

  apart(fn: Node): Walk {
    return new Walk(this.world, this, fn)
  }

  body(fn: Node): Holder {
    let returns = this.bodies.get(fn)
    if (returns === undefined) {
      const made = new Holder()
      returns = made
      this.bodies.set(fn, made)
      if (isPlainGenerator(fn)) this.world.generators.set(fn, { returns: made, hasOtherCallers: false })
      this.world.flow.later(() => this.enter(fn, made))
    }
    return returns
  }

  private enter(node: Node, returns: Holder): void {
    const { analysis, flow } = this.world
    const parameters = analysis.scopeOf.get(node)!
    const scope = analysis.bodyScopeOf.get(node)
    for (const parameter of node.params) this.defaults(parameter)
    if (scope !== undefined && scope !== parameters)
      for (const binding of scope.bindings.values()) {
        const parameter = parameters.bindings.get(binding.name)
        if (parameter !== undefined) flow.join(this.holderOf(parameter), this.holderOf(binding))
      }
    if (node.body.type === 'BlockStatement') this.statements(node.body.body, returns)
    else this.result(node, this.value(node.body), node.body, returns)
  }

  /** What the function gives back with `value`. */
  private result(fn: Node, value: Holder, at: Node, returns: Holder): void {
    if (fn.async || (fn.generator && !isPlainGenerator(fn))) this.world.escape(value, 'is returned', at)
    else this.world.flow.join(value, returns)
  }

  private defaults(parameter: Node): void {
    switch (parameter.type) {
      case 'AssignmentPattern':
        this.assign(parameter.left, this.value(parameter.right))
        return this.defaults(parameter.left)
      case 'RestElement':
        return this.defaults(parameter.argument)
      case 'ArrayPattern':
        for (const element of parameter.elements) if (element !== null) this.defaults(element)
        return
      case 'ObjectPattern':
        for (const property of parameter.properties) {
          if (property.computed) this.coerce(this.value(property.key), property.key)
          this.defaults(property.type === 'RestElement' ? property : property.value)
        }
    }
  }

  // Statements

  statements(nodes: readonly Node[], returns: Holder): void {
    for (const node of nodes) if (node.type === 'FunctionDeclaration') this.declareFunction(node)
    for (const node of nodes) this.statement(node, returns)
  }

  private declareFunction(node: Node): void {
    const { analysis, flow } = this.world
    const thing = this.function(node)
    const binding = node.id && analysis.bindingOf.get(node.id)
    if (!binding) return this.world.escapeThing(thing, 'is exported', node)
    flow.put(thing, this.holderOf(binding))
    // In sloppy code a function of a block is also a `var` of the function around it.
    for (let scope = binding.scope.parent; scope !== null; scope = scope.parent) {
      const also = scope.bindings.get(binding.name)
      if (also?.kind === 'var' && also.owner === binding.owner) flow.put(thing, this.holderOf(also))
    }
  }

  statement(node: Node, returns: Holder): void {
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
        this.value(node.expression)
        return
      case 'VariableDeclaration':
        for (const { id, init } of node.declarations)
          if (init !== null) {
            const value = this.value(init)
            if (node.kind === 'using' || node.kind === 'await using')
              world.escape(value, 'is disposed of', id)
            this.assign(id, value)
          }
        return
      case 'ReturnStatement':
        if (node.argument !== null)
          this.result(world.functionAround(node), this.value(node.argument), node.argument, returns)
        return
      case 'ThrowStatement':
        return world.escape(this.value(node.argument), 'is thrown', node)
      case 'ForInStatement':
        this.value(node.right)
        this.forTarget(node.left, NOTHING)
        return this.statement(node.body, returns)
      case 'ForOfStatement': {
        const list = this.value(node.right)
        if (node.await) world.escape(list, 'is awaited', node.right)
        if (this.outer === null) world.iterated.set(node.right, list)
        this.forTarget(node.left, node.await ? world.anything : this.elements(list, node.right))
        return this.statement(node.body, returns)
      }
      case 'TryStatement':
        this.statement(node.block, returns)
        if (node.handler !== null) {
          if (node.handler.param !== null) this.assign(node.handler.param, world.anything)
          this.statement(node.handler.body, returns)
        }
        if (node.finalizer !== null) this.statement(node.finalizer, returns)
        return
      case 'BlockStatement':
      case 'StaticBlock':
        return this.statements(node.body, returns)
      case 'SwitchStatement': {
        this.value(node.discriminant)
        for (const { test } of node.cases) if (test !== null) this.value(test)
        return this.statements(
          node.cases.flatMap((each: Node) => each.consequent),
          returns,
        )
      }
      case 'ExportNamedDeclaration':
        if (node.declaration !== null) {
          if (node.declaration.type === 'FunctionDeclaration') this.declareFunction(node.declaration)
          this.statement(node.declaration, returns)
          this.exportNames(node.declaration)
        } else if (node.source === null)
          for (const { local } of node.specifiers) world.escape(this.value(local), 'is exported', local)
        return
      case 'ExportDefaultDeclaration':
        if (node.declaration.type === 'FunctionDeclaration') {
          this.declareFunction(node.declaration)
          if (node.declaration.id !== null) this.exportNames(node.declaration)
        } else if (node.declaration.type === 'ClassDeclaration') this.class(node.declaration)
        else world.escape(this.value(node.declaration), 'is exported', node)
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
            this.statements([child], returns)
          else this.value(child)
        })
        return
      default:
        throw new Error(`invariant: the proof knows the statement ${node.type}`)
    }
  }

  private get flow() {
    return this.world.flow
  }

  private exportNames(declaration: Node): void {
    const { analysis } = this.world
    const ids: readonly Node[] =
      declaration.type === 'VariableDeclaration'
        ? declaration.declarations.flatMap(({ id }: Node) => boundBy(id))
        : [declaration.id]
    for (const id of ids) this.world.escape(this.holderOf(analysis.bindingOf.get(id)!), 'is exported', id)
  }

  private forTarget(left: Node, value: Holder): void {
    if (left.type !== 'VariableDeclaration') return this.assign(left, value)
    const [{ id, init }] = left.declarations
    if (init) this.assign(id, this.value(init))
    this.assign(id, value)
  }

  // Expressions

  value(node: Node): Holder {
    const { world } = this
    const { flow, anything } = world
    switch (node.type) {
      case 'Literal':
        return node.regex === undefined ? NOTHING : anything
      case 'TemplateLiteral':
        for (const each of node.expressions) this.coerce(this.value(each), each)
        return NOTHING
      case 'Identifier': {
        const binding = world.analysis.bindingOf.get(node)
        if (binding !== undefined) return this.holderOf(binding)
        return node.name === 'undefined' || node.name === 'NaN' || node.name === 'Infinity'
          ? NOTHING
          : anything
      }
      case 'ThisExpression': {
        const binding = world.analysis.bindingOf.get(node)
        return binding === undefined ? anything : this.holderOf(binding)
      }
      case 'Super':
      case 'MetaProperty':
      case 'ImportExpression':
        forEachChild(node, (child) => {
          if (node.type === 'ImportExpression') world.escape(this.value(child), 'is imported', child)
        })
        return anything
      case 'ArrayExpression': {
        const array = world.make('array', node, this)
        for (const each of node.elements) {
          if (each === null) continue
          flow.join(each.type === 'SpreadElement' ? this.spread(each) : this.value(each), array.elements)
        }
        return world.holding(array)
      }
      case 'ObjectExpression':
        return this.object(node)
      case 'FunctionExpression':
      case 'ArrowFunctionExpression': {
        const thing = this.function(node)
        const own = node.id && world.analysis.bindingOf.get(node.id)
        if (own) flow.put(thing, this.holderOf(own))
        return world.holding(thing)
      }
      case 'ClassExpression':
        return this.class(node)
      case 'UnaryExpression': {
        const value =
          node.operator === 'delete' && node.argument.type === 'MemberExpression'
            ? this.delete(node.argument)
            : this.value(node.argument)
        if (/^[-+~]$/.test(node.operator)) this.coerce(value, node)
        return NOTHING
      }
      case 'UpdateExpression':
        if (node.argument.type === 'MemberExpression') this.store(node.argument, NOTHING)
        else this.coerce(this.value(node.argument), node)
        return NOTHING
      case 'BinaryExpression':
        return this.binary(node)
      case 'LogicalExpression':
        return this.either(this.value(node.left), this.value(node.right))
      case 'ConditionalExpression':
        this.value(node.test)
        return this.either(this.value(node.consequent), this.value(node.alternate))
      case 'SequenceExpression': {
        let last = NOTHING
        for (const each of node.expressions) last = this.value(each)
        return last
      }
      case 'AssignmentExpression':
        return this.assignment(node)
      case 'MemberExpression':
        return this.member(node).value
      case 'ChainExpression':
        return this.value(node.expression)
      case 'CallExpression':
        return this.calls.call(node)
      case 'NewExpression':
        return this.calls.construct(node)
      case 'TaggedTemplateExpression':
        return this.calls.tag(node)
      case 'AwaitExpression':
        world.escape(this.value(node.argument), 'is awaited', node)
        return anything
      case 'YieldExpression':
        return this.calls.suspension(node)
      default:
        throw new Error(`invariant: the proof knows the expression ${node.type}`)
    }
  }

  either(one: Holder, other: Holder): Holder {
    if (one === NOTHING || one === other) return other
    if (other === NOTHING) return one
    const both = new Holder()
    this.flow.join(one, both)
    this.flow.join(other, both)
    return both
  }

  private object(node: Node): Holder {
    const { world } = this
    const { flow } = world
    const object = world.make('object', node, this)
    for (const each of node.properties) {
      if (each.type === 'SpreadElement') {
        this.copyAll(this.value(each.argument), object)
        continue
      }
      if (each.computed) this.coerce(this.value(each.key), each.key)
      const key = keyOf(each.key, each.computed, world)
      flow.join(this.value(each.value), key.name === null ? object.elements : object.field(key.name))
      if (each.kind !== 'init') world.escapeThing(object, 'has an accessor', each)
    }
    return world.holding(object)
  }

  private binary(node: Node): Holder {
    const { world } = this
    if (node.left.type === 'PrivateIdentifier') {
      this.value(node.right)
      return NOTHING
    }
    const [left, right] = [this.value(node.left), this.value(node.right)]
    switch (node.operator) {
      case '===':
      case '!==':
        break
      case 'in':
        this.coerce(left, node)
        break
      case 'instanceof':
        // A class may say itself what its instances are.
        if (!world.isGlobal(node.right, INSTANCES_AS_USUAL))
          world.escape(left, 'is looked at by the class behind `instanceof`', node)
        break
      default:
        this.coerce(left, node)
        this.coerce(right, node)
    }
    return NOTHING
  }

  private assignment(node: Node): Holder {
    const { left, operator } = node
    const right = this.value(node.right)
    const plain = operator === '='
    const logical = operator === '&&=' || operator === '||=' || operator === '??='
    if (left.type === 'MemberExpression') {
      this.store(left, plain || logical ? right : NOTHING)
      if (plain) return right
      const before = this.member(left).value
      if (logical) return this.either(before, right)
      this.coerce(before, node)
      this.coerce(right, node)
      return NOTHING
    }
    if (plain || logical) {
      this.assign(left, right)
      return plain ? right : this.either(this.value(left), right)
    }
    this.coerce(this.value(left), node)
    this.coerce(right, node)
    return NOTHING
  }

  // Objects

  assign(target: Node, value: Holder): void {
    const { world } = this
    const { flow } = world
    switch (target.type) {
      case 'Identifier': {
        const binding = world.analysis.bindingOf.get(target)
        if (binding === undefined) world.escape(value, 'is assigned to a global variable', target)
        else flow.join(value, this.holderOf(binding))
        return
      }
      case 'MemberExpression':
        return this.store(target, value)
      case 'AssignmentPattern':
        return this.assign(target.left, this.either(value, this.value(target.right)))
      case 'ArrayPattern': {
        const elements = this.elements(value, target)
        for (const each of target.elements) {
          if (each?.type === 'RestElement') {
            const rest = world.make('array', each, this)
            flow.join(elements, rest.elements)
            this.assign(each.argument, world.holding(rest))
          } else if (each !== null) this.assign(each, elements)
        }
        return
      }
      case 'ObjectPattern':
        for (const each of target.properties) {
          if (each.type === 'RestElement') {
            const rest = world.make('object', each, this)
            this.copyAll(value, rest)
            this.assign(each.argument, world.holding(rest))
            continue
          }
          if (each.computed) this.coerce(this.value(each.key), each.key)
          this.assign(each.value, this.load(value, keyOf(each.key, each.computed, world)))
        }
        return
      default:
        throw new Error(`invariant: the proof knows the pattern ${target.type}`)
    }
  }

  /** `base[key]`, with the base. */
  member(node: Node): Reference {
    if (node.object.type === 'Super') {
      if (node.computed) this.coerce(this.value(node.property), node.property)
      const self = this.world.analysis.bindingOf.get(node.object)
      const base = self === undefined ? this.world.anything : this.holderOf(self)
      this.world.escape(base, 'is handed to a method of a base class', node)
      return { base, value: this.world.anything }
    }
    const base = this.value(node.object)
    if (node.computed) this.coerce(this.value(node.property), node.property)
    return { base, value: this.load(base, keyOf(node.property, node.computed, this.world)) }
  }

  load(base: Holder, key: Key): Holder {
    const { flow, unknown, builtIn } = this.world
    const inherited = mayBeInherited(key)
    if (base === NOTHING && !inherited) return NOTHING
    const found = new Holder()
    if (inherited) flow.put(builtIn, found)
    flow.watch(base, (thing) => {
      if (!thing.isMade && thing.kind !== 'function') flow.put(unknown, found)
      else if (key.name !== null) {
        flow.join(thing.field(key.name), found)
        flow.join(thing.elements, found)
      } else flow.join(thing.kind === 'array' && key.isNumber ? thing.elements : thing.contents, found)
      if (thing.kind === 'function') flow.put(builtIn, found)
    })
    return found
  }

  copyAll(from: Holder, to: Thing): void {
    const { flow, unknown } = this.world
    flow.watch(from, (thing) => {
      if (!thing.isMade && thing.kind !== 'function') return flow.put(unknown, to.elements)
      flow.join(thing.elements, to.elements)
      thing.eachField((name, field) => flow.join(field, to.field(name)))
    })
  }

  /** `target = value`. */
  store(target: Node, value: Holder): void {
    const { world } = this
    const { flow, analysis } = world
    const { base } = this.member(target)
    const key = keyOf(target.property, target.computed, world)
    const fresh = makerOfFresh(target.object, target, analysis.bindingOf, world.facts)
    flow.watch(base, (thing) => {
      if (!thing.isMade && thing.kind !== 'function') {
        world.escape(value, 'is put into something unknown', target)
        return
      }
      const isElement = key.isNumber || key.name === 'length'
      flow.join(value, key.name !== null && thing.kind !== 'array' ? thing.field(key.name) : thing.elements)
      // Methods that the language calls are not looked for among the elements of arrays.
      if (!isElement && thing.kind === 'array') {
        flow.join(value, thing.methods)
        flow.watch(value, ({ kind }) => {
          if (kind !== 'array' && kind !== 'object') world.escapeThing(thing, 'may be given a method', target)
        })
      }
      if (thing.node !== fresh) world.complain(thing, 'is written', target)
    })
  }

  private delete(target: Node): Holder {
    const { base } = this.member(target)
    this.world.flow.watch(base, (thing) => this.world.complain(thing, 'loses a property', target))
    return NOTHING
  }

  elements(list: Holder, node: Node): Holder {
    if (list === NOTHING) return NOTHING
    const { world } = this
    const found = new Holder()
    world.flow.watch(list, (thing) => {
      if (thing.kind === 'array') world.flow.join(thing.elements, found)
      else {
        world.escapeThing(thing, 'is iterated', node)
        world.flow.put(world.unknown, found)
      }
    })
    return found
  }

  spread({ argument }: Node): Holder {
    return this.elements(this.value(argument), argument)
  }

  coerce(value: Holder, node: Node): void {
    const { world } = this
    world.flow.watch(value, (thing) => {
      if (thing.kind === 'array') this.coerceElements(thing, node)
      else if (thing.kind === 'object' || thing.kind === 'function')
        for (const methods of [thing.elements, thing.field('toString'), thing.field('valueOf')])
          world.flow.watch(methods, ({ kind }) => {
            if (kind !== 'array' && kind !== 'object')
              world.escapeThing(thing, 'is made a primitive, which may run a method of it', node)
          })
    })
  }

  private coerceElements(array: Thing, node: Node): void {
    if (array.coerced) return
    array.coerced = true
    this.coerce(array.elements, node)
  }

  /** A class and all that is in it is left to code that we do not follow. */
  private class(node: Node): Holder {
    const { world } = this
    const { analysis, flow, anything } = world
    if (node.id !== null) {
      const inner = analysis.scopeOf.get(node)!.bindings.get(node.id.name)
      for (const binding of [analysis.bindingOf.get(node.id), inner])
        if (binding !== undefined) flow.join(anything, this.holderOf(binding))
    }
    for (const decorator of node.decorators ?? [])
      world.escape(this.value(decorator.expression), 'is called', decorator)
    if (node.superClass !== null) world.escape(this.value(node.superClass), 'is extended', node.superClass)
    for (const member of node.body.body) {
      if (member.type === 'StaticBlock') {
        this.statements(member.body, NOTHING)
        continue
      }
      for (const decorator of member.decorators ?? [])
        world.escape(this.value(decorator.expression), 'is called', decorator)
      if (member.computed) this.coerce(this.value(member.key), member.key)
      if (member.value !== null && member.value !== undefined)
        world.escape(this.value(member.value), 'is a member of a class', member)
    }
    return anything
  }
}

/** Classes that leave `instanceof` as it is. */
const INSTANCES_AS_USUAL: ReadonlySet<string> = new Set([
  'Array',
  'Date',
  'Error',
  'Function',
  'Map',
  'Number',
  'Object',
  'Promise',
  'RangeError',
  'RegExp',
  'Set',
  'String',
  'TypeError',
])

function isWithin(node: Node, around: Node): boolean {
  return node.start! >= around.start! && node.end! <= around.end!
}

function keyOf(key: Node, computed: boolean, world: World): Key {
  if (!computed && key.type === 'Identifier') return { name: key.name, isNumber: false }
  if (key.type === 'PrivateIdentifier') return { name: `#${key.name}`, isNumber: false }
  if (key.type === 'Literal' && (typeof key.value === 'string' || typeof key.value === 'number'))
    return { name: `${key.value}`, isNumber: typeof key.value === 'number' }
  return { name: null, isNumber: isNumber(key, world) }
}

/** Whether a key may name what the language gives to every object. */
function mayBeInherited({ name, isNumber }: Key): boolean {
  return name === null ? !isNumber : !isNumber && name !== 'length' && isInherited(name)
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
