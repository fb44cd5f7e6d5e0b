/**
 * Clones at every suspension, without a change of the runtime: in the realm of a test, `next`, `return` and
 * `throw` of compiled generators are wrapped. After each call a clone is taken; then either the generator goes on
 * with the clone's stack and its own is dropped, or the clone is dropped.
 *
 * The generator object itself stays, because tests hold it. A clone that is refused is reported, and the
 * generator goes on as it was. An async generator is suspended when its next request comes, not when the call
 * returns: its clone is taken before each request that finds it so.
 *
 * Clones read foreign iterators together, which are closed when the last reader is done. Nothing tells the runtime
 * that a stack was dropped, so the hook abandons it; without that, no test about closing could pass, and none should
 * (design, section 2: an iterator that another clone may use stays open).
 */
import vm from 'node:vm'
import type { Realm } from './realm.ts'
import { compiled } from './translate.ts'

/** Compiled generator functions, by which the hook finds the prototypes of compiled generators. */
const samples = compiled(
  'globalThis.$samples = { plain: function* () {}, async: async function* () {} }',
  'samples.js',
  'script',
)

/** Uses nothing that a test may replace: no iteration of arrays, no method that is looked up later. */
const hook = `((runtime, { plain, async }, keep, refused) => {
  const { apply } = Reflect
  const { defineProperty, getPrototypeOf } = Object
  const { abandonStack, clone } = runtime
  const exchange = (generator, cursorOf) => {
    const cursor = cursorOf(generator)
    if (cursor === undefined || cursor.running || cursor.busy || cursor.stack === null) return
    // What has not begun is not suspended.
    if (cursor.stack.$point === 0) return
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
  const wrap = (fn, cursorOf, before, after) => {
    const prototype = getPrototypeOf(fn.prototype)
    for (const name of ['next', 'return', 'throw']) {
      const original = prototype[name]
      const methods = {
        [name](value) {
          if (before) exchange(this, cursorOf)
          const result = apply(original, this, [value])
          if (after) exchange(this, cursorOf)
          return result
        },
      }
      defineProperty(prototype, name, {
        value: methods[name], writable: true, enumerable: false, configurable: true,
      })
    }
  }
  wrap(plain, runtime.cursorOf, false, true)
  wrap(async, runtime.asyncCursorOf, true, false)
})(multishotRuntime, $samples, $keep, $refused); delete globalThis.$samples`

/** Parsed once, and run without a limit of time. */
let scripts: readonly vm.Script[] | undefined

export const hookClones = (
  realm: Realm,
  keep: 'clone' | 'original',
  refused: (message: string) => void,
): void => {
  const { global } = realm
  global['$keep'] = keep
  global['$refused'] = (error: unknown) => refused(String(error))
  for (const script of (scripts ??= [new vm.Script(samples), new vm.Script(hook)])) realm.run(script)
  delete global['$keep']
  delete global['$refused']
}
