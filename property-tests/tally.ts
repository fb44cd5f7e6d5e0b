/**
 * Counts what became of random programs: held (and of how many something is proved), refused (by code), broken.
 */
import type { Verdict } from './case.ts'

export interface Tally {
  held: number
  proven: number
  broken: number
  readonly refused: Map<string, number>
}

export const noTally = (): Tally => ({ held: 0, proven: 0, broken: 0, refused: new Map() })

export const count = (tally: Tally, verdict: Verdict): void => {
  if (verdict.tag === 'held') {
    tally.held += 1
    if (verdict.proven) tally.proven += 1
  } else
    for (const code of new Set(verdict.codes)) tally.refused.set(code, (tally.refused.get(code) ?? 0) + 1)
}

export const printTally = ({ held, proven, broken, refused }: Tally): string => {
  const codes = [...refused].toSorted(([, one], [, other]) => other - one)
  const skipped = codes.map(([code, times]) => `${code} ${times}`).join(', ')
  return `${held} held (${proven} with a proof), ${broken} broken, refused: ${skipped === '' ? 'none' : skipped}`
}
