// The tree of a search as one page that needs nothing else: its nodes fold and unfold, without a script.

import { drawing, type Drawn } from './drawing.ts'
import { escapeMarkup } from './markup.ts'
import { tally, type ChoiceTree } from './tree.ts'

/** Levels that are unfolded at first. */
const UNFOLDED = 3

/** At most about `most` nodes, the rest folded for good. Default: 5,000. */
export function treeToHtml(tree: ChoiceTree, title = 'search', most = 5_000): string {
  const { branches, solutions, failures, merged } = tally(tree.root)
  const { reason = 'not ended', effort } = tree
  const counts = [`${branches} branches`, `${solutions} solutions`, `${failures} failed`, `ended: ${reason}`]
  if (merged > 0) counts.splice(-1, 0, `${merged} merged`)
  if (effort !== undefined) counts.push(`${effort.steps} steps`, `${effort.choicePoints} choice points`)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<style>${style}</style>
<h1>${escapeMarkup(title)}</h1>
<p>${counts.join(' · ')}</p>
${item(drawing(tree, most), 0)}
</html>
`
}

function item({ kind, title, details, children }: Drawn, depth: number): string {
  const label = `<span class="${kind}">${escapeMarkup(title)}</span>${details
    .map((detail) => ` <small>${escapeMarkup(detail)}</small>`)
    .join('')}`
  if (children.length === 0) return `<div>${label}</div>`
  const inner = children.map((child) => item(child, depth + 1)).join('\n')
  return `<details${depth < UNFOLDED ? ' open' : ''}><summary>${label}</summary>\n${inner}\n</details>`
}

const style = `
:root{color-scheme:light dark;font:14px/1.5 system-ui,sans-serif}
body{margin:1.5rem}h1{font-size:1.2rem;margin:0}p{color:gray}
details,div{margin-left:1.1rem;border-left:1px solid #8884;padding-left:.5rem}
summary{cursor:pointer}summary::marker{color:gray}
small{color:gray;margin-left:.5rem}
.solution{color:#2a7a2a;font-weight:600}.failed{color:#b05050}.threw{color:#c00000}.answer{color:#2a6a8a}.merged{color:#8060b0}.cut,.folded,.open{color:#907010;font-style:italic}
`
