import { expect, test } from 'vitest'
import { Watch } from './watch.ts'

const unbounded = {
  steps: Infinity,
  forks: Infinity,
  frontier: Infinity,
  memory: Infinity,
  time: Infinity,
  signal: undefined,
  clock: () => 0,
  attended: false,
}
const empty = { waiting: 0, points: [] }

test('without clock and signal it hardly looks', () => {
  const watch = new Watch({ ...unbounded, clock: () => expect.fail('read the clock') })
  watch.begin(0)
  expect(watch.look(0, 0, empty)).toBe(null)
  expect(watch.lookAt).toBeGreaterThan(100_000)
  watch.pause()
})

test('it asks to be called when the steps are used up', () => {
  const watch = new Watch({ ...unbounded, steps: 7 })
  watch.begin(0)
  expect(watch.look(0, 0, empty)).toBe(null)
  expect(watch.lookAt).toBe(7)
  expect(watch.look(7, 0, empty)).toBe('steps')
})

test('it asks to be called when each step from now on could have come to a bound', () => {
  const watch = new Watch({ ...unbounded, forks: 8, frontier: 20 })
  watch.begin(0)
  expect(watch.look(0, 2, empty)).toBe(null)
  expect(watch.lookAt).toBe(7)
  expect(watch.look(7, 5, { waiting: 18, points: [] })).toBe(null)
  expect(watch.lookAt).toBe(10)
  expect(watch.look(10, 9, empty)).toBe('forks')
})

test('it counts what waits before it says that too much does', () => {
  const watch = new Watch({ ...unbounded, frontier: 20 })
  watch.begin(0)
  const search = { waiting: 21, points: [] }
  expect(watch.look(0, 0, search)).toBe(null)
  expect(search.waiting).toBe(0)
})

test('it looks more and more rarely at quick steps, but at least every 1024', () => {
  let now = 0
  const watch = new Watch({ ...unbounded, attended: true, clock: () => now })
  watch.begin(0)
  const intervals: number[] = []
  for (let steps = 0; steps < 10_000; steps = watch.lookAt) {
    now = steps / 1e6
    watch.look(steps, 0, empty)
    intervals.push(watch.lookAt - steps)
  }
  expect(intervals.slice(0, 4)).toEqual([1, 2, 4, 8])
  expect(Math.max(...intervals)).toBe(1024)
})

test('it looks at every step when steps are slow', () => {
  let now = 0
  const watch = new Watch({ ...unbounded, time: 50, clock: () => now })
  watch.begin(0)
  let steps = 0
  while (watch.look(steps, 0, empty) === null) {
    steps = watch.lookAt
    now = steps * 5
  }
  expect(steps).toBe(10)
})

test('time between pause and begin is not spent', () => {
  let now = 0
  const watch = new Watch({ ...unbounded, time: 10, clock: () => now })
  for (let pulls = 0; pulls < 3; pulls++) {
    watch.begin(0)
    expect(watch.look(pulls, 0, empty)).toBe(null)
    now += 3
    watch.pause()
    now += 1000
  }
  watch.begin(0)
  now += 1
  expect(watch.look(4, 0, empty)).toBe('time')
})
