// The one table that a run prints: the times of both sides with the spread over processes, the figure,
// and whether the target is reached.

import { nameOf, type Contender } from './contender.ts'
import type { Measurement } from './measure.ts'
import { figureOf, reaches, type Row } from './rows.ts'

type Measurements = ReadonlyMap<string, Measurement>

const header = ['', 'ours, ms', 'theirs, ms', 'figure', '', 'target', '']

/** Text of the table, columns padded, without a newline at its end. */
export function table(rows: readonly Row[], measurements: Measurements): string {
  return columns([header, ...rows.map((row) => cellsOf(row, measurements))])
}

/** Lines of cells, each column as wide as its widest cell. */
export function columns(cells: readonly (readonly string[])[]): string {
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)))
  return cells
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function cellsOf(row: Row, measurements: Measurements): readonly string[] {
  const figure = figureOf(row, measurements)
  const reached = reaches(figure, row.target)
  return [
    row.title,
    timeOf(row.ours, measurements),
    row.theirs === undefined ? '' : timeOf(row.theirs, measurements),
    figure.toPrecision(3),
    row.figure.tag,
    row.target.tag === 'none' ? '' : `${row.target.tag} ${row.target.bound}`,
    reached === undefined ? '' : reached ? 'pass' : 'MISS',
  ]
}

/** The median, then the fastest and the slowest process. */
function timeOf(contender: Contender, measurements: Measurements): string {
  const { milliseconds, fastest, slowest } = measurements.get(nameOf(contender))!
  return fastest === slowest
    ? short(milliseconds)
    : `${short(milliseconds)} (${short(fastest)} to ${short(slowest)})`
}

const short = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
