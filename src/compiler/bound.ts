// What a variable of the file is bound to, for warnings that follow a name to what it stands for.

import type { Binding } from './binding.ts'
import { forEachChild } from './syntax.ts'
import type { Node } from './syntax.ts'
import type { Unit } from './unit.ts'

/** The functions, classes and values that the variable is declared with; none where something else is assigned to it. */
export function boundTo(unit: Unit, binding: Binding): Node[] {
  if (binding.reassigned) return []
  const found: Node[] = []
  const look = (node: Node): void => {
    const isDeclaration = /^(?:Function|Class)Declaration$|^VariableDeclarator$/.test(node.type)
    if (isDeclaration && node.id !== null && unit.binding(node.id) === binding) {
      const value = node.type === 'VariableDeclarator' ? node.init : node
      if (value !== null) found.push(value)
    }
    forEachChild(node, look)
  }
  look(binding.scope.node)
  return found
}
