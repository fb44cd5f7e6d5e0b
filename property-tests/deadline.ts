/**
 * Runs code that may not end, in this very realm: after the deadline the engine stops it wherever it is.
 * The stopped code runs no `finally`, so whatever must be restored is restored by the caller.
 */
import { Script } from 'node:vm'

const name = '__propertyTestsPending'

const call = new Script(`globalThis.${name}()`)

export const withDeadline = <A>(milliseconds: number, run: () => A): A => {
  const realm = globalThis as unknown as Record<string, unknown>
  realm[name] = run
  try {
    return call.runInThisContext({ timeout: milliseconds }) as A
  } finally {
    delete realm[name]
  }
}
