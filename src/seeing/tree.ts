// The tree of a search: its branches with what they took, where they forked, and what became of them.
//
// Law: every branch that started is in the tree, either as a node or counted in `folded` of the nearest kept branch
// above it; so nothing is left out silently.

import type { Effort, EndReason, Trace } from '../search/index.ts'
import { Lineage } from './lineage.ts'
import { placeText, short, type TextOptions } from './text.ts'

/**
 * What became of a branch. `open`: nothing yet, or the search ended first. `entered`: it asked an operator, and what is
 * inside are its children. `answer`: it came out of one and ended there, or was kept. `merged`: another branch had come
 * to the same state, and goes on for both.
 */
export type Fate = 'open' | 'choice' | 'entered' | 'answer' | 'failed' | 'merged' | 'solution' | 'threw'

/** Branches that are counted only. */
export interface Folded {
  readonly branches: number
  readonly solutions: number
  readonly failures: number
  readonly merged: number
}

/** One branch, from the choice before it to its own choice or end. */
export interface TreeNode {
  /** What it took there, or the operator whose program it runs; empty for the program itself. */
  readonly taken: string
  readonly fate: Fate
  /** Why it failed, what it returned, answered or threw, which operator it entered; empty if there is nothing to say. */
  readonly text: string
  /** Where it came to its choice, or failed. */
  readonly place: string
  /** How many options its choice has, if that is known. */
  readonly size?: number
  /** How many of them were not tried, because the search ended or an operator gave them up; null: nobody knows. */
  readonly untried?: number | null
  /** What it has cost up to here. */
  readonly cost?: number
  readonly notes: readonly string[]
  readonly children: readonly TreeNode[]
  readonly folded: Folded
}

export interface ChoiceTree {
  /** Why the search ended; undefined if it has not. */
  readonly reason: EndReason | 'failed' | undefined
  readonly effort: Effort | undefined
  readonly root: TreeNode
}

export interface TreeOptions extends TextOptions {
  /** The most branches that are kept; the others are counted. Default: 10,000. */
  readonly most?: number
}

/** A node while its tree grows. */
type Growing = { -readonly [Field in keyof TreeNode]: TreeNode[Field] } & {
  readonly children: Growing[]
  readonly notes: string[]
}

/** Where a branch is kept, or counted. */
interface Home {
  readonly node: Growing
  readonly isKept: boolean
}

/**
 * A trace that grows the tree of a search; `tree` gives what has grown so far.
 *
 * ```ts
 * import { amb, guard, solve } from 'multishot'
 * import { growTree } from 'multishot/seeing'
 *
 * const { trace, tree } = growTree()
 * solve(
 *   function* () {
 *     const n = yield* amb(1, 2)
 *     yield* guard(n > 1, 'n is large')
 *     return n
 *   },
 *   { trace },
 * ).toArray()
 * const { children } = tree().root
 * console.log(children.map(({ taken, fate, text }) => `${taken} ${fate} ${text}`))
 * // → [ '1 failed n is large', '2 solution 2' ]
 * ```
 */
export function growTree(options: TreeOptions = {}): {
  readonly trace: Trace
  readonly tree: () => ChoiceTree
} {
  const { show = short, showFile, most = 10_000 } = options
  const root = grow('')
  let kept = 1
  let reason: ChoiceTree['reason']
  let effort: Effort | undefined
  const stopped: Growing[] = []

  const homes = new Lineage<Home>(
    { node: root, isKept: true },
    ({ node, isKept }, { index, value, operator }) => {
      if (!isKept || kept >= most) {
        count(node, 'branches')
        return { node, isKept: false }
      }
      kept++
      const child = grow(operator ?? (value === undefined ? `alternative ${index + 1}` : show(value)))
      node.children.push(child)
      return { node: child, isKept: true }
    },
  )

  /** The search that had been stopped was resumed. */
  const goOn = (): void => {
    reason = effort = undefined
    for (const node of stopped.splice(0)) delete node.untried
  }

  const trace: Trace = (event) => {
    if (event.tag === 'end') {
      ;({ reason, effort } = event)
      return
    }
    if (reason !== undefined) goOn()
    const { node, isKept } = homes.of(event)
    if (!isKept) {
      if (event.tag === 'solution') count(node, 'solutions')
      if (event.tag === 'fail') count(node, 'failures')
      if (event.tag === 'merged') count(node, 'merged')
      return
    }
    switch (event.tag) {
      case 'option':
        return
      case 'choice':
        node.fate = 'choice'
        node.place = placeText(event.frames(), showFile)
        if (event.size !== undefined) node.size = event.size
        return
      case 'enter':
        node.fate = 'entered'
        node.text = event.operator
        node.place = placeText(event.frames(), showFile)
        return
      case 'answer':
        node.fate = 'answer'
        node.text = show(event.value)
        return
      case 'merged':
        node.fate = 'merged'
        return
      case 'cost':
        node.cost = event.total
        return
      case 'note':
        node.notes.push(`${event.label}: ${show(event.value)}`)
        return
      case 'fail':
        node.fate = 'failed'
        node.text = event.reason ?? ''
        node.place = placeText(event.frames(), showFile)
        return
      case 'solution':
        node.fate = 'solution'
        node.place = ''
        node.text = show(event.value)
        return
      case 'threw':
        node.fate = 'threw'
        node.text = String(event.error)
        return
      case 'cut':
        node.untried = event.left ?? null
        if (!event.givenUp) stopped.push(node)
        return
      default:
        return event satisfies never
    }
  }
  return { trace, tree: () => ({ reason, effort, root }) }
}

function grow(taken: string): Growing {
  const folded = { branches: 0, solutions: 0, failures: 0, merged: 0 }
  return { taken, fate: 'open', text: '', place: '', notes: [], children: [], folded }
}

function count(node: Growing, what: keyof Folded): void {
  node.folded = { ...node.folded, [what]: node.folded[what] + 1 }
}

/** Every branch at and below a node, those that were only counted included. */
export function tally(node: TreeNode): Folded {
  let { branches, solutions, failures, merged } = node.folded
  const rest: TreeNode[] = [node]
  for (let at = rest.pop(); at !== undefined; at = rest.pop()) {
    branches += 1
    if (at !== node) {
      branches += at.folded.branches
      solutions += at.folded.solutions
      failures += at.folded.failures
      merged += at.folded.merged
    }
    if (at.fate === 'solution') solutions += 1
    if (at.fate === 'failed') failures += 1
    if (at.fate === 'merged') merged += 1
    rest.push(...at.children)
  }
  return { branches, solutions, failures, merged }
}
