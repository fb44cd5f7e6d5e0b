// A crawler: every way from the first page to a link that leads nowhere. The program reads one page after the other as
// if there were only one link on each; the search follows all of them, several at a time if it may:
// multishot run dead-links.ts --concurrency 8

import { readFile } from 'node:fs/promises'
import { choose, guard } from 'multishot'

const site = new URL('site/', import.meta.url)

/** The text of a page; undefined if there is none. */
async function read(page: string): Promise<string | undefined> {
  try {
    return await readFile(new URL(page, site), 'utf8')
  } catch {
    return undefined
  }
}

function linksIn(text: string): string[] {
  return Array.from(text.matchAll(/\]\(([^)]+)\)/g), ([, page]) => page!)
}

export default async function* () {
  const way: string[] = []
  let page = 'index.md'
  for (;;) {
    way.push(page)
    const text = await read(page)
    if (text === undefined) return way.join(' → ')
    page = yield* choose(linksIn(text))
    yield* guard(!way.includes(page), 'a page that is new on this way')
  }
}
