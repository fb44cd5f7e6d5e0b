/**
 * Law: a random class with decorators and generator methods does compiled what it does natively, when the same tool has
 * compiled the decorators of both: the calls of decorators in their order and what each is given, the methods that come
 * out, and their generators, half way cloned instead of made twice.
 */
import { inspect } from 'node:util'
import { transformSync } from 'esbuild'
import fc from 'fast-check'
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript'
import { expect, test } from 'vitest'
import * as runtime from '../src/runtime/index.ts'
import { compileProgram } from './compiled.ts'

const decorators = ['seen', 'wrapped', 'runs'] as const
const suspending = [
  "yield 'one'",
  'yield typeof this',
  'yield this?.x',
  "const got = yield 'ask'; yield [got]",
  'yield arguments.length',
  'yield super.hello?.name',
  'yield* super.walk?.() ?? []',
]
/** Where tools have the class's own name at different times. */
const settled = ['yield typeof Own']

const member = fc.record({
  kind: fc.constantFrom('generator', 'generator', 'generator', 'async', 'method', 'getter', 'field', 'block'),
  isStatic: fc.boolean(),
  key: fc.constantFrom('a', 'b', 'c'),
  form: fc.constantFrom('plain', 'quoted', 'computed', 'private'),
  body: fc.array(fc.constantFrom(...suspending, ...suspending, ...settled), { maxLength: 3 }),
  decorators: fc.array(fc.constantFrom(...decorators), { maxLength: 2 }),
  block: fc.constantFrom("log('block', typeof this.a)", "attempt('static', this, 'b')", 'log(typeof Own)'),
})
type Member = typeof member extends fc.Arbitrary<infer T> ? T : never

const decorated = fc.record({
  isDeclared: fc.boolean(),
  isInside: fc.boolean(),
  isDerived: fc.boolean(),
  decorators: fc.array(fc.constantFrom('seen', 'extended', 'uses'), { maxLength: 2 }),
  members: fc.array(member, { minLength: 1, maxLength: 6 }),
})
type Decorated = typeof decorated extends fc.Arbitrary<infer T> ? T : never

/** The text of a class, with what decorators of TypeScript may stand at if they are `experimental`. */
function textOf({ decorators, members, ...given }: Decorated, experimental: boolean): string {
  const { isDeclared, isDerived, isInside } = given
  // Without decorated members, esbuild runs static code before the decorators of the class.
  const isWhole = members.some(({ kind, decorators: names }) => kind === 'generator' && names.length > 0)
  const prefix = isWhole ? decorators.map((name) => `@${name}('class') `).join('') : ''
  const isEarly = members.some(({ decorators: names }) => names.includes('runs'))
  const body = members.map((each, at) => `  ${memberText(each, at, experimental, isEarly)}`).join('\n')
  const head = `class Own${isDerived ? ' extends Base' : ''} {\n  x = 'x';\n${body}\n}`
  const text = isDeclared || experimental ? `${prefix}${head}\nuse(Own)` : `use(${prefix}${head})`
  return isInside ? `function* main(log) {\nyield log;\n${text}\n}\nfor (const _ of main(log));` : text
}

function memberText(each: Member, at: number, experimental: boolean, isEarly: boolean): string {
  const { kind, isStatic, key, form, decorators: names, block } = each
  if (kind === 'block') return `static { ${block} }`
  const isSecret = form === 'private'
  const name = { plain: key, quoted: `'${key}'`, computed: `[key('${key}')]`, private: `#p${at}` }[form]
  const used = names.filter((one) => (kind !== 'field' && kind !== 'getter' ? true : one === 'seen'))
  const prefix = isSecret && experimental ? '' : used.map((one) => `@${one}(${at}) `).join('')
  const parts = each.body.filter((part) => !(isEarly && settled.includes(part)))
  const where = isStatic ? 'static ' : ''
  const text = {
    generator: `*${name}(n) { ${parts.join('; ')} }`,
    async: `async *${name}(n = 1) { ${parts.join('; ')} }`,
    method: `${name}() { return '${key}' }`,
    getter: `get ${name}() { return '${key}' }`,
    field: `${name} = log('field', ${at})`,
  }[kind]
  const way = isSecret ? ` ${where}s${at}() { return this.#p${at} }` : ''
  return `${prefix}${where}${text};${way}`
}

type Lower = (source: string) => string
const byEsbuild = (experimentalDecorators: boolean): Lower => {
  const tsconfigRaw = { compilerOptions: { experimentalDecorators, useDefineForClassFields: true } }
  return (source) => transformSync(source, { loader: 'ts', target: 'es2022', tsconfigRaw }).code
}
const byTypeScript = (experimentalDecorators: boolean): Lower => {
  const compilerOptions = {
    experimentalDecorators,
    module: ModuleKind.ESNext,
    target: ScriptTarget.ES2022,
    useDefineForClassFields: true,
  }
  return (source) => transpileModule(source, { compilerOptions }).outputText
}

