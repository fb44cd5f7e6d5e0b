/**
 * The small tree that random programs are made of. A phrase is a piece of source text with holes; its `sort`
 * says where it may stand, so that any phrase of one sort can be exchanged for another of that sort.
 * Law: exchanging phrases of one sort, or dropping items of a list, keeps a program's brackets balanced and
 * leaves in place the text around the holes (the fuel checks of loops and calls are such text).
 * Printing, shrinking and counting walk this one shape and never ask what a form means.
 */
import type { Form } from './forms.ts'

/** Where a phrase may stand. A `part` stands only in the list that it was made for. */
export type Sort = 'expression' | 'statement' | 'part'

/** Source text with holes: `text[0] holes[0] text[1] ... text[n]`. */
export interface Phrase {
  readonly kind: 'phrase'
  readonly sort: Sort
  readonly form: Form
  /** Needs no brackets wherever it stands. */
  readonly tight: boolean
  readonly text: readonly string[]
  readonly holes: readonly Node[]
}

/** A sequence of which any item may be dropped. */
export interface List {
  readonly kind: 'list'
  readonly separator: ', ' | '\n'
  readonly items: readonly Phrase[]
}

export type Node = Phrase | List

type Writer = (text: TemplateStringsArray, ...holes: readonly (Node | string)[]) => Phrase

/** Names and operators become text; nodes become holes. */
const writer =
  (sort: Sort, form: Form, tight: boolean): Writer =>
  (strings, ...given) => {
    const text: string[] = [strings[0] as string]
    const holes: Node[] = []
    given.forEach((hole, index) => {
      const after = strings[index + 1] as string
      if (typeof hole === 'string') {
        text.push(`${text.pop()}${hole}${after}`)
      } else {
        holes.push(hole)
        text.push(after)
      }
    })
    return { kind: 'phrase', sort, form, tight, text, holes }
  }

/** An expression that binds tighter than any operator. */
export const atom = (form: Form): Writer => writer('expression', form, true)

/** An expression that is put in brackets beside an operator. */
export const compound = (form: Form): Writer => writer('expression', form, false)

export const sentence = (form: Form): Writer => writer('statement', form, true)

export const part = (form: Form): Writer => writer('part', form, true)

export const commas = (items: readonly Phrase[]): List => ({ kind: 'list', separator: ', ', items })

export const lines = (items: readonly Phrase[]): List => ({ kind: 'list', separator: '\n', items })

/** A part that may be absent. */
export const optional = (item: Phrase | undefined): List => commas(item === undefined ? [] : [item])
