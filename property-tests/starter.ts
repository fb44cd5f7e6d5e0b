/**
 * Makes the `start` function of a program's text, with the names of a host around it.
 */
import { hostNames, type Host } from './host.ts'
import type { Driven } from './run.ts'

type Make = (...globals: readonly unknown[]) => () => Driven

/** The laws run one text many times, each time with another host; the engine parses it once. */
let last: { readonly code: string; readonly make: Make }[] = []

const factory = (code: string): Make => {
  const known = last.find((each) => each.code === code)
  if (known !== undefined) return known.make
  // oxlint-disable-next-line no-new-func -- the programs are ours, and each run needs a host of its own
  const make = new Function(...hostNames, `${code}\nreturn start`) as Make
  last = [{ code, make }, ...last.slice(0, 3)]
  return make
}

/** Runs the text as a script of its own and gives its `start`. */
export const starter = (code: string, host: Host): (() => Driven) => {
  const globals = hostNames.map((name) => host.globals[name])
  return factory(code)(...globals)
}
