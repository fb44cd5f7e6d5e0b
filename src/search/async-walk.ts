// Walking an async stream: what `for await` holds. The source hears when a walk begins and when it is over, and a walk
// that is left waits for what is being closed because of it.

import type { AsyncSource } from './async-source.ts'
import type { Ended, Failed } from './status.ts'

/** What can be walked: its first value and the rest, or its end. */
export interface Walked<A> {
  open(): Promise<{ readonly reason: 'found'; readonly value: A; readonly rest: Walked<A> } | Ended | Failed>
  readonly source: AsyncSource | undefined
}

/** One consumer's place in a stream. */
export class AsyncWalk<A> implements AsyncIterableIterator<A, Ended> {
  #rest: Walked<A>
  readonly #source: AsyncSource | undefined
  #stage: 'new' | 'entered' | 'over' = 'new'
  #hasLeft = false
  /** The answer to the last `next`; the next one waits for it, so that calls made at once get one place each. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(stream: Walked<A>) {
    this.#rest = stream
    this.#source = stream.source
  }

  next(): Promise<IteratorResult<A, Ended>> {
    if (this.#stage === 'new') {
      this.#stage = 'entered'
      this.#source?.enter()
    }
    const answer = this.#last.then(() => this.#step())
    this.#last = answer.catch(() => {})
    return answer
  }

  async #step(): Promise<IteratorResult<A, Ended>> {
    // Who has left sees no more than that.
    if (this.#hasLeft) return { value: undefined as never, done: true }
    const cell = await this.#rest.open()
    if (cell.reason === 'found') {
      this.#rest = cell.rest
      return { value: cell.value, done: false }
    }
    await this.#end()
    if (cell.reason === 'failed') throw cell.error
    return { value: cell, done: true }
  }

  /** Walks no further. What is still awaited is not waited for. */
  async return(value?: Ended | PromiseLike<Ended>): Promise<IteratorResult<A, Ended>> {
    this.#hasLeft = true
    await this.#end()
    return { value: (await value) as Ended, done: true }
  }

  async #end(): Promise<void> {
    const hasEntered = this.#stage === 'entered'
    this.#stage = 'over'
    if (hasEntered) await this.#source?.leave()
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}
// So that a walk has the async iterator helpers of its JavaScript engine, once it has any.
const asyncGenerators: object = Object.getPrototypeOf(async function* () {}).prototype
Object.setPrototypeOf(AsyncWalk.prototype, Object.getPrototypeOf(asyncGenerators))
