// Code that stays native inside a generator: yield-free statements and expressions, and functions made
// there. Its identifiers are redirected to where the lowering keeps the variables, its jumps to blocks.
//
// A `Rewriter` with a lowering rewrites code of the step itself; without one, code of a function inside,
// which finds captured variables in scope records that its builder passes in.

import * as b from './build.ts'
import { Refusal, unsupported } from './diagnostics.ts'
import { NativeJumps } from './native-jumps.ts'
import {
  isAnonymousDefinition,
  isCompiledGenerator,
  isLoop,
  mapChildren,
  RECORD_OF,
  seesItsName,
} from './syntax.ts'
import type { Node } from './syntax.ts'

export class Rewriter extends NativeJumps {
  rewrite(node: Node, name?: string): Node {
    switch (node.type) {
      case 'Identifier':
      case 'ThisExpression':
        return this.read(node)
      case 'MetaProperty':
        return node.meta.name === 'new' ? this.read(node) : node
      case 'FunctionExpression':
      case 'FunctionDeclaration':
      case 'ArrowFunctionExpression':
        return isCompiledGenerator(node)
          ? this.unit.forms.generatorExpression(this, node, name)
          : this.unit.forms.closure(this, node, name)
      case 'ClassExpression':
        return this.unit.forms.classExpression(this, node, name)
      case 'ClassDeclaration': {
        const made = this.unit.forms.classExpression(this, node)
        return made.type === 'ClassExpression'
          ? { ...made, type: 'ClassDeclaration' }
          : b.declare('let', [node.id, made])
      }
      case 'BlockStatement':
        return { ...node, body: this.body(node.body, 'let') }
      case 'StaticBlock':
        return { ...node, body: this.body(node.body, 'var') }
      case 'MemberExpression':
        if (node.object.type === 'Super')
          return this.superMember(node, node.computed ? this.rewrite(node.property) : node.property)
        return {
          ...node,
          object: this.rewrite(node.object),
          property: node.computed ? this.rewrite(node.property) : node.property,
        }
      case 'ObjectExpression':
        return this.unit.forms.objectLiteral(this, node)
      case 'Property':
        return this.property(node)
      case 'CallExpression':
        return this.call(node)
      case 'TaggedTemplateExpression': {
        return { ...node, tag: this.callee(node.tag), quasi: this.rewrite(node.quasi) }
      }
      case 'AssignmentExpression':
        return this.assignment(node)
      case 'UpdateExpression':
        return this.update(node)
      case 'UnaryExpression':
        // A variable that lives in a record would be deleted; sloppy `delete variable` is false.
        if (
          node.operator === 'delete' &&
          node.argument.type === 'Identifier' &&
          this.reach(this.unit.binding(node.argument))
        )
          return b.literal(false)
        if (node.operator === 'delete' && node.argument.object?.type === 'Super')
          return this.deleteSuper(node, this.rewrite(node.argument.property))
        break
      case 'LabeledStatement':
        return { ...node, body: this.underLabel(node.label.name, () => this.rewrite(node.body)) }
      case 'BreakStatement':
        return this.breakStatement(node)
      case 'ContinueStatement':
        return this.continueStatement(node)
      case 'ReturnStatement':
        return this.returnStatement(node)
      case 'VariableDeclaration':
        return this.variableDeclaration(node)
      case 'ForInStatement':
      case 'ForOfStatement':
        return this.forStatement(node)
      case 'SwitchStatement':
        return this.switchStatement(node)
      case 'TryStatement':
        return this.tryStatement(node)
      case 'CatchClause':
        return { ...node, param: node.param && this.pattern(node.param), body: this.rewrite(node.body) }
      case 'MethodDefinition':
      case 'PropertyDefinition':
        throw new Error(`invariant: ${node.type} outside a class`)
      case 'PrivateIdentifier':
      case 'Super':
        return node
      case RECORD_OF:
        return this.recordOf(this.unit.binding(node)!)
      case 'ImportExpression':
        return mapChildren(node, (child) => this.rewrite(child))
    }
    if (isLoop(node)) {
      const loop = this.inside('loops', () => mapChildren(node, (child) => this.rewrite(child)))
      // `var` in the head has become an assignment, which stands there as an expression.
      if (loop.init?.type === 'ExpressionStatement') return { ...loop, init: loop.init.expression }
      return loop.init?.type === 'EmptyStatement' ? { ...loop, init: null } : loop
    }
    return mapChildren(node, (child) => this.rewrite(child))
  }

  /** What a template is handed to, or the member of a class. */
  callee(node: Node): Node {
    const callee = this.rewrite(node)
    if (node.object?.type === 'Super') return this.superMethod(callee)
    const isField = node.type === 'Identifier' && callee.type === 'MemberExpression'
    return isField ? b.sequence(b.literal(0), callee) : callee
  }

  private call(node: Node): Node {
    const args = node.arguments.map((argument: Node) => this.rewrite(argument))
    if (node.callee.object?.type === 'Super') return this.callSuper(node, this.rewrite(node.callee), args)
    const callee = this.rewrite(node.callee)
    // A captured variable is a field now, which must not become the receiver.
    const plain = node.callee.type === 'Identifier' && callee.type === 'MemberExpression'
    return { ...node, callee: plain ? b.sequence(b.literal(0), callee) : callee, arguments: args }
  }

