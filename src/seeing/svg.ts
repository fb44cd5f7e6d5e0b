// The tree of a search as a picture: the program on the left, the choices from left to right.
//
// The layout is the tidy tree of Reingold and Tilford, as Buchheim, Jünger and Leipert draw it in linear time.

import { hierarchy, tree as layout } from 'd3-hierarchy'
import { drawing, type Drawn, type Kind } from './drawing.ts'
import { escapeMarkup } from './markup.ts'
import type { ChoiceTree } from './tree.ts'

const colours: Readonly<Record<Kind, string>> = {
  choice: '#4060a0',
  solution: '#2a7a2a',
  entered: '#4060a0',
  answer: '#2a6a8a',
  merged: '#7050a0',
  failed: '#a04040',
  threw: '#c00000',
  open: '#666666',
  cut: '#806000',
  folded: '#666666',
}

const ROW = 34
const MARGIN = 16
const CHARACTER = 6.4

/** At most about `most` nodes, the rest folded. Default: 500. */
export function treeToSvg(tree: ChoiceTree, most = 500): string {
  const root = layout<Drawn>().nodeSize([ROW, 1])(hierarchy(drawing(tree, most), ({ children }) => children))
  const nodes = root.descendants()
  const top = Math.min(...nodes.map(({ x }) => x))
  const columns = columnsOf(nodes)
  const left = (depth: number): number =>
    MARGIN + columns.slice(0, depth).reduce((sum, width) => sum + width, 0)
  const place = (node: { readonly x: number; readonly depth: number }) => ({
    x: left(node.depth),
    y: node.x - top + MARGIN,
  })
  const width = left(columns.length) + MARGIN
  const height = Math.max(...nodes.map((node) => place(node).y)) + ROW

  const edges = root.links().map(({ source, target }) => {
    const from = place(source)
    const to = place(target)
    const start = Math.min(from.x + 12 + CHARACTER * source.data.title.length, to.x - 20)
    const bend = to.x - 12
    return `<path d="M${start},${from.y}H${bend - 8}C${bend},${from.y} ${bend - 4},${to.y} ${to.x - 6},${to.y}"/>`
  })
  const labels = nodes.map((node) => {
    const { x, y } = place(node)
    const { kind, title, details } = node.data
    const [where = ''] = details
    const hint = `<title>${escapeMarkup([title, ...details].join('\n'))}</title>`
    const small =
      where === '' ? '' : `<text class="place" x="${x + 6}" y="${y + 14}">${escapeMarkup(where)}</text>`
    return `<g fill="${colours[kind]}">${hint}<circle cx="${x}" cy="${y}" r="3.5"/><text x="${x + 6}" y="${y + 3}">${escapeMarkup(title)}</text>${small}</g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<style>svg{background:#fff}text{font:11px sans-serif}.place{font-size:8px;fill:#888}path{fill:none;stroke:#ccc}</style>
${edges.join('\n')}
${labels.join('\n')}
</svg>
`
}

/** The width of each column: that of its longest text. */
function columnsOf(nodes: readonly { readonly depth: number; readonly data: Drawn }[]): number[] {
  const widths: number[] = []
  for (const { depth, data } of nodes) {
    const width = 50 + CHARACTER * Math.max(data.title.length, 0.7 * (data.details[0]?.length ?? 0))
    widths[depth] = Math.max(widths[depth] ?? 0, width)
  }
  return widths
}
