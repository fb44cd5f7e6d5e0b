// `npm run bench:peers`: the same tasks by us, by plain JavaScript and by whichever peers are installed, in one run
// on one machine, as multiples of our time. `bench/peers/install.sh` installs the peers on Debian.
//
//     npm run bench:peers -- queens zebra --rounds=3

import { cpus } from 'node:os'
import { parseArguments } from '../arguments.ts'
import { build } from '../build.ts'
import { participant } from '../contender.ts'
import { measure, type Measurement, type Participant } from '../measure.ts'
import { columns } from '../table.ts'
import { peers, type Peer } from './peer.ts'
import { tasks, type Task } from './tasks.ts'

const { rounds, words } = parseArguments(process.argv.slice(2))
const selected = tasks.filter(({ title }) => words.length === 0 || words.some((word) => title.includes(word)))
const present = peers.filter((peer) => peer.version !== undefined)
const absent = peers.filter((peer) => peer.version === undefined)

build()
for (const peer of present) peer.prepare()

const participants = selected.flatMap((task) => [
  participant(task.ours),
  participant(task.plain),
  ...present.filter(({ name }) => task.peers.includes(name)).map((peer) => peerAt(task, peer)),
])
const measurements = measure(participants, rounds, (done) => process.stderr.write(`${done}\n`))

const versions = [...new Set(present.map(({ version }) => version!))]
  .map((version) => `, ${version}`)
  .join('')
console.log(`Node ${process.version}${versions}; ${cpus()[0]?.model.trim()}`)
console.log(`Medians of ${rounds} processes in milliseconds; in brackets, as multiples of ours.\n`)
console.log(
  columns([
    ['', 'multishot', 'recursion', ...present.map(({ name }) => name)],
    ...selected.map((task) => [
      task.title,
      milliseconds(timeOf(participant(task.ours).name)!),
      compared(task, timeOf(participant(task.plain).name)),
      ...present.map((peer) => compared(task, timeOf(peerAt(task, peer).name))),
    ]),
  ]),
)
if (absent.length > 0) console.log(`\nNot installed: ${absent.map(({ name }) => name).join(', ')}.`)

/** A peer in a process of its own, its answer checked. */
function peerAt(task: Task, peer: Peer): Participant {
  const sample = () => {
    const taken = peer.run(task.name)
    if (taken.answer !== task.answer)
      throw new Error(`${peer.name}: ${task.name} gave ${taken.answer} instead of ${task.answer}`)
    return taken
  }
  return { name: `${peer.name}/${task.name}`, once: peer.slow, sample }
}

function timeOf(name: string): Measurement | undefined {
  return measurements.get(name)
}

function compared(task: Task, theirs: Measurement | undefined): string {
  if (theirs === undefined) return ''
  const factor = theirs.milliseconds / timeOf(participant(task.ours).name)!.milliseconds
  return `${milliseconds(theirs)} (${factor < 100 ? factor.toPrecision(2) : factor.toFixed(0)})`
}

function milliseconds({ milliseconds: value }: Measurement): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
