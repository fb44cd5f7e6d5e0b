/**
 * The ways in which a test is run. A mode is a value: how code is translated, and what is done with the realm
 * first. The runner never asks which one it holds, except that `bodies` runs other tests.
 */
import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import { hookClones } from './clones.ts'
import type { Realm } from './realm.ts'
import { compiled } from './translate.ts'

export const modeNames = [
  'native',
  'compiled',
  'clone-dropped-original',
  'clone-dropped-clone',
  'bodies',
] as const

export type ModeName = (typeof modeNames)[number]

export interface Mode {
  readonly translate: (source: string, filename: string, sourceType: 'script' | 'module') => string
  /** @param refused is told the message of each clone that is refused */
  readonly prepare: (realm: Realm, refused: (message: string) => void) => void
}

const native: Mode = { translate: (source) => source, prepare: () => {} }

const runtime = (): string => readFileSync('dist/runtime.global.js', 'utf8')

let loaded: vm.Script | null = null

/** The runtime as a test finds it: evaluated in its realm, so that errors and prototypes are the realm's. */
const withRuntime = (realm: Realm): void => {
  loaded ??= new vm.Script(runtime(), { filename: 'runtime.global.js' })
  realm.run(loaded)
}

const compiledMode: Mode = { translate: compiled, prepare: withRuntime }

const cloning = (keep: 'clone' | 'original'): Mode => ({
  translate: compiled,
  prepare: (realm, refused) => {
    withRuntime(realm)
    hookClones(realm, keep, refused)
  },
})

export const modes: Readonly<Record<ModeName, Mode>> = {
  native,
  compiled: compiledMode,
  'clone-dropped-original': cloning('clone'),
  'clone-dropped-clone': cloning('original'),
  bodies: compiledMode,
}
