// Uniform-cost search of n-queens, with our own queue of choice points and with those of libraries. The strategy is
// written anew for each of them, by the interface that is there for everybody. Who compares entries gets those of equal
// keys in the order in which they were pushed; `flatqueue` has no order of equal keys, so that points may starve.

import { PriorityQueue } from '@datastructures-js/priority-queue'
import FlatQueue from 'flatqueue'
import { Heap } from 'heap-js'
import { bestFirst, solve } from 'multishot'
import type { ChoicePoint, Strategy } from 'multishot'
import TinyQueue from 'tinyqueue'
import { costly } from './queens-strategies.ts'

interface Entry {
  readonly key: number
  readonly turn: number
  readonly point: ChoicePoint
}

const before = (a: Entry, b: Entry): number => a.key - b.key || a.turn - b.turn

/** What the strategy needs of a queue. */
interface Queue {
  push(point: ChoicePoint): void
  top(): ChoicePoint | undefined
  pop(): void
  all(): Iterable<ChoicePoint>
}

/** The queues of most libraries hold entries. */
function ofEntries(queue: {
  push(entry: Entry): unknown
  peek(): Entry | null | undefined
  pop(): unknown
  all(): readonly Entry[]
}): Queue {
  let turn = 0
  return {
    push: (point) => void queue.push({ key: Math.max(point.cost, point.bound), turn: turn++, point }),
    top: () => queue.peek()?.point,
    pop: () => void queue.pop(),
    all: () => queue.all().map(({ point }) => point),
  }
}

/** The program has no scopes, so that no key changes while a point waits. */
const bestBy = (name: string, make: () => Queue): Strategy => ({
  name,
  frontier() {
    const queue = make()
    return {
      push(point) {
        while (queue.top()?.spent) queue.pop()
        queue.push(point)
      },
      next() {
        while (queue.top()?.spent) queue.pop()
        return queue.top() ?? null
      },
      *[Symbol.iterator]() {
        for (const point of queue.all()) if (!point.spent) yield point
      },
    }
  },
})

function flat(): Queue {
  const queue = new FlatQueue<ChoicePoint>()
  return {
    push: (point) => queue.push(point, Math.max(point.cost, point.bound)),
    top: () => queue.peek(),
    pop: () => void queue.pop(),
    all: () => queue.ids.slice(0, queue.length),
  }
}

function tiny(): Queue {
  const queue = new TinyQueue<Entry>([], before)
  return ofEntries({
    push: (entry) => queue.push(entry),
    peek: () => queue.peek(),
    pop: () => queue.pop(),
    all: () => queue.data,
  })
}

function heapJs(): Queue {
  const queue = new Heap(before)
  return ofEntries({
    push: (entry) => queue.push(entry),
    peek: () => queue.peek(),
    pop: () => queue.pop(),
    all: () => queue.toArray(),
  })
}

function structured(): Queue {
  const queue = new PriorityQueue(before)
  return ofEntries({
    push: (entry) => queue.push(entry),
    peek: () => queue.front(),
    pop: () => queue.pop(),
    all: () => queue.toArray(),
  })
}

function solutions(strategy: Strategy): number {
  let found = 0
  for (const _ of solve(costly, { strategy })) found++
  return found
}

export const ours = (): number => solutions(bestFirst())
export const tinyqueue = (): number => solutions(bestBy('tinyqueue', tiny))
export const heap = (): number => solutions(bestBy('heap-js', heapJs))
export const datastructures = (): number => solutions(bestBy('@datastructures-js/priority-queue', structured))
export const flatqueue = (): number => solutions(bestBy('flatqueue', flat))
