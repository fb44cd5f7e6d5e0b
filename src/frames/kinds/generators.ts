// Generators and the frames of their stacks.

import { AsyncCursor, makeAsyncGenerator } from '../../runtime/async-generator.ts'
import { slotsOf } from '../../runtime/code.ts'
import { delegateFrom, delegateToIterator } from '../../runtime/delegate.ts'
import type { Frame } from '../../runtime/frame.ts'
import { isAsync, makerOf } from '../../runtime/function.ts'
import { Cursor, makeGenerator } from '../../runtime/generator.ts'
import { Position } from '../../runtime/position.ts'
import { Answer } from '../../runtime/steps.ts'
import type { ReadKind, Reading } from '../reading.ts'
import type { Words } from '../words.ts'
import { readIterator } from './positions.ts'
import { readProperties } from './properties.ts'

const generator: ReadKind = (words, reading) => {
  const fn = reading.value(words)
  const maker = typeof fn === 'function' ? makerOf(fn) : undefined
  if (maker === undefined) throw words.wrong('no generator function')
  const prototype = words.flag() ? maker.prototype : reading.prototype(words)
  const cursor = isAsync(maker) ? new AsyncCursor(null, maker) : new Cursor(null, maker)
  const made =
    cursor instanceof AsyncCursor ? makeAsyncGenerator(prototype, cursor) : makeGenerator(prototype, cursor)
  const fill = (): void => {
    readProperties(words, reading, made)
    if (!words.flag()) cursor.stack = readStack(words, reading)
  }
  return { made, fill }
}

/** Makes a frame above its parent. */
type Make = (parent: Frame | null) => Frame

/** The frame that runs next is written first, and made last. */
function readStack(words: Words, reading: Reading): Frame | null {
  const frames: Make[] = []
  for (let kind = words.text(); kind !== 'bottom'; kind = words.text())
    frames.push(readFrame(kind, words, reading))
  let stack: Frame | null = null
  for (let make = frames.pop(); make !== undefined; make = frames.pop()) stack = make(stack)
  return stack
}

function readFrame(kind: string, words: Words, reading: Reading): Make {
  switch (kind) {
    case 'frame':
      return readOwn(words, reading)
    case 'answer':
      return (parent) => new Answer(parent)
    case 'elements': {
      const position = reading.value(words)
      if (!(position instanceof Position)) throw words.wrong('no position')
      return (parent) => delegateFrom(position, parent)
    }
    case 'delegation': {
      const iterator = readIterator(words, reading)
      return (parent) => delegateToIterator(iterator, parent)
    }
    default:
      throw words.wrong('no kind of frame')
  }
}

/** A frame of a compiled function, with the slots of its point. */
function readOwn(words: Words, reading: Reading): Make {
  const code = reading.codes.code(words.number())
  const point = words.number(0, code.points.length - 1)
  const { make, copied, shared, hasPoint } = slotsOf(code, point)
  const slots = [...copied, ...shared].map((name) => {
    const value = reading.value(words)
    if (name !== '$maker') return value
    const maker = typeof value === 'function' ? makerOf(value) : undefined
    if (maker?.code !== code) throw words.wrong('no function of this code')
    return maker
  })
  return (parent) => new make(parent, ...(hasPoint ? [point] : []), ...slots)
}

export const generators: Readonly<Record<string, ReadKind>> = { generator }
