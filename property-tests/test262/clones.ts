/**
 * Clones at every suspension, without a change of the runtime: in the realm of a test, `next`, `return` and
 * `throw` of compiled generators are wrapped. After each call a clone is taken; then either the generator goes on
 * with the clone's stack and its own is dropped, or the clone is dropped.
 *
 * The generator object itself stays, because tests hold it. A clone that is refused is reported, and the
 * generator goes on as it was.
 *
 * Clones read foreign iterators together, which are closed when the last reader is done. Nothing tells the runtime
 * that a stack was dropped, so the hook abandons it; without that, no test about closing could pass, and none should
 * (design, section 2: an iterator that another clone may use stays open).
 */
import type { Realm } from './realm.ts'
import { compiled } from './translate.ts'

/** A compiled generator function, by which the hook finds the prototype of compiled generators. */
const sample = compiled('globalThis.$sample = function* () {}', 'sample.js', 'script')

/** Uses nothing that a test may replace: no iteration of arrays, no method that is looked up later. */
const hook = `((runtime, prototype, keep, refused) => {
  const { apply } = Reflect
  const { defineProperty } = Object
  const { abandonStack, clone, cursorOf } = runtime
  const afterwards = (generator) => {
    const cursor = cursorOf(generator)
    if (cursor === undefined || cursor.running || cursor.stack === null) return
    let copy
    try {
      copy = clone(generator)
    } catch (error) {
      return refused(error)
    }
    const copied = cursorOf(copy)
    const dropped = keep === 'clone' ? cursor.stack : copied.stack
    if (dropped === cursor.stack) cursor.stack = copied.stack
    abandonStack(dropped)
  }
  for (const name of ['next', 'return', 'throw']) {
    const original = prototype[name]
    const methods = {
      [name](value) {
        const result = apply(original, this, [value])
        afterwards(this)
        return result
      },
    }
    defineProperty(prototype, name, {
      value: methods[name], writable: true, enumerable: false, configurable: true,
    })
  }
})(multishotRuntime, Object.getPrototypeOf($sample.prototype), $keep, $refused); delete globalThis.$sample`

export const hookClones = (
  realm: Realm,
  keep: 'clone' | 'original',
  refused: (message: string) => void,
): void => {
  const { global } = realm
  realm.evaluate(sample, 'sample.js')
  global['$keep'] = keep
  global['$refused'] = (error: unknown) => refused(String(error))
  const ending = realm.evaluate(hook, 'clones.js')
  if (ending.tag === 'threw') throw new Error(`invariant: the hook for clones runs, but ${ending.message}`)
  delete global['$keep']
  delete global['$refused']
}
