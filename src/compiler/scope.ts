// Which variable each identifier means. One walk declares the bindings of every scope and collects the
// references; then each reference is resolved along its chain of scopes (`references.ts`; ECMAScript, "Environment
// Records"). The lowering asks three things of a binding: who owns it, who captures it, and whether a
// reference may meet it before its declaration has run (TDZ).

import type { Analysis } from './analysis.ts'
import { Binding, Scope } from './binding.ts'
import type { Owner, ScopeKind } from './binding.ts'
import { bracketFunctions, Declarations, varScopeOf } from './declarations.ts'
import { Heads } from './heads.ts'
import { declareArguments, References } from './references.ts'
import { boundIdentifiers, forEachChild, hasExpression, hasUseStrict } from './syntax.ts'
import type { Node } from './syntax.ts'

export function analyse(program: Node, module: boolean): Analysis {
  const scopeOf = new Map<Node, Scope>()
  const bodyScopeOf = new Map<Node, Scope>()
  const bindingOf = new Map<Node, Binding>()
  const ownerOf = new Map<Node, Owner>()
  const names = new Set<string>()
  const suspends = new Set<Node>()
  const dynamic: Analysis['dynamic'] = []
  /** The nodes around the one that is being visited. */
  const path: Node[] = []
  const declarations = new Declarations(bindingOf, names)
  const references = new References(bindingOf, names, path)
  const heads = new Heads(references)

  const rootOwner: Owner = {
    node: program,
    parent: null,
    strict: module || hasUseStrict(program.body),
    arrow: false,
    hasDirectEval: { value: false },
  }
  const root = new Scope('program', null, rootOwner, program)
  scopeOf.set(program, root)

  declarations.declareHoisted(program.body, root, root)
  walkAll(program.body, root)
  const { unresolved, argumentsEscape } = references.resolved()

  return {
    root,
    scopeOf,
    bodyScopeOf,
    headOf: heads.of,
    bindingOf,
    unresolved,
    names,
    suspends,
    ownerOf,
    dynamic,
    argumentsEscape,
  }

  function walkAll(nodes: readonly (Node | null)[], scope: Scope): void {
    for (const node of nodes) if (node !== null) walk(node, scope)
  }

  function walk(node: Node, scope: Scope): void {
    path.push(node)
    visit(node, scope)
    path.pop()
  }

  function visit(node: Node, scope: Scope): void {
    switch (node.type) {
      case 'Identifier':
        references.refer(node, node.name, scope, true, false)
        return
      case 'Super':
        // `super.x` is looked up in the home object, for `this`.
        references.pseudo('super', node, scope)
        references.pseudo('this', node, scope)
        return
      case 'ThisExpression':
        references.pseudo('this', node, scope)
        return
      case 'MetaProperty':
        if (node.meta.name === 'new') references.pseudo('new.target', node, scope)
        return
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        walkFunction(node, scope)
        return
      case 'ClassDeclaration':
      case 'ClassExpression':
        walkClass(node, scope)
        return
      case 'YieldExpression':
      case 'AwaitExpression':
        suspendsHere(scope)
        break
      case 'ReturnStatement':
        // An async generator awaits what it returns.
        if (node.argument !== null && scope.owner.node.async && scope.owner.node.generator)
          suspendsHere(scope)
        break
      case 'IfStatement':
        bracketFunctions(node)
        break
      case 'BlockStatement':
        walkBlock(node, node.body, scope)
        return
      case 'SwitchStatement': {
        walk(node.discriminant, scope)
        const inner = open('switch', scope, scope.owner, node)
        declarations.declareHoisted(
          node.cases.flatMap((each: Node) => each.consequent),
          inner,
          varScopeOf(scope),
        )
        for (const each of node.cases) walk(each, inner)
        return
      }
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
        if (node.await) suspendsHere(scope)
        walkFor(node, scope)
        return
      case 'CatchClause': {
        const inner = open('catch', scope, scope.owner, node)
        for (const id of boundIdentifiers(node.param)) {
          const binding = declarations.declare(inner, id, 'catch')
          // A pattern may mention its own names before they have been bound.
          if (node.param.type !== 'Identifier') binding.initialisedAt = node.param.end
        }
        if (node.param !== null) walkPattern(node.param, inner, 'declare')
        walkBlock(node.body, node.body.body, inner)
        return
      }
      case 'VariableDeclaration':
        if (node.kind === 'await using') suspendsHere(scope)
        for (const declarator of node.declarations) {
          path.push(declarator)
          walkPattern(
            declarator.id,
            scope,
            node.kind === 'var' && declarator.init !== null ? 'write' : 'declare',
          )
          if (declarator.init !== null) walk(declarator.init, scope)
          path.pop()
        }
        return
      case 'AssignmentExpression': {
        const compound = node.operator !== '='
        if (node.left.type === 'Identifier') {
          path.push(node.left)
          references.refer(node.left, node.left.name, scope, compound, true)
          path.pop()
        } else walkPattern(node.left, scope, 'write')
        walk(node.right, scope)
        return
      }
      case 'UpdateExpression':
        if (node.argument.type === 'Identifier')
          references.refer(node.argument, node.argument.name, scope, true, true)
        else walk(node.argument, scope)
        return
      case 'CallExpression':
        if (node.callee.type === 'Identifier' && node.callee.name === 'eval') isDynamic(node, scope, 'eval')
        break
      case 'WithStatement':
        isDynamic(node, scope, 'with')
        break
      case 'MemberExpression':
        walk(node.object, scope)
        if (node.computed || node.property.type === 'PrivateIdentifier') walk(node.property, scope)
        return
      case 'Property':
        if (node.computed) walk(node.key, scope)
        walk(node.value, scope)
        return
      case 'LabeledStatement':
        walk(node.body, scope)
        return
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
        return
      case 'PrivateIdentifier':
        heads.refer(node, scope)
        return
      case 'ExportNamedDeclaration':
        if (node.declaration !== null) walk(node.declaration, scope)
        else if (node.source === null)
          for (const specifier of node.specifiers)
            references.refer(specifier.local, specifier.local.name, scope, true, false)
        return
      case 'ExportDefaultDeclaration':
        walk(node.declaration, scope)
        return
    }
    forEachChild(node, (child) => walk(child, scope))
  }

  /** Names inside `node` may mean what the analysis cannot see. */
  function isDynamic(node: Node, { owner: inner }: Scope, what: 'with' | 'eval'): void {
    dynamic.push({ node, owner: inner, what })
    for (let owner: Owner | null = inner; owner !== null; owner = owner.parent)
      owner.hasDirectEval.value = true
  }

  /** The function may stop at the node that is being visited, and so in all that it stands in. */
  function suspendsHere({ owner }: Scope): void {
    for (let i = path.length - 1; i >= 0 && path[i] !== owner.node; i--) suspends.add(path[i]!)
  }

  function open(kind: ScopeKind, parent: Scope, owner: Owner, node: Node): Scope {
    const scope = new Scope(kind, parent, owner, node)
    if (kind !== 'body' && kind !== 'self') scopeOf.set(node, scope)
    return scope
  }

  function walkBlock(node: Node, body: readonly Node[], scope: Scope): void {
    const inner = open('block', scope, scope.owner, node)
    declarations.declareHoisted(body, inner, varScopeOf(scope))
    walkAll(body, inner)
  }

  function walkFor(node: Node, scope: Scope): void {
    const head: Node | null = node.type === 'ForStatement' ? node.init : node.left
    const inner = open('for', scope, scope.owner, node)
    if (head?.type === 'VariableDeclaration' && head.kind !== 'var')
      for (const declarator of head.declarations) {
        declarations.declareLexical(declarator, head.kind, inner)
        // The variables of `for (x of …)` are initialised when the right side has been evaluated.
        if (node.type !== 'ForStatement')
          for (const id of boundIdentifiers(declarator.id))
            inner.bindings.get(id.name)!.initialisedAt = node.right.end
      }
    if (node.type === 'ForStatement') {
      if (node.init !== null) walk(node.init, inner)
      if (node.test !== null) walk(node.test, inner)
      if (node.update !== null) walk(node.update, inner)
    } else {
      if (head!.type === 'VariableDeclaration') {
        path.push(head!)
        if (head!.kind === 'await using') suspendsHere(scope)
        for (const declarator of head!.declarations) {
          walkPattern(declarator.id, inner, head!.kind === 'var' ? 'write' : 'declare')
          if (declarator.init) walk(declarator.init, inner)
        }
        path.pop()
      } else walkPattern(head!, inner, 'write')
      walk(node.right, inner)
    }
    walk(node.body, inner)
  }

  /** Targets of a pattern are written or declared; defaults and computed keys are read. */
  function walkPattern(node: Node, scope: Scope, role: 'write' | 'declare'): void {
    path.push(node)
    switch (node.type) {
      case 'Identifier':
        if (role === 'write') references.refer(node, node.name, scope, false, true)
        else {
          names.add(node.name)
          for (let s: Scope | null = scope; s !== null; s = s.parent) {
            const binding = s.bindings.get(node.name)
            if (binding === undefined) continue
            bindingOf.set(node, binding)
            break
          }
        }
        break
      case 'AssignmentPattern':
        walkPattern(node.left, scope, role)
        walk(node.right, scope)
        break
      case 'RestElement':
        walkPattern(node.argument, scope, role)
        break
      case 'ArrayPattern':
        for (const element of node.elements) if (element !== null) walkPattern(element, scope, role)
        break
      case 'ObjectPattern':
        for (const property of node.properties) {
          path.push(property)
          if (property.type === 'RestElement') walkPattern(property.argument, scope, role)
          else {
            if (property.computed) walk(property.key, scope)
            walkPattern(property.value, scope, role)
          }
          path.pop()
        }
        break
      default:
        visit(node, scope)
    }
    path.pop()
  }

  function walkFunction(node: Node, outer: Scope): void {
    let parent = outer
    if (node.type === 'FunctionExpression' && node.id !== null) {
      parent = new Scope('self', outer, outer.owner, node)
      declarations.declare(parent, node.id, 'self')
    }
    const body: readonly Node[] | null = node.body.type === 'BlockStatement' ? node.body.body : null
    const owner: Owner = {
      node,
      parent: outer.owner,
      strict: outer.owner.strict || outer.isInClass || (body !== null && hasUseStrict(body)),
      arrow: node.type === 'ArrowFunctionExpression',
      hasDirectEval: { value: false },
    }
    ownerOf.set(node, owner)
    const parameters = open('parameters', parent, owner, node)
    for (const parameter of node.params)
      for (const id of boundIdentifiers(parameter))
        declarations.declare(parameters, id, 'param').initialisedAt = parameter.end
    references.inParametersOf(node, () => {
      for (const parameter of node.params) walkPattern(parameter, parameters, 'declare')
    })
    if (body === null) walk(node.body, parameters)
    else {
      // With defaults in the parameters, the body's variables are other variables than those that
      // closures in the defaults see (ECMAScript, FunctionDeclarationInstantiation, step 28).
      const simple = node.params.every((parameter: Node) => !hasExpression(parameter))
      const inner = simple ? parameters : open('body', parameters, owner, node)
      bodyScopeOf.set(node, inner)
      path.push(node.body)
      declarations.declareHoisted(body, inner, inner)
      if (!owner.arrow) declareArguments(parameters, inner)
      walkAll(body, inner)
      path.pop()
    }
  }

  function walkClass(node: Node, outer: Scope): void {
    const scope = open('class', outer, outer.owner, node)
    const head = heads.open(node, outer)
    if (node.id !== null) {
      if (node.type === 'ClassDeclaration' && !bindingOf.has(node.id))
        bindingOf.set(node.id, outer.bindings.get(node.id.name)!)
      const inner = new Binding(node.id.name, 'const', scope)
      scope.bindings.set(node.id.name, inner)
      names.add(node.id.name)
    }
    for (const decorator of node.decorators ?? []) walk(decorator, scope)
    if (node.superClass !== null) walk(node.superClass, head)
    path.push(node.body)
    heads.within(head, (inKey) => {
      for (const member of node.body.body) {
        path.push(member)
        for (const decorator of member.decorators ?? []) walk(decorator, scope)
        if (member.computed) inKey(() => walk(member.key, head))
        walkMember(member, scope)
        path.pop()
      }
    })
    path.pop()
  }

  function walkMember(member: Node, scope: Scope): void {
    if (member.type === 'StaticBlock') {
      const owner = initialiser(member, scope)
      const inner = open('parameters', scope, owner, member)
      declarations.declareHoisted(member.body, inner, inner)
      walkAll(member.body, inner)
    } else if (member.value !== null) {
      if (member.type === 'MethodDefinition') walk(member.value, scope)
      else {
        const owner = initialiser(member, scope)
        walk(member.value, open('parameters', scope, owner, member))
      }
    }
  }

  /** Field initialisers and static blocks run like methods: with their own `this`, at their own time. */
  function initialiser(node: Node, scope: Scope): Owner {
    const owner: Owner = {
      node,
      parent: scope.owner,
      strict: true,
      arrow: false,
      hasDirectEval: { value: false },
    }
    ownerOf.set(node, owner)
    return owner
  }
}
