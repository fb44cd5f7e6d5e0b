// What the two threads of the command say to each other. The search has a thread of its own because it
// runs without a pause: in the same thread Ctrl-C, the timeout and the progress line would have to wait
// for it, and a program that loops for ever between two choices could not be stopped at all.

import type { Effort, Ended, Failed } from '../search/index.ts'
import type { RunOptions } from './run-arguments.ts'

/** What the search thread is started with; `file` is absolute. */
export interface SearchTask extends RunOptions {
  /** Shared words, by the indices below. */
  readonly shared: Int32Array
}

/** Index of the word that the command sets to 1 to end the search. */
export const ABORTED = 0
/** Index of the word in which the command counts the lines that it has written. */
export const WRITTEN = 1

/** What the search thread says. */
export type Message =
  | { readonly tag: 'started' }
  | { readonly tag: 'progress'; readonly effort: Effort }
  /** One solution, printed. */
  | { readonly tag: 'solution'; readonly line: string }
  /** A line about the search. */
  | { readonly tag: 'seen'; readonly line: string }
  /** Something that the program itself wrote. */
  | { readonly tag: 'log'; readonly text: string }
  /** `error` is ready to be shown. Nothing follows. */
  | { readonly tag: 'failed'; readonly error: string; readonly end: Failed | undefined }
  /** Nothing follows. */
  | { readonly tag: 'ended'; readonly end: Ended }
