// Ordinary scripts as bodies of generators: what Test262 says about code in general, asked of code that yields.

export { inGenerator } from './in-generator.ts'
