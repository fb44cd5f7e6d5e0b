// What is drawn of a tree: as many nodes as one can look at. Branches that ended side by side for one reason are
// one node, and parts of the tree that are too large become a node that says how much is in them.
//
// Law: the branches that the nodes stand for add up to those of the tree.

import { optionsText } from './ports.ts'
import { cut } from './text.ts'
import { tally, type ChoiceTree, type Fate, type Folded, type TreeNode } from './tree.ts'

export type Kind = Fate | 'cut' | 'folded'

/** One node of a drawing. */
export interface Drawn {
  readonly kind: Kind
  /** What was taken, and what it came to. */
  readonly title: string
  /** Where, and what was noted; may be empty. */
  readonly details: readonly string[]
  /** How many branches it stands for, those below it not counted. */
  readonly branches: number
  readonly children: readonly Drawn[]
}

const LONGEST = 60

/** The drawing of a tree in about `most` nodes; the parts that hold solutions are drawn first. */
export function drawing({ reason, root }: ChoiceTree, most: number): Drawn {
  const expanded = expand(root, most)
  const drawn = draw(root, expanded)
  const ended = reason === undefined || reason === 'exhausted' ? [] : [`the search ended: ${reason}`]
  return { ...drawn, details: [...drawn.details, ...ended] }
}

/** The nodes whose children are drawn: from the top down, first those with solutions below them. */
function expand(root: TreeNode, most: number): ReadonlySet<TreeNode> {
  const fertile = fertileOf(root)
  const expanded = new Set<TreeNode>()
  let room = most - 1
  let level: readonly TreeNode[] = [root]
  while (level.length > 0) {
    const below: TreeNode[] = []
    const inOrder = [
      ...level.filter((node) => fertile.has(node)),
      ...level.filter((node) => !fertile.has(node)),
    ]
    for (const node of inOrder) {
      const size = groups(node.children).length
      if (node.children.length === 0 || size > room) continue
      room -= size
      expanded.add(node)
      below.push(...node.children)
    }
    level = below
  }
  return expanded
}

/** The nodes with a solution at or below them. */
function fertileOf(root: TreeNode): ReadonlySet<TreeNode> {
  const downwards = [root]
  for (const node of downwards) downwards.push(...node.children)
  const fertile = new Set<TreeNode>()
  for (const node of downwards.toReversed()) {
    if (
      node.fate === 'solution' ||
      node.folded.solutions > 0 ||
      node.children.some((child) => fertile.has(child))
    )
      fertile.add(node)
  }
  return fertile
}

function draw(node: TreeNode, expanded: ReadonlySet<TreeNode>): Drawn {
  const children: Drawn[] = []
  if (expanded.has(node)) for (const group of groups(node.children)) children.push(drawGroup(group, expanded))
  else if (node.children.length > 0) children.push(foldedNode(below(node)))
  if (expanded.has(node) && node.folded.branches > 0) children.push(foldedNode(node.folded))
  else if (node.children.length === 0 && node.folded.branches > 0) children.push(foldedNode(node.folded))
  // A branch that waits at no choice was not gone on with: it says so itself.
  if (node.untried !== undefined && node.fate !== 'open') children.push(cutNode(node.untried ?? undefined))
  return {
    kind: node.fate,
    title: cut([node.taken, outcome(node)].filter((part) => part !== '').join(': '), LONGEST),
    details: [node.place, ...(node.cost === undefined ? [] : [`cost ${node.cost}`]), ...node.notes]
      .filter((part) => part !== '')
      .map((part) => cut(part, LONGEST)),
    branches: 1,
    children,
  }
}

function outcome({ fate, text, size, untried }: TreeNode): string {
  switch (fate) {
    case 'choice':
      return size === undefined ? 'a choice' : optionsText(size)
    case 'entered':
      return text
    case 'answer':
      return `answer ${text}`
    case 'merged':
      return 'merged, another branch was here'
    case 'failed':
      return text === '' ? 'failed' : `failed, ${text}`
    case 'solution':
      return text
    case 'threw':
      return `threw ${text}`
    case 'open':
      return untried === undefined ? 'open' : 'not gone on with'
    default:
      return fate satisfies never
  }
}

/** All that is below a node. */
function below(node: TreeNode): Folded {
  const { branches, ...rest } = tally(node)
  return { ...rest, branches: branches - 1 }
}

function foldedNode({ branches, solutions, failures, merged }: Folded): Drawn {
  const counts = `${solutions} solutions, ${failures} failed${merged === 0 ? '' : `, ${merged} merged`}`
  const title = `… ${branches} branches: ${counts}`
  return { kind: 'folded', title, details: [], branches, children: [] }
}

function cutNode(left: number | undefined): Drawn {
  return { kind: 'cut', title: `${optionsText(left)} not tried`, details: [], branches: 0, children: [] }
}

/** Neighbours that failed for one reason in one place are one group, and those that merged in one place. */
function groups(nodes: readonly TreeNode[]): readonly (readonly TreeNode[])[] {
  const found: TreeNode[][] = []
  for (const node of nodes) {
    const last = found.at(-1)
    if (last !== undefined && isAlike(last[0]!, node)) last.push(node)
    else found.push([node])
  }
  return found
}

function isAlike(a: TreeNode, b: TreeNode): boolean {
  const plain = ({ fate, notes }: TreeNode): boolean =>
    (fate === 'failed' || fate === 'merged') && notes.length === 0
  return plain(a) && plain(b) && a.fate === b.fate && a.text === b.text && a.place === b.place
}

function drawGroup(group: readonly TreeNode[], expanded: ReadonlySet<TreeNode>): Drawn {
  const [first] = group
  if (group.length === 1) return draw(first!, expanded)
  const taken = group.map((node) => node.taken).join(', ')
  const title = `${cut(taken, LONGEST / 2)}: ${group.length} × ${outcome(first!)}`
  return {
    kind: first!.fate,
    title: cut(title, LONGEST),
    details: [first!.place],
    branches: group.length,
    children: [],
  }
}
