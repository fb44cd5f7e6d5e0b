/**
 * What stands around a main generator that is a method of a class: its parent, and the accessors and methods that
 * ./expressions/homes.ts asks for. All of it is frozen and only logs, so that no clone sees what another does.
 */
import type { Form } from './forms.ts'
import { lines, optional, part, sentence, type List, type Phrase } from './phrase.ts'

const accessors = (name: string, value: string): readonly string[] => [
  `get ${name}() { return log('get ${name}', ${value}); }`,
  `set ${name}(x) { log('set ${name}', x); }`,
]

const inherited = [
  ...accessors('a', '1'),
  ...accessors('b', 'null'),
  `m(x) { return log('parent', [x, typeof this?.main]); }`,
]

const secrets = [
  ...accessors('#a', '2'),
  ...accessors('#b', 'null'),
  `get #c() { return log('get #c', 'c'); }`,
  `#m(x) { return log('private', [x, typeof this]); }`,
  `*#each(x) { try { x = yield log('each', x); return [x, yield] } finally { log('closed', x); } }`,
]

const asStatic = (member: string): string => `static ${member}`

const members = (form: Form, texts: readonly string[]): List =>
  lines(texts.map((each) => part(form)`${each}`))

const parent = (): Phrase =>
  sentence('superAccess')`class Parent {
${members('superAccess', [...inherited, ...inherited.map(asStatic)])}
}
Object.freeze(Parent);
Object.freeze(Parent.prototype);`

/** How the main generator is found in the class, by form. */
const ways = {
  mainInherited: { before: '', name: 'main', starts: 'Object.freeze(new Holder()).main' },
  mainStatic: { before: 'static ', name: 'main', starts: 'Holder.main' },
  mainPrivate: { before: 'static ', name: '#main', starts: 'Holder.begin' },
} as const satisfies Partial<Record<Form, unknown>>

export type MethodForm = keyof typeof ways

/** The class with the main generator, and the `start` that calls it. */
export const mainInClass = (
  form: MethodForm,
  star: string,
  params: List,
  body: List,
  given: List,
): Phrase => {
  const { before, name, starts } = ways[form]
  const begin = form === 'mainPrivate' ? '  static begin(...x) { return this.#main(...x); }\n' : ''
  const heritage = optional(part('classHeritage')` extends Parent`)
  const privates = members('privateMember', secrets.map(asStatic))
  return sentence(form)`${lines([parent()])}
class Holder${heritage} {
${privates}
${begin}  ${before}${star}${name}(${params}) {\n${body}\n}
}
Object.freeze(Holder);
function start() {
  return ${starts}(${given});
}`
}
