/**
 * The runner of Test262: starts the processes of each mode, gathers their verdicts, prints the table, and with
 * `--write` keeps it with the names of all tests that did not pass in RESULTS.md.
 * `--keep FOLDER` keeps the verdicts of each mode in a file and takes those that are there instead of a new run;
 * `--sample N` runs one of N. Compiled code finds the runtime in `dist`: build first.
 * `node property-tests/test262/run.js PATH_OF_CHECKOUT [--mode MODE] [--filter TEXT] [--jobs N] [--sample N] [--keep FOLDER] [--write]`
 */
import { fork } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { modeNames } from './modes.ts'
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
    const kept = values.keep === undefined ? null : join(values.keep, `${mode}.json`)
    const verdicts = await keeping(kept, async () => {
      const jobs = Number(values.jobs)
      const sample = Number(values.sample)
      const share = { checkout, mode, filter: values.filter, of: jobs, from: 0, sample }
      return (
        await Promise.all(Array.from({ length: jobs }, (_, index) => gather({ ...share, index })))
      ).flat()
    })
    found.set(mode, new Map(verdicts))
    say(table(new Map([[mode, new Map(verdicts)]])))
    if (!values.write) for (const line of failures(verdicts)) say(line)
  }
  const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string }
  if (values.write) writeFileSync(`${here}/RESULTS.md`, results(found, version))
  return [...found.values()].every((verdicts) => [...verdicts.values()].every(({ tag }) => tag !== 'failed'))
}

type Verdicts = readonly (readonly [name: string, verdict: Verdict])[]

/** The verdicts in `file`, or those of `work`, which are then kept there. */
const keeping = async (file: string | null, work: () => Promise<Verdicts>): Promise<Verdicts> => {
  if (file !== null && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Verdicts
  const verdicts = await work()
  if (file !== null) writeFileSync(file, JSON.stringify(verdicts))
  return verdicts
}

const failures = (verdicts: Verdicts): readonly string[] =>
  verdicts.flatMap(([name, verdict]) =>
    verdict.tag === 'failed' ? [`failed  ${name}: ${verdict.reason}`] : [],
  )

/** The verdicts of one share. When its process goes down, the test that it was at has failed. */
const gather = async (share: Share): Promise<Verdicts> => {
  const verdicts: (readonly [string, Verdict])[] = []
  let current: Extract<Message, { tag: 'began' }> | null = null
  const child = fork(`${here}/part.js`, [JSON.stringify(share)], {
    execArgv: ['--experimental-vm-modules', '--no-warnings'],
  })
  child.on('message', (message: Message) => {
    current = message.tag === 'began' ? message : null
    if (message.tag === 'ended') verdicts.push([message.name, message.verdict])
  })
  const code = await new Promise((done) => child.on('exit', done))
  if (code === 0) return verdicts
  const last = current as Extract<Message, { tag: 'began' }> | null
  if (last === null) throw new Error(`A process of the runner ended with ${String(code)} outside any test.`)
  verdicts.push([last.name, { tag: 'failed', reason: `the process ended with ${String(code)}` }])
  return [...verdicts, ...(await gather({ ...share, from: last.at + 1 }))]
}
