// The effects that every search answers.

import type { Failure, Pass } from '../runtime/effect.ts'
import type { Choice } from './choice.ts'
import type { Cost, Estimate } from './cost.ts'
import type { Either } from './either.ts'
import type { Note } from './note.ts'
import type { Commit, Scoped } from './scoped.ts'
import type { Tabled } from './tabled.ts'

/** What a program given to `solve` may ask for. */
export type Nondeterminism =
  | Choice<unknown>
  | Either<unknown, Nondeterminism>
  | Failure
  | Pass
  | Cost
  | Estimate
  | Scoped<unknown, Nondeterminism>
  | Commit
  | Note
  | Tabled<unknown, Nondeterminism>
