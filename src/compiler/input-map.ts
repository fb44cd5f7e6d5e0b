// The map of a file that is itself the output of a compiler. It leads from there to what the user wrote.
//
// Law: a position that the map knows is told as the user's; any other stays one of the file.

import remapping from '@jridgewell/remapping'
import { encodedMap, FlattenMap, originalPositionFor } from '@jridgewell/trace-mapping'
import type { TraceMap } from '@jridgewell/trace-mapping'
import type { Origins } from './position.ts'
import type { SourceMapV3 } from './source-map.ts'

/** `map`, which stands beside the file `filename`, with sources named from where that is named from. */
export function resolvedMap(map: SourceMapV3, filename: string): TraceMap {
  const trace: TraceMap = new FlattenMap(map as never, filename)
  const sources = trace.sources.map((source, at) => (source === null ? null : trace.resolvedSources[at]!))
  return new FlattenMap({ ...encodedMap(trace), sources, sourceRoot: undefined } as never)
}

export function originsIn(input: TraceMap): Origins {
  return (position) => {
    const { source, line, column } = originalPositionFor(input, position)
    return source === null ? null : { source, line, column }
  }
}

/** What leads to a file, made to lead on through the file's own map. */
export function composed(map: SourceMapV3, input: TraceMap | SourceMapV3): SourceMapV3 {
  const {
    version,
    sources,
    sourcesContent = [],
    names,
    mappings,
  } = remapping([map as never, input as never], () => null) as unknown as SourceMapV3
  return { version, ...(map.file != null && { file: map.file }), sources, sourcesContent, names, mappings }
}
