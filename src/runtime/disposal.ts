// `using`: resources and their disposal (ECMAScript, AddDisposableResource and DisposeResources). The
// resources of a block are a list that is never changed, so a frame can hold it.

import { noDisposeSymbol, notAFunction, notAnObject } from './errors.ts'
import { apply, defineProperties, get } from './intrinsics.ts'

interface Resource {
  readonly value: unknown
  readonly dispose: () => unknown
  /** The one declared before. */
  readonly next: Resource | null
}

/** Adds `value` to the resources; null and undefined have nothing to dispose of. */
export function hold(resources: Resource | null, value: unknown): Resource | null {
  if (value === null || value === undefined) return resources
  if (typeof value !== 'object' && typeof value !== 'function')
    throw notAnObject('The value of `using`', value)
  const symbol: symbol | undefined = get(Symbol, 'dispose')
  if (symbol === undefined) throw noDisposeSymbol()
  const dispose: unknown = get(value, symbol)
  if (typeof dispose !== 'function') throw notAFunction('The property [Symbol.dispose] of a value of `using`')
  return { value, dispose: dispose as () => unknown, next: resources }
}

/** Disposes of all, the last one first. `error` is on its way already if the block `failed`. */
export function dispose(resources: Resource | null, failed: boolean, error: unknown): void {
  let threw = failed
  let pending = error
  for (let resource = resources; resource !== null; resource = resource.next) {
    try {
      apply(resource.dispose, resource.value, [])
    } catch (thrown) {
      pending = threw ? suppressing(thrown, pending) : thrown
      threw = true
    }
  }
  if (threw) throw pending
}

type Constructor = new (error: unknown, suppressed: unknown) => Error

const NativeError = Error
const SuppressedError = get(globalThis, 'SuppressedError') as Constructor | undefined

/** A SuppressedError, or what comes near where the engine has none. */
function suppressing(error: unknown, suppressed: unknown): Error {
  if (SuppressedError !== undefined) return new SuppressedError(error, suppressed)
  const attributes = { writable: true, enumerable: false, configurable: true }
  return defineProperties(new NativeError(), {
    name: { value: 'SuppressedError', ...attributes },
    error: { value: error, ...attributes },
    suppressed: { value: suppressed, ...attributes },
  })
}
