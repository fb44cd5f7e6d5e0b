// The effect behind the operators with a scope: `once`, `ifte`, `collect` and the others. Each runs programs as
// parts of the branch that asks and decides what becomes of their branches.

import { Effect } from '../runtime/effect.ts'
import { notASubProgram } from './errors.ts'
import type { AnyProgram, ProgramOf } from './program.ts'

/** Bounds on what a program may do. Default of each: no limit. */
export interface Budget {
  /** The most answers. */
  readonly solutions?: number
  /** The most resumptions of a branch. */
  readonly steps?: number
  /** The most choices. */
  readonly forks?: number
  /** The most choices on one branch. */
  readonly depth?: number
  /** The most choice points that wait at once. */
  readonly frontier?: number
  /** The most bytes that the waiting branches hold, as an estimate. */
  readonly memory?: number
  /** The most milliseconds, by the clock of the search. */
  readonly time?: number
}

/** What goes on when a budget is spent; `reason` is the name of the bound (`limit` for `solutions`). */
export type Spent = (
  reason: 'limit' | 'steps' | 'forks' | 'depth' | 'frontier' | 'memory' | 'time',
) => ReturnType<AnyProgram>

/** What is asked, and of which programs. */
export type Operation<Asked extends Effect<unknown>> =
  | { readonly operator: 'once' | 'scope'; readonly program: ProgramOf<unknown, Asked> }
  | {
      readonly operator: 'ifte'
      readonly condition: ProgramOf<unknown, Asked>
      /** With each answer of the condition. */
      readonly go: (answer: never) => ReturnType<ProgramOf<unknown, Asked>>
      readonly otherwise: ProgramOf<unknown, Asked>
    }
  | { readonly operator: 'interleave'; readonly programs: readonly ProgramOf<unknown, Asked>[] }
  | { readonly operator: 'not' | 'collect' | 'count'; readonly program: ProgramOf<unknown, Asked> }
  | {
      readonly operator: 'forall'
      readonly program: ProgramOf<unknown, Asked>
      readonly holds: (answer: never) => boolean
    }
  | {
      readonly operator: 'within'
      readonly program: ProgramOf<unknown, Asked>
      readonly budget: Budget
      readonly otherwise: Spent | null
    }
  | {
      readonly operator: 'optimize' | 'optimum'
      readonly program: ProgramOf<unknown, Asked>
      /** What the value of an answer is, if it counts beside what its branch has cost. */
      readonly value: ((answer: never) => number) | null
      /** -1 where large values are wanted. */
      readonly sign: 1 | -1
    }

export class Scoped<Answer, Asked extends Effect<unknown> = Effect<unknown>> extends Effect<Answer> {
  readonly tag = 'scoped'
  readonly operation: Operation<Asked>
  constructor(operation: Operation<Asked>) {
    super()
    this.operation = operation
    Object.freeze(this)
  }
}

/** @throws {MultishotError} MS3107 when `program`, which `what` names, is no function. */
export function checkProgram(what: string, program: unknown): void {
  if (typeof program !== 'function') throw notASubProgram(what, program)
}

/** Says that the branch is the one that was looked for: the others of its scope are given up. */
export class Commit extends Effect<void> {
  readonly tag = 'commit'
}
