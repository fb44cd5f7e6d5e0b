// What a fork copies, for people to read: how much, of which variables, and how it need not be.

import type { Copied } from '../runtime/index.ts'
import type { TextOptions } from './text.ts'

const number = new Intl.NumberFormat('en-US')

/** Variables that are named; the others have less on them. */
const NAMED = 3

/**
 * One line about a choice at which each fork copies much, as the option `copies` of `solve` tells it.
 *
 * ```ts
 * import { amb, solve } from 'multishot'
 * import { copiesText } from 'multishot/seeing'
 *
 * function* sudoku() {
 *   const board = Array.from({ length: 9 }, () => new Array<number>(9).fill(0))
 *   board[4]![4] = yield* amb(1, 2)
 *   return board[4]![4]
 * }
 * const copies = solve(sudoku, { copiesAbove: 50, copies: (copied) => console.log(copiesText(copied).split(' at')[0]) })
 * console.log(...copies)
 * // → each fork in sudoku copies 90 values (10 objects)
 * // → 1 2
 * ```
 */
export function copiesText(
  copied: Copied,
  { showFile = (file) => file }: Pick<TextOptions, 'showFile'> = {},
): string {
  const { functionName, file, line, column, objects, values } = copied
  const variables = copied.variables()
  const named = variables
    .slice(0, NAMED)
    .map((each) =>
      each.name === 'for'
        ? `${number.format(each.values)} of what a loop in ${nameOf(each.functionName)} iterates`
        : `${number.format(each.values)} of \`${each.name}\`${each.functionName === functionName ? '' : ` in ${nameOf(each.functionName)}`}`,
    )
  return (
    `each fork in ${nameOf(functionName)} copies ${number.format(values)} values (${number.format(objects)} ${objects === 1 ? 'object' : 'objects'}) ` +
    `at ${showFile(file)}:${line}:${column}${named.length === 0 ? '' : `: ${named.join(', ')}`}. ` +
    'Make new objects where old ones are changed, and nothing is copied (`multishot compile --explain` tells what is in the ' +
    'way), keep them in Immutable.js collections, or let all branches have one with `share(value)`.'
  )
}

function nameOf(functionName: string): string {
  return functionName === '' ? 'an anonymous generator' : functionName
}
