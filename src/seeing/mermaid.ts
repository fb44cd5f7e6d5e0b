// The tree of a search as a Mermaid flowchart, which many Markdown viewers draw.

import { drawing, type Drawn } from './drawing.ts'
import type { ChoiceTree } from './tree.ts'

/** At most about `most` nodes, the rest folded: Mermaid takes no more than 500 edges. Default: 200. */
export function treeToMermaid(tree: ChoiceTree, most = 200): string {
  const lines = ['flowchart LR']
  let nodes = 0
  const add = ({ kind, title, details, children }: Drawn): number => {
    const id = nodes++
    lines.push(`  n${id}["${[title, ...details].map(escaped).join('<br/>')}"]:::${kind}`)
    for (const child of children) lines.push(`  n${id} --> n${add(child)}`)
    return id
  }
  add(drawing(tree, most))
  lines.push(
    '  classDef solution fill:#d8f0d8,stroke:#2a7a2a',
    '  classDef failed fill:#fff,stroke:#d0a0a0,color:#a04040',
    '  classDef answer fill:#e0ecf8,stroke:#2a6a8a',
    '  classDef merged fill:#fff,stroke:#b0a0d0,color:#7050a0',
    '  classDef threw fill:#ffe0e0,stroke:#c00000',
    '  classDef cut fill:#fff8e0,stroke:#c0a040,stroke-dasharray:4',
    '  classDef folded fill:#eee,stroke:#999',
  )
  return `${lines.join('\n')}\n`
}

/** Mermaid has its own names for characters that mean something to it. */
function escaped(text: string): string {
  return text
    .replaceAll('#', '#35;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
}
