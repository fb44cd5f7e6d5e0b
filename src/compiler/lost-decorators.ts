// Decorators of fields that are only declared: with `experimentalDecorators`, TypeScript runs them. What makes JavaScript of
// the file takes them out with the field, so they are refused where they stand.

import { parseSync } from 'oxc-parser'
import { lostDecorator } from './diagnostics.ts'
import type { Finding } from './diagnostics.ts'
import { forEachChild } from './syntax.ts'
import type { Node } from './syntax.ts'

export function lostDecorators(source: string, lang: 'ts' | 'tsx'): Finding[] {
  if (!source.includes('@') || !/\b(?:declare|abstract)\b/.test(source)) return []
  const found: Finding[] = []
  look(parseSync(`file.${lang}`, source, { lang }).program as unknown as Node)
  return found

  function look(node: Node): void {
    if (isOnlyDeclared(node) && node.decorators.length > 0) found.push(lostDecorator(node.decorators[0]))
    forEachChild(node, look)
  }
}

function isOnlyDeclared({ type, declare }: Node): boolean {
  if (type === 'PropertyDefinition' || type === 'AccessorProperty') return declare === true
  return type === 'TSAbstractPropertyDefinition' || type === 'TSAbstractAccessorProperty'
}
