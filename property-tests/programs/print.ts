/**
 * Prints a tree of phrases as source text. Law: an expression that is not tight gets brackets, except where the
 * text on both sides of its hole already delimits it, so printing never changes what a tree means.
 */
import type { List, Node, Phrase } from './phrase.ts'

const opens = /(?:[([{,:]|(?<![=!<>])=|=>|\breturn|\bthrow|\byield|\.\.\.)\s*$/
const closes = /^\s*(?:$|[)\]},;:])/
/** Text that a statement may not start with, or that would be read as a declaration. */
const declares = /^(?:\{|function\b|class\b|let\b|async\b)/

const bracketed = (hole: Node, printed: string, before: string, after: string, parent: Phrase): boolean => {
  if (hole.kind === 'list' || hole.sort !== 'expression') return false
  const leads = before === '' && parent.sort === 'statement'
  if (leads) return declares.test(printed)
  // `1.a` is read as a number with a fraction.
  if (hole.form === 'number' && hole.tight) return after.startsWith('.')
  if (hole.tight) return false
  return !(opens.test(before) && closes.test(after))
}

const indented = (text: string): string => (text === '' ? text : text.replace(/^/gm, '  '))

const printList = (list: List): string => list.items.map(print).join(list.separator)

/** The source text of a tree. */
export const print = (node: Node): string => {
  if (node.kind === 'list') return printList(node)
  return node.holes.reduce<string>((done, hole, index) => {
    const before = node.text[index] as string
    const after = node.text[index + 1] as string
    const text = print(hole)
    const inner =
      hole.kind === 'list' && hole.separator === '\n' && before.endsWith('\n') ? indented(text) : text
    return done + (bracketed(hole, text, before, after, node) ? `(${inner})` : inner) + after
  }, node.text[0] as string)
}
