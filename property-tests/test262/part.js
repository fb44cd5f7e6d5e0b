// One process of the runner: takes its share of the tests and sends each verdict to the parent. A process of
// its own, because tests of modules need a flag of Node.js and because a test may take the process down.
import { runnerImport } from 'vite'

process.on('unhandledRejection', () => {})
const { module } = await runnerImport('./property-tests/test262/part.ts', {
  configFile: false,
  logLevel: 'error',
})
await module.part(JSON.parse(process.argv[2]))
process.disconnect()
