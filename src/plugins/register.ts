// `node --import multishot/register program.ts`: TypeScript and JavaScript run as they stand, and every
// generator function of the user's files can be cloned and searched.
//
// Installed packages are left alone, but for those that the user chooses: in the program's package.json,
// `"multishot": { "dependencies": ["name"] }`, or on the command line,
// `--import 'multishot/register?dependencies=name,@scope/other'`. Both lists count.

import { dirname, resolve } from 'node:path'
import { install } from './install.ts'
import { chosenDependencies } from './package.ts'

const program = process.argv[1]
const directory = program === undefined ? process.cwd() : dirname(resolve(program))
const asked = new URL(import.meta.url).searchParams
  .getAll('dependencies')
  .flatMap((names) => names.split(','))

install([...chosenDependencies(directory), ...asked])
