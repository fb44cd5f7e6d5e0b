// The signal that tells what a program has started, and now awaits, that nobody waits for it any more.

import { SingleResource } from '../runtime/resource.ts'
import type { Resource } from '../runtime/resource.ts'

/**
 * A signal that is aborted when the branch is over: when it has ended, failed, or been given up, while it awaits
 * something too. Each branch has one of its own; who asks again gets the same.
 *
 * Law: `signal.aborted` is false as long as the branch runs, and true as soon as it never will again.
 *
 * ```ts
 * import { abortSignal, amb, once, solveAsync } from 'multishot'
 *
 * const log: string[] = []
 * const asked = (server: string, signal: AbortSignal) =>
 *   new Promise<string>((resolve) => {
 *     signal.addEventListener('abort', () => log.push(`${server} aborted`))
 *     if (server === 'near') setTimeout(resolve, 1, 'answer')
 *   })
 * const answers = solveAsync(
 *   async function* () {
 *     return yield* once(async function* () {
 *       return await asked(yield* amb('far', 'near'), yield* abortSignal())
 *     })
 *   },
 *   { concurrency: 2 },
 * )
 * console.log(await answers.toArray(), log.sort()) // → [ 'answer' ] [ 'far aborted', 'near aborted' ]
 * ```
 *
 * It is a `resource`: what `docs/resources.md` says about the end of a branch holds for it. So a solution must not
 * need the signal any longer, such as a response whose body is still to be read.
 */
export function abortSignal(): Resource<AbortSignal> {
  return signals
}

const controllers = new WeakMap<AbortSignal, AbortController>()

function open(): AbortSignal {
  const controller = new AbortController()
  controllers.set(controller.signal, controller)
  return controller.signal
}

const signals = new SingleResource<AbortSignal>(
  open,
  (signal: AbortSignal) => controllers.get(signal)!.abort(),
  'dup',
  open,
)
