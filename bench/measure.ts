// Measures contenders side by side: in every round each of them gets a fresh process in turn, so that a
// change of the machine's speed meets all of them alike. A contender's result is the median over rounds;
// its spread tells how far a single process can be off.

import type { Sample } from './contender.ts'

/** Who takes part: `sample` starts a process that measures it. */
export interface Participant {
  readonly name: string
  /** Whether one process is enough. */
  readonly once: boolean
  readonly sample: () => Sample
}

export interface Measurement {
  /** Median milliseconds of one run. */
  readonly milliseconds: number
  readonly fastest: number
  readonly slowest: number
  readonly peakHeap: number | undefined
}

/** All participants by name, each measured in as many processes as there are rounds. Equal names are one. */
export function measure(
  participants: readonly Participant[],
  rounds: number,
  progress: (done: string) => void,
): ReadonlyMap<string, Measurement> {
  const different = [...new Map(participants.map((each) => [each.name, each])).values()]
  const samples = new Map<string, Sample[]>(different.map(({ name }) => [name, []]))
  for (let round = 1; round <= rounds; round++) {
    for (const { name, once, sample } of different) {
      if (once && round > 1) continue
      progress(`round ${round} of ${rounds}: ${name}`)
      samples.get(name)!.push(sample())
    }
  }
  return new Map(Array.from(samples, ([name, taken]) => [name, summary(taken)]))
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
