/** Whether the engine at hand takes `source` for the body of a function. */
export function parses(source: string): boolean {
  try {
    // oxlint-disable-next-line no-new-func -- the engine's own parser is the judge
    new Function(source)
    return true
  } catch {
    return false
  }
}
