// Who gives the solutions of an async stream, and so has to know whether anybody walks it: what is awaited can be
// given up as soon as nobody does.

import type { Closable } from './stream.ts'

/** Where the solutions of an async stream come from. */
export interface AsyncSource {
  /** Somebody begins to walk. */
  enter(): void
  /** Somebody does not walk any further, who has entered before. */
  leave(): Promise<void>
  /** Ends it for everybody; settles when all is closed. */
  close(): Promise<void>
}

/** What computes: others may walk there. */
export class Computing implements AsyncSource {
  private readonly source: Closable
  constructor(source: Closable) {
    this.source = source
  }
  enter(): void {}
  async leave(): Promise<void> {}
  async close(): Promise<void> {
    this.source.close()
  }
}

/** Several sources as one, which may become more. */
export class Sources implements AsyncSource {
  private readonly all = new Set<AsyncSource>()
  private walks = 0

  constructor(...sources: readonly (AsyncSource | undefined)[]) {
    for (const source of sources) if (source !== undefined) this.all.add(source)
  }

  /** Those of the streams; undefined if they have none. */
  static of(...streams: readonly { readonly source: unknown }[]): AsyncSource | undefined {
    const sources = streams.flatMap(({ source }) => (source === undefined ? [] : [source as AsyncSource]))
    return sources.length > 1 ? new Sources(...sources) : sources[0]
  }

  add(source: AsyncSource | undefined): void {
    if (source === undefined || this.all.has(source)) return
    this.all.add(source)
    if (this.walks > 0) source.enter()
  }

  /** Nobody needs it any more. */
  async delete(source: AsyncSource | undefined): Promise<void> {
    if (source !== undefined && this.all.delete(source) && this.walks > 0) await source.leave()
  }

  enter(): void {
    if (this.walks++ === 0) for (const source of this.all) source.enter()
  }

  async leave(): Promise<void> {
    if (--this.walks === 0) await Promise.all([...this.all].map((source) => source.leave()))
  }

  async close(): Promise<void> {
    await Promise.all([...this.all].map((source) => source.close()))
  }
}