/** A name but for what the tools make of those of classes and private methods. */
const plainly = (name: string): string => name.replace(/^_/, '').replace(/^(?:#|.*_)?(p\d)(?:_fn)?$/, '$1')

const kinds = [function* () {}, async function* () {}, () => 0].map((each) => Object.getPrototypeOf(each))
const kindOf = (value: Function): number => kinds.indexOf(Object.getPrototypeOf(value))

/** Runs the text; `halfWay` gives two of a generator that has begun. */
function run(code: string, halfWay: (begun: () => Generator) => readonly Generator[]): unknown {
  const told: unknown[] = []
  const log = (...what: unknown[]): unknown => (told.push(what), what.at(-1))
  const about = (value: unknown): unknown =>
    typeof value === 'function'
      ? [plainly(value.name), value.length, kindOf(value), 'prototype' in value]
      : typeof value
  const attempt = (label: unknown, target: unknown, name: string): void => {
    try {
      const method = (target as Record<string, unknown>)[name]
      log(label, about(method))
      if (typeof method !== 'function') return
      const begun = (): Generator => {
        const generator = method.call(target, 1)
        if (typeof generator?.next === 'function' && Symbol.iterator in generator) generator.next()
        return generator
      }
      const result = begun() as unknown
      // Tools make other functions of private methods; and those that are static are turned by static code.
      if (typeof result === 'function')
        log(typeof target === 'function' || kindOf(result), [...result.call(target)])
      else if (typeof result !== 'object' || result === null || !(Symbol.iterator in result))
        log(String(result))
      else
        for (const each of halfWay(begun)) {
          const { length } = told
          const said = [1, 2, 3].map((answer) => each.next(answer))
          told.length = length
          log(said)
        }
    } catch (error) {
      log(label, name, (error as Error).name)
    }
  }
  const given = (value: unknown, context: any, descriptor?: PropertyDescriptor): unknown =>
    typeof context === 'object'
      ? [context.kind, plainly(String(context.name)), context.static, context.private, about(value)]
      : [typeof value, context, about(descriptor?.value)]
  const seen =
    (label: unknown) =>
    (...all: [unknown, unknown]): void =>
      void log('seen', label, given(...all))
  const wrapped =
    (label: unknown) =>
    (value: any, context: unknown, descriptor?: PropertyDescriptor): unknown => {
      log('wrapped', label, given(value, context, descriptor))
      const method = descriptor?.value ?? value
      const around = function (this: unknown, ...args: unknown[]): unknown {
        return method.apply(this, args)
      }
      return descriptor === undefined ? around : { ...descriptor, value: around }
    }
  const runs =
    (label: unknown) =>
    (value: any, _: unknown, descriptor?: PropertyDescriptor): void =>
      attempt(`runs ${String(label)}`, { method: descriptor?.value ?? value }, 'method')
  const extended = () => (value: any) => class Extended extends value {}
  const use = (made: any): void => {
    const instance = new made()
    for (const target of [made, instance])
      for (const name of ['a', 'b', 'c', ...[0, 1, 2, 3, 4, 5].map((at) => `s${at}`)])
        attempt(name, target, name)
  }
  const uses = () => use
  class Base {
    hello(): void {}
    *walk(): Generator {
      yield this?.constructor === Object
    }
    static hello(): void {}
  }
  const globals = {
    attempt,
    Base,
    extended,
    key: (name: string) => log(name),
    log,
    runs,
    seen,
    use,
    uses,
    wrapped,
  }
  // oxlint-disable-next-line no-new-func -- the programs are ours
  new Function(...Object.keys(globals), code)(...Object.values(globals))
  return told
}

const tools: readonly [string, boolean, Lower][] = [
  ['esbuild, standard', false, byEsbuild(false)],
  ['TypeScript, standard', false, byTypeScript(false)],
  ['esbuild, experimental', true, byEsbuild(true)],
  ['TypeScript, experimental', true, byTypeScript(true)],
]

test.each(tools)('a decorated class does what it does natively: %s', (_, experimental, lower) => {
  const law = fc.property(decorated, (drawn) => {
    const source = textOf(drawn, experimental)
    let expected: unknown
    try {
      expected = run(lower(source), (begun) => [begun(), begun()])
    } catch {
      // A class that throws while it is made; or the tool made no valid code.
      return
    }
    const compiled = compileProgram(source)
    if (compiled.tag === 'refused') {
      const runsAgain =
        drawn.isInside && /static code|which the generator may change/.test(compiled.messages[0]!)
      if (!runsAgain) throw new Error(compiled.messages.join('\n'))
      return
    }
    Object.assign(globalThis, { multishotRuntime: runtime })
    const got = run(lower(compiled.code), (begun) => {
      const first = begun()
      return [first, runtime.clone(first)]
    })
    const [one, other] = [expected, got].map((told) => inspect(told, { depth: 9 }))
    if (one !== other) throw new Error(`${source}\nnatively ${one}\ncompiled ${other}`)
  })
  expect(fc.assert(law, { numRuns: 50, seed: 7 })).toBeUndefined()
})
