import { expect, test } from 'vitest'
import { isSource } from './source-file.ts'

test('sources are told by their extension', () => {
  expect(['a.js', 'a.mjs', 'a.cts', 'a.tsx', 'a.b.ts'].every(isSource)).toBe(true)
  expect(['a.d.ts', 'a.d.mts', 'a.d.css.ts', 'a.json', 'a.mjsx', 'ats'].some(isSource)).toBe(false)
})
