/**
 * Random search problems that open resources on the way, as data; the program that searches such a tree; and
 * what plain recursion opens and closes, where `finally` says when the last branch below has ended.
 */
import fc from 'fast-check'
import {
  amb,
  choose,
  collect,
  commit,
  either,
  fail,
  ifte,
  interleave,
  maximize,
  not,
  once,
  resource,
  scope,
  share,
  tabled,
  type Nondeterminism,
} from 'multishot'

/** `nested` opens its resource in a generator of its own, which is kept while the child runs, or dropped at once. */
export type Tree =
  | { readonly tag: 'leaf' | 'throw'; readonly value: number }
  | { readonly tag: 'fail' }
  | { readonly tag: 'amb' | 'drawn' | 'either'; readonly children: readonly Tree[] }
  | { readonly tag: 'open' | 'nested'; readonly onFork: 'share' | 'dup'; readonly child: Tree }
  | { readonly tag: 'dropped'; readonly child: Tree }
  | { readonly tag: 'try'; readonly value: number; readonly child: Tree }
  | { readonly tag: 'call' | 'commit'; readonly child: Tree }
  /** Sub-programs of an operator. */
  | { readonly tag: 'scoped'; readonly operator: Operator; readonly children: readonly [Tree, Tree, Tree] }
  /** A tabled function that goes through the child; nothing that is open outside is used in it. */
  | { readonly tag: 'tabled'; readonly key: number; readonly child: Tree }

const operators = ['once', 'collect', 'scope', 'ifte', 'not', 'interleave', 'maximize'] as const
type Operator = (typeof operators)[number]

type Tag = Tree['tag']

const weights: Readonly<Record<Tag, number>> = {
  leaf: 3,
  throw: 1,
  fail: 2,
  amb: 3,
  drawn: 2,
  either: 2,
  open: 4,
  nested: 2,
  dropped: 1,
  try: 2,
  call: 1,
  commit: 1,
  scoped: 5,
  tabled: 2,
}

/** Trees with nodes of these kinds only. */
export const treesOf = (...tags: readonly Tag[]): fc.Arbitrary<Tree> =>
  fc.letrec<{ tree: Tree }>((tie) => {
    const children = fc.array(tie('tree'), { maxLength: 4 })
    const onFork = fc.constantFrom('share', 'dup')
    const shapes: Readonly<Record<Tag, fc.Arbitrary<object>>> = {
      leaf: fc.record({ value: fc.nat(9) }),
      throw: fc.record({ value: fc.nat(9) }),
      fail: fc.constant({}),
      amb: fc.record({ children }),
      drawn: fc.record({ children }),
      either: fc.record({ children }),
      open: fc.record({ onFork, child: tie('tree') }),
      nested: fc.record({ onFork, child: tie('tree') }),
      dropped: fc.record({ child: tie('tree') }),
      try: fc.record({ value: fc.nat(9), child: tie('tree') }),
      call: fc.record({ child: tie('tree') }),
      commit: fc.record({ child: tie('tree') }),
      scoped: fc.record({
        operator: fc.constantFrom(...operators),
        children: fc.tuple(tie('tree'), tie('tree'), tie('tree')),
      }),
      tabled: fc.record({ key: fc.nat(1), child: tie('tree') }),
    }
    const nodes = tags.map((tag) => ({
      weight: weights[tag],
      arbitrary: shapes[tag].map((rest) => ({ tag, ...rest }) as Tree),
    }))
    return { tree: fc.oneof({ depthSize: 'medium', withCrossShrink: true }, ...nodes) }
  }).tree

/** What is open, and all that was opened, used and closed, in order. */
export class Ledger {
  readonly log: string[] = []
  readonly open = new Set<number>()
  opened = 0
  readonly tables = new Map<Tree, (key: number) => Iterable<Nondeterminism, number, any>>()

  readonly make = (): Handle => {
    const handle = { number: ++this.opened }
    this.open.add(handle.number)
    this.log.push(`open ${handle.number}`)
    return handle
  }

  readonly close = ({ number }: Handle): void => {
    if (!this.open.delete(number)) throw new Error(`${number} is closed, but is not open`)
    this.log.push(`close ${number}`)
  }

  /** A branch has come to an end, and has these open. */
  use(what: string, handles: readonly Handle[]): void {
    for (const { number } of handles)
      if (!this.open.has(number)) throw new Error(`a branch with ${number} came to ${what}, but it is closed`)
    this.log.push(`${what} with ${handles.map(({ number }) => number).join()}`)
  }
}

interface Handle {
  readonly number: number
}

/** The program that searches `tree`. */
export const search = (tree: Tree, ledger: Ledger) => (): Generator<Nondeterminism, number, any> =>
  visit(tree, share(ledger), [])

