// `multishot/jest` as an installer leaves it that keeps packages apart: beside nothing but its own dependencies.

import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeProject, root } from '../../testing/project.ts'

const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>
}

const project = makeProject(
  {
    'package.json': '{ "type": "module" }',
    'transform.js': `
    import transformer from 'multishot/jest'
    const config = { rootDir: import.meta.dirname }
    transformer.process('exports.a = 1', import.meta.dirname + '/a.cjs', { config })`,
  },
  Object.keys(dependencies),
)
afterAll(() => project.remove())

const installed = join(project.directory, 'node_modules/multishot')
rmSync(installed)
for (const part of ['package.json', 'dist'])
  cpSync(join(root, part), join(installed, part), { recursive: true })

test('without babel-jest it says what to install (MS5003)', () => {
  const { status, stderr } = project.run(process.execPath, ['transform.js'])
  expect(stderr).toContain(
    'MS5003: multishot/jest cannot find babel-jest, by which Jest transforms files. Install it beside Jest: ' +
      '`npm install --save-dev babel-jest`.',
  )
  expect(status).toBe(1)
})
