// A source map as it is written.

export interface SourceMapV3 {
  readonly version: 3
  readonly file?: string | null
  readonly sourceRoot?: string
  readonly sources: readonly (string | null)[]
  readonly sourcesContent?: readonly (string | null)[]
  readonly names: readonly string[]
  readonly mappings: string
}
