// Every message of the search, one function each (MS30xx): what was given to `solve` that it cannot
// search, and what a program asked that nobody answers.

import { Effect, placeOf } from '../runtime/index.ts'
import type { Frame } from '../runtime/index.ts'
import { kindOf, MultishotError } from '../runtime/errors.ts'

export function notAProgram(given: unknown): MultishotError {
  return new MultishotError(
    'MS3001',
    `solve(program) expected a generator function without parameters, got ${kindOf(given)}. ` +
      `Write solve(function* () { … }), or of a generator function that takes arguments: solve(() => queens(8)).`,
  )
}

export function isAClass(name: string): MultishotError {
  return new MultishotError(
    'MS3001',
    `solve(program) expected a generator function without parameters, got the class ${name}. ` +
      `Write solve(() => new ${name}(…).method()), where the method is a generator.`,
  )
}

export function hasParameters(name: string, count: number): MultishotError {
  const program = name === '' ? 'program' : name
  return new MultishotError(
    'MS3002',
    `solve(program) expected a generator function without parameters, got ${program} with ${count}. ` +
      `Give it its arguments: solve(() => ${program}(…)).`,
  )
}

export function madeNoGenerator(made: unknown): MultishotError {
  if (made instanceof Effect)
    return new MultishotError(
      'MS3003',
      `solve(program) expected a generator function without parameters, got a function that returned the effect '${made.tag}' without asking for it. ` +
        `Ask for it: solve(function* () { return yield* … }).`,
    )
  return new MultishotError(
    'MS3003',
    `solve(program) expected a generator function without parameters, got a function that returned ${kindOf(made)}. ` +
      `Write function* instead of function, or return the generator that it makes.`,
  )
}

export function badBound(name: string, given: unknown): MultishotError {
  return new MultishotError(
    'MS3004',
    `solve's option ${name} must be a number that is not negative, got ${kindOf(given)}.`,
  )
}

export function notAListener(name: string, given: unknown): MultishotError {
  return new MultishotError('MS3025', `solve's option ${name} must be a function, got ${kindOf(given)}.`)
}

export function notAStrategy(given: unknown): MultishotError {
  const name = typeof given === 'function' && given.name !== '' ? given.name : null
  const advice = name === null ? 'Give one, such as `depthFirst` or `bestFirst()`' : `Call it: \`${name}()\``
  return new MultishotError(
    'MS3026',
    `solve's option strategy must be a strategy, an object with a method frontier, got ${kindOf(given)}. ${advice}.`,
  )
}

export function lateBound(name: 'depth' | 'frontier'): MultishotError {
  return new MultishotError(
    'MS3023',
    `resume(status, { ${name} }) bounds a search that has kept no account of its branches until now. Give the bound to ` +
      `solve as well: solve(program, { ${name}: Infinity }), if it is to hold later only.`,
  )
}

/** A program yielded what the search has no answer to; `stack` is where it waits for one. */
export function notAnEffect(yielded: unknown, stack: Frame): MultishotError {
  const where = whereIs(stack)
  if (yielded instanceof Effect) {
    return new MultishotError(
      'MS3005',
      `the program asked for the effect '${yielded.tag}' (${kindOf(yielded)})${where}, which solve does not answer; it answers amb, choose, ` +
        `either, fail, guard and note. Handle it before: let a generator that drives the program answer it, or use the solver that it belongs to.`,
    )
  }
  return new MultishotError(
    'MS3006',
    `the program yielded ${kindOf(yielded)}${where}, which is not an effect, so the search cannot answer it. ${mend(yielded)}`,
  )
}

/** The suspension point in the user's source. A frame of the runtime's own has none, but stands above one that has. */
function whereIs(stack: Frame | null): string {
  for (let frame: Frame | null = stack; frame !== null; frame = frame.$parent) {
    const place = placeOf(frame)
    if (place === undefined) continue
    const { functionName, file, line, column } = place
    return ` in ${functionName === '' ? 'a function' : functionName} (${file}:${line}:${column})`
  }
  return ''
}

function mend(yielded: unknown): string {
  if (typeof yielded === 'function')
    return 'Call it: `yield* f()` runs another generator function as a part of this one.'
  if (typeof Object(yielded).then === 'function')
    return 'Only `await` waits, in an `async function*` that is given to solveAsync.'
  if (typeof Object(yielded).next === 'function')
    return 'Write `yield*` with the star to run it as a part of the program.'
  return 'Give the value back with `return`, or offer it as an option: `yield* amb(a, b, c)`.'
}

export function streamNeedsItself(): MultishotError {
  return new MultishotError(
    'MS3007',
    'a stream was walked while its next solution was being computed, so that solution would depend on itself. ' +
      'Start another search inside the program: solve(inner).',
  )
}

