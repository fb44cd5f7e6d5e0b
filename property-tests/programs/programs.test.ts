import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withDeadline } from '../deadline.ts'
import { nativeRun } from '../native.ts'
import { stepsOf } from '../oracle.ts'
import type { Step } from '../run.ts'
import { scripts } from '../scripts.ts'
import { allForms, asyncForms, cover, noCoverage, programs, unknownHere } from './index.ts'
import { shrinks } from './shrink.ts'
import { print } from './print.ts'
import type { List, Node } from './phrase.ts'

const seed = 20_260
const many = 800

const sample = fc.sample(programs(), { numRuns: many, seed })
const drivers = fc.sample(scripts(), { numRuns: many, seed })

const size = (node: Node): number =>
  1 + (node.kind === 'list' ? node.items : node.holes).reduce((sum, inner) => sum + size(inner), 0)

const weigh = (tree: List): number => size(tree) + print(tree).length

describe('random programs', () => {
  test('parse', () => {
    // oxlint-disable-next-line no-new-func -- parsing is what is tested
    for (const { source } of sample) expect(() => new Function(source)).not.toThrow()
  })

  test('end, and do the same when they are run again', () => {
    const before = Object.keys(globalThis)
    let suspensions = 0
    for (const [index, { source }] of sample.entries()) {
      const script = drivers[index] ?? []
      const run = (): readonly Step[] => stepsOf((options) => nativeRun(source, options), script)
      const once = withDeadline(5000, run)
      expect(run()).toEqual(once)
      suspensions += once.filter(({ result }) => result.includes('done: false')).length
    }
    expect(suspensions).toBeGreaterThan(2 * many)
    expect(Object.keys(globalThis)).toEqual(before)
  })

  test('contain every form, and yields in many places', () => {
    const coverage = noCoverage()
    for (const { tree } of sample) cover(coverage, tree)
    const left = allForms.filter(
      (form) => form !== 'mappedArguments' && !asyncForms.has(form) && !unknownHere.has(form),
    )
    expect(left.filter((form) => !coverage.forms.has(form))).toEqual([])
    expect(coverage.suspended.size).toBeGreaterThan(80)
  })

  test('contain every form of async generators where the main one is async', () => {
    const coverage = noCoverage()
    for (const { source, tree } of fc.sample(programs({ async: true }), { numRuns: 200, seed })) {
      // oxlint-disable-next-line no-new-func -- parsing is what is tested
      expect(() => new Function(source)).not.toThrow()
      cover(coverage, tree)
    }
    const left = [...asyncForms].filter((form) => !coverage.forms.has(form) && !unknownHere.has(form))
    expect(left).toEqual(['yieldAsyncOverSync'])
    expect([...coverage.suspended.keys()].filter((hole) => hole.startsWith('await')).length).toBeGreaterThan(
      2,
    )
  })

  test('leave out a form of weight 0', () => {
    const coverage = noCoverage()
    const few = programs({ weights: { tryFinally: 0, tryCatchFinally: 0, closuresOfLoop: 0 } })
    for (const { tree } of fc.sample(few, { numRuns: 200, seed })) cover(coverage, tree)
    expect(coverage.forms.has('tryFinally') || coverage.forms.has('closuresOfLoop')).toBe(false)
  })

  test('shrink to smaller trees only', () => {
    for (const { tree } of sample.slice(0, 10)) {
      for (const smaller of shrinks(tree)) expect(size(smaller)).toBeLessThanOrEqual(size(tree))
      expect([...shrinks(tree)].some((smaller) => weigh(smaller) < weigh(tree))).toBe(true)
    }
  })

  test('shrink to little more than what fails', () => {
    const details = fc.check(
      fc.property(programs(), ({ source }) => !source.includes('finally')),
      { seed, numRuns: 500 },
    )
    const [shrunk] = details.counterexample ?? []
    expect(shrunk?.source.length).toBeLessThan(400)
  })
})
