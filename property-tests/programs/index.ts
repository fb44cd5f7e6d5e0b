/**
 * Random generator programs.
 */
export { programs, type Program } from './arbitrary.ts'
export { asyncPrograms } from './asynchronous.ts'
export { cover, noCoverage, type Coverage } from './coverage.ts'
export { uncompiled } from './uncompiled.ts'
export {
  allForms,
  asyncForms,
  defaultWeights,
  unknownHere,
  type Form,
  type ProgramOptions,
  type Weights,
} from './forms.ts'
