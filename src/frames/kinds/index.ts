// How each kind of node is read, by the name that its anatomy begins with.

import type { ReadKind } from '../reading.ts'
import { builtIns } from './built-ins.ts'
import { functions } from './functions.ts'
import { generators } from './generators.ts'
import { objects } from './objects.ts'
import { positions } from './positions.ts'

const kinds = new Map<string, ReadKind>(
  [objects, builtIns, functions, generators, positions].flatMap((each) => Object.entries(each)),
)

export function readerOf(kind: string): ReadKind | undefined {
  return kinds.get(kind)
}
