// Who else can do the tasks, and how each is asked: a process that prints its answer and the milliseconds of one
// run, like ours. A peer that is not installed is said to be absent.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sampleOf, type Sample } from '../contender.ts'

export interface Peer {
  readonly name: string
  /** What it is, for the head of the report; undefined when it is not installed. */
  readonly version: string | undefined
  /** Whether a run takes seconds, so that one cold process is all that is asked of it. */
  readonly slow: boolean
  /** Makes ready what all tasks need. */
  readonly prepare: () => void
  readonly run: (task: string) => AnsweredSample
}

/** A sample with the answer, which the caller checks. */
export interface AnsweredSample extends Sample {
  readonly answer: number
}

const programs = join(import.meta.dirname, 'programs')
/** What the peers need that is no part of the repository: compiled programs, and Tau Prolog. */
const dist = join(import.meta.dirname, 'dist')
const haskell = join(dist, 'peers')

const ghc = (name: string, monad: 'list' | 'logic'): Peer => ({
  name,
  version: firstLine('ghc', ['--version']),
  slow: false,
  prepare() {
    mkdirSync(dist, { recursive: true })
    execFileSync('ghc', ['-v0', '-O2', '-outputdir', dist, '-o', haskell, join(programs, 'peers.hs')], {
      stdio: 'inherit',
    })
  },
  run: (task) => answered(haskell, [monad, task]),
})

const chez: Peer = {
  name: 'Chez call/cc',
  version: prefixed('Chez Scheme ', firstLine('scheme', ['--version'])),
  slow: false,
  prepare() {},
  run: (task) => answered('scheme', ['--optimize-level', '3', '--program', 'peers.ss', task]),
}

const swi: Peer = {
  name: 'SWI-Prolog',
  version: firstLine('swipl', ['--version']),
  slow: false,
  prepare() {},
  run: (task) => answered('swipl', ['-O', '-g', 'main', 'swi.pl', '--', task]),
}

const tau: Peer = {
  name: 'Tau Prolog',
  version: existsSync(join(dist, 'node_modules/tau-prolog')) ? 'Tau Prolog' : undefined,
  slow: true,
  prepare() {},
  run: (task) => answered(process.execPath, ['tau.js', dist, task]),
}

export const peers: readonly Peer[] = [ghc('GHC list', 'list'), ghc('GHC logict', 'logic'), chez, swi, tau]

const answered = (command: string, args: readonly string[]): AnsweredSample =>
  sampleOf(command, args, programs) as AnsweredSample

function prefixed(prefix: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : prefix + text
}

/** What a command says of itself, on whichever stream; undefined when there is no such command. */
function firstLine(command: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync('sh', ['-c', `exec ${command} ${args.join(' ')} 2>&1`], { encoding: 'utf8' })
      .trim()
      .split('\n')[0]
  } catch {
    return undefined
  }
}
