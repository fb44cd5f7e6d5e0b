/**
 * Makes the `start` function of a program's text, with the names of a host around it.
 */
import type { Host } from './host.ts'
import type { Driven } from './run.ts'

export const starter = (code: string, host: Host): (() => Driven) => {
  // oxlint-disable-next-line no-new-func -- the programs are ours, and each run needs a host of its own
  const make = new Function(...Object.keys(host.globals), `${code}\nreturn start`) as (
    ...values: readonly unknown[]
  ) => () => Driven
  return make(...Object.values(host.globals))
}
