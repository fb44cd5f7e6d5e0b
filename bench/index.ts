// `npm run bench`: builds the programs, measures all contenders side by side, prints one table of ratios.
// Words after `--` select the rows whose titles contain them; `--rounds=N` sets the processes per contender.
//
//     npm run bench -- queens clone --rounds=3

import { cpus } from 'node:os'
import { build } from './build.ts'
import { measure } from './measure.ts'
import { rows } from './rows.ts'
import { table } from './table.ts'

const { rounds, words } = parseArguments(process.argv.slice(2))
const selected = rows.filter(({ title }) => words.length === 0 || words.some((word) => title.includes(word)))
const contenders = selected.flatMap(({ ours, theirs }) => (theirs === undefined ? [ours] : [ours, theirs]))

build()
const measurements = measure(contenders, rounds, (done) => process.stderr.write(`${done}\n`))

console.log(
  `Node ${process.version}, ${cpus()[0]?.model.trim()}; medians of ${rounds} processes (fastest to slowest)\n`,
)
console.log(table(selected, measurements))

function parseArguments(given: readonly string[]): {
  readonly rounds: number
  readonly words: readonly string[]
} {
  const option = given.find((word) => word.startsWith('--rounds='))
  const number = option === undefined ? 5 : Number(option.slice('--rounds='.length))
  if (!(number >= 1)) throw new RangeError(`--rounds takes a number of at least 1, not ${option}`)
  return { rounds: number, words: given.filter((word) => !word.startsWith('--')) }
}
