// The examples in the documentation: every `ts` or `js` block of the Markdown files and of the docstrings
// in `src`. Each is a module of its own, that Vite loads from here, so our plugin compiles it like any
// file. A block says what it prints in comments, `// → text`, one for each line, in order.
//
// A block marked `no-run`, as in ```` ```ts no-run ````, is shown only: it starts something or needs files.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

export interface DocExample {
  /** The file, from the root, and the line that the block starts in. */
  readonly name: string
  /** What it is imported as. */
  readonly id: string
  readonly code: string
  /** The lines that it says it prints. */
  readonly output: readonly string[]
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** Every example that is to be run. */
export function docExamples(): DocExample[] {
  const within = (folder: string, pattern: RegExp, recursive = true): string[] => {
    const path = join(root, folder)
    if (!existsSync(path)) return []
    const files = readdirSync(path, { recursive, encoding: 'utf8' })
    return files.filter((file) => pattern.test(file)).map((file) => join(path, file))
  }
  const pages = [...within('', /\.md$/, false), ...within('docs', /\.md$/)]
  const files = [...pages, ...within('src', /(?<!\.test)\.ts$/)]
  return files.flatMap(examplesIn)
}

/** A fence, after what stands before every line of it: nothing in Markdown, ` * ` in a docstring. */
const FENCE = /^([ \t]*\*?[ \t]*)```(?:ts|js)\b([^\n]*)\n(.*?)^[ \t]*\*?[ \t]*```$/gms

function examplesIn(file: string): DocExample[] {
  const text = readFileSync(file, 'utf8')
  return Array.from(text.matchAll(FENCE))
    .filter(([, , marks]) => !marks!.includes('no-run'))
    .map(({ index, 1: margin, 3: block }) => {
      const line = text.slice(0, index).split('\n').length
      const lines = block!.split('\n').map((content) => content.slice(margin!.length))
      return {
        name: `${relative(root, file)}:${line}`,
        id: `${file}.example-${line}.ts`,
        // So that an error names the line of the page.
        code: '\n'.repeat(line) + lines.join('\n'),
        output: lines.flatMap((content) => /\/\/ → ?(.*)$/.exec(content)?.[1] ?? []),
      }
    })
}

/** Serves the examples as modules. */
export function docExampleModules(): Plugin {
  const isExample = (id: string): boolean => /\.example-\d+\.ts$/.test(id)
  return {
    name: 'doc-examples',
    resolveId: (id) => (isExample(id) ? id : null),
    load: (id) =>
      isExample(id) ? (docExamples().find((example) => id.endsWith(example.id))?.code ?? null) : null,
  }
}
