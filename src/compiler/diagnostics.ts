// Every message of the compiler, one function each: a stable code, the place in the user's source, one
// sentence, and what to write instead.

import type { Origin } from './position.ts'
import type { Node } from './syntax.ts'

export interface Diagnostic {
  /** Stable identifier, `MS` and four digits. */
  readonly code: string
  readonly severity: 'error' | 'warning'
  /** What is wrong, in one sentence. */
  readonly message: string
  /** What to do about it. */
  readonly hint: string
  readonly filename: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  /** The lines around the place, with a mark under it. */
  readonly frame: string
}

/** A diagnostic before it is placed: `offset` is into the text that was parsed. */
export interface Finding {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly hint: string
  readonly offset: number
}

function refusal(code: string, node: Node, message: string, hint: string): Finding {
  return { code, severity: 'error', message, hint, offset: node.start ?? 0 }
}

/** What to write instead where the parser's own words do not say it, by what it says is wrong. */
const adviceOnSyntax: readonly (readonly [said: RegExp, advice: string])[] = [
  [
    // What `npm init` writes into a package.json makes scripts of its files.
    /outside a module$/,
    'This file is read as CommonJS. Write `"type": "module"` into the nearest package.json, or give the file the extension `.mts` ' +
      "or `.mjs`. As CommonJS it says `import a = require('a')` and `export =` with types, `require` and `exports` without.",
  ],
  [
    /^Cannot use `yield` as an identifier in a generator/,
    'Inside of an expression it stands in brackets: `1 + (yield x)`. What is delegated stands behind the star: `yield* x`.',
  ],
  [
    /^Namespaces exporting non-const/,
    'Write `export const`, and let it be an object where it has to change; or compile the file with `tsc` first.',
  ],
  [/^Unexpected JSX/, 'Give the file the extension `.jsx`, or `.tsx` with types.'],
  [
    /^Decorators are not valid here/,
    'Parameters have decorators only for TypeScript with `experimentalDecorators`: compile the file with `tsc` first.',
  ],
]

export function syntaxError(message: string, hint: string | null, offset: number): Finding {
  const known = adviceOnSyntax.find(([said]) => said.test(message))
  const advice = known?.[1] ?? hint ?? 'Correct the syntax.'
  return { code: 'MS2001', severity: 'error', message, hint: advice, offset }
}

/** That a file is no module is said once, not of each of its imports. */
export function onceOutsideOfModules(findings: readonly Finding[]): Finding[] {
  const isSaid = ({ message }: Finding): boolean => message.endsWith('outside a module')
  const first = findings.find(isSaid)
  return findings.filter((each) => each === first || !isSaid(each))
}

/** The hint where a line goes on with the one before only because a sign is missing. */
export function lacks(sign: string, line: number, next: number, begins: string): string {
  const name = sign === ';' ? 'semicolon' : 'comma'
  return `Line ${line} seems to lack a ${name} at its end: so line ${next}, which begins with \`${begins}\`, is read as its continuation.`
}

export function directEval(node: Node): Finding {
  return refusal(
    'MS2002',
    node,
    'A generator with a direct call of `eval` cannot be compiled: the evaluated code could see its variables.',
    'Call it indirectly, `(0, eval)(code)`, or move the call into a function outside the generator.',
  )
}

export function withStatement(node: Node): Finding {
  return refusal(
    'MS2003',
    node,
    'A generator with a `with` statement cannot be compiled: its variables cannot be told apart.',
    'Name the object: `object.property`.',
  )
}

/** The decorators of a class of a generator would run out of their order. */
export function decoratedSuspends(decorator: Node): Finding {
  return refusal(
    'MS2008',
    decorator,
    'A class with decorators is not compiled where a `yield` or `await` stands in one of them, in its heritage or in a key: ' +
      'whoever compiles the decorators runs them in one go with these.',
    'Suspend before the class, and keep what comes back: `const found = yield wanted`.',
  )
}

/** A clone would have to make a decorated class again: `why` is the rest of a sentence on the class. */
export function decoratedAgain(decorator: Node, why: string): Finding {
  return refusal(
    'MS2008',
    decorator,
    `A class with decorators is not compiled where each clone has to have one of its own, as its decorators would run again. This one ${why}.`,
    'Move the class out of the generator, and hand it what it needs; or have no decorators on it.',
  )
}

