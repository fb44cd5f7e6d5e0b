// `npm run bench:merging`: how many branches are resumed until the answer is there, with `merge: true` and without.
// Where it would never end without, or not before memory does, a bound stops it, and the table says so.
//
//     npm run bench:merging -- puzzle

import { solve } from 'multishot'
import { columns } from '../table.ts'
import { puzzles, type Puzzle } from './puzzles.ts'

/** The most steps without merging: two seconds or so. */
const most = 1_000_000

const words = process.argv.slice(2)
const selected = puzzles.filter(
  ({ title }) => words.length === 0 || words.some((word) => title.includes(word)),
)

const count = (steps: number): string => steps.toLocaleString('en')

function line(puzzle: Puzzle): readonly string[] {
  const { title, program, strategy, solutions } = puzzle
  process.stderr.write(`${title}\n`)
  const start = performance.now()
  const merged = solve(program, { strategy, solutions, merge: true })
  const found = merged.toArray().length
  const milliseconds = performance.now() - start
  if (found === 0) throw new Error(`${title}: no solution`)
  const plain = solve(program, { strategy, solutions, steps: most })
  plain.toArray()
  const isStopped = plain.status.reason === 'steps'
  const { steps } = merged.status
  const times = (plain.status.steps / steps).toPrecision(2)
  return [
    title,
    count(steps),
    count(merged.status.merged),
    milliseconds.toFixed(0),
    isStopped ? `stopped at ${count(plain.status.steps)}` : count(plain.status.steps),
    isStopped ? `more than ${times}` : times,
  ]
}

const header = ['', 'steps, merging', 'merged', 'ms', 'steps, not merging', 'times as many']
console.log(columns([header, ...selected.map(line)]))
