// The command line: what may be written there, and what it means. Nothing is run here.

import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { addRun, type RunOptions } from './run-arguments.ts'

/** What the arguments ask for. */
export type Task = RunOptions | CompileCommand | NothingToDo

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
  /** Whether compiled code says in comments which line of the source it comes from. */
  readonly comments: boolean
  /** Whether it is told what forks copy, and why. */
  readonly explain: boolean
}

export type RuntimeChoice = 'import' | 'require' | { readonly global: string }

/** The arguments ask for nothing: help was asked for and given (0), or they are wrong (2). */
export interface NothingToDo {
  readonly tag: 'nothing'
  readonly exitCode: 0 | 2
}

const FIRST_STEPS = `
Write a program, for example in coins.ts:

  import { amb, guard } from 'multishot'

  export default function* () {
    const first = yield* amb('heads', 'tails')
    const second = yield* amb('heads', 'tails')
    yield* guard(first === 'heads' || second === 'heads')
    return [first, second]
  }

and have its solutions printed: multishot run coins.ts
multishot run --help shows how to bound, order, watch and explain a search.`

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
    .showHelpAfterError('(multishot --help shows how)')
    .addHelpText('after', FIRST_STEPS)
    .exitOverride()
  addRun(command, (options) => (task = options))
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
    .option('--comments', 'say above compiled code which line of the source it comes from')
    .option('--explain', 'tell which variables forks share, and which line makes them copy the others')
    .addHelpText('after', COMPILE_EXAMPLES)
    .showHelpAfterError('(multishot compile --help shows how)')
    .action((path: string, given: GivenCompile) => {
      const { out, runtime, map, comments = false, explain = false } = given
      task = { tag: 'compile', path, out, runtime, map, comments, explain }
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
  readonly comments?: true
  readonly explain?: true
}

function runtimeChoice(text: string): RuntimeChoice {
  if (text === 'import' || text === 'require') return text
  const name = /^global:([\p{ID_Start}$_][\p{ID_Continue}$]*)$/u.exec(text)?.[1]
  if (name === undefined) throw new InvalidArgumentError('Write import, require or global:NAME.')
  return { global: name }
}
