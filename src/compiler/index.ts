// The compiler as a library.

export { holdsGenerator } from './candidate.ts'
export { compile } from './compile.ts'
export type { CompileOptions, CompileResult } from './compile.ts'
export { formatDiagnostic } from './diagnostics.ts'
export type { Diagnostic } from './diagnostics.ts'
export { formatProof } from './proof/report.ts'
export type { Objection, SourcePlace, VariableProof } from './proof/report.ts'
export type { SourceMapV3 } from './source-map.ts'
export type { Language } from './typescript.ts'
