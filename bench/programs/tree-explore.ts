// Task `tree_explore` of effect-handlers-bench: all paths of a full binary tree of height 16, where a state that
// all branches share is changed on the way down; ten times, each going on from the greatest result.

import { choose, solve, type Nondeterminism } from 'multishot'

const immutable: unique symbol = Symbol.for('multishot.immutable')

class Node {
  static readonly [immutable] = true
  declare readonly left: Tree
  declare readonly value: number
  declare readonly right: Tree
  constructor(left: Tree, value: number, right: Tree) {
    this.left = left
    this.value = value
    this.right = right
  }
}
type Tree = Node | null

const height = 16

/** Both subtrees are one object, so the tree takes little memory. */
function make(depth: number): Tree {
  if (depth === 0) return null
  const half = make(depth - 1)
  return new Node(half, depth, half)
}

const operator = (x: number, y: number): number => Math.abs(x - 503 * y + 37) % 1009

/** Variables of the module are shared by all branches. */
let state = 0

function* explore(tree: Tree): Generator<Nondeterminism, number> {
  if (tree === null) return state
  const next: Tree = (yield* choose([true, false])) ? tree.left : tree.right
  state = operator(state, tree.value)
  return operator(tree.value, yield* explore(next))
}

function exploreAll(tree: Tree, path: readonly number[], found: number[]): void {
  if (tree === null) {
    found.push(path.reduceRight((result, value) => operator(value, result), state))
    return
  }
  const longer = [...path, tree.value]
  for (const next of [tree.left, tree.right]) {
    state = operator(state, tree.value)
    exploreAll(next, longer, found)
  }
}

const greatest = (values: Iterable<number>): number => {
  let most = 0
  for (const value of values) most = Math.max(most, value)
  return most
}

export function searched(): number {
  const tree = make(height)
  state = 0
  for (let i = 0; i < 10; i++) state = greatest(solve(() => explore(tree)))
  return state
}

export function recursive(): number {
  const tree = make(height)
  state = 0
  for (let i = 0; i < 10; i++) {
    const found: number[] = []
    exploreAll(tree, [], found)
    state = greatest(found)
  }
  return state
}
