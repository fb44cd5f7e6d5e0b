// Parts of one namespace see what the others export. The transform that makes JavaScript of them does not know that:
// there such a name would mean nothing, or something else. So it is refused where it stands.
//
// A name that the part declares itself, anywhere, is left alone.

import { parseSync } from 'oxc-parser'
import { namespacePart } from './diagnostics.ts'
import type { Finding } from './diagnostics.ts'
import { forEachChild } from './syntax.ts'
import type { Node } from './syntax.ts'

/** Mentions of what another part of the namespace exports. */
export function mentionsOfOtherParts(source: string, lang: 'ts' | 'tsx'): Finding[] {
  if (!/\b(?:namespace|module)\s+[\w$]/.test(source)) return []
  const { program } = parseSync(`file.${lang}`, source, { lang })
  const found: Finding[] = []
  inBody((program as unknown as Node).body, found)
  return found
}

/** Looks at the namespaces of one block, and at those inside of them. */
function inBody(statements: readonly Node[], found: Finding[]): void {
  const exported = new Map<string, Set<string>>()
  for (const statement of statements) {
    const node: Node = statement.declaration ?? statement
    if (node.type !== 'TSModuleDeclaration' || node.declare === true || !node.body) continue
    const name = nameOf(node.id)
    const known = exported.get(name) ?? new Set<string>()
    exported.set(name, known)
    if (known.size > 0)
      for (const each of mentionsIn(node.body, known)) found.push(namespacePart(each, each.name, name))
    for (const each of node.body.body) for (const own of exportedBy(each)) known.add(own)
    inBody(node.body.body, found)
  }
}

function nameOf(id: Node): string {
  return id.type === 'TSQualifiedName'
    ? `${nameOf(id.left)}.${nameOf(id.right)}`
    : String(id.name ?? id.value)
}

function exportedBy({ type, declaration }: Node): string[] {
  if (type !== 'ExportNamedDeclaration' || !declaration || declaration.declare === true) return []
  if (declaration.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }: Node) => identifiersIn(id).map(({ name }) => name))
  const isValue = /^(?:Function|Class|TSEnum|TSModule)Declaration$/.test(declaration.type)
  return isValue && declaration.id ? [nameOf(declaration.id).replace(/\..*/, '')] : []
}

function mentionsIn(part: Node, names: ReadonlySet<string>): Node[] {
  const declared = new Set<string>()
  const mentions: Node[] = []
  const look = (node: Node): void => {
    forEachChild(node, (child, field) => {
      if (['id', 'params', 'param', 'local'].includes(field))
        for (const { name } of identifiersIn(child)) declared.add(name)
      const isName = (field === 'property' || field === 'key') && !node.computed
      if (isName || isType(child)) return
      if (child.type === 'Identifier' && names.has(child.name)) mentions.push(child)
      look(child)
    })
  }
  look(part)
  return mentions.filter(({ name }) => !declared.has(name))
}

/** Types mention no values, except with `typeof`, which goes with them. */
function isType({ type }: Node): boolean {
  return type.startsWith('TS') && !VALUES.has(type)
}

const VALUES = new Set([
  'TSAsExpression',
  'TSEnumBody',
  'TSEnumDeclaration',
  'TSEnumMember',
  'TSExportAssignment',
  'TSInstantiationExpression',
  'TSModuleBlock',
  'TSModuleDeclaration',
  'TSNonNullExpression',
  'TSParameterProperty',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
])

function identifiersIn(node: Node): Node[] {
  if (node.type === 'Identifier') return [node]
  const found: Node[] = []
  forEachChild(node, (child) => {
    if (!isType(child)) found.push(...identifiersIn(child))
  })
  return found
}
