// The compiled code that data names, found among what is loaded.

import type { Code } from '../runtime/code.ts'
import { entriesNamed, isModuleNamed, nameIn } from '../runtime/registry.ts'
import type { Entry } from '../runtime/registry.ts'
import { changedCode, damaged, unknownCode } from './errors.ts'

export class CodeTable {
  private readonly found: (Entry | undefined)[] = []

  constructor(private readonly written: readonly unknown[]) {}

  /** The code of a generator function. */
  code(number: number): Code {
    const { code } = this.entry(number, (entry) => entry.code !== null)
    return code!
  }

  /** What makes the functions of one place in the source. */
  builder(number: number): (...parts: readonly unknown[]) => Function {
    const { build } = this.entry(number, (entry) => entry.build !== null)
    return build!
  }

  private entry(number: number, fits: (entry: Entry) => boolean): Entry {
    const known = this.found[number]
    if (known !== undefined && fits(known)) return known
    const row = this.written[number]
    if (!Array.isArray(row) || row.length !== 2 || row.some((part) => typeof part !== 'string'))
      throw damaged(`it has no code ${number}`)
    const [module, label] = row as [string, string]
    const named = entriesNamed(module, label).filter(fits)
    const name = nameIn(label).replace(/~\d+$/, '')
    if (named.length === 0) throw unknownCode(module, name, isModuleNamed(module))
    const entry = named.find((each) => each.label === label)
    if (entry === undefined) throw changedCode(module, name)
    return (this.found[number] = entry)
  }
}
