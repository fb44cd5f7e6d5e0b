// Primitives cannot change, so clones share them without a second look.

export function isPrimitive(value: unknown): boolean {
  return typeof value === 'object' ? value === null : typeof value !== 'function'
}
