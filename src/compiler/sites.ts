// The places in the source where functions are made. A function whose builder needs nothing but what it
// is given (scope records, the parts of a class) and what the file's top level has is built by a function
// of the top level, under a label. So its functions can be told apart from those of other places, made
// again in another process, and making one allocates no builder.
//
// What also needs variables of native functions around it keeps its builder where it stands, unlabelled.

import * as b from './build.ts'
import { forEachChild, isFunction, isName, privateNames } from './syntax.ts'
import type { Node } from './syntax.ts'
import type { Unit } from './unit.ts'

/** The builder of what stands at `node`: the name of a function of the top level, or `build` itself. */
export function builderAt(unit: Unit, node: Node, name: string, build: Node): Node {
  if (!needsOnlyWhatItIsGiven(unit, node, build)) return build
  const base = isName(name) ? name : 'function'
  const builder = unit.topLevelName(`${base}$build`)
  const made = build.body.type === 'BlockStatement' ? build.body.body : [b.returns(build.body)]
  unit.hoisted.push(b.functionNode('FunctionDeclaration', builder, build.params, made))
  const label = unit.label(name, node, build.params.map((param: Node) => param.name).join(' '))
  unit.sites.push(b.array([b.id(builder), b.literal(label)]))
  return b.id(builder)
}

function needsOnlyWhatItIsGiven(unit: Unit, node: Node, build: Node): boolean {
  const { root, dynamic, ownerOf } = unit.analysis
  if (dynamic.length > 0) return false
  // The builder takes the strictness of the top level with it.
  if (isFunction(node) && ownerOf.get(node)!.strict !== root.owner.strict) return false
  return build.body !== undefined && !mentionsVariables(build) && mentionsOnlyRecords(unit, node, node)
}

/** What the step keeps for a moment has no place in a builder. */
function mentionsVariables(node: Node): boolean {
  if (node.variable !== undefined) return true
  let found = false
  forEachChild(node, (child) => {
    found ||= mentionsVariables(child)
  })
  return found
}

/**
 * Whether every name in `node` that means something of the file means its own, the top level's, or a record's; `own` are
 * the private names of the classes around it, up to the site's.
 */
function mentionsOnlyRecords(unit: Unit, node: Node, site: Node, own: ReadonlySet<string> = NONE): boolean {
  // Its name says what it is called; inside, it is a mention like any other.
  if (node === site.id) return true
  if (node.type === 'PrivateIdentifier' && !own.has(node.name)) return false
  const binding = unit.binding(node)
  if (binding !== undefined && binding.scope !== unit.analysis.root) {
    const at = binding.scope.node
    const isInside = at.start! >= site.start! && at.end! <= site.end!
    if (!isInside && unit.access.get(binding)?.type !== 'record') return false
    if (node.type === 'Super' && !isInside) return false
  }
  const names = node.type === 'ClassBody' ? new Set([...own, ...privateNames(node)]) : own
  let all = true
  forEachChild(node, (child) => {
    all &&= mentionsOnlyRecords(unit, child, site, names)
  })
  return all
}

const NONE: ReadonlySet<string> = new Set()
