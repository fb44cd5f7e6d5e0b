export { toList } from './to-list.ts'
export { toOrderedSet } from './to-ordered-set.ts'
export { toSeq } from './to-seq.ts'
