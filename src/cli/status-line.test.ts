import { expect, test } from 'vitest'
import { endLine, progressLine } from './status-line.ts'

const effort = {
  steps: 31_202,
  choicePoints: 1,
  solutions: 92,
  failures: 20_000,
  merged: 0,
  copied: 0,
  depth: 8,
}

test('the progress says how fast the search is', () => {
  expect(progressLine(effort, 2)).toBe('31,202 steps (15,601/s), 1 choice point, 92 solutions, 2.0 s')
})

test('the last line says why the search ended', () => {
  expect(endLine('exhausted', effort, 92, 0.4249)).toBe(
    'exhausted: 92 solutions, 1 choice point, 31,202 steps, 0.42 s',
  )
})