function* visit(tree: Tree, ledger: Ledger, handles: Handle[]): Generator<Nondeterminism, number, any> {
  switch (tree.tag) {
    case 'leaf':
      ledger.use(`leaf ${tree.value}`, handles)
      return tree.value
    case 'throw':
      ledger.use(`throw ${tree.value}`, handles)
      throw tree.value
    case 'fail':
      ledger.use('fail', handles)
      return yield* fail()
    case 'amb': {
      const child: Tree = yield* amb(...tree.children)
      return yield* visit(child, ledger, handles)
    }
    case 'drawn': {
      const child: Tree = yield* choose({ [Symbol.iterator]: () => tree.children.values() })
      return yield* visit(child, ledger, handles)
    }
    case 'either':
      return yield* either(...tree.children.map((child) => () => visit(child, ledger, handles)))
    case 'open': {
      const handle = yield* opened(ledger, tree.onFork)
      return yield* visit(tree.child, ledger, [...handles, handle])
    }
    case 'nested': {
      const inner = keep(ledger, tree.onFork)
      const value: number = yield* visit(tree.child, ledger, [...handles, inner.next().value as Handle])
      inner.next()
      return value
    }
    case 'dropped':
      keep(ledger, 'share').next()
      return yield* visit(tree.child, ledger, handles)
    case 'try':
      try {
        return yield* visit(tree.child, ledger, handles)
      } finally {
        ledger.use(`finally ${tree.value}`, handles)
      }
    case 'call': {
      const value: number = yield* visit(tree.child, ledger, handles)
      return value + 10
    }
    case 'commit':
      yield* commit()
      return yield* visit(tree.child, ledger, handles)
    case 'scoped':
      return yield* scoped(tree.operator, tree.children, ledger, handles)
    case 'tabled':
      return yield* tableOf(tree.child, ledger)(tree.key)
  }
}

function* scoped(
  operator: Operator,
  [one, other, third]: readonly [Tree, Tree, Tree],
  ledger: Ledger,
  handles: Handle[],
): Generator<Nondeterminism, number, any> {
  switch (operator) {
    case 'once':
      return yield* once(() => visit(one, ledger, handles))
    case 'scope':
      return yield* scope(() => visit(one, ledger, handles))
    case 'collect': {
      const all = yield* collect(() => visit(one, ledger, handles))
      ledger.use('collected', handles)
      return all.length + (yield* visit(other, ledger, handles))
    }
    case 'not':
      yield* not(() => visit(one, ledger, handles))
      return yield* visit(other, ledger, handles)
    case 'ifte':
      return yield* ifte(
        () => visit(one, ledger, handles),
        (value) => visit(value > 4 ? other : third, ledger, handles),
        () => visit(third, ledger, handles),
      )
    case 'interleave':
      return yield* interleave(
        () => visit(one, ledger, handles),
        () => visit(other, ledger, handles),
      )
    case 'maximize':
      return yield* maximize(
        () => visit(one, ledger, handles),
        (value) => value,
      )
  }
}

/** One tabled function for each subtree of a search. */
function tableOf(tree: Tree, ledger: Ledger): (key: number) => Iterable<Nondeterminism, number, any> {
  const { tables } = ledger
  let table = tables.get(tree)
  if (table === undefined) {
    table = tabled((_key: number) => visit(tree, ledger, []))
    tables.set(tree, table)
  }
  return table
}

function* opened(ledger: Ledger, onFork: 'share' | 'dup') {
  return yield* resourceOf(ledger, onFork)
}

const resourceOf = (ledger: Ledger, onFork: 'share' | 'dup') =>
  onFork === 'share'
    ? resource(ledger.make, ledger.close, { onFork })
    : resource(ledger.make, ledger.close, { onFork, dup: ledger.make })

function* keep(ledger: Ledger, onFork: 'share' | 'dup'): Generator<Handle, void, void> {
  yield yield* resourceOf(ledger, onFork)
}

/**
 * What recursion over a tree whose resources are all shared logs. Those `finally` blocks run that are around the end
 * of a branch which does not fail.
 */
export const reference = (root: Tree): readonly string[] => {
  const ledger = new Ledger()
  const walk = (tree: Tree, handles: readonly Handle[], leave: () => void): void => {
    switch (tree.tag) {
      case 'leaf':
      case 'throw':
        ledger.use(`${tree.tag} ${tree.value}`, handles)
        return leave()
      case 'fail':
        return ledger.use('fail', handles)
      case 'try':
        return walk(tree.child, handles, () => {
          ledger.use(`finally ${tree.value}`, handles)
          leave()
        })
      case 'open': {
        const handle = ledger.make()
        walk(tree.child, [...handles, handle], leave)
        return ledger.close(handle)
      }
      case 'call':
      case 'nested':
      case 'dropped':
      case 'commit':
      case 'tabled':
        return walk(tree.child, handles, leave)
      default:
        for (const child of tree.children) walk(child, handles, leave)
    }
  }
  walk(root, [], () => {})
  return ledger.log
}
