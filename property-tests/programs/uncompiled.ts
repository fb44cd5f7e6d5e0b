/**
 * The forms that the compiler refuses by name, left out of the programs that are compiled: a refused program tests
 * nothing. Each line goes when its form is compiled.
 */
import type { Weights } from './forms.ts'

export const uncompiled: Partial<Weights> = {}
