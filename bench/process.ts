// The process that measures one contender: it warms up until the code is optimised, then takes the median
// of many runs. One contender per process, because V8 shares type feedback and inlining decisions between
// all code that has run before.
//
//     node process.js PROGRAM RUN ANSWER once|often

import type { Sample } from './contender.ts'

const warmUp = 500
const measuring = 700
const fewestRuns = 5

const [program, run, answer, often] = process.argv.slice(2)
const module = (await import(`./programs/${program}.js`)) as Record<string, () => number>

/** Milliseconds of one run, its answer checked. */
function timed(): number {
  const start = performance.now()
  const result = module[run!]!()
  const milliseconds = performance.now() - start
  if (String(result) !== answer) throw new Error(`${program}#${run} gave ${result} instead of ${answer}`)
  return milliseconds
}

/** Runs for about `duration` milliseconds, but at least `fewest` times. */
function runsFor(duration: number, fewest: number): number[] {
  const runs: number[] = []
  const end = performance.now() + duration
  while (performance.now() < end || runs.length < fewest) runs.push(timed())
  return runs
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}

function sample(): number {
  if (often === 'once') return timed()
  runsFor(warmUp, 1)
  return median(runsFor(measuring, fewestRuns))
}

const milliseconds = sample()
const report: Sample = { milliseconds, peakHeap: module['peakHeap']?.() }
process.stdout.write(JSON.stringify(report))
