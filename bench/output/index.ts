// `npm run bench:output`: the size of compiled code and the time to compile, against Babel's regenerator transform
// on the same inputs. Both print with source maps and without the code that every file shares (the runtime is
// imported, Babel's helpers are left out). Regenerator alone takes no `for-of`, pattern or template with a yield,
// so the transforms that it asks for go before it.

import { createRequire } from 'node:module'
import { compile } from 'multishot/compiler'
import { inputs, type Input } from './inputs.ts'

const require = createRequire(import.meta.url)
const babel = require('@babel/core') as Babel

interface Babel {
  transformSync(code: string, options: object): { readonly code: string }
}

interface File {
  set(key: 'helperGenerator', make: (name: string) => object): void
}

/** Helpers are mentioned and not printed. */
const helpersLeftOut = ({ types }: { types: { identifier(name: string): object } }): object => ({
  pre: (file: File) => file.set('helperGenerator', (name) => types.identifier(`_${name}`)),
})

const plugins = [
  helpersLeftOut,
  ...['for-of', 'destructuring', 'template-literals', 'regenerator'].map((name) =>
    require.resolve(`@babel/plugin-transform-${name}`),
  ),
]

const theirs = ({ name, code, sourceType }: Input): string =>
  babel.transformSync(code, {
    filename: `/${name}`,
    configFile: false,
    babelrc: false,
    sourceType,
    sourceMaps: true,
    compact: false,
    plugins,
  }).code

const ours = ({ name, code, sourceType }: Input, proof = true): string => {
  const isModule = sourceType === 'module'
  const runtime = isModule ? 'import' : 'require'
  const language = isModule ? 'module' : 'commonjs'
  return compile(code, { filename: name, lang: 'js', sourceType: language, runtime, proof }).code
}

const unproven = (input: Input): string => ours(input, false)

/** Median milliseconds of Babel, of us, and of us without the proof of what forks may share, run in turn. */
function times(input: Input): readonly [number, number, number] {
  const measured: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < rounds; round++)
    for (const [i, compiler] of [theirs, ours, unproven].entries()) {
      const start = performance.now()
      compiler(input)
      measured[i]!.push(performance.now() - start)
    }
  const [their, our, without] = measured.map((all) => all.toSorted((a, b) => a - b)[all.length >> 1]!)
  return [their!, our!, without!]
}

/** An input that Babel refuses is left out. */
function sizes(input: Input): readonly [number, number] | null {
  try {
    return [theirs(input).length, ours(input).length]
  } catch {
    return null
  }
}

const rounds = 7
const most = { size: 2, time: 1.3 }

const row = (name: string, cells: readonly (string | number)[]): string =>
  name.padEnd(52) + cells.map((cell) => String(cell).padStart(9)).join('')
const mark = (ratio: number, bound: number): string => `${ratio.toFixed(2)}${ratio > bound ? '!' : ' '}`

console.log(row('', ['source', 'Babel', 'ours', 'size', 'Babel ms', 'ours ms', 'time']))
const sum = { theirs: 0, ours: 0, theirMs: 0, ourMs: 0, unprovenMs: 0 }
for (const input of inputs()) {
  const found = sizes(input)
  if (found === null) {
    console.log(row(input.name, [input.code.length, 'refused']))
    continue
  }
  const [their, our] = found
  const [theirMs, ourMs, unprovenMs] = times(input)
  sum.theirs += their
  sum.ours += our
  sum.theirMs += theirMs
  sum.ourMs += ourMs
  sum.unprovenMs += unprovenMs
  const ratios = [mark(our / their, most.size), theirMs.toFixed(1), ourMs.toFixed(1)]
  console.log(row(input.name, [input.code.length, their, our, ...ratios, mark(ourMs / theirMs, most.time)]))
}
const total = [mark(sum.ours / sum.theirs, most.size), sum.theirMs.toFixed(0), sum.ourMs.toFixed(0)]
console.log(row('all', ['', sum.theirs, sum.ours, ...total, mark(sum.ourMs / sum.theirMs, most.time)]))
const share = (100 * (sum.ourMs - sum.unprovenMs)) / sum.ourMs
console.log(`\nof our time, the proof of what forks may share takes ${share.toFixed(0)} %`)
console.log(`! above the target: ${most.size} times the size, ${most.time} times the time`)
