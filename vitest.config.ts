// The tests, the laws and the examples are compiled by our own plugin, straight from `src`. `multishot`
// and its subpaths mean the sources here, so that a test, the code it compiled and the library share one
// runtime. The library itself is not compiled: its generators are what everybody else's native ones are. Only
// the programs that `multishot/fp-ts` composes are, as when the package is built.

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { docExampleModules } from './testing/doc-examples.ts'
import { multishot } from './src/plugins/vite.ts'

/** Where `.ci/run` wants the numbers of tests. */
const report = process.env['MULTISHOT_TEST_REPORT']

const source = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url))

export default defineConfig({
  plugins: [
    docExampleModules(),
    multishot({
      exclude: [
        /\/dist\//,
        /\/src\/(?!fp-ts\/program\/|program\/compiled\/|.*\.(?:test|example-\d+)\.ts$)/,
        /\/property-tests\/(?!(?:search|fp-ts)\/|frames\/everything\.ts$)/,
      ],
    }),
  ],
  resolve: {
    alias: [
      { find: /^multishot$/, replacement: source('index.ts') },
      { find: /^multishot\/(compiler|runtime)$/, replacement: source('$1/index.ts') },
      { find: /^multishot\/streams$/, replacement: source('search/streams/index.ts') },
      { find: /^multishot\/(fp-ts|frames|immutable|seeing)$/, replacement: source('$1/index.ts') },
      { find: /^multishot\/(vite|register)$/, replacement: source('plugins/$1.ts') },
    ],
  },
  test: {
    include: ['{src,property-tests,examples,bench,testing}/**/*.test.ts'],
    reporters: report === undefined ? ['dot'] : ['dot', ['json', { outputFile: report }]],
    globalSetup: 'testing/build.ts',
    testTimeout: 20_000,
  },
})
