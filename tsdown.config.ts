// What is published: one module per export, the chunks they share (one runtime among them), the command,
// and the runtime once more as a classic script for realms without modules.
//
// `hooks-thread` is its own entry: on Node versions without synchronous hooks it is loaded by URL into
// the loader's thread.

import { defineConfig } from 'tsdown'

export default defineConfig([
  {
    entry: {
      index: 'src/index.ts',
      compiler: 'src/compiler/index.ts',
      runtime: 'src/runtime/index.ts',
      streams: 'src/search/streams/index.ts',
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
    platform: 'node',
    target: 'node20.19',
    fixedExtension: false,
    sourcemap: true,
    dts: true,
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
