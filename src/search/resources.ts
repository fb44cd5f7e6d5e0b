// What the branches of one search have open. The stack of a branch holds it, so copies are counted where stacks
// are copied; here is what to do about a branch that ends without its stack being run to the end.
//
// Law: a branch that has ended has let go of all that it had. What a branch has dropped without a word, in a
// generator that it did not finish, is let go of when the search ends.

import { abandonStack, letGo, letGoOfStack } from '../runtime/index.ts'
import type { Frame, Hold, Holder } from '../runtime/index.ts'
import type { Signal } from './watch.ts'

/** The search. */
interface Held {
  /** Has the step that runs leave after this branch. */
  interrupt(): void
  close(): void
}

export class Resources implements Holder {
  /** All that is held. */
  private readonly all = new Set<Hold>()
  /** What the branch that runs has got since it was resumed: no stack may hold it yet. */
  private fresh: Hold[] = []
  private readonly signal: Signal | undefined
  private readonly search: Held
  private isOver = false
  /** Hears of what is being closed, if that is awaited. */
  readonly closes: Holder['closes']
  private readonly closing = new Set<Promise<void>>()
  /** What is being opened beside the branches. When it comes to a search that is over, it is closed. */
  private readonly opening = new Set<Promise<void>>()
  /** What a `close` was rejected with. */
  private failure: { readonly error: unknown } | null = null

  constructor(signal: Signal | undefined, search: Held, awaits: boolean) {
    this.signal = signal
    this.search = search
    this.closes = awaits
      ? (closing, isAwaited) => void this.closing.add(this.whenClosed(closing, isAwaited))
      : undefined
  }

  private async whenClosed(closing: PromiseLike<unknown>, isAwaited: boolean): Promise<void> {
    try {
      await closing
    } catch (error) {
      if (!isAwaited) this.failure ??= { error }
    }
  }

  /** Settles when all is closed that is being closed; throws what went wrong. */
  async closed(): Promise<void> {
    while (this.closing.size > 0 || (this.isOver && this.opening.size > 0)) {
      const closing = [...this.closing]
      await Promise.all(this.isOver ? [...closing, ...this.opening] : closing)
      for (const each of closing) this.closing.delete(each)
    }
    const { failure } = this
    this.failure = null
    if (failure !== null) throw failure.error
  }

  /** As long as it is not, steps leave after each branch: otherwise nobody could say which one has ended. */
  get isEmpty(): boolean {
    return this.all.size === 0
  }

  holds(hold: Hold): void {
    this.add(hold)
    this.fresh.push(hold)
    this.search.interrupt()
  }

  private add(hold: Hold): void {
    // While nobody pulls, nobody looks at the signal.
    if (this.all.size === 0) this.signal?.addEventListener?.('abort', this.aborted)
    this.all.add(hold)
  }

  /** For what arrives while no branch runs: the stack holds it that has the generator which opened it. */
  readonly beside: Holder = {
    holds: (hold) => (this.isOver ? hold.leave() : this.add(hold)),
    letsGo: (hold) => this.letsGo(hold),
    closes: (closing, isAwaited) => this.closes?.(closing, isAwaited),
    opens: (opening) => {
      this.opening.add(opening)
      void opening.then(() => this.opening.delete(opening))
    },
  }

  letsGo(hold: Hold): void {
    this.all.delete(hold)
    if (this.all.size === 0) this.signal?.removeEventListener?.('abort', this.aborted)
  }

  private readonly aborted = (): void => this.search.close()

  /** The branch goes on later, from a stack that holds what it has. */
  suspended(): void {
    this.fresh = []
  }

  /** The branch that was resumed at `stack` has failed. */
  failed(stack: Frame | null): void {
    this.ended()
    if (stack !== null) abandonStack(stack)
  }

  /** The branch that was resumed at `stack` has returned. */
  returned(stack: Frame | null): void {
    this.ended()
    if (stack !== null) letGoOfStack(stack)
  }

  private ended(): void {
    const { fresh } = this
    this.fresh = []
    letGo(fresh)
  }

  /** The search is over. */
  close(): void {
    this.isOver = true
    this.fresh = []
    letGo(this.all)
  }
}
