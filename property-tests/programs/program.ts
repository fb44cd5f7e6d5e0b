/**
 * Random whole programs. A program is a script whose `start()` gives the main generator; around it stand other
 * generators, which delegate, recurse and are held in variables.
 * Laws: every program parses; it ends (loops and recursion cost fuel); two runs with the same inputs do the same;
 * it changes nothing outside its generators' own variables, so that a clone is all there is to copy.
 */
import { access } from './expressions/access.ts'
import { assignments } from './expressions/assignments.ts'
import { asynchronous } from './expressions/asynchronous.ts'
import { homes } from './expressions/homes.ts'
import { functions, functionStar, generatorTail } from './expressions/functions.ts'
import { leaves } from './expressions/leaves.ts'
import { literals } from './expressions/literals.ts'
import { operators } from './expressions/operators.ts'
import { suspensions } from './expressions/suspensions.ts'
import { weightsOf, type ProgramOptions } from './forms.ts'
import { mainInClass, type MethodForm } from './homes.ts'
import { atom, commas, lines, part, sentence, type List, type Phrase } from './phrase.ts'
import { expression, wants, type Grammar, type Place } from './place.ts'
import type { Random } from './random.ts'
import { declareLexical, scopeIn } from './scope.ts'
import { asyncStatements } from './statements/asynchronous.ts'
import { branches } from './statements/branches.ts'
import { classes } from './statements/classes.ts'
import { completions } from './statements/completions.ts'
import { declarations } from './statements/declarations.ts'
import { functionStatements, generatorDeclaration } from './statements/functions.ts'
import { loops } from './statements/loops.ts'
import { scenes } from './statements/scenes.ts'

/** A new grammar for each program: what it may draw depends on the program's weights, and is kept by grammar. */
const grammarOf = (): Grammar => ({
  expressions: [
    ...leaves,
    ...suspensions,
    ...operators,
    ...assignments,
    ...access,
    ...literals,
    ...functions,
    ...homes,
    ...asynchronous,
  ],
  statements: [
    ...declarations,
    ...branches,
    ...loops,
    ...completions,
    ...functionStatements,
    ...classes,
    ...scenes,
    ...asyncStatements,
  ],
})

/** `walk` recurses through `yield*`, which costs fuel. */
const recursive = (place: Place): Phrase => {
  const name = `g${String(place.number())}`
  declareLexical(place.scope, { name, type: 'any', role: 'maker', open: false })
  const { random } = place
  const twice = random.chance(50) ? ` + (more() ? yield* ${name}(n - 1) : 0)` : ''
  const sum = random.chance(50)
    ? `const left = more() && n > 0 ? yield* ${name}(n - 1)${twice} : 0; return log('${name}', left) + (yield n);`
    : `log('${name}', n); yield n; if (more() && n > 0) return yield* ${name}(n - 1); return 'end';`
  return sentence('recursiveGenerator')`function* ${name}(n = 2) { ${sum} }`
}

const receivers = ['Object.freeze({ a: 1 })', "'self'", '5', 'undefined'] as const

/** Where the main generator stands, and what it may then mention. */
const shapes: readonly (readonly [MainForm, Place['home']])[] = [
  ['mainDeclaration', 'none'],
  ['mainExpression', 'none'],
  ['mainMethod', 'object'],
  // Its `this` may be the global object, or be made for it.
  ['mainComputedMethod', 'none'],
  ['mainInner', 'none'],
  ['mainInherited', 'class'],
  ['mainStatic', 'class'],
  ['mainPrivate', 'class'],
]

type MainForm =
  | MethodForm
  | 'mainDeclaration'
  | 'mainExpression'
  | 'mainMethod'
  | 'mainComputedMethod'
  | 'mainInner'

/** The main generator and the call that makes it: one phrase, so that neither is shrunk away from the other. */
const main = (outer: Place, size: number): Phrase => {
  const [form, home] = outer.random.weighted(shapes, ([each]) => outer.weights[each])
  const place = { ...outer, strict: outer.strict || home === 'class' }
  const { params, body } = generatorTail(
    { ...place, depth: place.depth + 1 },
    Math.max(1, size - 3),
    size + 2,
    place.async,
    home,
  )
  const star = functionStar(place.async)
  const method = place.async ? 'async *' : '*'
  const inner: Place = { ...place, yields: false, inside: 'leaf', room: 1 }
  const given: List = commas(Array.from({ length: place.random.int(0, 3) }, () => expression(inner, 'any')))
  const receiver = place.random.pick(receivers)
  const start = (callee: string): Phrase =>
    part(
      'call',
    )`function start() {\n  return ${callee}.call(${commas([atom('this')`${receiver}`, ...given.items])});\n}`
  switch (form) {
    case 'mainDeclaration':
      return sentence(form)`${star} main(${params}) {\n${body}\n}\n${start('main')}`
    case 'mainExpression':
      return sentence(form)`const main = ${star} (${params}) {\n${body}\n};\n${start('main')}`
    case 'mainMethod':
      return sentence(
        form,
      )`const holder = Object.freeze({ ${method}main(${params}) {\n${body}\n} });\nfunction start() {\n  return holder.main(${given});\n}`
    case 'mainComputedMethod':
      return sentence(
        form,
      )`const holder = { ${method}['ma' + 'in'](${params}) {\n${body}\n} };\n${start('holder.main')}`
    case 'mainInner':
      return sentence(
        form,
      )`function outer(outside) {\n  return ${star} named(${params}) {\n${body}\n};\n}\n${start('outer(1)')}`
    case 'mainInherited':
    case 'mainStatic':
    case 'mainPrivate':
      return mainInClass(form, method, params, body, given)
  }
}

/** Draws the statements of a program. */
export const programStatements = (random: Random, options: ProgramOptions): List => {
  let used = 0
  const weights = weightsOf(options, random)
  const strict = random.weighted(['strictScript', 'sloppy'] as const, (form) => weights[form])
  const outside: Place = {
    random,
    weights,
    grammar: grammarOf(),
    number: () => (used += 1),
    scope: scopeIn(undefined, 'function'),
    depth: options.depth ?? 3,
    room: 3,
    inside: 'generator',
    yields: false,
    async: options.async === true,
    strict: strict === 'strictScript',
    home: 'none',
    labels: [],
    inLoop: false,
    breakable: false,
  }
  const directive = sentence(strict)`${strict === 'strictScript' ? "'use strict';" : ''}`
  const helper = (): Phrase => generatorDeclaration(outside, 1, 4, outside.async && random.chance(50))
  const helpers = Array.from({ length: random.int(0, 2) }, helper)
  const walk = wants(outside, 'recursiveGenerator', 6) ? [recursive(outside)] : []
  return lines([directive, ...walk, ...helpers, main(outside, options.statements ?? 6)])
}