/** The decorator of a field that is only declared. */
export function lostDecorator(decorator: Node): Finding {
  return refusal(
    'MS2008',
    decorator,
    'A decorator of a field that is only declared would be lost: the field goes with the types, before decorators are compiled.',
    'Leave out `declare` or `abstract` (with `useDefineForClassFields: false` nothing else changes); or compile the file with `tsc` first.',
  )
}

/** `name` is exported by another part of the namespace `space`. */
export function namespacePart(node: Node, name: string, space: string): Finding {
  return refusal(
    'MS2010',
    node,
    `\`${name}\` belongs to another part of the namespace \`${space}\`, where it is not looked for.`,
    `Write \`${space}.${name}\`, or make one part of both.`,
  )
}

export function unsupported(what: string, node: Node): Finding {
  return refusal(
    'MS2009',
    node,
    `${what} is not compiled inside a generator yet.`,
    'Move it into a function outside the generator.',
  )
}

/** A class with generator methods becomes part of a function, in which an async function around it cannot await. */
export function awaitingClass(node: Node): Finding {
  return refusal(
    'MS2009',
    node,
    'A class expression that awaits in its heritage, a key or a decorator is not compiled where it has generator methods.',
    'Await before the class, and keep what comes back: `const key = await found`.',
  )
}

function warning(code: string, node: Node, message: string, hint: string): Finding {
  return { code, severity: 'warning', message, hint, offset: node.start ?? 0 }
}

export function heldInstance(node: Node, variable: string, className: string): Finding {
  return warning(
    'MS2101',
    node,
    `\`${variable}\` holds an instance of \`${className}\` across a suspension: clone and solve will refuse to copy it.`,
    `Say how it is copied with the option \`copy\`, or mark it: \`share(…)\`, or \`static readonly [immutable] = true\` in \`${className}\`.`,
  )
}

export function heldNative(node: Node, variable: string, what: string): Finding {
  return warning(
    'MS2102',
    node,
    `\`${variable}\` holds ${what} across a suspension: clone and solve will refuse to copy it.`,
    'Make it outside the generator, or let all clones have the same: `share(…)`.',
  )
}

export function largeLiteral(node: Node, variable: string, size: number): Finding {
  return warning(
    'MS2103',
    node,
    `\`${variable}\` holds a literal of ${size} values across a suspension: each clone copies all of them.`,
    'If it never changes, move it out of the generator or mark it: `share(…)`.',
  )
}

export function capturesEval(node: Node): Finding {
  return warning(
    'MS2104',
    node,
    'Code in this direct `eval` sees the variables that a generator beside it captures: all clones share them, ' +
      'and no function of this file has a label by which another process would know it.',
    'Call it indirectly, `(0, eval)(code)`, or in a function that has no generator inside.',
  )
}

/** `target`, as the user names it, is changed after a choice. */
export function sharedThis(node: Node, target: string): Finding {
  return warning(
    'MS2105',
    node,
    `\`${target}\` is changed after a choice: all clones and branches have the same \`this\`, so each sees what the others change.`,
    'Hand the object to the generator function as an argument, or begin with `const self = this`: what a variable names is ' +
      "each branch's own (for an instance of a class, as the option `copy` says). If it is meant, say so: `share(this)`.",
  )
}

/** `call`, as the user wrote it but for its arguments, makes something that is dropped. */
export function neverAsked(node: Node, call: string, what: 'effect' | 'generator'): Finding {
  return warning(
    'MS2106',
    node,
    what === 'effect'
      ? `\`${call}\` makes an effect that nobody is asked for: the program goes on as if it were not there.`
      : `\`${call}\` makes a generator that nobody runs.`,
    `Write \`yield* ${call}\`.`,
  )
}

/** The hint for a place in a file that a compiler wrote, which says where that got it from. */
export function withOrigin(hint: string, { source, line, column }: Origin): string {
  return `${hint} (This is compiled code: its source map leads to ${source}:${line}:${column + 1}.)`
}

/** `file:line:column: error MS2002: …`, the code frame, and the hint. */
export function formatDiagnostic(d: Diagnostic): string {
  return `${d.filename}:${d.line}:${d.column}: ${d.severity} ${d.code}: ${d.message}\n${d.frame}\n  ${d.hint}`
}

/** Thrown by the lowering to refuse a generator; `compile` turns it into a diagnostic. */
export class Refusal extends Error {
  readonly finding: Finding
  constructor(finding: Finding) {
    super(finding.message)
    this.finding = finding
  }
}
