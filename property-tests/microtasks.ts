/**
 * Waits for what awaits, without leaving the function: the laws drive async generators step by step like plain ones.
 * The engine's own checkpoint runs the microtasks that wait. It does nothing inside a microtask, so the laws of async
 * programs are checked by `outsideMicrotasks`.
 *
 * Ticks are counted meanwhile: a law that compares them says that a promise settles when a native one does.
 */
import { setFlagsFromString } from 'node:v8'

setFlagsFromString('--allow-natives-syntax')

// oxlint-disable-next-line no-new-func -- only text that is parsed after the flag may name what the engine has inside
const checkpoint = new Function('%PerformMicrotaskCheckpoint()') as () => void

/** Ticks after this many are not told apart. */
const most = 300

let active = false
let counts = false
let tick = 0
let count = (): void => undefined

/** Begins to count. Without `compared` the times are not told, because clones may share iterators that take theirs. */
export const startTicks = (compared: boolean): void => {
  counts = active && compared
  tick = 0
  if (!counts) return
  const mine = (): void => {
    if (count !== mine || tick >= most) return
    tick += 1
    queueMicrotask(mine)
  }
  count = mine
  queueMicrotask(mine)
}

/** When it is, as a part of a log entry. */
export const now = (): string => (counts ? ` @${tick}` : '')

/** The results of promises as text, once all microtasks have run; one that never settles is pending. */
export const settled = (
  promises: readonly PromiseLike<unknown>[],
  text: (value: unknown) => string,
): string => {
  const results = promises.map(() => 'pending')
  for (const [index, promise] of promises.entries())
    void promise.then(
      (value) => void (results[index] = `${text(value)}${now()}`),
      (reason) => void (results[index] = `rejects ${text(reason)}${now()}`),
    )
  checkpoint()
  return results.join(', ')
}

/** Does `work` where `settled` can wait. */
export const outsideMicrotasks = <A>(work: () => A): Promise<A> =>
  new Promise((resolve, reject) => {
    setImmediate(() => {
      active = true
      try {
        resolve(work())
      } catch (error) {
        reject(error as Error)
      } finally {
        active = false
      }
    })
  })
