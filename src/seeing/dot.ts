// The tree of a search in the language of Graphviz.

import { drawing, type Drawn, type Kind } from './drawing.ts'
import type { ChoiceTree } from './tree.ts'

const styles: Readonly<Record<Kind, string>> = {
  choice: 'shape=box',
  solution: 'shape=box, style="filled,bold", fillcolor="#d8f0d8"',
  entered: 'shape=box, style=rounded',
  answer: 'shape=box, style="rounded,filled", fillcolor="#e0ecf8"',
  merged: 'shape=plaintext, fontcolor="#7050a0"',
  failed: 'shape=plaintext, fontcolor="#a04040"',
  threw: 'shape=box, color="#c00000"',
  open: 'shape=plaintext',
  cut: 'shape=plaintext, fontcolor="#806000"',
  folded: 'shape=folder',
}

/** For `dot -Tsvg`. At most about `most` nodes, the rest folded. Default: 500. */
export function treeToDot(tree: ChoiceTree, most = 500): string {
  const lines = ['digraph search {', '  node [fontname="sans-serif", fontsize=10]']
  let nodes = 0
  const add = ({ kind, title, details, children }: Drawn): number => {
    const id = nodes++
    lines.push(`  n${id} [label="${[title, ...details].map(escaped).join('\\n')}", ${styles[kind]}]`)
    for (const child of children) lines.push(`  n${id} -> n${add(child)}`)
    return id
  }
  add(drawing(tree, most))
  return `${[...lines, '}'].join('\n')}\n`
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
