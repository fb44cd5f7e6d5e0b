// What is asked of everybody. All solutions are searched for, and their sum or number is the answer.

import { compiled, native, type Contender } from '../contender.ts'

export interface Task {
  /** What the peers know it as. */
  readonly name: string
  readonly title: string
  readonly answer: number
  readonly ours: Contender
  /** The same by nested loops or recursion, in plain JavaScript. */
  readonly plain: Contender
  /** The peers that have a program for it. */
  readonly peers: readonly string[]
}

const everybody = ['GHC list', 'GHC logict', 'Chez call/cc', 'SWI-Prolog']

const queens = (size: number, answer: number): Task => ({
  name: `queens-${size}`,
  title: `n-queens, n = ${size}`,
  answer,
  ours: compiled('queens', `searched${size}`, answer),
  plain: native('queens', `recursive${size}`, answer),
  peers: size === 8 ? [...everybody, 'Tau Prolog'] : everybody,
})

export const tasks: readonly Task[] = [
  queens(8, 92),
  queens(9, 352),
  queens(10, 724),
  queens(11, 2680),
  {
    name: 'send-naive',
    title: 'SEND + MORE, all digits first',
    answer: 10652,
    ours: compiled('send-more-money', 'searchedNaive', 10652),
    plain: native('send-more-money', 'recursiveNaive', 10652),
    peers: everybody,
  },
  {
    name: 'send-pruned',
    title: 'SEND + MORE, by columns',
    answer: 10652,
    ours: compiled('send-more-money', 'searchedPruned', 10652),
    plain: native('send-more-money', 'recursivePruned', 10652),
    peers: [...everybody, 'Tau Prolog'],
  },
  {
    name: 'pythagoras',
    title: 'Pythagorean triples to 300',
    answer: 81718,
    ours: compiled('pythagoras', 'searched', 81718),
    plain: native('pythagoras', 'recursive', 81718),
    peers: everybody,
  },
  {
    name: 'zebra',
    title: 'zebra',
    answer: 15,
    ours: compiled('zebra', 'searched', 15),
    plain: native('zebra', 'recursive', 15),
    peers: [...everybody, 'Tau Prolog'],
  },
  {
    name: 'flips',
    title: 'triples by coin flips, 300',
    answer: 460212934,
    ours: compiled('flips', 'searched', 460212934),
    plain: native('flips', 'recursive', 460212934),
    peers: everybody,
  },
  {
    name: 'tree-explore',
    title: 'tree exploration, height 16',
    answer: 1005,
    ours: compiled('tree-explore', 'searched', 1005),
    plain: native('tree-explore', 'recursive', 1005),
    // The list monad has no state that all branches share.
    peers: ['GHC logict', 'Chez call/cc', 'SWI-Prolog'],
  },
  {
    name: 'generator',
    title: 'generator over a tree of height 20',
    answer: 2097130,
    ours: compiled('generator', 'sum', 2097130),
    plain: native('generator', 'sum', 2097130),
    // In the others nothing is suspended: a lazy list or a failure-driven loop would be another program.
    peers: ['Chez call/cc'],
  },
]
