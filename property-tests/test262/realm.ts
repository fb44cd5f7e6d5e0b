/**
 * A realm of its own for each test, with the bindings that Test262 wants of a host (INTERPRETING.md,
 * "Host-Defined Functions"). Its microtasks run at the end of each script, so an async test has ended when
 * `evaluate` returns.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import vm from 'node:vm'
import { threw, type Ending } from './verdict.ts'

export interface Realm {
  /** Runs a script; `source` is the code to run, already compiled where it is to be. */
  readonly evaluate: (source: string, filename: string) => Ending
  /** Runs a module and those that it imports. */
  readonly evaluateModule: (source: string, filename: string) => Promise<Ending>
  /** Runs a script that was parsed before, for what every realm needs. */
  readonly run: (script: vm.Script) => void
  readonly printed: readonly string[]
  readonly global: Record<string, unknown>
}

/** What is done with a realm before any code of a test runs in it, and with the code that a test evaluates. */
export interface Setting {
  readonly prepare: (realm: Realm) => void
  readonly translate: (source: string, filename: string, sourceType: 'script' | 'module') => string
}

/** A test that runs longer is stopped. */
const timeout = 20_000

export const makeRealm = (setting: Setting, printed: string[] = []): Realm => {
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY as never, { microtaskMode: 'afterEvaluate' })
  const realm: Realm = {
    evaluate: (source, filename) => evaluate(context, source, filename),
    evaluateModule: (source, filename) => evaluateModule(context, setting, source, filename),
    run: (script) => void script.runInContext(context),
    printed,
    global: vm.runInContext('globalThis', context) as Record<string, unknown>,
  }
  const host = {
    print: (text: unknown) => void printed.push(String(text)),
    createRealm: () => makeRealm(setting, printed).global['$262'],
    detachArrayBuffer: (buffer: ArrayBuffer) => void structuredClone(buffer, { transfer: [buffer] }),
    evalScript: (source: string) =>
      vm.runInContext(setting.translate(source, 'evalScript.js', 'script'), context) as unknown,
  }
  bindings.runInContext(context)(host)
  setting.prepare(realm)
  return realm
}

/** The functions are made in the realm itself: a test may look at their prototypes. */
const bindings = new vm.Script(`(host => {
  const hidden = (object, name, value) =>
    Object.defineProperty(object, name, { value, writable: true, configurable: true, enumerable: false })
  hidden(globalThis, 'print', text => { host.print(text) })
  hidden(globalThis, '$262', {
    createRealm: () => host.createRealm(),
    detachArrayBuffer: buffer => { host.detachArrayBuffer(buffer) },
    evalScript: source => host.evalScript(source),
    gc() { throw new Error('no gc') },
    global: globalThis,
    agent: {},
  })
})`)

const evaluate = (context: vm.Context, source: string, filename: string): Ending => {
  let script: vm.Script
  try {
    script = new vm.Script(source, { filename })
  } catch (error) {
    return threw('parse', error)
  }
  try {
    script.runInContext(context, { timeout })
    return { tag: 'completed' }
  } catch (error) {
    return threw('runtime', error)
  }
}

const evaluateModule = async (
  context: vm.Context,
  { translate }: Setting,
  source: string,
  filename: string,
): Promise<Ending> => {
  const modules = new Map<string, vm.SourceTextModule>()
  const moduleOf = (file: string, text: string): vm.SourceTextModule => {
    const known = modules.get(file)
    if (known !== undefined) return known
    const module = new vm.SourceTextModule(text, { context, identifier: file })
    modules.set(file, module)
    return module
  }
  let module: vm.SourceTextModule
  try {
    module = moduleOf(filename, source)
  } catch (error) {
    return threw('parse', error)
  }
  try {
    await module.link((specifier, from) => {
      const file = join(dirname(from.identifier), specifier)
      return moduleOf(file, translate(readFileSync(file, 'utf8'), specifier, 'module'))
    })
  } catch (error) {
    return threw('resolution', error)
  }
  try {
    await module.evaluate({ timeout })
    return { tag: 'completed' }
  } catch (error) {
    return threw('runtime', error)
  }
}
