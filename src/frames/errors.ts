// Every message about frames that are written down, one function each (MS11xx).

import { kindOf, MultishotError, named, placed } from '../runtime/errors.ts'
import type { Place } from '../runtime/errors.ts'

/** `path` leads to the value from a variable of the frame that stands at `place`. */
export function cannotWrite(
  value: unknown,
  why: string,
  path: string,
  place: Place | undefined,
): MultishotError {
  return new MultishotError(
    'MS1101',
    `cannot write down ${named(path)}${placed(place)}: it holds ${kindOf(value)}, ${why}. ` +
      `Either (1) do not keep it in a variable across a yield, (2) name it: \`modules: { helpers }\` with a module or record that has it, ` +
      `or (3) say how it is written and read: \`codecs: { Its: { is, write, read } }\`.`,
  )
}

export function unknownCode(module: string, name: string, isLoaded: boolean): MultishotError {
  const what = name === '' ? 'a function without a name' : `the function ${name}`
  return new MultishotError(
    'MS1102',
    isLoaded
      ? `the data stands in ${what} of ${module}, which has no such function any more. Read it with the version that wrote it.`
      : `the data stands in ${what} of ${module}, which is not loaded. Import that module, compiled, before reading.`,
  )
}

export function changedCode(module: string, name: string): MultishotError {
  const what = name === '' ? 'A function without a name' : `The function ${name}`
  return new MultishotError(
    'MS1103',
    `${what} of ${module} has changed since the data was written, so its variables would no longer fit. ` +
      `Read it with the version that wrote it, or start again.`,
  )
}

export function unknownName(what: 'module' | 'codec' | 'property', name: string): MultishotError {
  const mend =
    what === 'codec'
      ? `Give the same codecs as when it was written: \`codecs: { ${name}: … }\``
      : 'Give the same modules as when it was written: `modules: { … }`'
  return new MultishotError('MS1104', `the data names the ${what} ${name}, which the options lack. ${mend}.`)
}

/** `cause` is what the engine says of it. */
export function damaged(what: string, cause?: unknown): MultishotError {
  const error = new MultishotError(
    'MS1105',
    `the data is no generator that multishot has written: ${what}. It was cut, changed, or made by something else.`,
  )
  if (cause !== undefined) error.cause = cause
  return error
}
