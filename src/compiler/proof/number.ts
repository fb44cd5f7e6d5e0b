// Which expressions surely give a number. A number as a key reaches elements; any other key might be the name of
// something that the language gives to every object.

import type { Binding } from '../binding.ts'
import type { Node } from '../syntax.ts'
import { declaratorOf } from './freshness.ts'
import type { World } from './world.ts'

export function isNumber(node: Node, world: World, asked: ReadonlySet<Binding> = new Set()): boolean {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number'
    case 'UpdateExpression':
      return true
    case 'UnaryExpression':
      return /^[-+~]$/.test(node.operator)
    case 'BinaryExpression':
      if (node.operator !== '+') return /^(?:-|\*|\/|%|\*\*|\||&|\^|<<|>>|>>>)$/.test(node.operator)
      return isNumber(node.left, world, asked) && isNumber(node.right, world, asked)
    case 'Identifier': {
      const binding = world.analysis.bindingOf.get(node)
      return binding !== undefined && holdsNumbers(binding, world, asked)
    }
    default:
      return false
  }
}

function holdsNumbers(binding: Binding, world: World, asked: ReadonlySet<Binding>): boolean {
  // What is asked for already is assumed: only another value than a number could speak against it.
  if (asked.has(binding)) return true
  if (binding.kind !== 'let' && binding.kind !== 'const' && binding.kind !== 'var') return false
  const { parents } = world.facts
  const known = new Set([...asked, binding])
  if (binding.kind !== 'var') {
    const declarator = declaratorOf(binding, world.facts, true)
    if (declarator === null || (declarator.init !== null && !isNumber(declarator.init, world, known)))
      return false
  }
  return binding.references.every(({ node, writes }) => {
    if (!writes) return true
    const parent = parents.get(node)!
    switch (parent.type) {
      case 'UpdateExpression':
        return true
      case 'VariableDeclarator':
        // Without a value of its own it is the head of a loop, which gives it anything.
        return parent.id === node && parent.init !== null && isNumber(parent.init, world, known)
      case 'AssignmentExpression':
        if (parent.operator === '=' || parent.operator === '+=') return isNumber(parent.right, world, known)
        return /^(?:-|\*|\/|%|\*\*|\||&|\^|<<|>>|>>>)=$/.test(parent.operator)
      default:
        return false
    }
  })
}
