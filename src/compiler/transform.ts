// Finds the generators of a file and says what replaces them: the outermost generator functions, and
// classes and object methods that hold some. Everything else keeps the user's text.

import { hasAccessors } from './accessors.ts'
import * as b from './build.ts'
import { classParts, declareMakers } from './classes.ts'
import { decoratedParts } from './decorated.ts'
import { Refusal } from './diagnostics.ts'
import { canBeEntered, compileGenerator, generatorExpression } from './functions.ts'
import { needsHome } from './homes.ts'
import { Rewriter } from './rewrite.ts'
import type { Edit } from './splice.ts'
import {
  forEachChild,
  isAnonymousDefinition,
  isCompiledGenerator,
  isDecorated,
  isFunction,
} from './syntax.ts'
import type { Node } from './syntax.ts'
import type { Unit } from './unit.ts'

/** Where declarations that must be hoisted go: the start of the nearest block, after its directives. */
interface Home {
  readonly at: number
  readonly kind: 'let' | 'var'
  /** A module's own level, where a declared function stays a declaration and can be exported. */
  readonly module: boolean
}

export function transform(unit: Unit, program: Node, module: boolean): Edit[] {
  const edits: Edit[] = []
  const rewriter = new Rewriter(unit, null)
  if (module && program.body.some(importsOther)) unit.prepare = unit.unique('$prepare')
  const home: Home = { at: afterDirectives(program.body, program.start ?? 0), kind: 'var', module }
  findEntries(program)
  if (generatorsIn(program) > 1) unit.nameFile()
  for (const statement of program.body) visitStatement(statement, home)
  for (const { entry, fn } of unit.entering) if (entry.used) unit.hoisted.push(fn)
  return edits

  function findEntries(node: Node): void {
    if (
      node.type === 'FunctionDeclaration' &&
      isCompiledGenerator(node) &&
      node.id !== null &&
      canBeEntered(unit, node, module)
    )
      unit.entries.set(unit.binding(node.id)!, {
        name: unit.topLevelName(`${node.id.name}$enter`),
        parameters: node.params.length,
        used: false,
      })
    forEachChild(node, findEntries)
  }

  function refusing(work: () => void): void {
    try {
      work()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      unit.find(error.finding)
    }
  }

  function visitStatement(node: Node, home: Home): void {
    if (
      node.type === 'ExportDefaultDeclaration' &&
      isCompiledGenerator(node.declaration) &&
      node.declaration.id === null
    ) {
      const id = b.id(unit.unique('default$'))
      const exported = { type: 'ExportSpecifier', local: id, exported: b.id('default') }
      refusing(() =>
        edits.push({
          start: node.start!,
          end: node.end!,
          nodes: [
            declaration(node.declaration, id, 'default'),
            {
              ...node,
              type: 'ExportNamedDeclaration',
              declaration: null,
              specifiers: [exported],
              source: null,
              attributes: [],
            },
          ],
        }),
      )
      return
    }
    if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration') {
      if (node.declaration !== null) visitDeclaration(node.declaration, node, home)
      return
    }
    visitDeclaration(node, node, home)
  }

  /** `outer` is the declaration with its `export`. */
  function visitDeclaration(node: Node, outer: Node, home: Home): void {
    if (node.type === 'FunctionDeclaration' && isCompiledGenerator(node))
      refusing(() => declareGenerator(node, home))
    else if (node.type === 'ClassDeclaration' && isRebuilt(node)) refusing(() => declareClass(node, outer))
    else visit(node, home, undefined)
  }

  function declareClass(node: Node, outer: Node): void {
    const { made, makers } = isDecorated(node)
      ? decoratedParts(rewriter, node)
      : classParts(rewriter, node, false)
    const [first, last] = [node.decorators[0] ?? outer, node.decorators.at(-1)]
    const start = Math.min(outer.start!, first.start!)
    if (makers.length > 0) edits.push({ start, end: start, nodes: [declareMakers(makers)], after: '\n' })
    const { decorators } = made
    // Decorators before `export` are no part of the class's text.
    const stand = last !== undefined && last.start! < outer.start!
    if (stand) edits.push({ start, end: last.end!, nodes: decorators })
    replace(node, { ...made, type: 'ClassDeclaration', decorators: stand ? [] : decorators })
  }

  function declareGenerator(node: Node, home: Home): void {
    const name: string = node.id.name
    if (!home.module) {
      const value = generatorExpression(rewriter, node, name)
      edits.push({
        start: home.at,
        end: home.at,
        nodes: [b.declare(home.kind, [node.id, value])],
        before: '\n',
      })
      edits.push({ start: node.start!, end: node.end!, nodes: [] })
      return
    }
    replace(node, declaration(node, node.id, name))
  }

  /** A generator declared at a module's own level, which is hoisted as it was. */
  function declaration(node: Node, id: Node, name: string): Node {
    const compiled = compileGenerator(unit, node, name)
    const maker = unit.unique(`${id.name}$maker`)
    const define = unit.helper(node.async ? 'defineAsync' : 'define')
    unit.prelude.push(b.declare('var', [b.id(maker), b.call(define, b.id(id.name), compiled.description)]))
    const first =
      unit.prepare === null ? [] : [b.statement(b.logical(b.id(maker), '??', b.call(b.id(unit.prepare))))]
    const body = compiled.body(maker, true, first)
    const made = b.functionNode('FunctionDeclaration', null, compiled.params, body)
    return { ...made, id, start: node.start, end: node.end }
  }

  /** `underNew`: what replaces the node must not become the callee of a `new` around it. */
  function visit(node: Node, home: Home, name: string | undefined, underNew = false): void {
    if (node.type === 'FunctionExpression' && isCompiledGenerator(node)) {
      refusing(() => replace(node, generatorExpression(rewriter, node, name), underNew))
      return
    }
    if (node.type === 'ClassExpression' && isRebuilt(node)) {
      refusing(() => replace(node, rewriter.rewrite(node, name), underNew))
      return
    }
    if (node.type === 'NewExpression') {
      visit(node.callee, home, undefined, true)
      for (const argument of node.arguments) visit(argument, home, undefined)
      return
    }
    if (node.type === 'MemberExpression' && underNew) {
      visit(node.object, home, undefined, true)
      if (node.computed) visit(node.property, home, undefined)
      return
    }
    if (node.type === 'ObjectExpression' && node.properties.some((each: Node) => needsHome(unit, each))) {
      refusing(() => replace(node, rewriter.rewrite(node)))
      return
    }
    if (node.type === 'Property' && node.method && isCompiledGenerator(node.value)) {
      refusing(() => replace(node, rewriter.rewrite(node)))
      return
    }
    if (isFunction(node)) {
      const { early } = unit
      unit.early ||= home.module && node.type === 'FunctionDeclaration'
      for (const parameter of node.params) visit(parameter, home, undefined)
      if (node.body.type === 'BlockStatement') visitBody(node.body, 'var')
      else visit(node.body, home, undefined)
      unit.early = early
      return
    }
    if (node.type === 'BlockStatement') return visitBody(node, 'let')
    if (node.type === 'StaticBlock') return visitBody(node, 'var')
    if (node.type === 'SwitchStatement' && node.cases.some(declaresGenerator)) {
      refusing(() => replace(node, rewriter.rewrite(node)))
      return
    }
    forEachChild(node, (child) => {
      if (child.type === 'ClassDeclaration' || child.type === 'FunctionDeclaration')
        visitDeclaration(child, child, home)
      else visit(child, home, isAnonymousDefinition(child) ? inferredName(node, child) : undefined)
    })
  }

  function visitBody(block: Node, kind: 'let' | 'var'): void {
    const inner: Home = { at: afterDirectives(block.body, openingBrace(block)), kind, module: false }
    for (const statement of block.body) visitDeclaration(statement, statement, inner)
  }

  function openingBrace(block: Node): number {
    return unit.source.indexOf('{', block.start) + 1
  }

  function replace(node: Node, made: Node, bracketed = false): void {
    const brackets = bracketed ? { before: '(', after: ')' } : {}
    edits.push({ start: node.start!, end: node.end!, nodes: [made], ...brackets })
  }
}

