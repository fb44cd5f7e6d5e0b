// The two streams of the command: solutions on stdout and nothing else; everything for people on stderr.
// On a terminal the last line of stderr is the progress, which makes room for whatever is written.

import { clearLine, cursorTo } from 'node:readline'

export interface Terminal {
  /** Writes a line of data; `done` follows when it has left the process, or cannot any more. */
  readonly data: (line: string, done: () => void) => void
  /** Writes text for people; `done` follows when it has left the process. */
  readonly note: (text: string, done?: () => void) => void
  /** Shows the progress, if somebody looks. */
  readonly progress: (line: string) => void
}

/** `readerGone` is called when nobody reads the data any more, as in `multishot run … | head`. */
export function openTerminal(readerGone: () => void): Terminal {
  const { stdout, stderr } = process
  let shown = false
  const clear = (): void => {
    if (!shown) return
    clearLine(stderr, 0)
    cursorTo(stderr, 0)
    shown = false
  }
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    readerGone()
  })
  return {
    data(line, done) {
      if (stdout.isTTY) clear()
      stdout.write(`${line}\n`, () => done())
    },
    note(text, done) {
      clear()
      stderr.write(text, () => done?.())
    },
    progress(line) {
      if (!stderr.isTTY) return
      clear()
      stderr.write(line.slice(0, (stderr.columns || 80) - 1))
      shown = true
    },
  }
}
