// The effects that every search answers.

import type { Failure, Pass } from '../runtime/effect.ts'
import type { Choice } from './choice.ts'
import type { Cost, Estimate } from './cost.ts'
import type { Either } from './either.ts'
import type { Note } from './note.ts'
import type { Awaiting } from './program.ts'
import type { Commit, Scoped } from './scoped.ts'
import type { Rest, Split } from './split.ts'
import type { Tabled } from './tabled.ts'

type Simple = Choice<unknown> | Failure | Pass | Cost | Estimate | Commit | Note

/** What a program given to `solve` may ask for. */
export type Nondeterminism =
  | Simple
  | Either<unknown, Nondeterminism>
  | Scoped<unknown, Nondeterminism>
  | Tabled<unknown, Nondeterminism>
  | Split<unknown, Nondeterminism>
  | Rest<unknown>

/** What a program given to `solveAsync` may ask for: its sub-programs may be async. */
export type AsyncNondeterminism =
  | Simple
  | Awaiting
  | Either<unknown, AsyncNondeterminism>
  | Scoped<unknown, AsyncNondeterminism>
  | Tabled<unknown, Nondeterminism>
  | Split<unknown, Nondeterminism>
  | Rest<unknown>
