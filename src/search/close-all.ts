// How what is left of a search is given up.

import type { ChoicePoint } from './choice-point.ts'

/** Closes what the points would have drawn from; the first error of several is thrown when all are closed. */
export function closeAll(points: Iterable<ChoicePoint>): void {
  const errors: unknown[] = []
  for (const point of points) {
    try {
      point.close()
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw errors[0]
}
