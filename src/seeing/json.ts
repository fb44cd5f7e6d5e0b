// The tree of a search as JSON: everything that was kept, and how much was not.

import type { ChoiceTree } from './tree.ts'

/** `{ reason, effort, root }`, where each node has its fields as in `TreeNode`. */
export function treeToJson(tree: ChoiceTree): string {
  return `${JSON.stringify(tree, null, 2)}\n`
}
