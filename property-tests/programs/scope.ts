/**
 * Which names a place of a random program can see, and which it may still declare.
 * Law: a program that declares names only through `declareLexical` and `declareVar` has no early errors from
 * clashing declarations. Names come from a small pool, so shadowing is common; functions have names of their own.
 */
export type Type =
  | 'number'
  | 'string'
  | 'boolean'
  | 'array'
  | 'object'
  | 'map'
  | 'set'
  | 'date'
  | 'bytes'
  | 'function'
  | 'generator'
  | 'asyncGenerator'
  | 'any'

/** What may be done with a name; `maker` is a generator function, called but never assigned; so is `asyncMaker`. */
export type Role = 'let' | 'const' | 'var' | 'parameter' | 'maker' | 'asyncMaker' | 'callable'

export interface Variable {
  readonly name: string
  readonly type: Type
  readonly role: Role
  /** In its dead zone (a variable), or still being written and therefore recursive (a function). */
  open: boolean
}

export interface Scope {
  readonly parent: Scope | undefined
  readonly kind: 'function' | 'block'
  readonly lexical: Map<string, Variable>
  /** Names that a `var` of this scope or of a block inside it hoists through this scope. */
  readonly hoisted: Set<string>
}

export const pool = ['a', 'b', 'c', 'd', 'e', 'h', 'i', 'j', 'k', 'm', 'p', 'q'] as const

export const scopeIn = (parent: Scope | undefined, kind: Scope['kind']): Scope => ({
  parent,
  kind,
  lexical: new Map(),
  hoisted: new Set(),
})

/** Names free for `let`, `const` or a catch parameter in this very scope. */
export const freeLexical = (scope: Scope): readonly string[] =>
  pool.filter((name) => !scope.lexical.has(name) && !scope.hoisted.has(name))

const upToFunction = (scope: Scope): readonly Scope[] =>
  scope.kind === 'function' || scope.parent === undefined ? [scope] : [scope, ...upToFunction(scope.parent)]

/** Names free for `var`: not lexical in any block on the way up to the function. */
export const freeVar = (scope: Scope): readonly string[] =>
  pool.filter((name) =>
    upToFunction(scope).every((block) => {
      const found = block.lexical.get(name)
      return found === undefined || found.role === 'var'
    }),
  )

export const declareLexical = (scope: Scope, variable: Variable): Variable => {
  scope.lexical.set(variable.name, variable)
  return variable
}

export const declareVar = (scope: Scope, variable: Variable): Variable => {
  const blocks = upToFunction(scope)
  for (const block of blocks) block.hoisted.add(variable.name)
  blocks.at(-1)?.lexical.set(variable.name, variable)
  return variable
}

/** Every variable that a place sees, the inner of two with one name. */
export const visible = (scope: Scope): readonly Variable[] => {
  const found = new Map<string, Variable>()
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    for (const [name, variable] of at.lexical) if (!found.has(name)) found.set(name, variable)
  }
  return [...found.values()]
}