  private property(node: Node): Node {
    const key = node.computed ? this.rewrite(node.key) : node.key
    if (node.method || node.kind !== 'init') return this.method(node, key)
    if (node.computed && seesItsName(node.value)) return this.classUnder(node, key)
    const name = propertyName(node)
    const value = this.rewrite(node.value, name)
    if (node.computed && isAnonymousDefinition(node.value) && !isAnonymousDefinition(value))
      return b.spread(b.call(this.unit.helper('method'), key, value))
    if (node.shorthand && value.type === 'Identifier' && value.name === node.key.name)
      return { ...node, value }
    return { ...node, ...this.propertyKey(node, key), value, shorthand: false }
  }

  /** An anonymous class under a computed key, whose own code sees the name. */
  private classUnder(node: Node, key: Node): Node {
    const own = b.id(this.unit.unique('$key'))
    const made = this.unit.forms.classExpression(this, node.value, own)
    if (isAnonymousDefinition(made)) return { ...node, key, value: made }
    if (this.unit.analysis.suspends.has(node.value))
      throw new Refusal(unsupported('A class that awaits under a computed key', node.value))
    const literal = b.arrow([own], b.object([b.property('', made, own)]))
    return b.spread(b.call(literal, b.call(this.unit.helper('key'), b.object([]), key)))
  }

  /** A method or accessor of an object literal. */
  method(node: Node, key: Node): Node {
    if (isCompiledGenerator(node.value)) {
      const name = propertyName(node)
      const made = this.unit.forms.generatorExpression(this, node.value, name)
      // A key that is computed gives its name at run time; `__proto__: value` would set the prototype.
      if (name === undefined || name === '__proto__')
        return b.spread(b.call(this.unit.helper('method'), name === undefined ? key : b.literal(name), made))
      return { ...node, key, value: made, method: false, shorthand: false }
    }
    return this.unit.forms.methodClosure(this, node, key)
  }

  /** The statements of a native block or function: generators declared there exist from its start. */
  body(statements: readonly Node[], kind: 'let' | 'var'): Node[] {
    const directives = statements.filter((each) => each.directive !== undefined)
    const hoisted = statements
      .filter(isGeneratorDeclaration)
      .map((each) =>
        b.declare(kind, [each.id, this.unit.forms.generatorExpression(this, each, each.id.name)]),
      )
    const rest = statements
      .filter((each) => each.directive === undefined && !isGeneratorDeclaration(each))
      .map((each) => this.rewrite(each))
    return [...directives, ...hoisted, ...rest]
  }

  /** The parameters and body of a native function. */
  functionParts(node: Node): Node {
    const inside = new Rewriter(this.unit, null)
    return {
      ...node,
      params: node.params.map((parameter: Node) => inside.pattern(parameter)),
      body:
        node.body.type === 'BlockStatement'
          ? { ...node.body, body: inside.body(node.body.body, 'var') }
          : inside.rewrite(node.body),
    }
  }

  private assignment(node: Node): Node {
    if (node.left.type !== 'Identifier') {
      const left = node.left.type === 'MemberExpression' ? this.rewrite(node.left) : this.pattern(node.left)
      return { ...node, left, right: this.rewrite(node.right) }
    }
    const right = this.rewrite(node.right, inBrackets(node) ? undefined : node.left.name)
    return this.assignIdentifier(node, this.assigned(node, right))
  }

  /** What `node` assigns to its identifier; one in brackets, `(f) = () => 0`, gives no name. */
  assigned(node: Node, value: Node): Node {
    if (!inBrackets(node)) return this.nameValue(node.left, node.right, value)
    return isAnonymousDefinition(value) ? b.sequence(b.literal(0), value) : value
  }

  /** `identifier op= right`, with `right` rewritten already. */
  assignIdentifier(node: Node, right: Node): Node {
    const binding = this.unit.binding(node.left)
    const place = this.reach(binding)
    const left = this.target(node.left)
    if (place === null || !binding!.needsTdz) return { ...node, left, right }
    if (node.operator === '=')
      return {
        ...node,
        left,
        right: b.call(this.unit.helper('initialised'), right, place, b.literal(binding!.name)),
      }
    return b.sequence(this.read(node.left), { ...node, left, right })
  }

  private update(node: Node): Node {
    if (node.argument.type !== 'Identifier') return { ...node, argument: this.rewrite(node.argument) }
    const changed = { ...node, argument: this.target(node.argument) }
    const binding = this.unit.binding(node.argument)
    return binding?.needsTdz && this.reach(binding) ? b.sequence(this.read(node.argument), changed) : changed
  }

