// Before the tests: builds the package if the sources are newer, because some tests start the command and
// the loader as users do, from `dist`.

import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

export function setup(): void {
  const built = statSync(join(root, 'dist/cli.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .map((file) => join('src', file))
  const newest = Math.max(
    ...['package.json', 'tsdown.config.ts', ...sources].map((file) => statSync(join(root, file)).mtimeMs),
  )
  if (newest > built) execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' })
}
