// Generators used as everybody uses them, without a search: a plain loop over a counter, and a walk over
// a binary tree by recursive `yield*`. The same source runs native and compiled.

function* counter(end: number) {
  for (let i = 0; i < end; i++) yield i
}

export function plain(): number {
  let sum = 0
  for (const i of counter(1_000_000)) sum += i
  return sum
}

type Tree = { readonly left: Tree; readonly value: number; readonly right: Tree } | null

const balanced = (depth: number): Tree =>
  depth === 0 ? null : { left: balanced(depth - 1), value: depth, right: balanced(depth - 1) }

const oak = balanced(14)

function* walk(branch: Tree): Generator<number, void, unknown> {
  if (branch === null) return
  yield* walk(branch.left)
  yield branch.value
  yield* walk(branch.right)
}

export function tree(): number {
  let sum = 0
  for (const value of walk(oak)) sum += value
  return sum
}
