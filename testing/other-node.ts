// Other versions of Node.js, as npm installs them: from its cache, or from the registry where they are not there yet.

import { spawnSync } from 'node:child_process'

/** The path of the newest Node.js of a major version; nothing where npm cannot get it. */
export function nodeBinary(major: number): string | undefined {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath
  const args = [
    'exec',
    '--yes',
    '--prefer-offline',
    `--package=node@${major}`,
    '--',
    'node',
    '-p',
    'process.execPath',
  ]
  const { status, stdout } = spawnSync('npm', args, { encoding: 'utf8', timeout: 240_000 })
  return status === 0 ? stdout.trim().split('\n').at(-1) : undefined
}
