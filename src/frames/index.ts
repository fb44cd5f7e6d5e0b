export { equals } from './equals.ts'
export { hash } from './hash.ts'
export { inspect } from '../runtime/index.ts'
export type { FrameView, GeneratorStatus, Inspection, LiveVariable } from '../runtime/index.ts'
