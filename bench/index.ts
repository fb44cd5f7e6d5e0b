// `npm run bench`: builds the programs, measures all contenders side by side, prints one table of ratios.
// Words after `--` select the rows whose titles contain them; `--rounds=N` sets the processes per contender.
//
//     npm run bench -- queens clone --rounds=3

import { cpus } from 'node:os'
import { parseArguments } from './arguments.ts'
import { build } from './build.ts'
import { participant } from './contender.ts'
import { measure } from './measure.ts'
import { rows } from './rows.ts'
import { table } from './table.ts'

const { rounds, words } = parseArguments(process.argv.slice(2))
const selected = rows.filter(({ title }) => words.length === 0 || words.some((word) => title.includes(word)))
const contenders = selected.flatMap(({ ours, theirs }) => (theirs === undefined ? [ours] : [ours, theirs]))

build()
const measurements = measure(contenders.map(participant), rounds, (done) => process.stderr.write(`${done}\n`))

console.log(
  `Node ${process.version}, ${cpus()[0]?.model.trim()}; medians of ${rounds} processes (fastest to slowest)\n`,
)
console.log(table(selected, measurements))
