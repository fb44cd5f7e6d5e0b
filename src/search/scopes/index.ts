// Which scope an operation opens.

import type { Scoped } from '../../program/index.ts'
import type { Frame } from '../../runtime/index.ts'
import type { ChoicePoint } from '../choice-point.ts'
import type { Strategy } from '../frontier.ts'
import type { Scope } from '../scope.ts'
import { Collect, Count, Forall, Not } from './apart.ts'
import { Ifte } from './ifte.ts'
import { Interleave } from './interleave.ts'
import { Once } from './once.ts'
import { Improvements, Optimum } from './optimum.ts'
import { Plain } from './plain.ts'
import { Within } from './within.ts'

/** `stack` asks for the operation after the choice `entry`. */
export function scopeOf(
  { operation }: Scoped<unknown>,
  stack: Frame,
  entry: ChoicePoint,
  strategy: Strategy,
  clock: () => number,
): Scope {
  switch (operation.operator) {
    case 'once':
      return new Once(stack, entry, strategy, operation.program)
    case 'scope':
      return new Plain(stack, entry, strategy, operation.program)
    case 'within': {
      const { program, budget, otherwise } = operation
      return new Within(stack, entry, strategy, program, budget, otherwise, clock)
    }
    case 'ifte': {
      const { condition, go, otherwise } = operation
      return new Ifte(stack, entry, strategy, condition, go as never, otherwise)
    }
    case 'interleave':
      return new Interleave(stack, entry, strategy, operation.programs)
    case 'not':
      return new Not(stack, entry, strategy, operation.program)
    case 'collect':
      return new Collect(stack, entry, strategy, operation.program)
    case 'count':
      return new Count(stack, entry, strategy, operation.program)
    case 'forall':
      return new Forall(stack, entry, strategy, operation.program, operation.holds)
    case 'optimize':
      return new Improvements(stack, entry, strategy, operation.program, operation as never)
    case 'optimum':
      return new Optimum(stack, entry, strategy, operation.program, operation as never)
  }
}
