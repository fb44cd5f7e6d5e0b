// `multishot run`: starts the search thread, writes what it says, and ends it when the user, the clock or
// a vanished reader wants so. The thread is first asked to stop, so that the status is exact; one that
// does not hear, because its program loops between two choices, is ended with the last status known.

import { statSync } from 'node:fs'
import { dirname, extname, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { isSource } from '../plugins/source-file.ts'
import type { Effort } from '../search/index.ts'
import { noProgram, noSuchFile, noSuchFolder, notAFile, programExited } from './errors.ts'
import { ABORTED, WRITTEN, type Message, type SearchTask } from './messages.ts'
import { describe } from './place.ts'
import type { RunOptions } from './run-arguments.ts'
import { endLine, progressLine, statsText } from './status-line.ts'
import { openTerminal } from './terminal.ts'

/** Milliseconds that a search has to stop by itself. */
const GRACE = 500

const NONE: Effort = { steps: 0, choicePoints: 0, solutions: 0, failures: 0, merged: 0, copied: 0, depth: 0 }

/** Runs the program and gives the exit code: 0, 1 or 2. */
export async function run(options: RunOptions): Promise<number> {
  const wrong = wrongPath(options)
  if (wrong !== undefined) {
    process.stderr.write(`multishot: ${wrong}\n`)
    return 2
  }
  const outcome = await searchFile(resolve(options.file), options)
  const nothing = options.expectSome && outcome.solutions === 0
  return outcome.reason === 'failed' || (nothing && outcome.reason !== 'unread') ? 1 : 0
}

/** What is to be said of a path that nothing can come of. */
function wrongPath({ file, view: { tree } }: RunOptions): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats?.isFile()) return stats ? notAFile(file) : noSuchFile(file)
  if (extname(file) !== '' && !isSource(file)) return noProgram(file)
  // Before the search and not after it, which may take long.
  if (tree !== undefined && !statSync(dirname(tree), { throwIfNoEntry: false })?.isDirectory())
    return noSuchFolder(tree)
  return undefined
}

interface Outcome {
  /** How the search ended: as its status says, or `unread` when nobody reads the solutions any more. */
  readonly reason: string
  readonly solutions: number
}

function searchFile(file: string, options: RunOptions): Promise<Outcome> {
  const shared = new Int32Array(new SharedArrayBuffer(8))
  const task: SearchTask = { ...options, file, shared }
  const { time = Infinity } = options.bounds
  const worker = new Worker(new URL('./search-thread.js', import.meta.url), {
    workerData: task,
    stdout: true,
  })
  worker.stdout.pipe(process.stderr, { end: false })

  return new Promise((settle) => {
    /** When the search began; until then the program is being loaded. */
    let started: number | undefined
    const seconds = (): number => (performance.now() - (started ?? performance.now())) / 1000
    let effort = NONE
    let said = 0
    let ending: { readonly reason: string; readonly timer: NodeJS.Timeout } | undefined
    let over = false

    const terminal = openTerminal(() => stop('unread'))
    let timer: NodeJS.Timeout | undefined

    /** Asks the search to end; ends it when it does not, or when it is asked again. */
    function stop(reason: string): void {
      if (ending !== undefined) return finish(ending.reason)
      Atomics.store(shared, ABORTED, 1)
      Atomics.notify(shared, WRITTEN)
      ending = { reason, timer: setTimeout(() => finish(reason), GRACE) }
    }

    function finish(reason: string, error?: string): void {
      if (over) return
      over = true
      clearTimeout(timer)
      clearTimeout(ending?.timer)
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
      if (error !== undefined) terminal.note(`multishot: ${error}\n`)
      if (started !== undefined && reason !== 'unread')
        terminal.note(
          `${endLine(reason, effort, said, seconds())}\n${options.stats ? statsText(effort, seconds()) : ''}`,
        )
      void worker.terminate().then(() => settle({ reason, solutions: said }))
    }

    /** A line has left. */
    function written(): void {
      Atomics.add(shared, WRITTEN, 1)
      Atomics.notify(shared, WRITTEN)
    }

    const interrupt = (): void => stop('aborted')
    process.on('SIGINT', interrupt).on('SIGTERM', interrupt)

    worker.on('message', (message: Message) => {
      if (over) return
      switch (message.tag) {
        case 'started':
          started = performance.now()
          if (time < Infinity) timer = setTimeout(stop, time + GRACE, 'time')
          return
        case 'progress':
          effort = message.effort
          return terminal.progress(progressLine(effort, seconds()))
        case 'solution':
          said += 1
          return terminal.data(message.line, written)
        case 'seen':
          return terminal.note(`${message.line}\n`, written)
        case 'log':
          return terminal.note(message.text)
        case 'failed':
          effort = message.end ?? effort
          return finish('failed', message.error)
        case 'ended':
          effort = message.end
          return finish(ending?.reason ?? message.end.reason)
        default:
          return message satisfies never
      }
    })
    worker.on('error', (error) => finish('failed', describe(error, options.file)))
    worker.on('exit', (code) => finish('failed', programExited(options.file, code)))
  })
}
