// The comment at the end of a file that says where its source map is.

import type { SourceMapV3 } from './source-map.ts'

export interface MapComment {
  readonly url: string
  /** The line that it stands in. */
  readonly start: number
  readonly end: number
}

/** The last such comment of `source`, if only blank lines and comments come behind it; null otherwise. */
export function mapComment(source: string): MapComment | null {
  const at = source.lastIndexOf('sourceMappingURL=')
  if (at < 0) return null
  const start = source.lastIndexOf('\n', at) + 1
  const [line = '', ...others] = source.slice(start).split('\n')
  const url = /^\s*\/\/[#@]\s*sourceMappingURL=([^\s'"`]+)\s*$/.exec(line)?.[1]
  if (url === undefined || others.some((other) => !/^\s*(?:\/\/.*)?$/.test(other))) return null
  return { url, start, end: start + line.length }
}

/** The map that `url` holds itself; null where it holds none. */
export function mapInUrl(url: string): SourceMapV3 | null {
  const data = /^data:[^,]*?(;base64)?,(.*)$/.exec(url)
  if (data === null) return null
  try {
    return mapOf(data[1] === undefined ? decodeURIComponent(data[2]!) : decoded(data[2]!))
  } catch {
    return null
  }
}

function decoded(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (each) => each.charCodeAt(0)))
}

/** The map that is written in `text`; null where it is none: who reads maps takes broken ones for none. */
export function mapOf(text: string): SourceMapV3 | null {
  try {
    const map = JSON.parse(text) as (Partial<SourceMapV3> & { readonly sections?: unknown }) | null
    const isMap = map?.version === 3 && (typeof map.mappings === 'string' || Array.isArray(map.sections))
    return isMap ? (map as SourceMapV3) : null
  } catch {
    return null
  }
}
