// The command line: what may be written there, and what it means. Nothing is run here.

import { Command, CommanderError, InvalidArgumentError } from 'commander'
import type { Format } from './solution.ts'

/** `multishot run`, understood. */
export interface RunOptions {
  readonly file: string
  /** The export that is the program. */
  readonly exportName: string
  /** The most solutions. */
  readonly limit: number
  /** The most seconds. */
  readonly timeout: number
  readonly format: Format
  /** Whether finding no solution is a failure. */
  readonly expectSome: boolean
}

/** The arguments say nothing to run: help was asked for and given (0), or they are wrong (2). */
export interface NothingToRun {
  readonly exitCode: 0 | 2
}

const EXAMPLES = `
Examples:
  $ multishot run queens.ts                     every solution, each on its line
  $ multishot run queens.ts --limit 1 --json    the first one, as JSON
  $ multishot run lib.ts --export coins --expect-some

Exit codes:
  0  the search ended, was bounded or was interrupted
  1  the program failed, or found nothing with --expect-some
  2  the command line was wrong`

/** Reads the arguments after the command's name. Writes help to stdout, complaints to stderr. */
export function parseArguments(args: readonly string[], version: string): RunOptions | NothingToRun {
  let options: RunOptions | undefined
  const command = new Command('multishot')
    .description('Nondeterminism as ordinary generator code.')
    .version(version, '-v, --version')
    .helpCommand(false)
    .showHelpAfterError('(multishot --help shows what can be written)')
    .exitOverride()
  command
    .command('run')
    .description('Print the solutions of a program, each as soon as it is found.')
    .argument('<file>', 'a TypeScript or JavaScript module that exports the program')
    .option(
      '--export <name>',
      'the export that is the program, a generator function without parameters',
      'default',
    )
    .option('--limit <n>', 'stop after n solutions', wholeNumber)
    .option('--timeout <seconds>', 'stop after so many seconds', seconds)
    .option('--json', 'print one JSON value a line')
    .option('--expect-some', 'fail if there is no solution')
    .addHelpText('after', EXAMPLES)
    .action((file: string, given: Given) => {
      options = {
        file,
        exportName: given.export,
        limit: given.limit ?? Infinity,
        timeout: given.timeout ?? Infinity,
        format: given.json ? 'json' : 'text',
        expectSome: given.expectSome ?? false,
      }
    })
  try {
    command.parse(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return { exitCode: error.exitCode === 0 ? 0 : 2 }
    throw error
  }
  return options ?? { exitCode: 2 }
}

/** What commander hands to the action. */
interface Given {
  readonly export: string
  readonly limit?: number
  readonly timeout?: number
  readonly json?: true
  readonly expectSome?: true
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Write a whole number from 1 on.')
  return Number(text)
}

function seconds(text: string): number {
  if (!/^(?:\d+\.?\d*|\.\d+)$/.test(text) || !(Number(text) > 0)) {
    throw new InvalidArgumentError('Write a number of seconds, such as 10 or 0.5.')
  }
  return Number(text)
}
