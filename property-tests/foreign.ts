/**
 * The law of iterators that are not ours (law of design.md, section 2): clones share them, each element is pulled
 * once, and each is closed at most once, whatever the script.
 */
import { stepsOf, type MakeRun } from './oracle.ts'
import type { Run } from './run.ts'
import { printScript, type Script } from './scripts.ts'

/**
 * Law: for an iterator of n elements, `next` is called at most n + 1 times and `return` at most once.
 *
 * @throws an error that names the iterator and the script
 */
export const assertForeignPulledOnce = (make: MakeRun, script: Script): void => {
  let run: Run | undefined
  stepsOf(() => (run = make({ shared: true })), script)
  for (const { name, values, pulled, closed } of run?.foreign() ?? []) {
    if (pulled > values + 1 || closed > 1) {
      throw new Error(
        `${name} has ${values} elements; it was pulled ${pulled} times and closed ${closed} times\n  script ${printScript(script)}`,
      )
    }
  }
}
