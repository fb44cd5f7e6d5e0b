// The thread that searches. It compiles and loads the program, and says each solution as soon as it has
// it; but it stays at most so many lines ahead of the reader, who may be slow or gone.

import { Console } from 'node:console'
import { dirname } from 'node:path'
import { Writable } from 'node:stream'
import { parentPort, workerData } from 'node:worker_threads'
import { install } from '../plugins/install.ts'
import { chosenDependencies } from '../plugins/package.ts'
import type { Nondeterminism, Program } from '../program/index.ts'
import type { Copied } from '../runtime/index.ts'
import { type Effort, type SolveOptions } from '../search/index.ts'
import { copiesText } from '../seeing/index.ts'
import { cannotWrite, notJson } from './errors.ts'
import { ABORTED, WRITTEN, type Message, type SearchTask } from './messages.ts'
import { describe, displayed, type Place } from './place.ts'
import { load, placeOfExport, placeOfSyntaxError } from './program.ts'
import { searched } from './searched.ts'
import { printed, type Format } from './solution.ts'
import { strategyOf } from './strategies.ts'
import { openView, type Viewer } from './view.ts'

const task = workerData as SearchTask
const say = (message: Message): void => parentPort!.postMessage(message)

/** The export that was asked for last: what is wrong without a place is wrong with it. */
let asked = task.exportName
/** Lines that have been said. */
let said = 0
/** Lines that may be under way to the reader. */
const AHEAD = 256
/** Milliseconds between two reports of progress. */
const PAUSE = 100

divertConsole()
install(chosenDependencies(dirname(task.file)))
try {
  await search()
} catch (error) {
  const place = error instanceof SyntaxError ? placeOfSyntaxError(task.file) : undefined
  say({ tag: 'failed', error: shown(error, place), end: undefined })
}

async function search(): Promise<void> {
  const exports = await load(task.file)
  const exported = (name: string, option: string): unknown => {
    asked = name
    return exports(name, option)
  }
  const strategy = strategyOf(task.strategy, exported)
  const program = exported(task.exportName, '--export') as Program<unknown, Nondeterminism>
  say({ tag: 'started' })
  const view = openView(task.view, task.file, (line) => {
    say({ tag: 'seen', line })
    awaitReader()
  })
  const options: SolveOptions = {
    ...task.bounds,
    strategy,
    merge: task.merge,
    progress: reporter(),
    trace: view.trace,
    copies: warner(),
    copiesAbove: task.copiesAbove,
  }
  const isAborted = (): boolean => Atomics.load(task.shared, ABORTED) === 1
  let cell = await searched(program, options, task.concurrency, isAborted).open()
  let count = 0
  while (cell.reason === 'found') {
    count += 1
    say({ tag: 'solution', line: lineOf(cell.value, count, task.format) })
    awaitReader()
    cell = await cell.rest.open()
  }
  const unwritten = finish(view)
  if (cell.reason === 'failed')
    return say({ tag: 'failed', error: shown(cell.error), end: { ...cell, error: undefined } })
  if (unwritten !== undefined)
    return say({ tag: 'failed', error: unwritten, end: { ...cell, reason: 'failed', error: undefined } })
  say({ tag: 'ended', end: cell })
}

/** Warns of forks that copy much, once for each variable. */
function warner(): (copied: Copied) => void {
  const warned = new Set<string>()
  return (copied) => {
    const [main = copied] = copied.variables()
    const about = `${main.file} ${main.functionName} ${'name' in main ? main.name : ''}`
    if (warned.has(about)) return
    warned.add(about)
    say({ tag: 'seen', line: `multishot: warning: ${copiesText(copied, { showFile: displayed })}` })
    awaitReader()
  }
}

/** What is to be said if the view cannot be written. */
function finish(view: Viewer): string | undefined {
  try {
    view.finish()
    return undefined
  } catch (error) {
    return cannotWrite(error)
  }
}

function shown(error: unknown, place: Place = placeOfExport(task.file, asked)): string {
  return describe(error, place)
}

function lineOf(solution: unknown, count: number, format: Format): string {
  try {
    return printed(solution, format)
  } catch (error) {
    throw format === 'json' ? notJson(count, error) : error
  }
}

/** Sleeps while the reader is too far behind. */
function awaitReader(): void {
  said += 1
  for (;;) {
    const written = Atomics.load(task.shared, WRITTEN)
    if (said - written < AHEAD || Atomics.load(task.shared, ABORTED) === 1) return
    Atomics.wait(task.shared, WRITTEN, written)
  }
}

function reporter(): (effort: Effort) => void {
  let last = performance.now()
  return (effort) => {
    const now = performance.now()
    if (now - last < PAUSE) return
    last = now
    say({ tag: 'progress', effort })
  }
}

/** What the program prints is no solution: it goes the same way, but ends on stderr. */
function divertConsole(): void {
  const stream = new Writable({
    decodeStrings: false,
    write(text: string | Buffer, _encoding, done) {
      say({ tag: 'log', text: text.toString() })
      done()
    },
  })
  globalThis.console = new Console({ stdout: stream, stderr: stream })
}
