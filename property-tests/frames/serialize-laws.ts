/**
 * The laws of generators that are written and read back.
 */
import { equals, serialize, deserialize, type Written } from '../../src/frames/index.ts'
import { MultishotError } from '../../src/runtime/index.ts'
import { outcome } from '../run.ts'
import type { Resume } from '../scripts.ts'
import { sendable } from '../scripts.ts'
import { traceOf, worldOf, type History, type World } from './world.ts'

/** What became of the generators of random programs. */
export interface WrittenCounts {
  written: number
  refused: number
}

/** The functions of the host and those that scripts send have names. */
const namesFor = ({ host }: World) => ({ modules: { host: host.globals, sendable: { identity } } })

const identity = (sendable['(x) => x'] as () => unknown)()

/**
 * Law: a generator that was written, through JSON, and read again is equal to the one that was written, and gives
 * what that gives.
 *
 * @throws an error with both traces
 */
export const assertRoundTrip = (
  code: string,
  history: History,
  inputs: readonly Resume[],
  counts: WrittenCounts,
): void => {
  const { length } = worldOf(code, history).generators
  for (let number = 0; number < length; number++) {
    const plain = worldOf(code, history)
    const expected = JSON.stringify(traceOf(plain, plain.generators[number]!, inputs))
    const world = worldOf(code, history)
    const original = world.generators[number]!
    const data = written(original, world)
    if (data === null) {
      counts.refused++
      continue
    }
    counts.written++
    const again = deserialize(JSON.parse(JSON.stringify(data)), namesFor(world))
    if (JSON.stringify(serialize(again, namesFor(world))) !== JSON.stringify(data))
      throw new Error(`Generator ${number} is written otherwise after it was read`)
    const got = JSON.stringify(traceOf(world, again, inputs))
    if (got !== expected)
      throw new Error(`Generator ${number} goes on differently after it was read:\n${expected}\n${got}`)
    const untouched = JSON.stringify(traceOf(world, original, inputs))
    if (untouched !== expected)
      throw new Error(`Generator ${number} was changed by writing:\n${expected}\n${untouched}`)
  }
}

const written = (generator: Generator, world: World): Written | null => {
  try {
    return serialize(generator, namesFor(world))
  } catch (error) {
    if (error instanceof MultishotError && error.code === 'MS1101') return null
    throw error
  }
}

/** Data with one place changed: the place is found by going down, as often as there are choices. */
export interface Damage {
  readonly path: readonly number[]
  readonly put: unknown
}

const isHolder = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0

/** A copy of `data` in which the value at the path is another. */
export const damage = (data: unknown, { path, put }: Damage): unknown => {
  const root = JSON.parse(JSON.stringify({ data })) as { data: unknown }
  let holder: Record<string, unknown> = root
  let key = 'data'
  for (const turn of path) {
    const inner = holder[key]
    if (!isHolder(inner)) break
    holder = inner
    const keys = Object.keys(inner)
    key = keys[turn % keys.length]!
  }
  if (put === undefined) delete holder[key]
  else
    Object.defineProperty(holder, key, { value: put, enumerable: true, writable: true, configurable: true })
  return root.data
}

/**
 * Law: whatever the data, a generator comes of it or a MultishotError, the prototypes that everybody shares are as
 * they were, and the generator can be compared, written and resumed like any other.
 *
 * @throws an error that says what came instead
 */
export const assertHarmless = (data: unknown): 'read' | 'refused' => {
  const before = sharedKeys()
  const answer = tryToRead(data)
  if (sharedKeys() !== before) throw new Error(`Damaged data changed a prototype: ${JSON.stringify(data)}`)
  return answer
}

const sharedKeys = (): string =>
  [Object, Array, Function, Map].map(({ prototype }) => Reflect.ownKeys(prototype).map(String)).join()

const tryToRead = (data: unknown): 'read' | 'refused' => {
  try {
    const generator = deserialize(data as Written)
    equals(generator, generator)
    for (let i = 0; i < 3; i++) outcome(() => generator.next())
    return 'read'
  } catch (error) {
    if (error instanceof MultishotError) return 'refused'
    throw new Error(`Damaged data: ${JSON.stringify(data)}`, { cause: error })
  }
}
