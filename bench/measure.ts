// Measures contenders side by side: in every round each of them gets a fresh process in turn, so that a
// change of the machine's speed meets all of them alike. A contender's result is the median over rounds;
// its spread tells how far a single process can be off.

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { built } from './build.ts'
import { nameOf, type Contender, type Sample } from './contender.ts'

export interface Measurement {
  /** Median milliseconds of one run. */
  readonly milliseconds: number
  readonly fastest: number
  readonly slowest: number
  readonly peakHeap: number | undefined
}

/** All contenders by name, each measured in as many processes as there are rounds. */
export function measure(
  contenders: readonly Contender[],
  rounds: number,
  progress: (done: string) => void,
): ReadonlyMap<string, Measurement> {
  const different = [...new Map(contenders.map((contender) => [nameOf(contender), contender])).values()]
  const samples = new Map<string, Sample[]>(different.map((contender) => [nameOf(contender), []]))
  for (let round = 1; round <= rounds; round++) {
    for (const contender of different) {
      if (contender.once && round > 1) continue
      progress(`round ${round} of ${rounds}: ${nameOf(contender)}`)
      samples.get(nameOf(contender))!.push(sampleOf(contender))
    }
  }
  return new Map(Array.from(samples, ([name, taken]) => [name, summary(taken)]))
}

function sampleOf({ build, program, run, answer, once }: Contender): Sample {
  const script = join(built, build, 'process.js')
  const output = execFileSync(
    process.execPath,
    [script, program, run, `${answer}`, once ? 'once' : 'often'],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  return JSON.parse(output) as Sample
}

function summary(samples: readonly Sample[]): Measurement {
  const times = samples.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)
  return {
    milliseconds: times[times.length >> 1]!,
    fastest: times[0]!,
    slowest: times.at(-1)!,
    peakHeap: samples[0]!.peakHeap,
  }
}
