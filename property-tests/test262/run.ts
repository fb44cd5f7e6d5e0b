/**
 * The runner of Test262: starts the processes of each mode, gathers their verdicts, prints the table, and with
 * `--write` keeps it with the names of all tests that did not pass in RESULTS.md.
 * `--keep FOLDER` keeps verdicts in files and takes those that are there: a run that was stopped goes on;
 * `--sample N` runs one of N. Compiled code finds the runtime in `dist`: build first.
 * `node property-tests/test262/run.js PATH_OF_CHECKOUT [--mode MODE] [--filter TEXT] [--jobs N] [--sample N] [--keep FOLDER] [--write]`
 */
import { fork } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { modeNames, type ModeName } from './modes.ts'
import type { Message, Share } from './part.ts'
import { results, table, type Results } from './results.ts'
import type { Verdict } from './verdict.ts'

const here = 'property-tests/test262'
const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** @returns whether no test failed */
export const run = async (argv: readonly string[]): Promise<boolean> => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      mode: { type: 'string' },
      filter: { type: 'string', default: '' },
      jobs: { type: 'string', default: '1' },
      sample: { type: 'string', default: '1' },
      write: { type: 'boolean', default: false },
      keep: { type: 'string' },
    },
  })
  const [path] = positionals
  if (path === undefined) throw new Error('Name the folder of a checkout of tc39/test262.')
  const checkout = resolve(path)
  const chosen = modeNames.filter((name) => values.mode === undefined || values.mode === name)
  const found: Results = new Map()
  for (const mode of chosen) {
    const jobs = Number(values.jobs)
    const sample = Number(values.sample)
    const failing = failingNatively(found, mode)
    const share = { checkout, mode, filter: values.filter, of: jobs, from: 0, sample, failing }
    const shares = Array.from({ length: jobs }, (_, index) => ({ ...share, index }))
    const verdicts = (await Promise.all(shares.map((each) => gather(each, values.keep)))).flat()
    found.set(mode, new Map(verdicts))
    say(table(new Map([[mode, new Map(verdicts)]])))
    if (!values.write) for (const line of failures(verdicts)) say(line)
  }
  const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string }
  if (values.write) writeFileSync(`${here}/RESULTS.md`, results(found, version))
  return [...found.values()].every((verdicts) => [...verdicts.values()].every(({ tag }) => tag !== 'failed'))
}

/** What the native mode has found, for the modes that run the same tests. */
const failingNatively = (found: Results, mode: ModeName): readonly string[] | null => {
  const natively = found.get('native')
  if (natively === undefined || mode === 'bodies') return null
  return [...natively].flatMap(([name, { tag }]) => (tag === 'passed' ? [] : [name]))
}

type Verdicts = readonly (readonly [name: string, verdict: Verdict])[]

const failures = (verdicts: Verdicts): readonly string[] =>
  verdicts.flatMap(([name, verdict]) =>
    verdict.tag === 'failed' ? [`failed  ${name}: ${verdict.reason}`] : [],
  )

/** A process that is this long at one test, in milliseconds, is stopped: the limit for code of tests is far shorter. */
const patience = 60_000

/** What one process came to; `next` is the scenario where another one goes on, null when none is left. */
interface Stretch {
  readonly verdicts: Verdicts
  readonly next: number | null
}

/** The verdicts of one share, each stretch of it kept in a file of `folder`, or taken from there. */
const gather = async (share: Share, folder: string | undefined): Promise<Verdicts> => {
  const found: Verdicts[] = []
  for (let from: number | null = 0; from !== null;) {
    const { mode, index, of } = share
    const file = folder === undefined ? null : join(folder, `${mode}-${index}-of-${of}-from-${from}.json`)
    const known = file !== null && existsSync(file)
    const stretch: Stretch = known
      ? (JSON.parse(readFileSync(file, 'utf8')) as Stretch)
      : await runStretch({ ...share, from })
    if (file !== null && !known) writeFileSync(file, JSON.stringify(stretch))
    found.push(stretch.verdicts)
    from = stretch.next
  }
  return found.flat()
}

/**
 * The verdicts of one process. When it goes down, the test that it was at has failed, and the next one goes on
 * behind it. It also ends after its number of tests, because realms are slow to be given back.
 */
const runStretch = async (share: Share): Promise<Stretch> => {
  const verdicts: (readonly [string, Verdict])[] = []
  let current: Extract<Message, { tag: 'began' }> | null = null
  let next: number | null = null
  const child = fork(`${here}/part.js`, [JSON.stringify(share)], {
    execArgv: ['--experimental-vm-modules', '--no-warnings'],
  })
  const watch = setInterval(() => {
    if (current !== null && Date.now() - current.time > patience) child.kill('SIGKILL')
  }, 1000)
  child.on('message', (message: Message) => {
    current = message.tag === 'began' ? message : null
    if (message.tag === 'ended') verdicts.push([message.name, message.verdict])
    if (message.tag === 'next') next = message.at
  })
  const code = await new Promise((done) => child.on('exit', done))
  clearInterval(watch)
  if (code === 0) return { verdicts, next }
  const last = current as Extract<Message, { tag: 'began' }> | null
  if (last === null) throw new Error(`A process of the runner ended with ${String(code)} outside any test.`)
  const reason = code === null ? 'stopped after a minute' : `the process ended with ${String(code)}`
  verdicts.push([last.name, { tag: 'failed', reason }])
  return { verdicts, next: last.at + 1 }
}
