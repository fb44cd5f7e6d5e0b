/**
 * Random search problems as data: a tree of choices, the program that searches it, and a recursive
 * implementation of what depth first means, which knows nothing of frames or frontiers.
 */
import fc from 'fast-check'
import { amb, choose, either, fail, guard, type Nondeterminism } from 'multishot'

/** `drawn` is a choice out of an iterator, `guard` holds for some trees only, `call` adds a level of `yield*`. */
export type Tree =
  | { readonly tag: 'leaf'; readonly value: number }
  | { readonly tag: 'fail' }
  | { readonly tag: 'amb' | 'drawn' | 'either'; readonly children: readonly Tree[] }
  | { readonly tag: 'guard'; readonly holds: boolean; readonly child: Tree }
  | { readonly tag: 'call'; readonly child: Tree }

export const trees: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => {
  const children = fc.array(tie('tree'), { maxLength: 4 })
  return {
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ tag: fc.constant('leaf'), value: fc.nat(9) }) as fc.Arbitrary<Tree>,
      fc.constant<Tree>({ tag: 'fail' }),
      fc.record({ tag: fc.constantFrom('amb', 'drawn', 'either'), children }) as fc.Arbitrary<Tree>,
      fc.record({ tag: fc.constant('guard'), holds: fc.boolean(), child: tie('tree') }) as fc.Arbitrary<Tree>,
      fc.record({ tag: fc.constant('call'), child: tie('tree') }) as fc.Arbitrary<Tree>,
    ),
  }
}).tree

/** The program that searches `tree`. `visited` hears of every node that a branch comes to. */
export const search =
  (tree: Tree, visited: (tree: Tree) => void = () => {}) =>
  (): Generator<Nondeterminism, number, any> =>
    visit(tree, visited)

function* visit(tree: Tree, visited: (tree: Tree) => void): Generator<Nondeterminism, number, any> {
  visited(tree)
  switch (tree.tag) {
    case 'leaf':
      return tree.value
    case 'fail':
      return yield* fail()
    case 'amb': {
      const child: Tree = yield* amb(...tree.children)
      return yield* visit(child, visited)
    }
    case 'drawn': {
      const child: Tree = yield* choose(drawn(tree.children))
      return yield* visit(child, visited)
    }
    case 'either':
      return yield* either(...tree.children.map((child) => () => visit(child, visited)))
    case 'guard':
      yield* guard(tree.holds)
      return yield* visit(tree.child, visited)
    case 'call': {
      const value: number = yield* visit(tree.child, visited)
      return value + 10
    }
  }
}

/** Iterable, but no array. */
const drawn = <A>(elements: readonly A[]): Iterable<A> => ({ [Symbol.iterator]: () => elements.values() })

/** What a depth-first search of a tree comes to, in order. */
export interface Reference {
  readonly solutions: readonly number[]
  /** How many nodes have been visited when each solution is found. */
  readonly visits: readonly number[]
  readonly failures: number
}

export const reference = (root: Tree): Reference => {
  const solutions: number[] = []
  const visits: number[] = []
  let visited = 0
  let failures = 0
  const walk = (tree: Tree, found: (value: number) => void): void => {
    visited++
    switch (tree.tag) {
      case 'leaf':
        return found(tree.value)
      case 'fail':
        failures++
        return
      case 'guard':
        if (tree.holds) return walk(tree.child, found)
        failures++
        return
      case 'call':
        return walk(tree.child, (value) => found(value + 10))
      default:
        if (tree.children.length === 0) failures++
        for (const child of tree.children) walk(child, found)
    }
  }
  walk(root, (value) => {
    solutions.push(value)
    visits.push(visited)
  })
  return { solutions, visits, failures }
}
