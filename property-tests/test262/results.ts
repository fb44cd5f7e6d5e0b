/**
 * The results as text: a table with a line per mode and folder, and the tests that did not pass, gathered below
 * the reason that they share.
 */
import type { ModeName } from './modes.ts'
import type { Verdict } from './verdict.ts'

export type Results = Map<ModeName, ReadonlyMap<string, Verdict>>

const tags = ['passed', 'failed', 'refused', 'differs', 'skipped'] as const

export const table = (found: Results): string => {
  const rows = [...found].flatMap(([mode, verdicts]) => [
    ...[...byFolder(mode, verdicts)].map(([folder, each]) => [mode, folder, ...counts(each)]),
    [mode, '**all**', ...counts([...verdicts.values()])],
  ])
  return [
    '| mode | tests | passed | failed | refused | differs | skipped |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n')
}

export const results = (found: Results, version: string): string =>
  [
    '# Test262',
    `Written by \`node property-tests/test262/run.js PATH_OF_CHECKOUT --write\` on Node.js ${process.version}, with Test262 ${version}. Each test counts once for every strictness in which it is run.`,
    'Refused: by the compiler or by `clone`, with a code. Differs: fails by decision. Skipped: the engine itself does not pass, or (in `bodies`) the test cannot be moved into a generator.',
    table(found),
    ...[...found].flatMap(([mode, verdicts]) => [
      ...section(mode, 'failed', verdicts),
      ...section(mode, 'refused', verdicts),
      ...section(mode, 'differs', verdicts),
    ]),
    '',
  ].join('\n\n')

const section = (
  mode: ModeName,
  tag: 'failed' | 'refused' | 'differs',
  verdicts: ReadonlyMap<string, Verdict>,
): readonly string[] => {
  const groups = new Map<string, string[]>()
  for (const [name, verdict] of verdicts) {
    if (verdict.tag !== tag) continue
    const names = groups.get(cell(verdict.reason)) ?? []
    groups.set(cell(verdict.reason), [...names, name])
  }
  if (groups.size === 0) return []
  const largestFirst = [...groups].toSorted(([, a], [, b]) => b.length - a.length)
  return [
    `## \`${mode}\`: ${tag}`,
    ...largestFirst.map(([reason, names]) =>
      [`${reason} (${names.length}):`, '', ...names.map((name) => `- ${name}`)].join('\n'),
    ),
  ]
}

/** One line, without the position in the test, which would part what belongs together. */
const cell = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ \([^()]*:\d+:\d+\)/g, '')
    .slice(0, 160)

/** The folders that are named to the runner; of the ordinary tests, only the first two parts of their paths. */
const folderOf = (mode: ModeName, name: string): string =>
  name
    .split('/')
    .slice(0, mode === 'bodies' || name.startsWith('built-ins/') ? 2 : 3)
    .join('/')

const byFolder = (
  mode: ModeName,
  verdicts: ReadonlyMap<string, Verdict>,
): ReadonlyMap<string, readonly Verdict[]> => {
  const folders = new Map<string, Verdict[]>()
  for (const [name, verdict] of verdicts) {
    const folder = folderOf(mode, name)
    folders.set(folder, [...(folders.get(folder) ?? []), verdict])
  }
  return folders
}

const counts = (verdicts: readonly Verdict[]): readonly number[] =>
  tags.map((tag) => verdicts.filter((each) => each.tag === tag).length)