export function notAValue(given: unknown): MultishotError {
  return new MultishotError(
    'MS3008',
    `the value of an answer that is to be optimised must be a number, got ${kindOf(given)}. Return one from the function ` +
      `that optimize, minimize or maximize was given.`,
  )
}

export function notAPriority(given: unknown): MultishotError {
  return new MultishotError(
    'MS3009',
    `a priority must be a number, got ${kindOf(given)}. A variable of the program is among \`variables\` only where it is ` +
      `live: where its value will still be read after the choice.`,
  )
}

export function cannotMerge(strategy: string): MultishotError {
  return new MultishotError(
    'MS3010',
    `the strategy ${strategy} cannot merge: it says { merges: false }, because it decides by the way that a branch has come, ` +
      `so a state that was seen may have to be explored once more. Leave out \`merge\`, or take one of the strategies of multishot.`,
  )
}

export function badWidth(given: unknown): MultishotError {
  return new MultishotError(
    'MS3012',
    `beam({ width }) needs a number from 1, got ${kindOf(given)}: so many branches of each level are kept.`,
  )
}

export function notResumable(reason: string): MultishotError {
  return new MultishotError(
    'MS3011',
    `resume(status) needs the status of a search that a bound has stopped and that nobody has resumed yet; this one says ` +
      `'${reason}'. Give it \`stream.status\` of the stream that solve made. A search whose branches have something open is ` +
      `closed by its bounds, unless it is given { resumable: true }.`,
  )
}

/** `option` is about the search as a whole. */
export function optionOfSolve(option: string): MultishotError {
  return new MultishotError(
    'MS3018',
    `resume(status, { ${option} }) has no say over \`${option}\`: the search goes on as solve was told. Give \`${option}\` to solve.`,
  )
}

export function notAMeasure(option: 'min' | 'max', given: unknown): MultishotError {
  return new MultishotError(
    'MS3013',
    `the option \`${option}\` of tabled must give a number for each answer, but it gave ${kindOf(given)}.`,
  )
}

function called(name: string): string {
  return name === '' ? 'a tabled function' : `the tabled function ${name}`
}

export function needsItsOwnAnswers(name: string, stack: Frame): MultishotError {
  return new MultishotError(
    'MS3014',
    `${called(name)} was asked for its answers${whereIs(stack)}, inside an operator such as once, not or collect, in order to find its own ` +
      `answers. What the operator makes of them would depend on how many are known by then. Call it outside of the operator, ` +
      `or give the recursion arguments that become smaller.`,
  )
}

export function notAKey(name: string, at: number, given: unknown, stack: Frame): MultishotError {
  return new MultishotError(
    'MS3015',
    `argument ${at + 1} of ${called(name)}${whereIs(stack)} is ${kindOf(given)}, which holds something whose copy is not the same, so its ` +
      `table would never be found again. Arguments are primitives, plain objects, arrays and collections of Immutable.js.`,
  )
}

export function commitInTabled(name: string): MultishotError {
  return new MultishotError(
    'MS3016',
    `a branch of ${called(name)} asked for commit(), which would give up branches that others wait for. Put what it ` +
      `commits to into a scope of its own: yield* scope(function* () { … }).`,
  )
}

export function asyncProgram(name: string, start: Frame | null): MultishotError {
  const program = name === '' ? 'the program' : `the program ${name}`
  return new MultishotError(
    'MS3019',
    `${program} is an async generator${whereIs(start)}, and solve does not wait for what it awaits. Give it to solveAsync, or ` +
      `write it as \`function*\`.`,
  )
}

export function badConcurrency(given: unknown): MultishotError {
  return new MultishotError(
    'MS3020',
    `solveAsync's option concurrency must be a whole number from 1, or Infinity, got ${kindOf(given)}: so many branches may ` +
      `await something at a time.`,
  )
}

export function awaitsInTable(name: string, stack: Frame): MultishotError {
  return new MultishotError(
    'MS3021',
    `${called(name)} came to an await${whereIs(stack)}. Its answers are for all who ask, and nobody may wait meanwhile. ` +
      `Await before, and pass what came as an argument.`,
  )
}

export function resumesAsync(): MultishotError {
  return new MultishotError(
    'MS3022',
    'resume(status) goes on without waiting, but this is the status of an async program. Write resumeAsync(status).',
  )
}

export function cannotTable(strategy: string): MultishotError {
  return new MultishotError(
    'MS3017',
    `the strategy ${strategy} cannot search with tabled functions: it says { merges: false }, because it decides by the way ` +
      `that a branch has come, but the answers of a table come from everywhere. Take one of the strategies of multishot.`,
  )
}

export function restOfAnotherSearch(stack: Frame): MultishotError {
  return new MultishotError(
    'MS3024',
    `the rest of a program that was split was run${whereIs(stack)} in another search, but its branches belong to the search in which ` +
      `it was split. Take it apart there, or give the other search the program itself.`,
  )
}
