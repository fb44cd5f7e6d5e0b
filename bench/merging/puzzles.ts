// The puzzles that are searched with and without merging: those of `examples/`, which know of no states that they have
// been in.

import { bestFirst, breadthFirst, type Strategy } from 'multishot'
import { slide } from '../../examples/eight-puzzle.ts'
import { korf12 } from '../../examples/fifteen-puzzle.ts'
import { crossing as missionaries } from '../../examples/missionaries.ts'
import { pouring } from '../../examples/water-jugs.ts'
import { crossing as farmer } from '../../examples/wolf-goat-cabbage.ts'
import { ladder } from '../../examples/word-ladder.ts'

export interface Puzzle {
  readonly title: string
  readonly program: () => Generator<any, unknown, any>
  readonly strategy: Strategy
  /** How many solutions are asked for. */
  readonly solutions: number
}

export const puzzles: readonly Puzzle[] = [
  { title: 'water jugs, all amounts', program: pouring, strategy: breadthFirst, solutions: Infinity },
  { title: 'wolf, goat and cabbage', program: farmer, strategy: breadthFirst, solutions: 1 },
  { title: 'missionaries and cannibals', program: missionaries, strategy: breadthFirst, solutions: 1 },
  {
    title: 'word ladder, poor to rich',
    program: () => ladder('poor', 'rich'),
    strategy: breadthFirst,
    solutions: 1,
  },
  ...['2315.4876', '8672543.1', '64785.321'].map((board, at) => ({
    title: `8-puzzle, ${at === 0 ? 20 : 31} moves, A*`,
    program: () => slide(board),
    strategy: bestFirst(),
    solutions: 1,
  })),
  { title: '15-puzzle, Korf 12, 45 moves, A*', program: korf12, strategy: bestFirst(), solutions: 1 },
]
