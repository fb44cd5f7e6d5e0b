// What the analysis knows of the language's own functions: which change nothing that they are given. It takes
// them for what the standard says, so nothing is proved of a file that is seen to tamper with them; what is not
// listed counts as able to change everything that it is given.

/** What the analysis takes for what the standard says, and that through which it can be reached. */
export const GLOBALS: ReadonlySet<string> = new Set(
  'Array BigInt Boolean Date Function Map Math Number Object Reflect Set String Symbol global globalThis isFinite isNaN parseFloat parseInt performance self window'.split(
    ' ',
  ),
)

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
export const ARITHMETIC: ReadonlySet<string> = new Set(['Math', 'Number', 'BigInt', 'Symbol', 'Date'])

/** Their functions that do otherwise, and what is none: one iterates. */
export const NOT_ARITHMETIC: ReadonlySet<string> = new Set(['prototype', 'sumPrecise'])

/** Functions of `Object` and `Array`, by what they do with the first argument. */
export type Known = 'looks' | 'keys' | 'values' | 'entries' | 'locks' | 'assigns' | 'list of' | 'list from'

export const STATIC: ReadonlyMap<string, Known> = new Map([
  ['Array.isArray', 'looks'],
  ['performance.now', 'looks'],
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

/** Whose methods and functions the analysis takes for what the standard says. */
const RELIED_ON: readonly object[] = [
  ...[Array, BigInt, Boolean, Date, Function, Number, Object, String, Symbol].flatMap((each) => [
    each,
    each.prototype as object,
  ]),
  Math,
  Reflect,
  Object.getPrototypeOf([].values()) as object,
]

/** Whether the language has something of that name which the analysis takes for what the standard says. */
export function isReliedOn(name: string): boolean {
  return GLOBALS.has(name) || RELIED_ON.some((each) => name in each)
}

/** What every object has without having been given it. */
export function isInherited(name: string): boolean {
  return name in Array.prototype || name in Function.prototype || name === '__proto__'
}
