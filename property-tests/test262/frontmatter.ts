/**
 * The description that each Test262 file carries between the marks of its front matter. Only the four keys that say how a
 * test is run are read (INTERPRETING.md of Test262, "Metadata"), in the two ways in which the files write lists.
 */

export interface Frontmatter {
  readonly flags: readonly string[]
  readonly includes: readonly string[]
  readonly features: readonly string[]
  readonly negative: Negative | null
}

/** The error that a negative test must end with, and when. */
export interface Negative {
  readonly phase: string
  readonly type: string
}

const block = /\/\*---\r?\n([\s\S]*?)---\*\//

export const frontmatterOf = (source: string): Frontmatter => {
  const text = block.exec(source)?.[1] ?? ''
  return {
    flags: list(text, 'flags'),
    includes: list(text, 'includes'),
    features: list(text, 'features'),
    negative: negative(text),
  }
}

/** The source without its description: what it says of generators is code. */
export const withoutFrontmatter = (source: string): string => source.replace(block, '')

/** `key: [a, b]`, or `key:` and a line `  - a` for each. */
const list = (text: string, key: string): readonly string[] => {
  const inline = new RegExp(`^${key}:\\s*\\[([^\\]]*)\\]`, 'm').exec(text)?.[1]
  const lines = new RegExp(`^${key}:\\s*\\n((?:\\s+-\\s.*\\n?)+)`, 'm').exec(text)?.[1]
  const items = inline?.split(',') ?? lines?.split('\n').map((line) => line.replace(/^\s*-/, '')) ?? []
  return items.map((item) => item.trim()).filter((item) => item !== '')
}

const negative = (text: string): Negative | null => {
  const lines = /^negative:\s*\n((?:[ \t]+.*\n?)+)/m.exec(text)?.[1]
  if (lines === undefined) return null
  const value = (key: string): string => new RegExp(`${key}:\\s*(\\S+)`).exec(lines)?.[1] ?? ''
  return { phase: value('phase'), type: value('type') }
}
