// Run by serialize.test.ts in a process of its own: `whole`, `write STEPS` or `read DATA`.

import { deserialize, serialize } from 'multishot/frames'
import { everything } from './everything.ts'

const [command, argument = ''] = process.argv.slice(2)
const show = (value: unknown): void => console.log(JSON.stringify(value))

const g = command === 'read' ? deserialize(JSON.parse(argument)) : everything()
for (let left = command === 'write' ? Number(argument) : Infinity; left > 0; left--) {
  const { value, done } = g.next()
  show(value)
  if (done) break
}
if (command === 'write') show(serialize(g))
