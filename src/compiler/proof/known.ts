// What the analysis knows of the language's own functions: which change nothing that they are given. It takes
// them for what the standard says, so nothing is proved of a file that is seen to tamper with them; what is not
// listed counts as able to change everything that it is given.

/** Functions that look at primitives, or make primitives of what they are given. */
export const CONVERSIONS: ReadonlySet<string> = new Set([
  'Number',
  'String',
  'Boolean',
  'BigInt',
  'Symbol',
  'parseInt',
  'parseFloat',
  'isNaN',
  'isFinite',
])

/** Objects of which every function takes and gives primitives. */
export const ARITHMETIC: ReadonlySet<string> = new Set([
  'Math',
  'Number',
  'BigInt',
  'Symbol',
  'Date',
  'performance',
])

/** Their functions that do otherwise. */
export const NOT_ARITHMETIC: ReadonlySet<string> = new Set(['prototype', 'measure', 'mark'])

/** Functions of `Object` and `Array`, by what they do with the first argument. */
export type Known = 'looks' | 'keys' | 'values' | 'entries' | 'locks' | 'assigns' | 'list of' | 'list from'

export const STATIC: ReadonlyMap<string, Known> = new Map([
  ['Array.isArray', 'looks'],
  ['Object.is', 'looks'],
  ['Object.hasOwn', 'looks'],
  ['Object.isFrozen', 'looks'],
  ['Object.isSealed', 'looks'],
  ['Object.isExtensible', 'looks'],
  ['Object.keys', 'keys'],
  ['Object.getOwnPropertyNames', 'keys'],
  ['Object.values', 'values'],
  ['Object.entries', 'entries'],
  ['Object.freeze', 'locks'],
  ['Object.seal', 'locks'],
  ['Object.preventExtensions', 'locks'],
  ['Object.assign', 'assigns'],
  ['Array.of', 'list of'],
  ['Array.from', 'list from'],
])

/** What a method of arrays does; its callback, if it takes one, is called with element, index and array. */
export type ArrayMethod =
  | 'looks'
  | 'element'
  | 'calls'
  | 'finds'
  | 'filters'
  | 'maps'
  | 'maps flat'
  | 'folds'
  | 'copies'
  | 'sorts a copy'
  | 'joins'
  | 'flattens'
  | 'iterates'
  | 'iterates keys'
  | 'iterates entries'
  | 'adds'
  | 'removes'
  | 'splices'
  | 'sorts'
  | 'rearranges'

const methods: readonly (readonly [ArrayMethod, string])[] = [
  ['looks', 'includes indexOf lastIndexOf'],
  ['element', 'at'],
  ['calls', 'forEach every some findIndex findLastIndex'],
  ['finds', 'find findLast'],
  ['filters', 'filter'],
  ['maps', 'map'],
  ['maps flat', 'flatMap'],
  ['folds', 'reduce reduceRight'],
  ['copies', 'slice concat toReversed toSpliced with'],
  ['sorts a copy', 'toSorted'],
  ['joins', 'join toString toLocaleString'],
  ['flattens', 'flat'],
  ['iterates', 'values'],
  ['iterates keys', 'keys'],
  ['iterates entries', 'entries'],
  ['adds', 'push unshift fill'],
  ['removes', 'pop shift'],
  ['splices', 'splice'],
  ['sorts', 'sort'],
  ['rearranges', 'reverse copyWithin'],
]

export const ARRAY_METHODS: ReadonlyMap<string, ArrayMethod> = new Map(
  methods.flatMap(([does, names]) => names.split(' ').map((name): [string, ArrayMethod] => [name, does])),
)

/** Those that change the array. */
export const CHANGING: ReadonlySet<ArrayMethod> = new Set([
  'adds',
  'removes',
  'splices',
  'sorts',
  'rearranges',
])

/** Those that call what they are given. */
export const CALLING: ReadonlySet<ArrayMethod> = new Set([
  'calls',
  'finds',
  'filters',
  'maps',
  'maps flat',
  'folds',
])

/** Those that give a new array. */
export const GIVING_NEW: ReadonlySet<ArrayMethod> = new Set([
  'filters',
  'maps',
  'maps flat',
  'copies',
  'sorts a copy',
  'flattens',
  'splices',
])

/** Methods of strings and numbers that only read their arguments as primitives. */
export const OF_PRIMITIVES: ReadonlySet<string> = new Set(
  (
    'at charAt charCodeAt codePointAt concat endsWith includes indexOf lastIndexOf localeCompare normalize padEnd padStart ' +
    'repeat slice startsWith substring toLowerCase toUpperCase toLocaleLowerCase toLocaleUpperCase trim trimEnd trimStart ' +
    'toFixed toExponential toPrecision toString valueOf'
  ).split(' '),
)

/** What every object has without having been given it. */
export function isInherited(name: string): boolean {
  return name in Array.prototype || name in Function.prototype || name === '__proto__'
}
