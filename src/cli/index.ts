#!/usr/bin/env node
// The command `multishot`. Only this folder touches the process, its terminal and the file system.

import { readFileSync } from 'node:fs'
import { parseArguments } from './arguments.ts'
import { run } from './run.ts'

const manifest = new URL('../package.json', import.meta.url)
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string }

const options = parseArguments(process.argv.slice(2), version)
process.exitCode = 'exitCode' in options ? options.exitCode : await run(options)
