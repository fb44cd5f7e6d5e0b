/**
 * The async twin of a program's text: the same generators as async ones, which await on the way what makes no
 * difference to them. How long each `await` takes, `pauses` say in their order.
 */
import { readFileSync } from 'node:fs'
import * as multishot from 'multishot'
import type { AsyncProgram } from 'multishot'
import { compile } from '../../../src/compiler/index.ts'
import * as runtime from '../../../src/runtime/index.ts'
import type { Ledger, Tree as ResourceTree } from '../resource-trees.ts'
import type { ScopedTree } from '../scoped-trees.ts'

/** How an `await` ends: at once, after so many ticks, or after that many turns of the event loop. */
export interface Pause {
  readonly how: 'value' | 'ticks' | 'turns'
  readonly many: number
}

/** What programs await: their own values, in between. */
export class Clock {
  private readonly pauses: readonly Pause[]
  private count = 0
  /** How many are awaited now, and were at most. */
  pending = 0
  most = 0

  constructor(pauses: readonly Pause[]) {
    this.pauses = pauses
  }

  readonly later = <A>(value: A): A | Promise<A> => {
    const { how, many } = this.pauses[this.count++ % this.pauses.length] ?? { how: 'ticks', many: 1 }
    return how === 'value' ? value : this.pass(value, how, many)
  }

  readonly rejection = async (error: unknown): Promise<never> => {
    throw await this.later(error)
  }

  private async pass<A>(value: A, how: 'ticks' | 'turns', many: number): Promise<A> {
    this.most = Math.max(this.most, ++this.pending)
    for (let i = 0; i < many; i++) await (how === 'ticks' ? null : new Promise(setImmediate))
    this.pending--
    return value
  }
}

const asynchronous = (text: string): string => text.replaceAll('function*', 'async function*')

/** The twin of a random program (../branching/programs.ts). */
export const asyncProgram = (text: string, { later, rejection }: Clock): AsyncProgram<unknown, never> => {
  const twin = asynchronous(text)
    .replaceAll('yield* guard(', 'await later(); yield* guard(')
    .replaceAll('y += x', 'y += await later(x)')
    .replaceAll('log.push(x)', 'log.push(await later(x))')
    .replaceAll("log.push('finally')", "log.push(await later('finally'))")
    .replaceAll(/throw new Error\('x is ' \+ x\)/g, "await rejection(new Error('x is ' + x))")
    .replaceAll(/x = yield\* choose\((\[.*?\])\)/g, 'x = yield* choose(await later($1))')
  return evaluated(`${twin}\nexport default () => f0(1)`, { later, rejection }) as AsyncProgram<
    unknown,
    never
  >
}

const scoped = asynchronous(readFileSync(new URL('../scoped-trees.ts', import.meta.url), 'utf8'))
  .replaceAll('): Asking', '): any')
  .replaceAll('Generator<Nondeterminism, string, any>', 'AsyncGenerator<any, string, any>')
  .replace('switch (node.tag) {', 'await later(); switch (node.tag) {')
  .replaceAll('passed.push(', 'await later(); passed.push(')

/** The twin of a program with operators (../scoped-trees.ts). */
export const asyncScopedSearch = (tree: ScopedTree, { later }: Clock): AsyncProgram<string, never> => {
  const make = evaluated(`${scoped}\nexport default scopedSearch`, { later })
  return (make as (tree: ScopedTree) => AsyncProgram<string, never>)(tree)
}

const opening = asynchronous(readFileSync(new URL('../resource-trees.ts', import.meta.url), 'utf8'))
  .replaceAll('): Generator<', '): AsyncGenerator<')
  .replaceAll('resource(ledger.make, ledger.close,', 'resource(opens(ledger), closes(ledger),')
  .replaceAll(/^( *)(.*)\.next\(\)$/gm, '$1await $2.next()')
  .replace('inner.next().value', '(await inner.next()).value')
  .replace('switch (tree.tag) {', 'await later(); switch (tree.tag) {')
  .replace('ledger.use(`finally', 'await later(); ledger.use(`finally')

/** The twin of a program with resources (../resource-trees.ts), which take time to open and to close. */
export const asyncResourceSearch = (
  tree: ResourceTree,
  ledger: Ledger,
  { later }: Clock,
): AsyncProgram<number, never> => {
  const opens = (of: Ledger) => async () => {
    await later(0)
    return of.make()
  }
  const closes = (of: Ledger) => async (handle: ReturnType<Ledger['make']>) => {
    await later(0)
    of.close(handle)
  }
  const make = evaluated(`${opening}\nexport default search`, { later, opens, closes })
  return (make as (tree: ResourceTree, ledger: Ledger) => AsyncProgram<number, never>)(tree, ledger)
}

const compiled = new Map<string, string>()

/** The default export of a module of TypeScript that sees these names, and those of multishot. */
const evaluated = (text: string, names: Readonly<Record<string, unknown>>): unknown => {
  const scope = { ...multishot, ...names, fc: { letrec: () => ({}) } }
  let code = compiled.get(text)
  if (code === undefined) {
    const source = `import { ${Object.keys(multishot).join(', ')} } from 'multishot'\n${text.replaceAll(/^import [^']*'[^']*'$/gm, '')}`
    const result = compile(source, {
      filename: 'program.ts',
      sourceType: 'module',
      runtime: { global: 'multishotRuntime' },
    })
    if (result.diagnostics.some(({ severity }) => severity === 'error'))
      throw new Error(result.diagnostics.map(({ message }) => message).join('\n'))
    code = result.code
      .replaceAll(/^import .*$/gm, '')
      .replaceAll(/^export default/gm, 'return')
      .replaceAll(/^export /gm, '')
    if (compiled.size < 100) compiled.set(text, code)
  }
  Object.assign(globalThis, { multishotRuntime: runtime })
  // oxlint-disable-next-line no-new-func -- a module as a function, so that each has its own clock
  return new Function(...Object.keys(scope), code)(...Object.values(scope))
}
