// Monte Carlo tree search for optimisation: random branches, more of them where earlier ones came out well.
//
// The tree is that of the choices met so far. A round walks down from its root, at each choice to the child with the
// best upper confidence bound, as far as all options have been tried; from there it goes on at random to the end of a
// branch. What is explored is kept in the tree and never explored again, and what has nothing left is cut off. So the
// search is complete on finite trees.
// Source: Kocsis & Szepesvári, "Bandit Based Monte-Carlo Planning" (2006).

import type { ChoicePoint } from '../choice-point.ts'
import type { Frontier, Strategy } from '../frontier.ts'
import { RandomSource } from '../random.ts'

/** A choice of the tree. */
interface Node {
  readonly point: ChoicePoint
  readonly parent: Node | null
  /** What is random here depends on the way here, and on nothing else. */
  readonly source: RandomSource
  /** The choices that its branches came to and that have anything left. */
  readonly children: Set<Node>
  visits: number
  /** The sum of the rewards of the branches below. */
  total: number
}

class MonteCarlo implements Frontier {
  private readonly roots = new Set<Node>()
  /** The choice whose branch runs. */
  private handed: Node | null = null
  private taken = 0
  /** The choice that the branch has come to: the round goes on there. */
  private reached: Node | null = null
  private least = Infinity
  private most = -Infinity
  private rounds = 0
  private readonly source: RandomSource
  private starts = 0
  private readonly exploration: number
  private readonly rewardOf: (solution: unknown, cost: number) => number

  constructor(
    source: RandomSource,
    exploration: number,
    rewardOf: (solution: unknown, cost: number) => number,
  ) {
    this.source = source
    this.exploration = exploration
    this.rewardOf = rewardOf
  }

  push(point: ChoicePoint): void {
    const parent = this.handed
    const source =
      parent === null ? this.source.split(this.starts++) : parent.source.split(parent.point.taken)
    point.shuffle(source.sequence())
    const node: Node = { point, parent, source, children: new Set(), visits: 0, total: 0 }
    ;(parent?.children ?? this.roots).add(node)
    if (parent !== null) this.reached = node
  }

  returned(solution: unknown, cost: number): boolean {
    this.learn(this.rewardOf(solution, cost))
    return true
  }

  next(): ChoicePoint | null {
    const { handed, reached } = this
    if (reached !== null && !reached.point.spent) this.hand(reached)
    else if (handed === null || handed.point.spent || handed.point.taken !== this.taken) {
      // The branch has ended, without a solution if nobody has learnt of one.
      this.reached = null
      if (handed !== null) this.learn(this.least === Infinity ? 0 : this.least)
      const node = this.select()
      if (node === null) return null
      this.hand(node)
    }
    return this.handed!.point
  }

  private hand(node: Node): void {
    this.handed = node
    this.taken = node.point.taken
    this.reached = null
  }

  /** Tells the way to the choice whose branch has ended what it came to. */
  private learn(reward: number): void {
    this.least = Math.min(this.least, reward)
    this.most = Math.max(this.most, reward)
    this.rounds++
    for (let node = this.handed; node !== null; node = node.parent) {
      node.visits++
      node.total += reward
    }
    this.handed = null
  }

  /** The choice at which the next round begins. */
  private select(): Node | null {
    for (;;) {
      let node = this.best(this.roots, this.rounds)
      if (node === null) return null
      while (node.point.spent) {
        const child = this.best(node.children, node.visits)
        if (child === null) break
        node = child
      }
      if (!node.point.spent) return node
      ;(node.parent?.children ?? this.roots).delete(node)
    }
  }

  private best(nodes: ReadonlySet<Node>, rounds: number): Node | null {
    const range = this.most - this.least || 1
    let best: Node | null = null
    let bestBound = -Infinity
    for (const node of nodes) {
      const { visits, total } = node
      const mean = visits === 0 ? 1 : (total / visits - this.least) / range
      const bound = mean + this.exploration * Math.sqrt(Math.log(rounds + 1) / (visits + 1))
      if (bound <= bestBound) continue
      best = node
      bestBound = bound
    }
    return best
  }

  *[Symbol.iterator](): Iterator<ChoicePoint> {
    const nodes = [...this.roots]
    for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
      if (!node.point.spent) yield node.point
      nodes.push(...node.children)
    }
  }
}

export interface MonteCarloOptions<Answer> {
  /** Any number; equal seeds give equal searches. */
  readonly seed: number
  /** How much uncertainty counts against the mean, which lies between 0 and 1. Default: 0.7. */
  readonly exploration?: number
  /** What a solution is worth: large is good. Default: less what its branch has cost. */
  readonly reward?: (solution: Answer, cost: number) => number
}

/**
 * Explores random branches, and more and more of those that begin like the best ones. For optimisation where no
 * estimate is known; inside of `optimize` or a stream whose best value is kept, one takes what comes until the time is
 * up.
 *
 * Law: on finite trees it finds every solution, each once; equal seeds give equal streams. A branch without a solution
 * counts as much as the worst one.
 *
 * ```ts
 * import { amb, monteCarlo, solve } from 'multishot'
 *
 * const sums = solve(
 *   function* () {
 *     let sum = 0
 *     for (let i = 0; i < 12; i++) sum += yield* amb(0, 1, 2)
 *     return sum
 *   },
 *   { strategy: monteCarlo<number>({ seed: 7, reward: (sum) => sum }) },
 * )
 * const mean = (of: number[]) => of.reduce((a, b) => a + b) / of.length
 * const found = sums.take(2000).toArray()
 * console.log(mean(found.slice(1500)) > mean(found.slice(0, 100)) + 3) // → true
 * ```
 */
export function monteCarlo<Answer = unknown>({
  seed,
  exploration = 0.7,
  reward = (_solution, cost) => -cost,
}: MonteCarloOptions<Answer>): Strategy {
  return {
    name: 'Monte Carlo',
    frontier: () => new MonteCarlo(RandomSource.of(seed), exploration, reward as never),
  }
}
