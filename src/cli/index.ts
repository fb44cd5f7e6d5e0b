#!/usr/bin/env node
// The command `multishot`. Only this folder touches the process, its terminal and the file system.

import { readFileSync } from 'node:fs'
import { parseArguments, type Task } from './arguments.ts'
import { compileAll } from './compile.ts'
import { run } from './run.ts'

const manifest = new URL('../package.json', import.meta.url)
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }

process.exitCode = await perform(parseArguments(process.argv.slice(2), version))

/** Does what was asked and gives the exit code. */
async function perform(task: Task): Promise<number> {
  switch (task.tag) {
    case 'run':
      return run(task)
    case 'compile':
      return compileAll(task)
    case 'nothing':
      return task.exitCode
    default:
      return task satisfies never
  }
}
