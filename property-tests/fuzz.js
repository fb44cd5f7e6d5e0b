// `node property-tests/fuzz.js --runs 20000 --seed 1`: Node.js 20 strips no types, so Vite loads the fuzzer.
// The configuration of the tests is left out: the fuzzer's own generators must stay native.
import { runnerImport } from 'vite'

const { module } = await runnerImport('./property-tests/fuzz.ts', { configFile: false, logLevel: 'error' })
if (!(await module.fuzz(process.argv.slice(2)))) process.exitCode = 1
