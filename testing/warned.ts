/** A file with types that the compiler warns of: MS2101, at 5:19. */
export const warned = `import { amb } from 'multishot'
type Removed = 1
class Counter { n = 0 }
export function* main() {
  const counter = new Counter()
  yield* amb(1, 2)
  return counter
}`
