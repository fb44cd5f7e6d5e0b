// `using`: resources and their disposal (ECMAScript, AddDisposableResource and DisposeResources). The
// resources of a block are a list that is never changed, so a frame can hold it.

import { noDisposeSymbol, notAFunction, notAnObject } from './errors.ts'
import { THROW } from './frame.ts'
import type { Mode } from './frame.ts'
import { apply, defineProperties, get } from './intrinsics.ts'
import { machine } from './machine.ts'

interface Resource {
  readonly value: unknown
  /** Null: there is nothing to dispose of, but something to await. */
  readonly dispose: (() => unknown) | null
  /** Declared by `await using`: what `dispose` gives is awaited. */
  readonly awaits: boolean
  /** The one declared before. */
  readonly next: Resource | null
}

/** Adds `value` to the resources; null and undefined have nothing to dispose of. */
export function hold(resources: Resource | null, value: unknown): Resource | null {
  if (value === null || value === undefined) return resources
  if (typeof value !== 'object' && typeof value !== 'function')
    throw notAnObject('The value of `using`', value)
  const dispose = methodOf(value, 'dispose')
  if (dispose === undefined) throw notAFunction('The property [Symbol.dispose] of a value of `using`')
  return { value, dispose, awaits: false, next: resources }
}

/** Adds the value of `await using`: its end is awaited, also where there is nothing to dispose of. */
export function holdAsync(resources: Resource | null, value: unknown): Resource {
  if (value === null || value === undefined) return { value, dispose: null, awaits: true, next: resources }
  if (typeof value !== 'object' && typeof value !== 'function')
    throw notAnObject('The value of `await using`', value)
  const asyncDispose = methodOf(value, 'asyncDispose')
  if (asyncDispose !== undefined) return { value, dispose: asyncDispose, awaits: true, next: resources }
  const dispose = methodOf(value, 'dispose')
  if (dispose === undefined)
    throw notAFunction('The property [Symbol.asyncDispose] of a value of `await using`')
  // oxlint-disable-next-line typescript/require-await -- what it throws is awaited, what it gives is not
  const disposing = async (): Promise<void> => void apply(dispose, value, [])
  return { value, dispose: disposing, awaits: true, next: resources }
}

/** GetMethod for a symbol that an engine may not have. */
function methodOf(value: object, name: 'dispose' | 'asyncDispose'): (() => unknown) | undefined {
  const symbol: symbol | undefined = get(Symbol, name)
  if (symbol === undefined) throw noDisposeSymbol(name)
  const method: unknown = get(value, symbol)
  if (method === undefined || method === null) return undefined
  if (typeof method !== 'function')
    throw notAFunction(`The property [Symbol.${name}] of a value of \`using\``)
  return method as () => unknown
}

/** Disposes of all, the last one first. `error` is on its way already if the block `failed`. */
export function dispose(resources: Resource | null, failed: boolean, error: unknown): void {
  let threw = failed
  let pending = error
  for (let resource = resources; resource !== null; resource = resource.next) {
    try {
      apply(resource.dispose!, resource.value, [])
    } catch (thrown) {
      pending = threw ? suppressing(thrown, pending) : thrown
      threw = true
    }
  }
  if (threw) throw pending
}

/** The disposal of resources of which some are awaited. It goes on in place: while it awaits there are no clones. */
export class Disposal {
  private resource: Resource | null
  private threw: boolean
  private pending: unknown
  /** A resource without anything to dispose of wants one `await`, unless there has been another. */
  private owes = false
  private awaited = false

  constructor(resources: Resource | null, failed: boolean, error: unknown) {
    this.resource = resources
    this.threw = failed
    this.pending = error
  }

  /** Disposes until there is something to await, which is left in `machine.value`; false at the end. */
  awaits(): boolean {
    for (let resource = this.resource; resource !== null; resource = this.resource) {
      if (!resource.awaits && this.owes && !this.awaited) return this.pay()
      this.resource = resource.next
      if (resource.dispose === null) this.owes = true
      else {
        try {
          const result: unknown = apply(resource.dispose, resource.value, [])
          if (!resource.awaits) continue
          this.awaited = true
          machine.value = result
          return true
        } catch (error) {
          this.add(error)
        }
      }
    }
    return this.owes && !this.awaited && this.pay()
  }

  private pay(): true {
    this.owes = false
    machine.value = undefined
    return true
  }

  /** What was awaited is here. */
  settled(mode: Mode, sent: unknown): void {
    if (mode === THROW) this.add(sent)
  }

  private add(error: unknown): void {
    this.pending = this.threw ? suppressing(error, this.pending) : error
    this.threw = true
  }

  end(): void {
    if (this.threw) throw this.pending
  }
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
