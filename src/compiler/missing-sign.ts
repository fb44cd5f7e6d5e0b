// What a parser cannot say: that a line goes on with the one before it only because that does not end. Before `*play() {` a
// class field needs its semicolon, and the parser complains of the `{`.
//
// A guess is made only where the sign really helps: with it, the file parses, or at least up to a later place.

import { parseSync } from 'oxc-parser'
import { lacks } from './diagnostics.ts'
import type { Finding } from './diagnostics.ts'
import type { Language } from './typescript.ts'

/** How many lines above the mistake may begin with what goes on: a list of parameters may stand between. */
const reach = 8

/** A line that begins so goes on with what stands before, if it can. */
const goesOn = /^[*[(`/+<-]/

/** `findings` of the parser, the first with the sign that is likely to be missing as its hint. */
export function withMissingSign(
  findings: readonly Finding[],
  source: string,
  lang: Language,
  sourceType: 'module' | 'script' | 'commonjs',
): readonly Finding[] {
  const [first, ...others] = findings
  if (first === undefined) return findings
  const before = source.slice(0, first.offset).split('\n')
  const lines = source.split('\n')
  const signs = first.message.includes('`,`') ? [',', ';'] : [';']
  for (let at = before.length - 1; at > 0 && at > before.length - 1 - reach; at--) {
    const text = lines[at]!.trimStart()
    const end = endAbove(lines, at)
    if (!goesOn.test(text) || end < 0) continue
    const offset = source.length - lines.slice(at).join('\n').length + lines[at]!.length - text.length
    for (const sign of signs) {
      const mended = source.slice(0, offset) + sign + source.slice(offset)
      const next = firstError(mended, lang, sourceType)
      if (next <= first.offset + 1) continue
      const hinted = { ...first, hint: lacks(sign, end + 1, at + 1, text[0]!) }
      // What else there was came of it, if that mends all.
      return next === Infinity ? [hinted] : [hinted, ...others]
    }
  }
  return findings
}

/** The line above that has code; -1 where none has, or where it ends with what lets a statement go on. */
function endAbove(lines: readonly string[], below: number): number {
  for (let at = below - 1; at >= 0; at--) {
    const text = lines[at]!.replace(/\/\/.*$/, '').trim()
    if (text !== '' && !/^\/?\*/.test(text)) return /[;,{([]$/.test(text) ? -1 : at
  }
  return -1
}

function firstError(source: string, lang: Language, sourceType: 'module' | 'script' | 'commonjs'): number {
  const { errors } = parseSync(`file.${lang}`, source, { lang, sourceType })
  return errors.length === 0 ? Infinity : Math.min(...errors.map(({ labels }) => labels[0]?.start ?? 0))
}
