/**
 * Moves an ordinary script into the body of one generator, whose driver sends each yielded value straight back.
 * Law: where the engine passes the script so moved, it does what the script did, so a difference of the compiled
 * code is a fault of the compiler in a body, not in a generator's surroundings.
 */
import { parseSync } from 'oxc-parser'
import type { Node } from '../../../src/compiler/syntax.ts'
import { withYields } from './yields.ts'

/** Ends in the loop that drives the generator. */
const around = (body: string): string => `function* $body() {
${body}
}
var $step, $generator = $body.call(this);
for ($step = $generator.next(); !$step.done; $step = $generator.next($step.value));
`

/** What a compiled generator may not hold: its tests would all be refused for this one reason. */
const refusedAnyway = /\beval\s*\(|\bwith\s*\(/

/** The moved script; null when it cannot be parsed or holds what no compiled generator may. */
export const inGenerator = (source: string): string | null => {
  if (refusedAnyway.test(source)) return null
  const { program, errors } = parseSync('test.js', source, {
    lang: 'js',
    sourceType: 'script',
    preserveParens: false,
  })
  return errors.length > 0 ? null : around(withYields(program as unknown as Node, source))
}
