// The source map of a file that somebody else has compiled, from the comment at its end: in the comment or in a file
// beside it.
//
// Law: a map that cannot be read counts as none, as it does for Node.js and for bundlers.

import { readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SourceMapV3 } from '../compiler/index.ts'
import { mapComment, mapInUrl, mapOf } from '../compiler/map-comment.ts'

/** The map of what stands on disk as `filename`; null where it has none. */
export function mapBeside(source: string, filename: string): SourceMapV3 | null {
  const comment = mapComment(source)
  if (comment === null) return null
  if (comment.url.startsWith('data:')) return mapInUrl(comment.url)
  const path = pathOf(comment.url, dirname(filename))
  const map = path === undefined ? null : mapIn(path)
  return map && fromFolder(map, relative(dirname(filename), dirname(path!)))
}

/** The same, where `source` is what stands on disk: what was changed since is not what the map tells of. */
export function mapOnDisk(source: string, filename: string): SourceMapV3 | null {
  try {
    return readFileSync(filename, 'utf8') === source ? mapBeside(source, filename) : null
  } catch {
    return null
  }
}

/** Whether a source in a map is named by a URL, and not by a path. */
export function isUrl(source: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(source)
}

function pathOf(url: string, folder: string): string | undefined {
  try {
    if (url.startsWith('file:')) return fileURLToPath(url)
    return isUrl(url) ? undefined : resolve(folder, decodeURIComponent(url))
  } catch {
    return undefined
  }
}

function mapIn(path: string): SourceMapV3 | null {
  try {
    return mapOf(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** A map in another folder names its sources from there. */
function fromFolder(map: SourceMapV3, folder: string): SourceMapV3 {
  if (folder === '') return map
  const root = map.sourceRoot ?? ''
  return root.startsWith('/') || isUrl(root) ? map : { ...map, sourceRoot: `${folder}/${root}` }
}
