/**
 * Which variables an expression may read or assign.
 */
import type { Place } from '../place.ts'
import { visible, type Type, type Variable } from '../scope.ts'

/** Names that hold a value of a type. One in its dead zone is rarely read, except by a closure that runs later. */
export const readable = (place: Place, type: Type): readonly Variable[] => {
  const usable = visible(place.scope).filter(
    (variable) =>
      (type === 'any' || variable.type === type) &&
      variable.role !== 'maker' &&
      variable.role !== 'asyncMaker' &&
      variable.role !== 'callable',
  )
  const ready = usable.filter((variable) => !variable.open)
  return place.inside === 'closure' || place.random.chance(2) ? usable : ready
}

/** Names that may be assigned a value of a type; now and then a constant, which throws. */
export const assignable = (place: Place, type: Type): readonly Variable[] => {
  const all = readable(place, type)
  return place.random.chance(4) ? all : all.filter((variable) => variable.role !== 'const')
}

export const oneOf = (place: Place, variables: readonly Variable[]): Variable | undefined =>
  variables.length === 0 ? undefined : place.random.pick(variables)
