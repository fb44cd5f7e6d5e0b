// Whether the instances of a class have state that only its own code can reach: private fields, or what
// a built-in class keeps inside. A copy by properties would lack it, and break at its first use.
//
// JavaScript does not tell, but the text of a class does. What is seen there by mistake (a `#` in a
// regular expression) refuses a copy that would have been right; the other mistake cannot be made,
// except with private state that is kept in a WeakMap.

import { textOf } from './intrinsics.ts'

const known = new WeakMap<Function, boolean>()

/** Asks the classes from `prototype` up to `end`, which is not asked. */
export function hidesState(prototype: object, end: object = Object.prototype): boolean {
  for (
    let at: object | null = prototype;
    at !== null && at !== end;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    const constructor: unknown = Object.getOwnPropertyDescriptor(at, 'constructor')?.value
    // The prototypes of native iterators and generators have a tag and no class.
    if (typeof constructor === 'function' ? hides(constructor) : Object.hasOwn(at, Symbol.toStringTag))
      return true
  }
  return false
}

function hides(constructor: Function): boolean {
  let answer = known.get(constructor)
  if (answer === undefined) {
    const text = textOf(constructor).replaceAll(literals, '')
    answer = /\[native code\]\s*\}$|#[\p{ID_Start}$_]/u.test(text)
    known.set(constructor, answer)
  }
  return answer
}

const literals = /(["'`])(?:\\.|(?!\1)[^\\])*\1|\/\/.*|\/\*[\s\S]*?\*\//g
