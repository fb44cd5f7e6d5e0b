export { inspect } from '../runtime/index.ts'
export type { FrameView, GeneratorStatus, Inspection, LiveVariable } from '../runtime/index.ts'
