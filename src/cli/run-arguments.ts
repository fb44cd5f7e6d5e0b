// The command line of `multishot run`: its options in groups, and which of them go together.

import { Command, InvalidArgumentError } from 'commander'
import type { Budget } from '../program/index.ts'
import { badCombination, needsWidth } from './errors.ts'
import type { Format } from './solution.ts'
import { isKnown, known, strategies } from './strategies.ts'
import type { Growth, StrategyChoice, StrategyOptions } from './strategies.ts'

/** `multishot run`, understood. */
export interface RunOptions {
  readonly tag: 'run'
  readonly file: string
  /** The export that is the program. */
  readonly exportName: string
  readonly strategy: StrategyChoice
  /** Whether branches that come to the same state are one. */
  readonly merge: boolean
  /** How many branches may await something at a time. */
  readonly concurrency: number | undefined
  readonly bounds: Budget
  readonly format: Format
  /** Whether finding no solution is a failure. */
  readonly expectSome: boolean
  /** What is shown of the search besides its solutions. */
  readonly view: View
  /** Whether all counts are printed at the end. */
  readonly stats: boolean
  /** How many values a fork may copy without a warning. */
  readonly copiesAbove: number
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

const names = Object.keys(strategies)
const longest = Math.max(...names.map((name) => name.length))

const EXPLANATIONS = `
Strategies, by what they explore first:
${Object.entries(strategies)
  .map(([name, { meaning }]) => `  ${name.padEnd(longest)}  ${meaning}`)
  .join('\n')}
  ${'export:NAME'.padEnd(longest)}  a strategy of your own, which the file exports

Examples:
  $ multishot run queens.ts                     every solution, each on its line
  $ multishot run queens.ts --limit 1 --json    the first one, as JSON
  $ multishot run lib.ts --export coins --expect-some
  $ multishot run puzzle.ts --strategy best-first --merge --limit 1 --stats
  $ multishot run crawler.ts --concurrency 8    an async program, eight branches under way at a time
  $ multishot run layout.ts --strategy beam --width 100 --timeout 10
  $ multishot run zebra.ts --why-not            which guard ended how many branches
  $ multishot run zebra.ts --tree zebra.html    the tree of choices, to be folded and unfolded

Everything but the solutions is written to stderr. Where a bound stopped the search, the last line names it.

Exit codes:
  0  the search ended, was bounded or was interrupted
  1  the program failed, or found nothing with --expect-some
  2  the command line was wrong`

/** Adds `run` to the command; `understood` gets what was asked for. */
export function addRun(command: Command, understood: (options: RunOptions) => void): void {
  const run = command
    .command('run')
    .description('Print the solutions of a program, each as soon as it is found.')
    .argument('<file>', 'a TypeScript or JavaScript module that exports the program')
    .option(
      '--export <name>',
      'the export that is the program, a generator function without parameters, which may be async',
      'default',
    )
    .optionsGroup('What is printed:')
    .option('--json', 'one JSON value a line')
    .option('--expect-some', 'fail if there is no solution')
    .option('--stats', 'all counts of the search, at its end')
    .option('--trace', 'each choice, option and failure, with its place and the variables there')
    .option('--why-not', 'which guards ended how many branches, and which branches came furthest')
    .option(
      '--tree <file>',
      'write the tree of choices to a file whose name ends in .svg, .html, .dot, .mmd or .json',
      treeFile,
    )
    .option('--copies-above <n>', 'a warning where a fork copies more than n values', wholeNumber, 1000)
    .optionsGroup('When to stop:')
    .option('--limit <n>', 'after n solutions', wholeNumber)
    .option('--timeout <seconds>', 'after so many seconds', seconds)
    .option('--steps <n>', 'after n steps; each takes a branch to its next choice or to its end', wholeNumber)
    .option('--forks <n>', 'after n choices, on whichever branch', wholeNumber)
    .option('--depth <n>', 'where a branch comes to more than n choices; the others go on', wholeNumber)
    .option('--frontier <n>', 'when more than n choices wait for their turn', wholeNumber)
    .option('--memory <MB>', 'when the branches that wait hold about so many megabytes', megabytes)
    .optionsGroup('What to explore first:')
    .option('--strategy <name>', 'which branch goes next, see below', strategyName, 'depth-first')
    .option('--merge', 'explore what several branches come to only once')
    .option(
      '--concurrency <n>',
      'async programs: how many branches may await something at a time (1)',
      wholeNumber,
    )
    .option('--start <n>', 'iterative-deepening: the most choices in the first round (1)', wholeNumber)
    .option(
      '--next <growth>',
      'iterative-deepening: from round to round n more, +n, or n times as many, xn (+1)',
      growth,
    )
    .option('--width <n>', 'beam: how many branches of each level are kept', wholeNumber)
    .option(
      '--priority <export>',
      'best-first, beam: the exported function that gives a branch a number; the least goes first',
    )
    .option('--seed <n>', 'random-restarts, monte-carlo: another seed, another search (1)', integer)
    .option('--unit <steps>', 'random-restarts: how long the shortest run is (128)', wholeNumber)
    .option('--exploration <weight>', 'monte-carlo: how much it tries what it hardly knows (0.7)', weight)
    .option(
      '--reward <export>',
      'monte-carlo: the exported function that says what a solution is worth (less what it has cost)',
    )
    .addHelpText('after', EXPLANATIONS)
    .showHelpAfterError('(multishot run --help shows how)')
    .action((file: string, given: Given) => {
      const strategy = strategyOfGiven(given)
      const wrong = wrongTogether(strategy)
      if (wrong !== undefined) run.error(`error: ${wrong}`)
      understood({
        tag: 'run',
        file,
        exportName: given.export,
        strategy,
        merge: given.merge ?? false,
        concurrency: given.concurrency,
        bounds: boundsOfGiven(given),
        format: given.json ? 'json' : 'text',
        expectSome: given.expectSome ?? false,
        view: { trace: given.trace ?? false, tree: given.tree, whyNot: given.whyNot ?? false },
        stats: given.stats ?? false,
        copiesAbove: given.copiesAbove,
      })
    })
}

/** What commander hands to the action. */
interface Given extends StrategyOptions {
  readonly export: string
  readonly strategy: StrategyChoice['name']
  readonly merge?: true
  readonly concurrency?: number
  readonly limit?: number
  readonly timeout?: number
  readonly steps?: number
  readonly forks?: number
  readonly depth?: number
  readonly frontier?: number
  readonly memory?: number
  readonly json?: true
  readonly expectSome?: true
  readonly trace?: true
  readonly tree?: string
  readonly whyNot?: true
  readonly stats?: true
  readonly copiesAbove: number
}

function boundsOfGiven({ limit, timeout, steps, forks, depth, frontier, memory }: Given): Budget {
  const time = timeout === undefined ? undefined : timeout * 1000
  const bytes = memory === undefined ? undefined : memory * 2 ** 20
  return defined({ solutions: limit, time, steps, forks, depth, frontier, memory: bytes })
}

function strategyOfGiven(given: Given): StrategyChoice {
  const { strategy: name, start, next, width, priority, seed, unit, exploration, reward } = given
  return { name, ...defined({ start, next, width, priority, seed, unit, exploration, reward }) }
}

function defined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields
}

