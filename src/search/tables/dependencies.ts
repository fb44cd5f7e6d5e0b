// Which components need each other.

import type { Component } from './component.ts'

/** All components on ways from `start` to `end`, along what each needs; none if there is no way. */
export function between(start: Component, end: Component): ReadonlySet<Component> {
  const askedBy = new Map<Component, Component[]>([[start, []]])
  const pending = [start]
  for (const asking of pending) {
    if (asking === end) continue
    for (const { component } of asking.needs.keys()) {
      if (component === null) continue
      const known = askedBy.get(component)
      if (known !== undefined) known.push(asking)
      else {
        askedBy.set(component, [asking])
        pending.push(component)
      }
    }
  }
  const found = new Set<Component>()
  if (!askedBy.has(end)) return found
  found.add(end)
  // A set gives what is added while it is walked.
  for (const each of found) for (const asking of askedBy.get(each)!) found.add(asking)
  return found
}
