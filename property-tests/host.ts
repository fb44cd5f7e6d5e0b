/**
 * What a random program finds around it: `log` records, `more` is fuel, `tag` is a template tag, `foreign` and
 * `asyncForeign` make iterators that are no generators. One host serves one instance of a program.
 * Law: fuel is given anew for each operation, so it is no memory that clones could share; the log is cut at each
 * operation, so a clone's part of it can be compared with a replay's.
 */
import { describe } from './describe.ts'
import { now, startTicks } from './microtasks.ts'

export interface Host {
  /** The names that a program sees, in the order in which it is given them. */
  readonly globals: Readonly<Record<string, unknown>>
  /** Starts an operation: fills the fuel and forgets the log so far. */
  readonly begin: () => void
  /** The log entries since `begin`. */
  readonly entries: () => readonly string[]
  /** How often each foreign iterator was pulled and closed, by its name. */
  readonly foreign: () => readonly ForeignUse[]
}

export interface ForeignUse {
  readonly name: string
  readonly values: number
  readonly pulled: number
  readonly closed: number
}

export interface HostOptions {
  /** Whether whoever resumes a generator changes all that it gets. Default: false. */
  readonly spoils?: boolean
  /** Fuel for each operation. Default: 24. */
  readonly fuel?: number
  /**
   * Whether clones will share foreign iterators. Their calls are then not logged, because each element is pulled
   * once for all clones, and they have only a plain `return`. Default: false.
   */
  readonly shared?: boolean
}

const names = ['log', 'more', 'tag', 'foreign', 'asyncForeign'] as const

/** More entries than this in one operation mean a program that does not end. */
const most = 5000

export const hostNames: readonly string[] = names

export const hostOf = (options: HostOptions = {}): Host => {
  let fuel = 0
  let log: string[] = []
  const uses: { name: string; values: number; pulled: number; closed: number }[] = []

  const write = (entry: string): void => {
    if (log.length >= most) throw new Error('An operation of a random program does not end')
    log.push(`${entry}${now()}`)
  }

  const foreign = (name: string, values: number, flags: string): Iterable<unknown> => {
    const shared = options.shared === true
    const say = (what: string, value: unknown): void => {
      if (!shared) write(`${name}.${what} ${describe(value)}`)
    }
    return {
      [Symbol.iterator]() {
        say('open', undefined)
        const use = { name, values, pulled: 0, closed: 0 }
        uses.push(use)
        let at = 0
        const iterator: Record<string, unknown> = {
          next(value: unknown) {
            say('next', value)
            use.pulled += 1
            if (!shared && flags === 'badNext') return 5
            if (at >= values) return { value: `${name}.end`, done: true }
            at += 1
            return { value: flags === 'object' ? { a: at } : at, done: false }
          },
        }
        if (flags.includes('eturn')) {
          iterator['return'] = (value: unknown) => {
            say('return', value)
            use.closed += 1
            if (!shared && flags === 'badReturn') return 5
            if (!shared && flags === 'throwingReturn') throw new Error(`u-${name}`)
            return { value, done: true }
          }
        }
        if (!shared && flags.includes('throw') && flags !== 'throwingReturn') {
          iterator['throw'] = (reason: unknown) => {
            say('throw', reason)
            return { value: `${name}.thrown`, done: false }
          }
        }
        return iterator as unknown as Iterator<unknown>
      },
    }
  }

  /** `how`: its results are promises, or `plain`, or the second element is `rejecting`. */
  const asyncForeign = (
    name: string,
    values: number,
    flags: string,
    how: string,
  ): AsyncIterable<unknown> => ({
    [Symbol.asyncIterator]() {
      const iterator = foreign(name, values, flags)[Symbol.iterator]()
      let asked = 0
      const answer = (method: string, body: (value: unknown) => unknown, value: unknown): unknown => {
        if (how === 'plain') return body(value)
        try {
          if (method === 'next') asked += 1
          const result = body(value)
          return how === 'rejecting' && method === 'next' && asked === 2
            ? Promise.reject(new Error(`u-${name}`))
            : Promise.resolve(result)
        } catch (error) {
          return Promise.reject(error as Error)
        }
      }
      const methods = Object.entries(iterator).map(([method, body]) => [
        method,
        (value: unknown) => answer(method, body as (value: unknown) => unknown, value),
      ])
      return Object.fromEntries(methods) as AsyncIterator<unknown>
    },
  })

  const globals: Record<(typeof names)[number], unknown> = {
    log: (label: unknown, value: unknown) => {
      write(`${typeof label === 'string' ? label : describe(label)} ${describe(value)}`)
      return value
    },
    more: () => {
      fuel -= 1
      return fuel > 0
    },
    tag: (strings: TemplateStringsArray, ...values: readonly unknown[]) => {
      write(`tag ${describe([strings, strings.raw, Object.isFrozen(strings), values])}`)
      return strings.length
    },
    foreign,
    asyncForeign,
  }

  return {
    globals,
    begin: () => {
      startTicks(options.shared !== true)
      fuel = options.fuel ?? 24
      log = []
    },
    entries: () => log,
    foreign: () => uses,
  }
}
