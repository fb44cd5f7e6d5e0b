// After a build in a clone: links our own command where `npx` looks for those of dependencies. Without it
// `npx multishot` works too, but npm first installs the package into its cache, and builds it once more.

import { rmSync, symlinkSync } from 'node:fs'
import { platform } from 'node:process'

const link = new URL('../node_modules/.bin/multishot', import.meta.url)

if (platform !== 'win32') {
  rmSync(link, { force: true })
  symlinkSync('../../dist/cli.js', link)
}
