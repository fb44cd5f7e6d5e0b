// What the command has to say itself, one function per message. The messages of the compiler, the runtime
// and the search come with their codes and are only given a place.

import { MultishotError } from '../runtime/errors.ts'

export function noSuchFile(file: string): string {
  return `no such file: ${file}`
}

export function notAFile(file: string): string {
  return `not a file: ${file}`
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

export function noSuchExport(name: string, names: readonly string[]): MultishotError {
  const wanted = name === 'default' ? 'no default export' : `no export named ${name}`
  const known = names.length === 0 ? 'it exports nothing' : `it exports ${names.join(', ')}`
  const mend =
    name === 'default'
      ? 'Write `export default function* () { … }`, or name another export with --export.'
      : 'Name one of its exports with --export.'
  return new MultishotError('MS4001', `the file has ${wanted}; ${known}. ${mend}`)
}

export function notJson(count: number, reason: unknown): MultishotError {
  const why = reason instanceof Error ? reason.message.split('\n')[0] : String(reason)
  return new MultishotError(
    'MS4002',
    `solution ${count} cannot be written as JSON: ${why}. Return plain data, or leave out --json.`,
  )
}

export function programExited(file: string, code: number): string {
  return `${file}: the program ended the process itself, with exit code ${code}`
}
