// How what is left of a search is given up.

/** Closes all; the first error of several is thrown when all are closed. */
export function closeAll(parts: Iterable<{ close(): void }>): void {
  const errors: unknown[] = []
  for (const part of parts) {
    try {
      part.close()
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw errors[0]
}
