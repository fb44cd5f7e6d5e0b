// What is shown of a search besides its solutions: the trace while it runs; the report and the tree when it has
// ended, however it ended.

import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import {
  cut,
  growTree,
  ports,
  treeToDot,
  treeToHtml,
  treeToJson,
  treeToMermaid,
  treeToSvg,
  whyNot,
  whyNotText,
  type ChoiceTree,
} from '../seeing/index.ts'
import type { Trace } from '../search/index.ts'
import { displayed } from './place.ts'
import { treeFormatOf, type View } from './run-arguments.ts'
import { printed } from './solution.ts'

export interface Viewer {
  /** Undefined when nothing is to be shown: then the search is not traced. */
  readonly trace: Trace | undefined
  /** Prints and writes what was asked for. Throws if a file cannot be written. */
  readonly finish: () => void
}

/** `file` is the program, `print` takes a line for people. */
export function openView(view: View, file: string, print: (line: string) => void): Viewer {
  const options = { show, showFile: displayed }
  const traces: Trace[] = []
  const finishing: (() => void)[] = []
  if (view.trace) traces.push(ports(print, options))
  if (view.whyNot) {
    const { trace, report } = whyNot(options)
    traces.push(trace)
    finishing.push(() => whyNotText(report()).forEach(print))
  }
  const { tree: output } = view
  if (output !== undefined) {
    const { trace, tree } = growTree(options)
    traces.push(trace)
    finishing.push(() => writeFileSync(output, treeText(tree(), output, basename(file))))
  }
  return {
    trace: traces.length === 0 ? undefined : (event) => traces.forEach((trace) => trace(event)),
    finish: () => finishing.forEach((finish) => finish()),
  }
}

function treeText(tree: ChoiceTree, output: string, program: string): string {
  const format = treeFormatOf(output)!
  switch (format) {
    case 'svg':
      return treeToSvg(tree)
    case 'html':
      return treeToHtml(tree, program)
    case 'dot':
      return treeToDot(tree)
    case 'mmd':
      return treeToMermaid(tree)
    case 'json':
      return treeToJson(tree)
    default:
      return format satisfies never
  }
}

/** A value in one line that is not too long; strings in quotes, so that they cannot be taken for anything else. */
function show(value: unknown): string {
  return cut(typeof value === 'string' ? JSON.stringify(value) : printed(value, 'text'), 72)
}
