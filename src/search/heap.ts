// A priority queue of choice points: the least key first, and of equal keys the one that was pushed first, so
// that no point waits for ever behind others of its key. A binary heap in three arrays, because keys that lie
// together are compared without a look at the points.
//
// Source: Williams, "Algorithm 232: Heapsort" (1964).

import type { ChoicePoint } from './choice-point.ts'

export class Heap {
  private readonly keys: number[] = []
  /** The order of pushing. */
  private readonly turns: number[] = []
  private readonly points: ChoicePoint[] = []
  private turn = 0

  /** The point with the least key. */
  get top(): ChoicePoint | undefined {
    return this.points[0]
  }

  get topKey(): number {
    return this.keys[0]!
  }

  push(key: number, point: ChoicePoint): void {
    this.up(this.points.length, key, this.turn++, point)
  }

  /** Drops the top. */
  pop(): void {
    const { keys, turns, points } = this
    const key = keys.pop()!
    const turn = turns.pop()!
    const point = points.pop()!
    if (points.length > 0) this.down(key, turn, point)
  }

  /** Gives the top another key. */
  rekey(key: number): void {
    this.down(key, this.turns[0]!, this.points[0]!)
  }

  private up(hole: number, key: number, turn: number, point: ChoicePoint): void {
    const { keys, turns, points } = this
    let at = hole
    while (at > 0) {
      const parent = (at - 1) >> 1
      // What is pushed comes later than all others, so an equal key stays behind.
      if (keys[parent]! <= key) break
      keys[at] = keys[parent]!
      turns[at] = turns[parent]!
      points[at] = points[parent]!
      at = parent
    }
    keys[at] = key
    turns[at] = turn
    points[at] = point
  }

  /** Puts an entry into the place of the top and lets it sink. */
  private down(key: number, turn: number, point: ChoicePoint): void {
    const { keys, turns, points } = this
    const size = points.length
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= size) break
      const right = child + 1
      if (right < size && this.before(right, keys[child]!, turns[child]!)) child = right
      if (!this.before(child, key, turn)) break
      keys[at] = keys[child]!
      turns[at] = turns[child]!
      points[at] = points[child]!
      at = child
    }
    keys[at] = key
    turns[at] = turn
    points[at] = point
  }

  private before(at: number, key: number, turn: number): boolean {
    const other = this.keys[at]!
    return other < key || (other === key && this.turns[at]! < turn)
  }

  [Symbol.iterator](): Iterator<ChoicePoint> {
    return this.points.values()
  }
}
