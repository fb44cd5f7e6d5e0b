// `node --import multishot/register program.ts`: TypeScript and JavaScript run as they stand, and every
// generator function of the user's files can be cloned and searched.
//
// Installed packages are left alone, but for those that the user chooses: see `chosenDependencies`.

import { dirname, resolve } from 'node:path'
import { install } from './install.ts'
import { chosenDependencies } from './package.ts'

const program = process.argv[1]
install(chosenDependencies(program === undefined ? process.cwd() : dirname(resolve(program))))
