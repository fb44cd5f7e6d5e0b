// Functions that generators made: each is made again, at its place in the source, from what it captured.

import { closureAgain, closureOf, isClass, secretsOf } from '../../runtime/closure.ts'
import { makerOf, PENDING } from '../../runtime/function.ts'
import { labelled } from '../../runtime/registry.ts'
import { damaged } from '../errors.ts'
import type { ReadKind, Reading } from '../reading.ts'
import type { Words } from '../words.ts'
import { put, readMadeAgain, readProperties } from './properties.ts'

const closure: ReadKind = (words, reading) => {
  const build = reading.codes.builder(words.number())
  const parts = readParts(words, reading)
  const made = closureAgain(build, parts)
  return { made, fill: () => complete(words, reading, made) }
}

const made: ReadKind = (words, reading) => {
  const fn = labelled(reading.codes.builder(words.number()))
  readParts(words, reading)
  return { made: fn, fill: () => complete(words, reading, fn) }
}

/** A function of a module is there already. What the data says of it is read over, for it belongs to everybody. */
const declared: ReadKind = (words, reading) => {
  const { declared: fn, name } = reading.codes.code(words.number())
  if (fn === null) throw damaged(`the generator function ${name} has not been made yet`)
  readParts(words, reading)
  return { made: fn, fill: () => complete(words, reading, Object.create(null) as Function) }
}

function readParts(words: Words, reading: Reading): readonly unknown[] {
  const parts: unknown[] = []
  for (let left = words.count(); left > 0; left--) parts.push(reading.value(words))
  return parts
}

function complete(words: Words, reading: Reading, fn: Function): void {
  const maker = makerOf(fn)
  const home = words.text()
  if (home === 'home') {
    const object = reading.value(words)
    if (maker !== undefined) maker.home = object as object
  } else if (home === 'pending home' && maker !== undefined) maker.home = PENDING
  const secrets = secretsOf(fn)
  for (let left = words.count(); left > 0; left--) {
    const name = words.text()
    const value = reading.value(words)
    if (secrets !== undefined && Object.hasOwn(secrets, name)) secrets[name] = value
  }
  const kind = words.text()
  if (kind === 'class') {
    readMadeAgain(words, reading, prototypeOf(fn))
    return readMadeAgain(words, reading, fn)
  }
  if (kind === 'own prototype') readProperties(words, reading, prototypeOf(fn))
  else if (kind === 'other prototype') put(fn, 'prototype', reading.value(words))
  else if (kind !== 'no prototype') throw words.wrong('no way to have a prototype')
  readProperties(words, reading, fn)
}

function prototypeOf(fn: Function): object {
  const prototype: unknown = fn.prototype
  return typeof prototype === 'object' && prototype !== null ? prototype : {}
}

const classPrototype: ReadKind = (words, reading) => {
  const fn = reading.value(words)
  // Of no other class: its prototype belongs to everybody.
  if (typeof fn !== 'function' || closureOf(fn) === undefined || !isClass(fn))
    throw words.wrong('no class of a generator')
  return { made: prototypeOf(fn), fill: () => {} }
}

export const functions: Readonly<Record<string, ReadKind>> = {
  closure,
  made,
  declared,
  'class prototype': classPrototype,
}
