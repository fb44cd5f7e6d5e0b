// A priority queue of choice points: the least key first, and of equal keys the one that was pushed first, so
// that no point waits for ever behind others of its key. A binary heap. Those of libraries cannot give the top another
// key; `npm run bench -- "our queue"` measures them in a search.
//
// Source: Williams, "Algorithm 232: Heapsort" (1964).

import type { ChoicePoint } from './choice-point.ts'

interface Entry {
  key: number
  /** The order of pushing. */
  readonly turn: number
  readonly point: ChoicePoint
}

export class Heap {
  private readonly entries: Entry[] = []
  private turn = 0

  /** The point with the least key. */
  get top(): ChoicePoint | undefined {
    const { entries } = this
    return entries.length === 0 ? undefined : entries[0]!.point
  }

  get topKey(): number {
    return this.entries[0]!.key
  }

  push(key: number, point: ChoicePoint): void {
    const { entries } = this
    const entry = { key, turn: this.turn++, point }
    let at = entries.length
    entries.push(entry)
    while (at > 0) {
      const parent = (at - 1) >> 1
      const above = entries[parent]!
      // What is pushed comes later than all others, so an equal key stays behind.
      if (above.key <= key) break
      entries[at] = above
      at = parent
    }
    entries[at] = entry
  }

  /** Drops the top. */
  pop(): void {
    const last = this.entries.pop()!
    if (this.entries.length > 0) this.sink(last)
  }

  /** Gives the top another key. */
  rekey(key: number): void {
    const top = this.entries[0]!
    top.key = key
    this.sink(top)
  }

  /** Puts an entry into the place of the top and lets it sink. */
  private sink(entry: Entry): void {
    const { entries } = this
    const { length } = entries
    const leaves = length >> 1
    let at = 0
    while (at < leaves) {
      let child = 2 * at + 1
      let least = entries[child]!
      const right = child + 1
      if (right < length && comesBefore(entries[right]!, least)) {
        child = right
        least = entries[right]!
      }
      if (!comesBefore(least, entry)) break
      entries[at] = least
      at = child
    }
    entries[at] = entry
  }

  *[Symbol.iterator](): Iterator<ChoicePoint> {
    for (const { point } of this.entries) yield point
  }
}

const comesBefore = (one: Entry, other: Entry): boolean =>
  one.key < other.key || (one.key === other.key && one.turn < other.turn)
