// How far a search has come, in one line: while it runs, and when it has ended.

import type { Effort } from '../search/index.ts'

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** `1,204 steps (310,000/s), 15 choice points, 3 solutions, 0.4 s` */
export function progressLine(effort: Effort, seconds: number): string {
  const rate = number.format(effort.steps / Math.max(seconds, 0.001))
  return `${counted(effort.steps, 'step')} (${rate}/s), ${counts(effort)}, ${seconds.toFixed(1)} s`
}

/** `exhausted: 92 solutions, 15,720 choice points, 31,202 steps, 0.42 s` */
export function endLine(reason: string, effort: Effort, solutions: number, seconds: number): string {
  const { choicePoints, steps } = effort
  const parts = [
    counted(solutions, 'solution'),
    counted(choicePoints, 'choice point'),
    counted(steps, 'step'),
  ]
  return `${reason}: ${parts.join(', ')}, ${seconds.toFixed(2)} s`
}

/** Every count of a search, each in a line of its own. */
export function statsText(effort: Effort, seconds: number): string {
  const { steps, choicePoints, solutions, failures, merged, copied, depth } = effort
  const rows: readonly (readonly [string, string])[] = [
    ['solutions', number.format(solutions)],
    ['failed branches', number.format(failures)],
    ['forks (choice points)', number.format(choicePoints)],
    ['steps', number.format(steps)],
    ['merged states', number.format(merged)],
    ['copied objects', number.format(copied)],
    ['deepest branch', counted(depth, 'choice')],
    ['seconds', seconds.toFixed(3)],
    ['steps a second', number.format(steps / Math.max(seconds, 0.001))],
    ['peak memory', `${number.format(process.resourceUsage().maxRSS / 1024)} MB`],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}\n`).join('')
}

function counts({ choicePoints, solutions }: Effort): string {
  return `${counted(choicePoints, 'choice point')}, ${counted(solutions, 'solution')}`
}

function counted(count: number, noun: string): string {
  return `${number.format(count)} ${noun}${count === 1 ? '' : 's'}`
}
