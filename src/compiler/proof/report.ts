// What was proved, in the user's words and places.

import type { VariableFinding } from './index.ts'
import type { Node } from '../syntax.ts'

/** Line and column from 1. */
export interface SourcePlace {
  readonly line: number
  readonly column: number
}

/** What is proved of one variable of a generator function. */
export interface VariableProof {
  readonly functionName: string
  readonly variable: string
  /** The function's place. */
  readonly place: SourcePlace
  /** Why forks copy what the variable names; null where they share it. */
  readonly objection: Objection | null
}

/** The first thing that was found to speak against a proof. */
export interface Objection {
  /** `is changed by \`push\``: completes "the object that is made there …". */
  readonly what: string
  readonly place: SourcePlace
  /** Where the object is made; null where that is out of sight. */
  readonly made: SourcePlace | null
}

export function report(
  { binding, fn, objection }: VariableFinding,
  placeOf: (node: Node) => SourcePlace,
): VariableProof {
  return {
    functionName: fn.id?.name ?? '',
    variable: binding.name,
    place: placeOf(fn),
    objection: objection && {
      what: objection.complaint.what,
      place: placeOf(objection.complaint.node),
      made: objection.thing.kind === 'unknown' ? null : placeOf(objection.thing.node),
    },
  }
}

/** `file:line:column: …`, one line for each variable. */
export function formatProof(
  filename: string,
  { functionName, variable, place, objection }: VariableProof,
): string {
  const where = `${filename}:${place.line}:${place.column}: ${functionName}: \`${variable}\``
  if (objection === null) return `${where} is shared by forks, nothing that it names is ever changed`
  const at = `${filename}:${objection.place.line}:${objection.place.column}`
  if (objection.made === null) return `${where} is copied by forks: it may name what is made elsewhere`
  return `${where} is copied by forks: what is made at ${objection.made.line}:${objection.made.column} ${objection.what} (${at})`
}