  /**
   * A binding or assignment pattern: targets, defaults and computed keys. With `initialises`, a `const` is
   * written for the first time.
   */
  pattern(node: Node, initialises = false): Node {
    switch (node.type) {
      case 'Identifier':
        return initialises ? (this.reach(this.unit.binding(node)) ?? node) : this.patternTarget(node)
      case 'MemberExpression':
        return this.rewrite(node)
      case 'AssignmentPattern': {
        const name = node.left.type === 'Identifier' ? node.left.name : undefined
        const right = this.rewrite(node.right, name)
        const left = this.pattern(node.left, initialises)
        return {
          ...node,
          left,
          right: name === undefined ? right : this.nameValue(node.left, node.right, right),
        }
      }
      case 'RestElement':
        return { ...node, argument: this.pattern(node.argument, initialises) }
      case 'ArrayPattern':
        return {
          ...node,
          elements: node.elements.map(
            (element: Node | null) => element && this.pattern(element, initialises),
          ),
        }
      case 'ObjectPattern':
        return {
          ...node,
          properties: node.properties.map((property: Node) => {
            if (property.type === 'RestElement') return this.pattern(property, initialises)
            const value = this.pattern(property.value, initialises)
            const target = value.type === 'AssignmentPattern' ? value.left : value
            const shorthand =
              property.shorthand && target.type === 'Identifier' && target.name === property.key.name
            return {
              ...property,
              key: property.computed ? this.rewrite(property.key) : property.key,
              value,
              shorthand,
            }
          }),
        }
      default:
        throw new Error(`invariant: ${node.type} in a pattern`)
    }
  }

  /** `let` and `const` of native blocks stay; `var` belongs to the function and becomes assignments. */
  private variableDeclaration(node: Node): Node {
    if (this.lowering === null || node.kind !== 'var') {
      return {
        ...node,
        declarations: node.declarations.map((each: Node) => ({
          ...each,
          id: this.pattern(each.id),
          init:
            each.init && this.rewrite(each.init, each.id.type === 'Identifier' ? each.id.name : undefined),
        })),
      }
    }
    const assignments = node.declarations
      .filter((each: Node) => each.init !== null)
      .map((each: Node) => {
        const value = this.rewrite(each.init, each.id.name)
        return b.assign(
          this.pattern(each.id),
          each.id.type === 'Identifier' ? this.nameValue(each.id, each.init, value) : value,
        )
      })
    if (assignments.length === 0) return { type: 'EmptyStatement' }
    return b.statement(assignments.length === 1 ? assignments[0]! : b.sequence(...assignments))
  }

  private forStatement(node: Node): Node {
    let left: Node
    let right = this.rewrite(node.right)
    if (node.left.type === 'VariableDeclaration') {
      const [{ id, init }] = node.left.declarations as [Node]
      if (this.lowering !== null && node.left.kind === 'var') {
        left = this.pattern(id)
        // `for (var key = first in object)`, which sloppy code may say.
        if (init) right = b.sequence(this.variableDeclaration(node.left).expression, right)
      } else {
        const declared = { id: this.pattern(id), init: init && this.rewrite(init, id.name) }
        left = { ...node.left, declarations: [{ ...node.left.declarations[0], ...declared }] }
      }
    } else left = this.pattern(node.left)
    const rewriteBody = (): Node => this.rewrite(node.body)
    const unwound = (): Node => this.inside('unwinding', rewriteBody)
    const body = this.inside('loops', node.type === 'ForOfStatement' ? unwound : rewriteBody)
    return { ...node, left, right, body }
  }

  private tryStatement(node: Node): Node {
    if (node.finalizer === null) return mapChildren(node, (child) => this.rewrite(child))
    return {
      ...node,
      block: this.inside('unwinding', () => this.rewrite(node.block)),
      handler: node.handler && this.inside('unwinding', () => this.rewrite(node.handler)),
      finalizer: this.rewrite(node.finalizer),
    }
  }

  /** Generators declared in a `case` exist in all cases: they are made before the `switch`, behind its discriminant. */
  private switchStatement(node: Node): Node {
    const statements: Node[] = node.cases.flatMap((each: Node) => each.consequent)
    const generators = statements.filter(isGeneratorDeclaration)
    const discriminant = this.rewrite(node.discriminant)
    const cases = this.inside('breakables', () =>
      node.cases.map((each: Node) => ({
        ...each,
        test: each.test && this.rewrite(each.test),
        consequent: each.consequent
          .filter((one: Node) => !isGeneratorDeclaration(one))
          .map((one: Node) => this.rewrite(one)),
      })),
    )
    if (generators.length === 0) return { ...node, discriminant, cases }
    const on = b.id(this.unit.unique('$on'))
    const inner = b.block([...this.body(generators, 'let'), { ...node, discriminant: on, cases }])
    return b.block([b.declare('const', [on, discriminant]), inner])
  }
}

function inBrackets(assignment: Node): boolean {
  return assignment.left.start > assignment.start!
}

function isGeneratorDeclaration(node: Node): boolean {
  return node.type === 'FunctionDeclaration' && isCompiledGenerator(node)
}

/** The name that a property gives to an anonymous function; undefined where it is computed at run time. */
export function propertyName(node: Node): string | undefined {
  if (node.computed) return undefined
  return node.key.type === 'Identifier' ? node.key.name : String(node.key.value)
}
