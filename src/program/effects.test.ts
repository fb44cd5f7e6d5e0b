import { describe, expect, test } from 'vitest'
import { FAILURE, PASS } from '../runtime/effect.ts'
import { MultishotError } from '../runtime/errors.ts'
import { amb, choose, cost, either, estimate, fail, guard, resource } from './index.ts'

describe('effects', () => {
  test.each([amb(1, 2), choose([1]), either(() => walk()), fail(), fail('why'), guard(true)])(
    'cannot be changed: $tag',
    (effect) => {
      const changed = ['tag', 'options', 'programs', 'reason'].filter(
        (name) => name in effect && Reflect.set(effect, name, null),
      )
      expect(changed).toEqual([])
    },
  )

  test('that say nothing of their own are shared', () => {
    expect(fail()).toBe(FAILURE)
    expect(guard(false)).toBe(FAILURE)
    expect(guard(true)).toBe(PASS)
    expect(guard(true, 'label')).toBe(PASS)
  })

  test('carry their reason', () => {
    expect(fail('why')).toMatchObject({ tag: 'fail', reason: 'why' })
    expect(guard(false, 'label')).toMatchObject({ tag: 'fail', reason: 'label' })
  })

  test('ask themselves when delegated to', () => {
    const choice = amb(1, 2)
    const asking = choice[Symbol.iterator]()
    expect(asking.next()).toEqual({ value: choice, done: false })
    expect(asking.next('answer')).toEqual({ value: 'answer', done: true })
  })
})

describe('choose', () => {
  test('keeps its options when their array, set or map changes', () => {
    const list = [1, 2]
    const set = new Set(list)
    const map = new Map([[1, 2]])
    const choices = [choose(list), choose(set), choose(map)]
    list.push(3)
    set.add(3)
    map.clear()
    expect(choices.map((choice) => choice.options)).toEqual([[1, 2], [1, 2], [[1, 2]]])
  })

  test('draws nothing from an iterable', () => {
    let drawn = 0
    const iterable: Iterable<number> = {
      [Symbol.iterator]() {
        drawn++
        return [1][Symbol.iterator]()
      },
    }
    expect(choose(iterable).options).toBe(iterable)
    expect(drawn).toBe(0)
  })

  test.each([5, null, undefined, {}, () => 1])('refuses %s, which cannot be iterated', (options) => {
    expect(() => choose(options as never)).toThrow(
      /^MS3101: choose\(options\) needs something that can be iterated/,
    )
  })

  test('takes a string', () => {
    expect(choose('ab').options).toBe('ab')
  })
})

test('either refuses what is no function', () => {
  expect(() => either(walk, 5 as never)).toThrow(/^MS3102: .* got 5 as alternative 2/)
  expect(() => either(walk() as never)).toThrow(/^MS3102: .* got a Generator object as alternative 1/)
})

test.each([-1, Number.NaN, '5', null, undefined, 5n])('cost refuses %o', (amount) => {
  expect(() => cost(amount as never)).toThrow(
    new MultishotError(
      'MS3105',
      `cost(amount) needs a number that is not negative, got ${told(amount)}. What is to become as large as possible is ` +
        `given to maximize(program, value).`,
    ),
  )
})

test.each([Number.NaN, '5', null, undefined, true])('estimate refuses %o', (amount) => {
  expect(() => estimate(amount as never)).toThrow(
    new MultishotError('MS3106', `estimate(amount) needs a number, got ${told(amount)}.`),
  )
})

test('cost and estimate take what is a number', () => {
  expect(
    [cost(0), cost(0.5), cost(Infinity), estimate(-1), estimate(Infinity)].map(({ tag }) => tag),
  ).toEqual(['pass', 'cost', 'cost', 'estimate', 'estimate'])
})

describe('resource', () => {
  const open = () => ({})
  const close = () => {}

  test.each([
    ['open', [undefined, close], 'undefined'],
    ['open', [{}, close], 'an object'],
    ['close', [open], 'undefined'],
    ['close', [open, { onFork: 'share' }], 'an object'],
    ['dup', [open, close, { onFork: 'dup' }], 'undefined'],
    ['dup', [open, close, { onFork: 'dup', dup: true }], 'true'],
  ])('refuses what is no function as `%s`', (name, args, got) => {
    expect(() => (resource as (...args: readonly unknown[]) => unknown)(...args)).toThrow(
      new MultishotError(
        'MS3103',
        `resource(open, close, options) needs a function as \`${name}\`, got ${got}. For example: resource(() => ` +
          `openSync(path), closeSync, { onFork: 'share' }).`,
      ),
    )
  })

  test.each([
    ['copy', '"copy"'],
    [true, 'true'],
    [null, 'null'],
  ])('refuses `onFork: %o`', (onFork, told) => {
    expect(() => resource(open, close, { onFork: onFork as never })).toThrow(
      new MultishotError(
        'MS3104',
        `The option \`onFork\` of resource must be 'share', 'dup' or 'refuse', but it is ${told}.`,
      ),
    )
  })
})

function told(amount: unknown): string {
  return typeof amount === 'string' ? JSON.stringify(amount) : String(amount)
}

function* walk() {
  return yield* amb(1, 2)
}
