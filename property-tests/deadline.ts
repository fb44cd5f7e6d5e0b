/**
 * Runs code that may not end, in this very realm: when it has had its time of the processor, the engine stops it
 * wherever it is. On a busy machine it is given more time by the clock and runs again from the start.
 * The stopped code runs no `finally`, so whatever must be restored is restored by the caller.
 */
import { Script } from 'node:vm'

const name = '__propertyTestsPending'

const call = new Script(`globalThis.${name}()`)

export const withDeadline = <A>(milliseconds: number, run: () => A): A => {
  for (let limit = milliseconds; ; limit *= 2) {
    const start = process.cpuUsage()
    try {
      return stopped(limit, run)
    } catch (error) {
      const { user, system } = process.cpuUsage(start)
      const isLate = (error as { code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
      if (!isLate || user + system >= milliseconds * 1000) throw error
    }
  }
}

const stopped = <A>(milliseconds: number, run: () => A): A => {
  const realm = globalThis as unknown as Record<string, unknown>
  realm[name] = run
  try {
    return call.runInThisContext({ timeout: milliseconds }) as A
  } finally {
    delete realm[name]
  }
}
