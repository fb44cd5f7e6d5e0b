// Where the variables of compiled code are: what an identifier becomes when it is read, written, or named in a
// pattern; and what becomes of `super` and of keys.

import * as b from './build.ts'
import type { Binding } from './binding.ts'
import type { Lowering } from './lowering.ts'
import { isAnonymousDefinition, isFunction } from './syntax.ts'
import type { Node } from './syntax.ts'
import type { Record, Unit } from './unit.ts'

export class Places {
  readonly unit: Unit
  readonly lowering: Lowering | null

  constructor(unit: Unit, lowering: Lowering | null) {
    this.unit = unit
    this.lowering = lowering
  }

  /** The expression that reads or writes `binding` from here; null where its own name does. */
  reach(binding: Binding | undefined): Node | null {
    const access = binding && this.unit.access.get(binding)
    if (access === undefined) return null
    switch (access.type) {
      case 'variable':
        return b.variable(access.variable)
      case 'record': {
        const place = b.member(this.record(access.record), binding!.field)
        // Clones share it, though they have records of their own.
        return binding!.kind === 'this' && binding!.name === 'this' ? { ...place, isOutside: true } : place
      }
      case 'self':
        return b.member(b.id(access.maker), 'fn')
    }
  }

  /** A scope record: a variable of the step that made it, a parameter of the builders of closures. */
  record({ variable, scope }: Record): Node {
    return scope.owner === this.lowering?.owner ? b.variable(variable) : b.id(variable.name)
  }

  /** The record that `binding` lives in. */
  protected recordOf(binding: Binding): Node {
    const access = this.unit.access.get(binding)
    if (access?.type !== 'record') throw new Error('invariant: what a record is asked for lives in one')
    return this.record(access.record)
  }

  /** The value of an identifier, with the check that its declaration has run where that is not certain. */
  read(node: Node): Node {
    const binding = this.unit.binding(node)
    const place = this.reach(binding)
    const stable = binding !== undefined && !binding.reassigned && !binding.needsTdz
    if (place === null) return stable ? { ...node, stable } : node
    const located = { ...place, start: node.start, end: node.end, stable }
    if (!binding!.needsTdz) return located
    return b.call(this.unit.helper('checked'), located, b.literal(binding!.name))
  }

  /** The target of an assignment to an identifier; assigning it throws where the standard says so. */
  target(node: Node): Node {
    const binding = this.unit.binding(node)
    const place = this.reach(binding)
    if (binding === undefined || place === null) return node
    if (binding.kind === 'self')
      return b.member(
        b.call(
          this.unit.helper('ownName'),
          place,
          b.literal(binding.name),
          b.literal(binding.owner.strict || (this.lowering?.owner.strict ?? false)),
        ),
        'value',
      )
    if (binding.kind === 'const')
      return b.member(b.call(this.unit.helper('constant'), place, b.literal(binding.name)), 'value')
    return { ...place, start: node.start, end: node.end }
  }

  /** A target inside a pattern: the check that its declaration has run waits until it is written. */
  protected patternTarget(node: Node): Node {
    const binding = this.unit.binding(node)
    const place = this.reach(binding)
    if (place === null || !binding!.needsTdz || binding!.kind === 'const') return this.target(node)
    const value = b.id(this.unit.unique('$value'))
    const write = b.arrow([value], b.assign(place, value))
    return b.member(
      b.call(this.unit.helper('late'), b.arrow([], place), write, b.literal(binding!.name)),
      'value',
    )
  }

  /** `value` as it is assigned to `id`: an anonymous function takes the name, wherever the variable is kept. */
  nameValue(id: Node, source: Node, value: Node): Node {
    const { name } = id
    if (!isAnonymousDefinition(source)) return value
    const place = this.reach(this.unit.binding(id))
    if (place === null || (place.type === 'Identifier' && place.name === name)) return value
    if (isFunction(value) || value.type === 'ClassExpression') return b.named(name, value)
    return value
  }

  /** `super[property]`; in a generator's body it is a reference with a getter and a setter of its own. */
  superMember(node: Node, property: Node): Node {
    const binding = this.unit.binding(node.object)
    const maker = binding && this.unit.homes.get(binding)
    if (maker === undefined) return { ...node, property }
    const name = node.computed ? property : b.literal(property.name)
    const home = b.member(b.id(maker), 'home')
    // The heritage and the keys of a class are strict, whatever is around it.
    const here = binding!.references.find((each) => each.node === node.object)
    const sloppy = here?.owner.strict || here?.scope.isInClass ? [] : [b.literal(true)]
    return b.member(
      b.call(this.unit.helper('superReference'), home, name, this.receiver(node.object), ...sloppy),
      'value',
    )
  }

  /** A call of `member`, which is what `superMember` gave. */
  callSuper(node: Node, member: Node, args: Node[]): Node {
    if (member.object.type === 'Super' || node.optional)
      return { ...node, callee: this.superMethod(member), arguments: args }
    const text = b.literal(this.unit.source.slice(node.callee.start, node.callee.end))
    return b.call(this.unit.helper('apply'), member, this.receiver(node.callee.object), b.array(args), text)
  }

  /** The same `member` where something else than `super` must not become its receiver. */
  superMethod(member: Node): Node {
    return member.object.type === 'Super' ? member : b.member(member.object, 'method')
  }

  /** `delete super[property]`, which throws once the property has been evaluated. */
  deleteSuper(node: Node, property: Node): Node {
    const { argument } = node
    const binding = this.unit.binding(argument.object)
    if (binding === undefined || !this.unit.homes.has(binding))
      return { ...node, argument: { ...argument, property } }
    return b.call(this.unit.helper('deleteSuper'), argument.computed ? property : b.literal(property.name))
  }

  /** The `this` that `super` stands for; in the parameter list it is the engine's. */
  receiver(node: Node): Node {
    return this.reach(this.unit.binding(node)) ?? { type: 'ThisExpression' }
  }

  /** The key of a property that may have been a shorthand: `__proto__: value` would set the prototype. */
  propertyKey(node: Node, key: Node): { readonly key: Node; readonly computed: boolean } {
    const isField = node.shorthand && node.key.name === '__proto__'
    return isField ? { key: b.literal('__proto__'), computed: true } : { key, computed: node.computed }
  }
}
