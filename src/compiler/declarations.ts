// What a block declares: lexical names and functions of its own level, `var` at any depth of the function
// (ECMAScript, LexicallyDeclaredNames and VarDeclaredNames).

import { Binding } from './binding.ts'
import type { BindingKind, Scope } from './binding.ts'
import { boundIdentifiers, forEachChild, isFunction } from './syntax.ts'
import type { Node } from './syntax.ts'

export class Declarations {
  readonly bindingOf: Map<Node, Binding>
  readonly names: Set<string>

  constructor(bindingOf: Map<Node, Binding>, names: Set<string>) {
    this.bindingOf = bindingOf
    this.names = names
  }

  declare(scope: Scope, node: Node, kind: BindingKind): Binding {
    this.names.add(node.name)
    let binding = scope.bindings.get(node.name)
    if (binding === undefined) {
      binding = new Binding(node.name, kind, scope)
      scope.bindings.set(node.name, binding)
    } else if (kind === 'function') {
      // A second declaration of the same name is the same variable, written again.
      binding.reassigned = true
    }
    this.bindingOf.set(node, binding)
    return binding
  }

  /** Declares what is visible in the whole block: lexical names of its own level and functions. */
  declareHoisted(body: readonly Node[], scope: Scope, varScope: Scope): void {
    for (const outer of body) {
      const statement = declarationOf(outer)
      if (statement === null) continue
      if (statement.type === 'ImportDeclaration') {
        for (const specifier of statement.specifiers) {
          const binding = this.declare(scope, specifier.local, 'import')
          binding.imported = { source: statement.source.value, name: importedName(specifier) }
        }
      } else if (statement.type === 'ClassDeclaration' && statement.id !== null) {
        this.declare(scope, statement.id, 'class').initialisedAt = statement.end!
      } else if (statement.type === 'FunctionDeclaration' && statement.id !== null) {
        const binding = this.declare(scope, statement.id, 'function')
        binding.initialisedAt = -1
        if (this.annexB(statement, scope, varScope)) this.declareAlsoVar(statement.id, varScope)
      } else if (statement.type === 'VariableDeclaration' && statement.kind !== 'var') {
        for (const declarator of statement.declarations)
          this.declareLexical(declarator, statement.kind, scope)
      }
    }
    for (const statement of body) this.declareVars(statement, varScope)
  }

  declareLexical(declarator: Node, kind: string, scope: Scope): void {
    for (const id of boundIdentifiers(declarator.id)) {
      const binding = this.declare(scope, id, kind === 'let' ? 'let' : 'const')
      binding.initialisedAt = declarator.end!
    }
  }

  /** In sloppy code a plain function in a block is also a `var` of the function (ECMAScript, Annex B.3.2). */
  private annexB(statement: Node, scope: Scope, varScope: Scope): boolean {
    if (scope === varScope || scope.owner.strict || statement.generator || statement.async) return false
    for (let outer = scope.parent; outer !== null && outer !== varScope; outer = outer.parent) {
      const existing = outer.bindings.get(statement.id.name)
      if (existing !== undefined && !isSimpleCatch(existing)) return false
    }
    const existing = varScope.bindings.get(statement.id.name)
    return existing === undefined || existing.kind === 'var' || existing.kind === 'function'
  }

  /** The block's own binding keeps the identifier; the function's is assigned at run time. */
  private declareAlsoVar(node: Node, varScope: Scope): void {
    const own = this.bindingOf.get(node)!
    this.declare(varScope, node, 'var').reassigned = true
    this.bindingOf.set(node, own)
  }

  /** `var` declarations of a statement, at any depth of its own function. */
  private declareVars(node: Node, varScope: Scope): void {
    if (isFunction(node) || node.type === 'ClassDeclaration' || node.type === 'ClassExpression') return
    if (node.type === 'VariableDeclaration' && node.kind === 'var') {
      for (const declarator of node.declarations)
        for (const id of boundIdentifiers(declarator.id)) {
          const parameter = varScope.kind === 'body' ? undefined : varScope.bindings.get(id.name)
          if (parameter === undefined) this.declare(varScope, id, 'var')
          else this.bindingOf.set(id, parameter)
        }
    }
    if (!isExpression(node)) forEachChild(node, (child) => this.declareVars(child, varScope))
  }
}

/** In sloppy code a function may stand for a branch, as if it stood in a block (ECMAScript, Annex B.3.3). */
export function bracketFunctions(node: Node): void {
  for (const branch of ['consequent', 'alternate']) {
    const fn: Node | null = node[branch]
    if (fn?.type === 'FunctionDeclaration')
      node[branch] = { type: 'BlockStatement', body: [fn], start: fn.start, end: fn.end }
  }
}

/** `catch (e)`, which a `var e` inside does not clash with; with the names of a pattern it would. */
export function isSimpleCatch({ kind, lexical }: Binding): boolean {
  return kind === 'catch' && !lexical
}

export function varScopeOf(scope: Scope): Scope {
  let found = scope
  while (found.kind !== 'program' && found.kind !== 'body' && found.kind !== 'parameters')
    found = found.parent!
  return found
}

/** A declaration, looked for inside `export` and labels. */
function declarationOf(statement: Node): Node | null {
  if (statement.type === 'ExportNamedDeclaration') return statement.declaration
  if (statement.type === 'ExportDefaultDeclaration') return statement.declaration
  if (statement.type === 'LabeledStatement') return declarationOf(statement.body)
  return statement
}

function importedName(specifier: Node): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default'
  if (specifier.type === 'ImportNamespaceSpecifier') return '*'
  return specifier.imported.name ?? specifier.imported.value
}

function isExpression(node: Node): boolean {
  return node.type.endsWith('Expression') || node.type === 'Literal' || node.type === 'Identifier'
}
