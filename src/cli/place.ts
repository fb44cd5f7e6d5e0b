// Where in the user's files an error belongs. The user is shown file:line:column and the frames of their
// own code; frames of Node.js and of this library are never shown.

import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { threwNoError } from './errors.ts'

/** A place in a source, as `file:line:column`, the file as seen from the working directory. */
export type Place = string

/** Our own build, and our own sources, to which the maps of the build lead. */
const here = dirname(fileURLToPath(import.meta.url))
const own = [here + sep, join(dirname(here), 'src') + sep]

export function placeOf(file: string, line: number, column: number): Place {
  return `${displayed(file.startsWith('file:') ? fileURLToPath(file) : file)}:${line}:${column}`
}

/** A path as seen from the working directory, if it is below. */
export function displayed(path: string): string {
  const near = relative(process.cwd(), path)
  return near.startsWith('..') || isAbsolute(near) ? path : near
}

/**
 * An error as the user is shown it: place, message, and the user's frames if there are several. `fallback`
 * is the place of an error that has none, because it was made outside the user's code.
 */
export function describe(error: unknown, fallback: Place): string {
  if (!(error instanceof Error)) return `${fallback}: ${threwNoError(shown(error))}`
  const message = `${error.name}: ${error.message}`
  // A refused source: the message has its place and a picture of it.
  if (/^MS[25]/.test(String(Reflect.get(error, 'code')))) return error.message
  const frames = userFrames(error.stack ?? '')
  const place = pointedAt(error.stack ?? '') ?? frames[0]?.place ?? fallback
  const trace = frames.length > 1 ? frames.map((frame) => `\n    at ${frame.text}`).join('') : ''
  const cause = error.cause === undefined ? '' : `\n  caused by ${describe(error.cause, fallback)}`
  return `${place}: ${error.name === 'MultishotError' ? error.message : message}${trace}${cause}`
}

/** What was thrown, on one line. */
function shown(thrown: unknown): string {
  return typeof thrown === 'string' ? thrown : inspect(thrown, { depth: 2, breakLength: Infinity })
}

interface UserFrame {
  readonly text: string
  readonly place: Place
}

const FRAME = /^ {4}at (?:(.*) \()?((?:file:\/\/|\/|[A-Za-z]:[\\/]).*?):(\d+):(\d+)\)?$/gm

function userFrames(stack: string): readonly UserFrame[] {
  return Array.from(stack.matchAll(FRAME), ([, name, file, line, column]) => ({
    name,
    path: file!.startsWith('file:') ? fileURLToPath(file!) : file!,
    line: Number(line),
    column: Number(column),
  }))
    .filter(({ path }) => !own.some((folder) => path.startsWith(folder)))
    .map(({ name, path, line, column }) => {
      const place = placeOf(path, line, column)
      return { place, text: name === undefined ? place : `${name} (${place})` }
    })
}

/** Node.js puts the place of a module that cannot be linked or parsed before the message, with a caret. */
function pointedAt(stack: string): Place | undefined {
  const head = /^((?:file:\/\/|\/|[A-Za-z]:[\\/]).*):(\d+)\n.*\n( *)\^/.exec(stack)
  return head === null ? undefined : placeOf(head[1]!, Number(head[2]), head[3]!.length + 1)
}
