// What a generator is written as: plain data that JSON keeps as it is. Every object that the generator reaches is
// a node: a list of words, in the order in which its anatomy is told (src/runtime/anatomy.ts). The first node is
// the generator.
//
// A word is a string, a number, a boolean or null that stands for itself, or an array: `[n]` is the object of
// node n; with a tag it is a value that JSON has no word for, or the name of something that is not written.

export type Word = string | number | boolean | null | readonly (string | number)[]

/** Where compiled code stands: the module, and a label that ends in a fingerprint of the source. */
export type WrittenCode = readonly [module: string, label: string]

/** A generator as plain data. */
export interface Written {
  /** What it is, and of which version. */
  readonly multishot: 'generator 1'
  readonly codes: readonly WrittenCode[]
  readonly nodes: readonly (readonly Word[])[]
}

/** How the instances of a class are written and read back. */
export interface Codec<Value = any> {
  /** Whether it is for `value`. */
  is(value: unknown): boolean
  /** The parts of `value`, as anything that can be written; what they share with other variables stays shared. */
  write(value: Value): unknown
  /** The value again, from its parts. */
  read(parts: any): Value
}

export interface Names {
  /**
   * What data may name instead of holding it: by a name of your choice, modules or other records, whose properties
   * are functions, classes, symbols and tables. Default: none.
   */
  readonly modules?: Readonly<Record<string, object>>
  /** By name, what is written in its own way. Default: none. */
  readonly codecs?: Readonly<Record<string, Codec>>
}
