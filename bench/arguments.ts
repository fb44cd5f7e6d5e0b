// What may be written after `npm run bench --`: words that select rows, and options.

export interface Arguments {
  /** Processes per contender. */
  readonly rounds: number
  readonly words: readonly string[]
}

export function parseArguments(given: readonly string[]): Arguments {
  const option = given.find((word) => word.startsWith('--rounds='))
  const number = option === undefined ? 5 : Number(option.slice('--rounds='.length))
  if (!(number >= 1)) throw new RangeError(`--rounds takes a number of at least 1, not ${option}`)
  return { rounds: number, words: given.filter((word) => !word.startsWith('--')) }
}
