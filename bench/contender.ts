// What is measured: one exported function of one file of `programs/`, compiled by us or left native. Its
// answer is checked in every process, so that a fast wrong answer is not a result.

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { built } from './build.ts'
import type { Participant } from './measure.ts'

export interface Contender {
  /** The file in `programs/`, without extension. */
  readonly program: string
  readonly run: string
  readonly build: 'compiled' | 'native'
  readonly answer: number
  /** How many times one run does what the row is about. */
  readonly operations: number
  /** A long run is taken once, cold. */
  readonly once: boolean
}

/** What one process reports. */
export interface Sample {
  readonly milliseconds: number
  /** Bytes; only of programs that look at their heap. */
  readonly peakHeap: number | undefined
}

const defaults = { operations: 1, once: false }

export const compiled = (
  program: string,
  run: string,
  answer: number,
  options: Partial<Contender> = {},
): Contender => ({ ...defaults, ...options, program, run, answer, build: 'compiled' })

export const native = (program: string, run: string, answer: number): Contender => ({
  ...defaults,
  program,
  run,
  answer,
  build: 'native',
})

/** Names a contender; equal names are measured once. */
export const nameOf = ({ program, run, build }: Contender): string => `${build}/${program}#${run}`

/** The contender in a process of its own. */
export function participant(contender: Contender): Participant {
  const { build, program, run, answer, once } = contender
  const script = join(built, build, 'process.js')
  const command = [script, program, run, `${answer}`, once ? 'once' : 'often']
  return { name: nameOf(contender), once, sample: () => sampleOf(process.execPath, command) }
}

/** What a process says that measures something. */
export function sampleOf(command: string, args: readonly string[], directory?: string): Sample {
  const output = execFileSync(command, args, {
    cwd: directory,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return JSON.parse(output) as Sample
}
