/**
 * The law of iterators that are not ours (design.md, section 2): clones share them, each element is pulled once, and
 * each is closed at most once, whatever the script.
 */
import type { ForeignUse } from './host.ts'
import { stepsOf, type MakeRun } from './oracle.ts'
import type { Run } from './run.ts'
import { printScript, type Act, type Operation, type Resume, type Script } from './scripts.ts'

/** A clone for each way to leave an iterator before its end; then the generators leave, the first one last. */
export const leaving = (inputs: readonly Resume[], at: number): Script => {
  const acts: readonly Act[] = ['return', 'throw', 'return']
  return [
    ...inputs.slice(0, at).map((input) => ({ ...input, on: 0 })),
    ...acts.map((_, index): Operation => ({ tag: 'clone', on: 0, as: index + 1 })),
    ...acts.map((act, index): Operation => ({ tag: 'resume', on: index + 1, act, value: '1' })),
    { tag: 'resume', on: 0, act: 'return', value: '2' },
  ]
}

/**
 * Law: for an iterator of n elements, `next` is called at most n + 1 times and `return` at most once.
 *
 * @throws an error that names the iterator and the script
 */
export const assertForeignPulledOnce = (make: MakeRun, script: Script): void => {
  let run: Run | undefined
  stepsOf(() => (run = make({ shared: true })), script)
  const uses: readonly ForeignUse[] = run?.foreign() ?? []
  for (const { name, values, pulled, closed } of uses) {
    if (pulled > values + 1 || closed > 1) {
      throw new Error(
        `${name} has ${values} elements; it was pulled ${pulled} times and closed ${closed} times\n  script ${printScript(script)}`,
      )
    }
  }
}
