// Why a search found nothing, or so little: which guards ended how many branches, and the branches that came
// furthest before they failed.

import type { Trace } from '../search/index.ts'
import { Lineage } from './lineage.ts'
import { placeText, short, variablesText, type TextOptions } from './text.ts'

export interface WhyNotOptions extends TextOptions {
  /** How many of the branches that came furthest are reported. Default: 3. */
  readonly furthest?: number
}

/** One guard, or one `fail`, and the branches that it ended. */
export interface Cause {
  /** Undefined where it gives none. */
  readonly reason: string | undefined
  readonly place: string
  readonly branches: number
}

/** A branch that failed. */
export interface FailedBranch {
  /** The line where it failed. */
  readonly line: number
  /** How many choices lay behind it. */
  readonly depth: number
  /** What it took at each choice. */
  readonly path: readonly string[]
  readonly reason: string | undefined
  readonly place: string
  readonly variables: string
}

export interface WhyNot {
  /** The one that ended the most branches first. */
  readonly causes: readonly Cause[]
  /**
   * Those with the most choices behind them; among equals, those that failed furthest down in their file, and then
   * the first that got there.
   */
  readonly furthest: readonly FailedBranch[]
  readonly solutions: number
  /** Branches that came to the state of another one. */
  readonly merged: number
  /** Choices that were not tried to the end. */
  readonly cut: number
}

/** The choices of a branch, the last one first. */
interface Path {
  readonly depth: number
  readonly taken: string
  readonly before: Path | null
}

/**
 * A trace that keeps count of failures; `report` says what it has heard so far.
 *
 * ```ts
 * import { amb, guard, solve } from 'multishot'
 * import { whyNot } from 'multishot/seeing'
 *
 * const { trace, report } = whyNot()
 * const found = solve(
 *   function* () {
 *     const n = yield* amb(1, 2, 3, 4)
 *     yield* guard(n % 2 === 0, 'n is even')
 *     yield* guard(n > 4, 'n is large')
 *   },
 *   { trace },
 * )
 * console.log(found.toArray(), report().causes.map(({ reason, branches }) => `${reason}: ${branches}`))
 * // → [] [ 'n is even: 2', 'n is large: 2' ]
 * ```
 */
export function whyNot(options: WhyNotOptions = {}): {
  readonly trace: Trace
  readonly report: () => WhyNot
} {
  const { show = short, showFile, furthest: most = 3 } = options
  const causes = new Map<string, { reason: string | undefined; place: string; branches: number }>()
  let furthest: FailedBranch[] = []
  let solutions = 0
  let merged = 0
  let cut = 0
  let hasEnded = false
  const paths = new Lineage<Path>(
    { depth: 0, taken: '', before: null },
    (before, { index, value, operator }) => ({
      depth: before.depth + 1,
      taken: operator ?? (value === undefined ? `alternative ${index + 1}` : show(value)),
      before,
    }),
  )

  const trace: Trace = (event) => {
    if (event.tag === 'end') {
      hasEnded = true
      return
    }
    // The search that had been stopped was resumed.
    if (hasEnded) cut = 0
    hasEnded = false
    const path = paths.of(event)
    if (event.tag === 'solution') solutions++
    if (event.tag === 'merged') merged++
    if (event.tag === 'cut' && !event.givenUp) cut++
    if (event.tag !== 'fail') return
    const { reason } = event
    const frames = event.frames()
    const place = placeText(frames, showFile)
    const key = `${place} ${reason}`
    const cause = causes.get(key) ?? { reason, place, branches: 0 }
    causes.set(key, { ...cause, branches: cause.branches + 1 })
    const reached = { depth: path.depth, line: frames[0]?.line ?? 0 }
    if (furthest.length >= most && !furthest.some((other) => isFurther(reached, other))) return
    const failed = {
      ...reached,
      path: takenOn(path),
      reason,
      place,
      variables: variablesText(frames, show),
    }
    furthest = [...furthest, failed].toSorted((a, b) => b.depth - a.depth || b.line - a.line).slice(0, most)
  }
  const report = (): WhyNot => ({
    causes: [...causes.values()].toSorted((a, b) => b.branches - a.branches),
    furthest,
    solutions,
    merged,
    cut,
  })
  return { trace, report }
}

type Reached = Pick<FailedBranch, 'depth' | 'line'>

function isFurther(a: Reached, b: Reached): boolean {
  return a.depth > b.depth || (a.depth === b.depth && a.line > b.line)
}

function takenOn(path: Path): string[] {
  const taken: string[] = []
  for (let at: Path = path; at.before !== null; at = at.before) taken.unshift(at.taken)
  return taken
}

/** The report as lines for people. */
export function whyNotText({ causes, furthest, solutions, merged, cut }: WhyNot): string[] {
  const failed = causes.reduce((sum, { branches }) => sum + branches, 0)
  const counts =
    `${failed} ${failed === 1 ? 'branch' : 'branches'} failed, ${solutions} came to a solution` +
    (merged === 0 ? '' : `, ${merged} to a state where another had been`)
  const width = Math.max(...causes.map(({ branches }) => String(branches).length))
  return [
    cut === 0
      ? `${counts}.`
      : `${counts}; the search was stopped before ${cut} choices had been tried to the end.`,
    ...causes.map(
      ({ branches, reason, place }) =>
        `  ${String(branches).padStart(width)}  ${reasonText(reason)}   ${place}`,
    ),
    ...(furthest.length === 0 ? [] : ['The branches that came furthest:']),
    ...furthest.flatMap(({ path, reason, place, variables }) => [
      `  ${path.join(' → ')}`,
      `    ${reasonText(reason)}   ${place} ${variables}`.trimEnd(),
    ]),
  ]
}

function reasonText(reason: string | undefined): string {
  return reason ?? '(no reason given)'
}
