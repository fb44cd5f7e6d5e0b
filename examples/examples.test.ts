// Every example prints what stands beside it. A program's solutions are printed as the command line
// prints them; a script is imported and its output collected. An example without an expected output
// fails here, so none can be forgotten.

import { readFileSync, readdirSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { solve, solveAsync, type Nondeterminism, type Program } from 'multishot'
import { printed } from '../src/cli/solution.ts'

const directory = new URL('.', import.meta.url)
const contents = readFileSync(new URL('README.md', directory), 'utf8')

const examples = readdirSync(directory)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length))

/** What `multishot run` writes for one solution. */
const asText = (value: unknown): string => printed(value, 'text')

/** All lines that an example prints: a program's solutions, or a script's own output. */
async function linesOf(example: string): Promise<string[]> {
  const script = vi.spyOn(console, 'log').mockImplementation(() => {})
  const exports = (await import(/* @vite-ignore */ `./${example}.ts`)) as {
    default?: Program<unknown, Nondeterminism>
  }
  const logged = script.mock.calls.map((values) => values.map(asText).join(' '))
  script.mockRestore()
  const program = exports.default
  if (program === undefined) return logged
  const solutions = isAsync(program) ? await solveAsync(program).toArray() : solve(program).toArray()
  return solutions.map(asText)
}

function isAsync(program: object): boolean {
  return Object.prototype.toString.call(program) === '[object AsyncGeneratorFunction]'
}

test.each(examples)('%s stands in the table of contents', (example) => {
  expect(contents).toContain(`](${example}.ts)`)
})

test.each(examples)('%s has less than 80 lines', (example) => {
  const lines = readFileSync(new URL(`${example}.ts`, directory), 'utf8')
    .trimEnd()
    .split('\n')
  expect(lines.length).toBeLessThan(80)
})

test.each(examples)(
  '%s prints its expected output',
  async (example) => {
    const expected = readFileSync(new URL(`${example}.expected.txt`, directory), 'utf8')
    expect(`${(await linesOf(example)).join('\n')}\n`).toBe(expected)
  },
  30_000,
)
