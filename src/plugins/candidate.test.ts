import { expect, test } from 'vitest'
import { holdsGenerator } from './candidate.ts'
test('x', () => expect(holdsGenerator('function* a(){}')).toBe(true))
