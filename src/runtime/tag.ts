// By what the language knows two kinds of objects that have no class of their own. They are told without running code
// of the program: an object's own tag may be an accessor.

const { getOwnPropertyDescriptor, hasOwn } = Object
const { toString } = Object.prototype

export function isArguments(object: object): object is IArguments {
  return !hasOwn(object, Symbol.toStringTag) && toString.call(object) === '[object Arguments]'
}

/** What `import * as` gives. */
export function isModuleNamespace(object: object): boolean {
  return getOwnPropertyDescriptor(object, Symbol.toStringTag)?.value === 'Module'
}
