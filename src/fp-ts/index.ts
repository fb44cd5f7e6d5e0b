// What fp-ts users import: each of the two types with its instances and its pipeable functions.

export * as program from './program/index.ts'
export * as stream from './stream/index.ts'
