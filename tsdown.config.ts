// What is published: one module per export, the chunks they share (one runtime among them), the command,
// the runtime once more as a classic script for realms without modules, and what programs import once more as
// CommonJS, for tools that can only require: package.json leads nobody else there.
//
// `hooks-thread` is its own entry: on Node versions without synchronous hooks it is loaded by URL into
// the loader's thread.
//
// `unrun` loads this file, because Node.js by itself strips only types, and the compiler's sources hold more.

import { join, relative } from 'node:path'
import { defineConfig } from 'tsdown'
import { compile } from './src/compiler/index.ts'

/** The generators that the library itself hands to a search are compiled like a user's. */
const compiled = {
  name: 'compiled',
  transform(source: string, id: string) {
    if (!/[\\/]src[\\/](?:fp-ts[\\/]program|program[\\/]compiled)[\\/][\w-]+\.ts$/.test(id)) return null
    const { code, map } = compile(source, { filename: relative(import.meta.dirname, id) })
    return { code, map: JSON.stringify(map) }
  },
}

/** What programs import. */
const forPrograms = {
  index: 'src/index.ts',
  runtime: 'src/runtime/index.ts',
  streams: 'src/search/streams/index.ts',
  'fp-ts': 'src/fp-ts/index.ts',
  frames: 'src/frames/index.ts',
  immutable: 'src/immutable/index.ts',
  seeing: 'src/seeing/index.ts',
}

const alias = { 'multishot/runtime': join(import.meta.dirname, 'src/runtime/index.ts') }

export default defineConfig([
  {
    entry: {
      ...forPrograms,
      compiler: 'src/compiler/index.ts',
      vite: 'src/plugins/vite.ts',
      rollup: 'src/plugins/rollup.ts',
      rolldown: 'src/plugins/rolldown.ts',
      esbuild: 'src/plugins/esbuild.ts',
      webpack: 'src/plugins/webpack.ts',
      rspack: 'src/plugins/rspack.ts',
      babel: 'src/plugins/babel.ts',
      jest: 'src/plugins/jest.ts',
      register: 'src/plugins/register.ts',
      'hooks-thread': 'src/plugins/hooks-thread.ts',
      cli: 'src/cli/index.ts',
      'search-thread': 'src/cli/search-thread.ts',
    },
    plugins: [compiled],
    alias,
    // A chunk named like an entry would take its name, declarations first.
    outputOptions: { chunkFileNames: 'part-[name].js' },
    platform: 'node',
    target: 'node20.19',
    fixedExtension: false,
    sourcemap: true,
    dts: true,
    hash: false,
  },
  {
    entry: forPrograms,
    format: 'cjs',
    plugins: [compiled],
    alias,
    // An ES module only.
    deps: { alwaysBundle: ['d3-hierarchy'] },
    outputOptions: { entryFileNames: '[name].cjs', chunkFileNames: 'part-[name].cjs', esModule: true },
    platform: 'node',
    target: 'node20.19',
    dts: false,
    clean: false,
    hash: false,
  },
  {
    entry: { 'runtime.global': 'src/runtime/index.ts' },
    format: 'iife',
    globalName: 'multishotRuntime',
    platform: 'neutral',
    target: 'es2022',
    outputOptions: { entryFileNames: '[name].js' },
    dts: false,
    clean: false,
  },
])
