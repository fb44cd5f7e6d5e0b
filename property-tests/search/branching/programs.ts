/**
 * Random nondeterministic programs as source text: choices and guards in nested generators, loops, closures and
 * `try`/`catch`/`finally`; options that are primitives, objects, both, or drawn one by one; arrays that branches
 * change, in some functions and not in others; errors wherever a branch happens to be.
 */
import fc from 'fast-check'

/** The functions of a program; each calls only those after it, so every branch ends. */
const FUNCTIONS = 4

const small = fc.integer({ min: 0, max: 3 })
const list = fc.array(small, { minLength: 1, maxLength: 3 }).map((all) => all.join(', '))

/** Options whose answer `x` becomes, as an expression. `options` may be empty in one kind only, so that trees grow. */
const choices: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: list.map((all) => `x = yield* amb(${all})`) },
  { weight: 3, arbitrary: list.map((all) => `x = yield* choose([${all}])`) },
  { weight: 2, arbitrary: list.map((all) => `x = yield* choose(drawn([${all}]))`) },
  { weight: 2, arbitrary: small.map((n) => `x = numberIn(yield* amb({ n: ${n} }, { n: x + 1 }))`) },
  { weight: 2, arbitrary: small.map((n) => `x = numberIn(yield* choose([1, { n: ${n} }, 2]))`) },
  { weight: 1, arbitrary: small.map((n) => `x = numberIn(yield* choose([shared, ${n}, shared]))`) },
  { weight: 1, arbitrary: fc.constant('x = (yield* amb(1, 2)) + (yield* amb(0, x))') },
  { weight: 1, arbitrary: fc.constant('x = yield* amb()') },
)

const conditions = fc.constantFrom(
  'x !== 1',
  'x < 3',
  'x !== y',
  'x % 2 === 0',
  'y < 5',
  'true',
  'x + y !== 2',
)

const statementsOf = (index: number): fc.Arbitrary<string> => {
  const callees = Array.from({ length: FUNCTIONS - index - 1 }, (_, i) => `f${index + 1 + i}`)
  const calls: fc.Arbitrary<string> =
    callees.length === 0 ? fc.constant('x++') : fc.constantFrom(...callees).map((f) => `x = yield* ${f}(x)`)
  const grammar = fc.letrec<{ block: string; statement: string }>((tie) => ({
    block: fc.array(tie('statement'), { maxLength: 3 }).map((all) => `{ ${all.join('; ')} }`),
    statement: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      choices,
      choices,
      conditions.map((condition) => `yield* guard(${condition})`),
      conditions.map((condition) => `if (!(${condition})) yield* fail()`),
      fc.constantFrom('y += x', 'log.push(x)', 'bump(x)', 'y = x'),
      calls,
      calls,
      conditions.map((condition) => `if (!(${condition})) throw new Error('x is ' + x)`),
      conditions.map((condition) => `if (!(${condition})) return x`),
      tie('block').map((block) => `for (let i = 0; i < 2; i++) ${block}`),
      fc.tuple(conditions, tie('block')).map(([condition, block]) => `if (${condition}) ${block}`),
      fc
        .tuple(tie('block'), tie('block'))
        .map(([body, handler]) => `try ${body} catch (error) { log.push(error.message); ${handler} }`),
      fc
        .tuple(tie('block'), tie('block'))
        .map(([body, last]) => `try ${body} finally { log.push('finally'); ${last} }`),
      tie('block').map((block) => `x = yield* either(function* () ${block}, () => inner(x))`),
      fc.tuple(calls, conditions).map(([call, c]) => `try { ${call}; yield* guard(${c}) } catch { y = 7 }`),
      ...callees.map((f) => fc.constant(`return yield* ${f}(y)`)),
    ),
  }))
  return fc
    .tuple(choices, fc.array(grammar.statement, { minLength: 2, maxLength: 5 }))
    .map(([choice, all]) => [choice, ...all].join('\n  '))
}

/** A function whose variables are clean unless it keeps an array or a closure. */
const functionOf = (index: number): fc.Arbitrary<string> =>
  fc.record({ clean: fc.boolean(), body: statementsOf(index) }).map(({ clean, body }) => {
    const own = clean ? '' : 'const log = []; let count = 0; const bump = (by) => { count += by }'
    const result = clean ? 'x + y' : `Number(String(x + y + count) + log.length)`
    return [
      `function* f${index}(x) {`,
      `  let y = x; ${own}`,
      `  function* inner(n) { yield* guard(n !== 1); return n + (yield* amb(0, 1)) }`,
      `  ${body}`,
      `  return ${result}`,
      '}',
    ].join('\n')
  })

const PRELUDE = `
const drawn = (elements) => ({ [Symbol.iterator]: () => elements.values() })
const numberIn = (option) => typeof option === 'object' ? ++option.n : option
const log = { push() {} }
const bump = () => {}
const shared = { n: 5 }
`

/** The text behind the imports of a module; `f0(1)` is the program. */
export const programs: fc.Arbitrary<string> = fc
  .tuple(...Array.from({ length: FUNCTIONS }, (_, index) => functionOf(index)))
  .map((functions) => [PRELUDE, ...functions].join('\n'))
