/**
 * Runs one test under one strictness in one mode: a realm, the harness, the test's code, the verdict.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'
import type { Scenario, Test } from './checkout.ts'
import type { Mode } from './modes.ts'
import { makeRealm, type Realm } from './realm.ts'
import { NotCompiled } from './translate.ts'
import { judge, threw, type Ending, type Verdict } from './verdict.ts'

export const execute = async (
  checkout: string,
  { test, strict }: Scenario,
  mode: Mode,
  source = test.source,
): Promise<Verdict> => {
  const refused: string[] = []
  let verdict: Verdict
  try {
    const sourceType = test.flags.includes('module') ? 'module' : 'script'
    const text = strict ? `"use strict";\n${source}` : source
    const code = mode.translate(text, test.path, sourceType)
    const realm = makeRealm({
      translate: mode.translate,
      prepare: (each) => mode.prepare(each, (message) => void refused.push(message)),
    })
    loadHarness(checkout, test, realm, mode)
    const ending = await (sourceType === 'module'
      ? realm.evaluateModule(code, test.file)
      : realm.evaluate(code, test.path))
    verdict = judge(test, ending, realm.printed)
  } catch (error) {
    if (!(error instanceof NotCompiled)) throw error
    verdict = judgeUncompiled(test, error)
  }
  if (verdict.tag === 'passed' && refused[0] !== undefined) return { tag: 'refused', reason: refused[0] }
  return verdict
}

const judgeUncompiled = (test: Test, { tag, message }: NotCompiled): Verdict => {
  switch (tag) {
    case 'refused':
      return { tag, reason: message }
    case 'crashed':
      return { tag: 'failed', reason: message }
    case 'syntax': {
      const ending: Ending = threw('parse', new SyntaxError(message))
      const verdict = judge(test, ending, [])
      return verdict.tag === 'passed' ? verdict : { tag: 'refused', reason: message }
    }
  }
}

/** One script for each harness file and mode, parsed once. */
const scripts = new Map<Mode, Map<string, vm.Script>>()

const loadHarness = (checkout: string, test: Test, realm: Realm, mode: Mode): void => {
  if (test.flags.includes('raw')) return
  const async = test.flags.includes('async') ? ['doneprintHandle.js'] : []
  const parsed = scripts.get(mode) ?? new Map<string, vm.Script>()
  scripts.set(mode, parsed)
  for (const name of ['assert.js', 'sta.js', ...async, ...test.includes]) {
    let script = parsed.get(name)
    if (script === undefined) {
      const source = readFileSync(join(checkout, 'harness', name), 'utf8')
      script = new vm.Script(harnessCode(source, name, mode), { filename: name })
      parsed.set(name, script)
    }
    realm.run(script)
  }
}

/** A file of the harness that cannot be compiled stays as it is: it is not what is tested. */
const harnessCode = (source: string, filename: string, mode: Mode): string => {
  try {
    return mode.translate(source, filename, 'script')
  } catch (error) {
    if (error instanceof NotCompiled) return source
    throw error
  }
}
