// `node property-tests/test262/run.js PATH_OF_CHECKOUT [--mode MODE] [--filter TEXT] [--jobs N]`: Node.js 20
// strips no types, so Vite loads the runner. Without `--mode` every mode is run, one after another.
import { runnerImport } from 'vite'

const { module } = await runnerImport('./property-tests/test262/run.ts', {
  configFile: false,
  logLevel: 'error',
})
if (!(await module.run(process.argv.slice(2)))) process.exitCode = 1
