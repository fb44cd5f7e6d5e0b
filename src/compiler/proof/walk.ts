// Walks the functions and expressions of a file and says what flows where: the constraints of things.ts. Statements,
// objects and calls have files of their own. Every form of the language is either looked into or counts as the worst
// that it could be.

import type { Binding } from '../binding.ts'
import { forEachChild, isFunction, withoutChain } from '../syntax.ts'
import type { Node } from '../syntax.ts'
import { Calls } from './calls.ts'
import { keyOf, Objects } from './objects.ts'
import { Statements } from './statements.ts'
import { GLOBALS } from './known.ts'
import { Holder, NOTHING } from './things.ts'
import type { Thing } from './things.ts'
import { isPlainGenerator } from './survey.ts'
import type { Walker } from './walker.ts'
import type { World } from './world.ts'

export class Walk implements Walker {
  readonly world: World
  readonly calls: Calls
  readonly objects: Objects
  readonly statements: Statements
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
    this.objects = new Objects(this)
    this.statements = new Statements(this)
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
    if (node.body.type === 'BlockStatement') this.statements.all(node.body.body, returns)
    else this.statements.result(node, this.value(node.body), node.body, returns)
  }

  private defaults(parameter: Node): void {
    switch (parameter.type) {
      case 'AssignmentPattern':
        this.objects.assign(parameter.left, this.value(parameter.right))
        return this.defaults(parameter.left)
      case 'RestElement':
        return this.defaults(parameter.argument)
      case 'ArrayPattern':
        for (const element of parameter.elements) if (element !== null) this.defaults(element)
        return
      case 'ObjectPattern':
        for (const property of parameter.properties) {
          if (property.computed) this.objects.coerce(this.value(property.key), property.key)
          this.defaults(property.type === 'RestElement' ? property : property.value)
        }
    }
  }

  // Expressions

  value(node: Node): Holder {
    const { world } = this
    const { flow, anything } = world
    switch (node.type) {
      case 'Literal':
        return node.regex === undefined ? NOTHING : anything
      case 'TemplateLiteral':
        for (const each of node.expressions) this.objects.coerce(this.value(each), each)
        return NOTHING
      case 'Identifier': {
        const binding = world.analysis.bindingOf.get(node)
        if (binding !== undefined) return this.holderOf(binding)
        if (node.name === 'undefined' || node.name === 'NaN' || node.name === 'Infinity') return NOTHING
        return GLOBALS.has(node.name) ? world.language : anything
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
          flow.join(
            each.type === 'SpreadElement' ? this.objects.spread(each) : this.value(each),
            array.elements,
          )
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
        return this.statements.class(node)
      case 'UnaryExpression': {
        const target = withoutChain(node.argument)
        const value =
          node.operator === 'delete' && target.type === 'MemberExpression'
            ? this.objects.delete(target)
            : this.value(target)
        if (/^[-+~]$/.test(node.operator)) this.objects.coerce(value, node)
        return NOTHING
      }
      case 'UpdateExpression':
        if (node.argument.type === 'MemberExpression') this.objects.store(node.argument, NOTHING)
        this.objects.coerce(this.value(node.argument), node)
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
        return this.objects.member(node).value
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
    this.world.flow.join(one, both)
    this.world.flow.join(other, both)
    return both
  }

  private object(node: Node): Holder {
    const { world } = this
    const { flow } = world
    const object = world.make('object', node, this)
    for (const each of node.properties) {
      if (each.type === 'SpreadElement') {
        this.objects.copyAll(this.value(each.argument), object)
        continue
      }
      if (each.computed) this.objects.coerce(this.value(each.key), each.key)
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
        this.objects.coerce(left, node)
        break
      case 'instanceof':
        // A class may say itself what its instances are, and so may any object.
        if (!world.isGlobal(node.right, INSTANCES_AS_USUAL)) {
          world.escape(left, 'is looked at by the class behind `instanceof`', node)
          world.flow.watch(right, (thing) => {
            if (thing.isMade) world.escapeThing(thing, 'stands for a class behind `instanceof`', node)
          })
        }
        break
      default:
        this.objects.coerce(left, node)
        this.objects.coerce(right, node)
    }
    return NOTHING
  }

  private assignment(node: Node): Holder {
    const { left, operator } = node
    const right = this.value(node.right)
    const plain = operator === '='
    const logical = operator === '&&=' || operator === '||=' || operator === '??='
    if (left.type === 'MemberExpression') {
      this.objects.store(left, plain || logical ? right : NOTHING)
      if (plain) return right
      const before = this.objects.member(left).value
      if (logical) return this.either(before, right)
      this.objects.coerce(before, node)
      this.objects.coerce(right, node)
      return NOTHING
    }
    if (plain || logical) {
      this.objects.assign(left, right)
      return plain ? right : this.either(this.value(left), right)
    }
    this.objects.coerce(this.value(left), node)
    this.objects.coerce(right, node)
    return NOTHING
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