/** Whether a statement may lead to a circle of imports: neither our own entries nor Node.js import user code. */
function importsOther({ type, source }: Node): boolean {
  const imports = type === 'ImportDeclaration' || type.startsWith('Export')
  return imports && Boolean(source) && !/^(?:node:|multishot(?:$|\/))/.test(source.value)
}

/** How many generator functions there are to compile. */
function generatorsIn(node: Node): number {
  let count = isCompiledGenerator(node) ? 1 : 0
  forEachChild(node, (child) => {
    count += generatorsIn(child)
  })
  return count
}

function declaresGenerator({ consequent }: Node): boolean {
  return consequent.some((each: Node) => each.type === 'FunctionDeclaration' && isCompiledGenerator(each))
}

function isRebuilt(node: Node): boolean {
  const isGeneratorMethod = ({ type, value }: Node): boolean =>
    type === 'MethodDefinition' && isCompiledGenerator(value)
  return hasAccessors(node) || node.body.body.some(isGeneratorMethod)
}

/** The offset behind the directive prologue. */
export function afterDirectives(body: readonly Node[], start: number): number {
  let at = start
  for (const statement of body) {
    if (statement.directive === undefined) break
    at = statement.end!
  }
  return at
}

/** The name that `child`, an anonymous function or class, takes from where it stands. */
function inferredName(parent: Node, child: Node): string | undefined {
  switch (parent.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : undefined
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return parent.right === child && parent.left.type === 'Identifier' ? parent.left.name : undefined
    case 'Property':
    case 'PropertyDefinition':
      if (parent.value !== child || parent.computed) return undefined
      return parent.key.type === 'PrivateIdentifier'
        ? `#${parent.key.name}`
        : String(parent.key.name ?? parent.key.value)
    case 'ExportDefaultDeclaration':
      return 'default'
    default:
      return undefined
  }
}
