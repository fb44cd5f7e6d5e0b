/**
 * Programs whose main generator is async, with what the engine at hand can be an oracle for.
 */
import { programs, type Program } from './arbitrary.ts'
import { uncompiled } from './uncompiled.ts'
import type fc from 'fast-check'

/** Older engines pass an error that is thrown into `yield*` over an iterator without `throw` through unclosed. */
const isOld = Number(process.versions.v8.split('.')[0]) < 13

export const asyncPrograms: fc.Arbitrary<Program> = programs({
  async: true,
  weights: { ...uncompiled, ...(isOld ? { yieldAsyncOverSync: 0 } : {}) },
})
