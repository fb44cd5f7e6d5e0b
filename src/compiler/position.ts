// Places in text: lines from 1, columns from 0.

export interface Position {
  readonly line: number
  readonly column: number
}

/** A position in what a file was made from. */
export interface Origin extends Position {
  readonly source: string
}

/** Where a position comes from; null where it was not made from anything. */
export type Origins = (position: Position) => Origin | null
