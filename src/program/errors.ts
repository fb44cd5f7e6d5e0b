// Every message of the effects, one function each (MS31xx): an effect that is given what it cannot ask.

import { MultishotError, kindOf } from '../runtime/errors.ts'

export function notIterable(options: unknown): MultishotError {
  return new MultishotError(
    'MS3101',
    `choose(options) needs something that can be iterated, got ${kindOf(options)}. To choose among values written ` +
      `out one by one, use amb(a, b, c).`,
  )
}

export function notAnAlternative(program: unknown, index: number): MultishotError {
  return new MultishotError(
    'MS3102',
    `either(...programs) needs generator functions without parameters, got ${kindOf(program)} as alternative ${index + 1}. ` +
      `To choose among values, use amb(a, b, c); of a generator, give the function that makes it: either(() => walk(tree)).`,
  )
}

export function notAFunction(name: 'open' | 'close' | 'dup', value: unknown): MultishotError {
  return new MultishotError(
    'MS3103',
    `resource(open, close, options) needs a function as \`${name}\`, got ${kindOf(value)}. For example: ` +
      `resource(() => openSync(path), closeSync, { onFork: 'share' }).`,
  )
}

export function badOnFork(value: unknown): MultishotError {
  return new MultishotError(
    'MS3104',
    `The option \`onFork\` of resource must be 'share', 'dup' or 'refuse', but it is ${kindOf(value)}.`,
  )
}

export function badCost(amount: unknown): MultishotError {
  return new MultishotError(
    'MS3105',
    `cost(amount) needs a number that is not negative, got ${kindOf(amount)}. What is to become as large as possible ` +
      `is given to maximize(program, value).`,
  )
}

export function badEstimate(amount: unknown): MultishotError {
  return new MultishotError('MS3106', `estimate(amount) needs a number, got ${kindOf(amount)}.`)
}

export function notASubProgram(what: string, program: unknown): MultishotError {
  return new MultishotError(
    'MS3107',
    `${what} must be a generator function without parameters, got ${kindOf(program)}. Of a generator, give the ` +
      `function that makes it: once(() => walk(tree)).`,
  )
}

export function notATabledFunction(body: unknown): MultishotError {
  return new MultishotError(
    'MS3108',
    `tabled(body, options) needs a generator function, got ${kindOf(body)}. Write tabled(function* (from) { … }).`,
  )
}

export function tabledInsideABranch(name: string): MultishotError {
  return new MultishotError(
    'MS3109',
    `tabled(${name === '' ? 'function*' : name}) was called by a branch of a search, with a function that uses variables of ` +
      `the branch: its answers would be remembered for other branches too. Move it out of the program, and give it what ` +
      `it needs as arguments.`,
  )
}

export function badTabledOption(name: string, wanted: string, given: unknown): MultishotError {
  return new MultishotError(
    'MS3110',
    `The option \`${name}\` of tabled must be ${wanted}, but it is ${kindOf(given)}.`,
  )
}

export function notABudget(given: unknown): MultishotError {
  return new MultishotError(
    'MS3111',
    `within(budget, program) needs an object with bounds as its budget, got ${kindOf(given)}. For example: ` +
      `within({ steps: 1000 }, program).`,
  )
}

export function unknownBound(name: string, known: readonly string[]): MultishotError {
  return new MultishotError(
    'MS3112',
    `within(budget, program) knows no bound \`${name}\`; it knows ${known.join(', ')}.`,
  )
}

export function badBudget(name: string, given: unknown): MultishotError {
  return new MultishotError(
    'MS3113',
    `The bound \`${name}\` of within must be a number that is not negative, got ${kindOf(given)}.`,
  )
}
