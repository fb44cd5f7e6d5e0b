// Tabled functions beside a plain fixpoint: relations are sets, and a round adds what follows from the last one, until
// nothing does.

import fc from 'fast-check'
import { amb, choose, either, guard, solve, tabled } from 'multishot'
import type { Strategy } from 'multishot'

/** Rules by nonterminal; a lower-case letter is a terminal, an upper-case one a nonterminal. */
export interface Grammar {
  readonly rules: Readonly<Record<string, readonly string[]>>
  readonly text: string
}

const nonterminals = ['S', 'T', 'U', 'V']

export const grammars: fc.Arbitrary<Grammar> = fc.record({
  rules: fc.record(
    Object.fromEntries(
      nonterminals.map((name) => [
        name,
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ...nonterminals), maxLength: 3 }), {
          maxLength: 3,
        }),
      ]),
    ),
  ),
  text: fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 4 }),
})

/** Where each nonterminal may end that starts at a place, as `S02`. */
export function spansByFixpoint({ rules, text }: Grammar): string[] {
  const spans = new Set<string>()
  for (let before = -1; before < spans.size;) {
    before = spans.size
    for (const [name, bodies] of Object.entries(rules))
      for (const body of bodies)
        for (let start = 0; start <= text.length; start++) {
          let ends = [start]
          for (const symbol of body)
            ends = ends.flatMap((end) =>
              nonterminals.includes(symbol)
                ? endsOf(spans, symbol, end)
                : text[end] === symbol
                  ? [end + 1]
                  : [],
            )
          for (const end of ends) spans.add(`${name}${start}${end}`)
        }
  }
  return [...spans].toSorted()
}

function endsOf(spans: ReadonlySet<string>, name: string, start: number): number[] {
  return [...spans].filter((span) => span.startsWith(`${name}${start}`)).map((span) => Number(span[2]))
}

/** The same by a recursive descent that takes the rules as they are. */
export function spansByTabling({ rules, text }: Grammar, strategy: Strategy): string[] {
  const parse = tabled(function* (name: string, start: number): Generator<any, number, any> {
    let at = start
    for (const symbol of yield* choose(rules[name]!)) {
      if (nonterminals.includes(symbol)) at = yield* parse(symbol, at)
      else yield* guard(text[at++] === symbol)
    }
    return at
  })
  const spans = solve(
    function* () {
      const name = yield* choose(nonterminals)
      const start = yield* choose(Array.from({ length: text.length + 1 }, (_, at) => at))
      return `${name}${start}${yield* parse(name, start)}`
    },
    { strategy },
  )
  return spans.toArray().toSorted()
}

/** From and to, numbered, and how long. */
export type Edge = readonly [number, number, number]

const nodes = 5

export const graphs: fc.Arbitrary<readonly Edge[]> = fc.array(
  fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.integer({ min: 1, max: 9 })),
  { maxLength: 9 },
)

/** The length of the shortest way between each two nodes that have one, by Floyd and Warshall. */
export function distancesByFixpoint(edges: readonly Edge[]): string[] {
  const distance = Array.from({ length: nodes }, () => Array<number>(nodes).fill(Infinity))
  for (const [from, to, length] of edges) distance[from]![to] = Math.min(distance[from]![to]!, length)
  for (let via = 0; via < nodes; via++)
    for (let from = 0; from < nodes; from++)
      for (let to = 0; to < nodes; to++)
        distance[from]![to] = Math.min(distance[from]![to]!, distance[from]![via]! + distance[via]![to]!)
  return distance
    .flatMap((row, from) => row.map((length, to) => `${from}${to}:${length}`))
    .filter((each) => !each.endsWith('Infinity'))
    .toSorted()
}

interface Way {
  readonly to: number
  readonly length: number
}

/** The ways of saying what a way is; all mean the same. */
export const recursions = ['left', 'right', 'double', 'mutual'] as const
export type Recursion = (typeof recursions)[number]

export function distancesByTabling(
  edges: readonly Edge[],
  recursion: Recursion,
  strategy: Strategy,
): string[] {
  const nearest = { key: ({ to }: Way) => to, min: ({ length }: Way) => length }
  function* edge(from: number): Generator<any, Way, any> {
    const [, to, length] = yield* choose(edges.filter(([start]) => start === from))
    return { to, length }
  }
  const two: Record<Recursion, readonly [(from: number) => any, (from: number) => any]> = {
    left: [(from) => way(from), edge],
    right: [edge, (from) => way(from)],
    double: [(from) => way(from), (from) => way(from)],
    mutual: [(from) => other(from), (from) => way(from)],
  }
  function* ways(from: number): Generator<any, Way, any> {
    return yield* either(
      () => edge(from),
      function* () {
        const [first, second] = two[recursion]
        const start: Way = yield* first(from)
        const rest: Way = yield* second(start.to)
        return { to: rest.to, length: start.length + rest.length }
      },
    )
  }
  const way: (from: number) => any = tabled(ways, nearest)
  const other: (from: number) => any = tabled(function* (from: number): Generator<any, Way, any> {
    return (yield* amb(true, false)) ? yield* way(from) : yield* edge(from)
  }, nearest)
  const found = solve(
    function* () {
      const from = yield* choose(Array.from({ length: nodes }, (_, at) => at))
      const { to, length }: Way = yield* way(from)
      return `${from}${to}:${length}`
    },
    { strategy },
  )
  return found.toArray().toSorted()
}
