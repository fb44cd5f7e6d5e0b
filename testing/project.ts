// A project as a user has it: a temporary folder with files, in which multishot is installed, and real
// processes that run there.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** What a process left behind. */
export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Project {
  readonly directory: string
  /** Writes one more file. */
  readonly write: (path: string, content: string) => void
  /** Runs a command in the folder, without a terminal, for at most a minute. */
  readonly run: (command: string, args: readonly string[], env?: Readonly<Record<string, string>>) => Ran
  readonly remove: () => void
}

/** The root of the repository, which is what is installed. */
export const root: string = join(import.meta.dirname, '..')

/** Makes a project of these files, by path, with our development dependencies `tools` installed. */
export function makeProject(files: Readonly<Record<string, string>>, tools: readonly string[] = []): Project {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'multishot-project-')))
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), content)
  }
  for (const [path, content] of Object.entries(files)) write(path, content)
  mkdirSync(join(directory, 'node_modules'), { recursive: true })
  symlinkSync(root, join(directory, 'node_modules/multishot'), 'junction')
  for (const tool of tools) {
    const link = join(directory, 'node_modules', tool)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(root, 'node_modules', tool), link, 'junction')
  }
  return {
    directory,
    write,
    run(command, args, env = {}) {
      const ran = spawnSync(command, args, {
        cwd: directory,
        env: { ...withoutTestRunner(process.env), ...env },
        encoding: 'utf8',
        timeout: 60_000,
      })
      return { status: ran.status, stdout: ran.stdout, stderr: ran.stderr }
    },
    remove: () => rmSync(directory, { recursive: true }),
  }
}

/** The test runner's own settings would change how Node.js behaves. */
function withoutTestRunner(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_ENV: _mode, VITEST: _vitest, ...others } = env
  return others
}
