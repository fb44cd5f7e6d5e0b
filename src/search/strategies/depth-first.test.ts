import { expect, test } from 'vitest'
import { ChoicePoint } from '../choice-point.ts'
import { depthFirst } from './depth-first.ts'

class Point extends ChoicePoint {
  constructor() {
    super(null as never, 0, [], 1, 0)
  }
  take(): null {
    return null
  }
}

const points = () => [new Point(), new Point(), new Point()] as const

test('the point that was pushed last goes next, until it is spent', () => {
  const frontier = depthFirst.frontier()
  expect(frontier.next()).toBe(null)
  const [a, b] = points()
  frontier.push(a)
  expect(frontier.next()).toBe(a)
  frontier.push(b)
  expect([frontier.next(), frontier.next()]).toEqual([b, b])
  b.taken = 1
  expect(frontier.next()).toBe(a)
  a.taken = 1
  expect(frontier.next()).toBe(null)
})

test('a spent point is dropped by the point that its last branch became', () => {
  const frontier = depthFirst.frontier()
  const [a, b, c] = points()
  frontier.push(a)
  frontier.push(b)
  b.taken = 1
  frontier.push(c)
  expect(c.below).toBe(a)
  expect([...frontier]).toEqual([c, a])
})

test('a spent point is not among those left', () => {
  const frontier = depthFirst.frontier()
  const [a, b] = points()
  frontier.push(a)
  frontier.push(b)
  b.taken = 1
  expect([...frontier]).toEqual([a])
})

test('every search has its own frontier', () => {
  depthFirst.frontier().push(points()[0])
  expect(depthFirst.frontier().next()).toBe(null)
})
