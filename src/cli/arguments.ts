// The command line: what may be written there, and what it means. Nothing is run here.

import { Command, CommanderError, InvalidArgumentError } from 'commander'
import type { Format } from './solution.ts'

/** What the arguments ask for. */
export type Task = RunOptions | CompileCommand | NothingToDo

/** `multishot run`, understood. */
export interface RunOptions {
  readonly tag: 'run'
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
  /** What is shown of the search besides its solutions. */
  readonly view: View
  /** Whether all counts are printed at the end. */
  readonly stats: boolean
}

export interface View {
  /** Whether each step is printed. */
  readonly trace: boolean
  /** The file that the tree of choices is written to. */
  readonly tree: string | undefined
  /** Whether it is reported what failed. */
  readonly whyNot: boolean
}

/** How a tree of choices can be written: the endings of file names. */
export const treeFormats = ['svg', 'html', 'dot', 'mmd', 'json'] as const
export type TreeFormat = (typeof treeFormats)[number]

/** `multishot compile`, understood. */
export interface CompileCommand {
  readonly tag: 'compile'
  /** A file or a folder. */
  readonly path: string
  /** The folder that is written to. */
  readonly out: string
  /** How compiled code gets the runtime. Undefined: each file by its own module system. */
  readonly runtime: RuntimeChoice | undefined
  /** Whether source maps are written. */
  readonly map: boolean
  /** Whether it is told what forks copy, and why. */
  readonly explain: boolean
}

export type RuntimeChoice = 'import' | 'require' | { readonly global: string }

/** The arguments ask for nothing: help was asked for and given (0), or they are wrong (2). */
export interface NothingToDo {
  readonly tag: 'nothing'
  readonly exitCode: 0 | 2
}

const RUN_EXAMPLES = `
Examples:
  $ multishot run queens.ts                     every solution, each on its line
  $ multishot run queens.ts --limit 1 --json    the first one, as JSON
  $ multishot run lib.ts --export coins --expect-some
  $ multishot run zebra.ts --why-not            which guard ended how many branches
  $ multishot run zebra.ts --tree zebra.html    the tree of choices, to be folded and unfolded

Everything but the solutions is written to stderr.

Exit codes:
  0  the search ended, was bounded or was interrupted
  1  the program failed, or found nothing with --expect-some
  2  the command line was wrong`

const COMPILE_EXAMPLES = `
Every JavaScript and TypeScript file is written, with its types stripped; other files are not copied.

Examples:
  $ multishot compile src --out dist            the tree under src, each file with its source map
  $ multishot compile page.js --out public --runtime global:multishotRuntime

Exit codes:
  0  every file is written
  1  a file does not compile, or cannot be written; in the first case none is
  2  the command line was wrong`

/** Reads the arguments after the command's name. Writes help to stdout, complaints to stderr. */
export function parseArguments(args: readonly string[], version: string): Task {
  let task: Task | undefined
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
    .option('--trace', 'print each choice, option and failure, with its place and the variables there')
    .option(
      '--tree <file>',
      'write the tree of choices to a file whose name ends in .svg, .html, .dot, .mmd or .json',
      treeFile,
    )
    .option('--why-not', 'report which guards ended how many branches, and which branches came furthest')
    .option('--stats', 'print all counts of the search at its end')
    .addHelpText('after', RUN_EXAMPLES)
    .action((file: string, given: GivenRun) => {
      task = {
        tag: 'run',
        file,
        exportName: given.export,
        limit: given.limit ?? Infinity,
        timeout: given.timeout ?? Infinity,
        format: given.json ? 'json' : 'text',
        expectSome: given.expectSome ?? false,
        view: { trace: given.trace ?? false, tree: given.tree, whyNot: given.whyNot ?? false },
        stats: given.stats ?? false,
      }
    })
  command
    .command('compile')
    .description('Compile the generators of a file, or of all files in a folder.')
    .argument('<path>', 'a TypeScript or JavaScript file, or a folder of them')
    .requiredOption('--out <folder>', 'the folder to write to')
    .option(
      '--runtime <how>',
      'how compiled code gets the runtime: import, require or global:NAME (default: as each file imports)',
      runtimeChoice,
    )
    .option('--no-map', 'write no source maps')
    .option('--explain', 'tell which variables forks share, and which line makes them copy the others')
    .addHelpText('after', COMPILE_EXAMPLES)
    .action((path: string, given: GivenCompile) => {
      const { out, runtime, map, explain = false } = given
      task = { tag: 'compile', path, out, runtime, map, explain }
    })
  try {
    command.parse(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return nothing(error.exitCode === 0 ? 0 : 2)
    throw error
  }
  return task ?? nothing(2)
}

function nothing(exitCode: 0 | 2): NothingToDo {
  return { tag: 'nothing', exitCode }
}

/** What commander hands to the action of `compile`. */
interface GivenCompile {
  readonly out: string
  readonly runtime?: RuntimeChoice
  readonly map: boolean
  readonly explain?: true
}

/** What commander hands to the action of `run`. */
interface GivenRun {
  readonly export: string
  readonly limit?: number
  readonly timeout?: number
  readonly json?: true
  readonly expectSome?: true
  readonly trace?: true
  readonly tree?: string
  readonly whyNot?: true
  readonly stats?: true
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

/** The format that the name of a file asks for. */
export function treeFormatOf(file: string): TreeFormat | undefined {
  return treeFormats.find((format) => file.endsWith(`.${format}`))
}

function treeFile(text: string): string {
  if (treeFormatOf(text) === undefined)
    throw new InvalidArgumentError('Write the name of a file that ends in .svg, .html, .dot, .mmd or .json.')
  return text
}

function runtimeChoice(text: string): RuntimeChoice {
  if (text === 'import' || text === 'require') return text
  const name = /^global:([\p{ID_Start}$_][\p{ID_Continue}$]*)$/u.exec(text)?.[1]
  if (name === undefined) throw new InvalidArgumentError('Write import, require or global:NAME.')
  return { global: name }
}
