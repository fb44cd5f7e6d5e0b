// The options that all plugins take, and which files they choose.
//
// Law: `include` and `exclude` speak of the user's own modules, `dependencies` of installed packages; neither has a say
// in what the other is about.

import { notAnOption, wrongOption } from './errors.ts'
import { isOwnFile } from './own-package.ts'
import { arePackages, installedPackage, PACKAGES } from './package.ts'
import { isSource } from './source-file.ts'

type Pattern = string | RegExp

/** What `multishot()` takes. A string stands for every path that contains it. */
export interface Options {
  /** Only these of the user's own modules are compiled. Default: all. */
  readonly include?: Pattern | readonly Pattern[]
  /** These of the user's own modules are not, even when included. Default: none. */
  readonly exclude?: Pattern | readonly Pattern[]
  /** Installed packages whose generators are compiled too, by name. Default: none. */
  readonly dependencies?: readonly string[]
  /**
   * Whether compiled code says in comments which line of the source it comes from. Default: in the tool's development
   * mode, where it has one.
   */
  readonly comments?: boolean
}

/**
 * Tells whether the options ask to compile the file with a path.
 *
 * @throws MS5005 where they hold what is no option, or not what one takes.
 */
export function selection(options: Options): (filename: string) => boolean {
  check(options)
  const included = matcher(options.include ?? '')
  const excluded = matcher(options.exclude ?? [])
  const dependencies = options.dependencies ?? []
  return (filename) => {
    if (!isSource(filename) || isOwnFile(filename)) return false
    const installed = installedPackage(filename)
    if (installed !== undefined) return dependencies.includes(installed)
    return included(filename) && !excluded(filename)
  }
}

interface Kind {
  readonly takes: string
  readonly accepts: (value: unknown) => boolean
}

const patterns: Kind = {
  takes: 'a part of a path, a regular expression, or an array of these',
  accepts: (value) => [value].flat().every((each) => typeof each === 'string' || each instanceof RegExp),
}

const kinds: Readonly<Record<keyof Options, Kind>> = {
  include: patterns,
  exclude: patterns,
  dependencies: { takes: PACKAGES, accepts: arePackages },
  comments: { takes: '`true` or `false`', accepts: (value) => typeof value === 'boolean' },
}

function check(options: Options): void {
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(kinds, name)) throw notAnOption(name, Object.keys(kinds))
    const { takes, accepts } = kinds[name as keyof Options]
    if (value !== undefined && !accepts(value)) throw wrongOption(`The option \`${name}\``, takes, value)
  }
}

function matcher(given: Pattern | readonly Pattern[]): (path: string) => boolean {
  const all = [given].flat()
  return (path) => all.some((p) => (typeof p === 'string' ? path.includes(p) : path.search(p) >= 0))
}
