// What the command has to say itself, one function per message. The messages of the compiler, the runtime
// and the search come with their codes and are only given a place.

import { dirname } from 'node:path'
import { kindOf, MultishotError } from '../runtime/errors.ts'

export function noSuchFile(file: string): string {
  return `no such file: ${file}`
}

export function notAFile(file: string): string {
  return `not a file: ${file}`
}

export function noProgram(file: string): string {
  return `no program: ${file}. Name the JavaScript or TypeScript file that exports one.`
}

export function noSuchFolder(file: string): string {
  return `no such folder: ${dirname(file)}, where --tree ${file} would be written`
}

export function noSource(path: string): string {
  return `no JavaScript or TypeScript: ${path}`
}

export function overwrites(source: string, output: string): string {
  return `${output}, compiled from ${source}, would be written over a source. Name another folder with --out.`
}

export function sameOutput(first: string, second: string, output: string): string {
  return `${first} and ${second} would both be written to ${output}. Rename one of them.`
}

export function cannotWrite(reason: unknown): string {
  return `cannot write: ${reason instanceof Error ? reason.message : String(reason)}`
}

export function badCombination(option: string, strategy: string, owners: readonly string[]): string {
  const others = owners.map((owner) => `--strategy ${owner}`).join(' or ')
  return `option '--${option}' goes with ${others}, but the strategy is ${strategy}.`
}

export function needsWidth(): string {
  return `--strategy beam needs to know how many branches of each level it keeps: add --width, such as --width 100.`
}

/** `thrown` is not an error, which would have said where it was made. */
export function threwNoError(thrown: string): string {
  return `the program threw ${thrown}, which has no place. Throw an \`Error\`: it knows its line.`
}

/** `option` is the one that names the export. */
export function noSuchExport(name: string, names: readonly string[], option: string): MultishotError {
  const wanted = name === 'default' ? 'no default export' : `no export named ${name}`
  const known = names.length === 0 ? 'it exports nothing' : `it exports ${names.join(', ')}`
  const mend =
    name === 'default' && option === '--export'
      ? 'Write `export default function* () { … }`, or name another export with --export.'
      : `Name one of its exports with ${option}${option === '--strategy' ? ' export:NAME' : ''}.`
  return new MultishotError('MS4001', `the file has ${wanted}; ${known}. ${mend}`)
}

export function notJson(count: number, reason: unknown): MultishotError {
  const why = reason instanceof Error ? reason.message.split('\n')[0] : String(reason)
  return new MultishotError(
    'MS4002',
    `solution ${count} cannot be written as JSON: ${why}. Return plain data, or leave out --json.`,
  )
}

export function notAFunction(name: string, option: string, given: unknown): MultishotError {
  return new MultishotError(
    'MS4003',
    `${option} names the export ${name}, which must be a function that gives a number, but it is ${kindOf(given)}.`,
  )
}

export function notAStrategy(name: string, given: unknown): MultishotError {
  return new MultishotError(
    'MS4004',
    `--strategy names the export ${name}, which must be a strategy, { name, frontier() { … } }, but it is ${kindOf(given)}. ` +
      `If a function makes it, export what that returns.`,
  )
}

export function programExited(file: string, code: number): string {
  return `${file}: the program ended the process itself, with exit code ${code}`
}
