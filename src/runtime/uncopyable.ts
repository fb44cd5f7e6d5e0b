// What stops a copy.

import type { Obstacle } from './errors.ts'

/** Thrown to whoever began the copy, and explained there. */
export class Uncopyable extends Error {
  readonly value: unknown
  readonly obstacle: Obstacle
  constructor(value: unknown, obstacle: Obstacle = 'unknown') {
    super()
    this.value = value
    this.obstacle = obstacle
  }
}
