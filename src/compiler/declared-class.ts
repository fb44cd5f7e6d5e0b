// Declarations of classes with decorators where an expression has to stand: TypeScript's `experimentalDecorators` knows them
// at declarations only, so there is still one, in a function that is called at once.

import * as b from './build.ts'
import type { Node } from './syntax.ts'

/** `made`, which became of a declaration, as an expression. */
export function declaredInside(made: Node): Node {
  return made.type === 'ClassExpression' ? inFunction(declaring(made)) : made
}

/** The statements that declare the class, and return it. */
export function declaring(made: Node): Node[] {
  return [{ ...made, type: 'ClassDeclaration' }, b.returns(made.id)]
}

/** What `statements` return. */
export function inFunction(statements: Node[]): Node {
  return b.call(b.arrow([], b.block(statements)))
}
