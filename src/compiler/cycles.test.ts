// Modules that import each other: functions are hoisted, so a generator can be called before its module has run.

import { execPath } from 'node:process'
import { expect, test } from 'vitest'
import { makeProject } from '../../testing/project.ts'
import { compile } from './index.ts'

const files = {
  'package.json': '{ "type": "module" }',
  'main.js': `
    import './early.js'
    export function* numbers(n, get = () => n) {
      for (let i = 0; i < n; i++) yield [i, get()]
      yield* others()
    }
    export default function* () {
      yield 'default'
    }
    function* others() {
      const late = () => [...numbers(0)].length
      yield typeof late
    }
    export function plain() {
      const expressed = function* () {
        yield* others()
      }
      class Local {
        static *all() {
          yield 'static'
        }
        *each() {
          yield 'each'
        }
      }
      const object = { *method() { yield 'method' } }
      return [...expressed(), ...Local.all(), ...new Local().each(), ...object.method()]
    }
    export { constant }
    const constant = function* () {}
    console.log('main', [...numbers(1)], numbers.prototype.early, numbers.name)
  `,
  'early.js': `
    import fallback, { constant, numbers, plain } from './main.js'
    numbers.prototype.early = 'kept'
    console.log(JSON.stringify([plain(), [...numbers(2)], [...fallback()], numbers(0).early]))
    console.log(fallback.name, numbers.length)
    try {
      constant()
    } catch (error) {
      console.log(error.name)
    }
  `,
}

test('a generator that is called before its module has run behaves as natively', () => {
  const compiled = Object.entries(files).map(([filename, source]) => {
    const { code, diagnostics } = compile(source, { filename })
    expect(diagnostics).toEqual([])
    return [filename, filename.endsWith('.js') ? code : source]
  })
  const [native, ours] = [files, Object.fromEntries(compiled) as typeof files].map((each) => {
    const project = makeProject(each)
    const { stdout, stderr } = project.run(execPath, ['main.js'])
    project.remove()
    return stdout + stderr
  })
  expect(native).toContain('kept')
  expect(ours).toBe(native)
})
