// The lines of the source around a place, with a mark under it.

/** What is longer is cut, around the place: a file may be one line. */
const WIDTH = 160
/** How much of a line that is cut stands before the place. */
const LEAD = 60

/** `line` counts from 1, `column` from 1. */
export function codeFrame(source: string, line: number, column: number): string {
  const lines = source.split('\n')
  const from = Math.max(1, line - 2)
  const to = Math.min(lines.length, line + 1)
  const width = String(to).length
  const start = (lines[line - 1] ?? '').length > WIDTH ? Math.max(0, column - 1 - LEAD) : 0
  const out: string[] = []
  for (let number = from; number <= to; number++) {
    const shown = cut(lines[number - 1]!, start)
    out.push(`${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${shown}`)
    const before = column - 1 - start + (start > 0 ? 1 : 0)
    if (number === line) out.push(`  ${' '.repeat(width)} | ${' '.repeat(before)}^`)
  }
  return out.join('\n')
}

function cut(line: string, start: number): string {
  const shown = line.slice(start, start + WIDTH)
  return `${start > 0 ? '…' : ''}${shown}${line.length > start + WIDTH ? '…' : ''}`
}
