// Task `generator` of effect-handlers-bench: the sum of a full binary tree of height 20, whose nodes a recursive
// generator gives one by one. No fork is needed: it shows what a suspension costs.

/** Both subtrees are one object, so the tree takes little memory. */
type Tree = { readonly left: Tree; readonly value: number; readonly right: Tree } | null

const height = 20

function make(depth: number): Tree {
  if (depth === 0) return null
  const half = make(depth - 1)
  return { left: half, value: depth, right: half }
}

function* nodes(tree: Tree): Generator<number> {
  if (tree === null) return
  yield* nodes(tree.left)
  yield tree.value
  yield* nodes(tree.right)
}

export function sum(): number {
  let total = 0
  for (const value of nodes(make(height))) total += value
  return total
}
