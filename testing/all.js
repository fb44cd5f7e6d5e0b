// `npm test`: every check, the quick ones first, and all of them even when one fails, so that a run tells
// everything that is to be mended. The examples in the documentation and the package are among the tests.

import { spawnSync } from 'node:child_process'

const checks = ['format', 'lint', 'types', 'tests']

const failed = checks.filter((check) => {
  const { status } = spawnSync('npm', ['run', '--silent', `check:${check}`], {
    stdio: 'inherit',
    shell: true,
  })
  return status !== 0
})

if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(', ')}`)
  process.exitCode = 1
}