/** What is to be said of options that each are right, but not together. */
function wrongTogether(choice: StrategyChoice): string | undefined {
  const { name, ...given } = choice
  const takes = known(name)?.takes ?? []
  for (const option of Object.keys(given) as (keyof StrategyOptions)[]) {
    if (takes.includes(option)) continue
    const owners = Object.entries(strategies).filter(([, known]) => known.takes.some((own) => own === option))
    return badCombination(
      option,
      name,
      owners.map(([owner]) => owner),
    )
  }
  return name === 'beam' && given.width === undefined ? needsWidth() : undefined
}

function strategyName(text: string): string {
  if (isKnown(text) || /^export:./.test(text)) return text
  throw new InvalidArgumentError(`Write ${names.join(', ')} or export:NAME.`)
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Write a whole number from 1 on.')
  return Number(text)
}

function integer(text: string): number {
  if (!/^-?\d+$/.test(text)) throw new InvalidArgumentError('Write a whole number.')
  return Number(text)
}

const NUMBER = /^(?:\d+\.?\d*|\.\d+)$/

function seconds(text: string): number {
  if (!NUMBER.test(text) || !(Number(text) > 0)) {
    throw new InvalidArgumentError('Write a number of seconds, such as 10 or 0.5.')
  }
  return Number(text)
}

function megabytes(text: string): number {
  if (!NUMBER.test(text) || !(Number(text) > 0))
    throw new InvalidArgumentError('Write a number of megabytes, such as 500.')
  return Number(text)
}

function weight(text: string): number {
  if (!NUMBER.test(text)) throw new InvalidArgumentError('Write a number from 0 on, such as 0.7.')
  return Number(text)
}

function growth(text: string): Growth {
  const [, sign, digits] = /^([+x])(\d+)$/.exec(text) ?? []
  const amount = Number(digits)
  if (sign === '+' && amount >= 1) return { by: 'sum', amount }
  if (sign === 'x' && amount >= 2) return { by: 'product', amount }
  throw new InvalidArgumentError('Write +n for n more choices in each round, or xn for n times as many.')
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
