// The compiler: source text in, source text out, with every generator function turned into frames.

import { parseSync } from 'oxc-parser'
import type { TraceMap } from '@jridgewell/trace-mapping'
import * as b from './build.ts'
import { onceOutsideOfModules, syntaxError, withOrigin } from './diagnostics.ts'
import type { Diagnostic, Finding } from './diagnostics.ts'
import { holdsGenerator } from './candidate.ts'
import { immutableClasses } from './immutable-classes.ts'
import { mayStandBeside } from './redeclared.ts'
import { withMissingSign } from './missing-sign.ts'
import { composed, originsIn, resolvedMap } from './input-map.ts'
import { rewriteClass } from './classes.ts'
import { chainParts, lowerExpression } from './expressions.ts'
import { closure, generatorExpression, methodClosure, objectLiteral } from './functions.ts'
import type { Lowering } from './lowering.ts'
import type { Rewriter } from './rewrite.ts'
import { fingerprint } from './fingerprint.ts'
import { mapComment, mapInUrl } from './map-comment.ts'
import { codeFrame } from './frame-text.ts'
import type { Origins } from './position.ts'
import { prove } from './proof/index.ts'
import { report } from './proof/report.ts'
import type { VariableProof } from './proof/report.ts'
import { analyse } from './scope.ts'
import type { SourceMapV3 } from './source-map.ts'
import { splice } from './splice.ts'
import type { Edit } from './splice.ts'
import { staysNative } from './syntax.ts'
import type { Node } from './syntax.ts'
import { afterDirectives, transform } from './transform.ts'
import { languageOf, stripTypes } from './typescript.ts'
import type { Language, Stripped } from './typescript.ts'
import { Unit } from './unit.ts'
import type { Forms } from './unit.ts'

export interface CompileOptions {
  /** The name that positions, maps and messages use. */
  readonly filename: string
  /**
   * What the file is called in frames that are written down, by all processes alike: the plugins give the name
   * of its package and its path there. Default: `filename`.
   */
  readonly module?: string
  /** How the engine will read the file. Default `'module'`. */
  readonly sourceType?: 'module' | 'script' | 'commonjs'
  /** How compiled code gets the runtime: by `import`, by `require`, or from a global. Default `'import'`. */
  readonly runtime?: 'import' | 'require' | { readonly global: string }
  /** Default: from the ending of `filename`. */
  readonly lang?: Language
  /** Whether compiled code says in comments which line of the source it comes from. Default `false`. */
  readonly comments?: boolean
  /**
   * The source map of `source`, where that is itself the output of a compiler: the map of the result then leads to what
   * the user wrote, and so do the places that `inspect` and messages at run time tell. Default: the map that the comment
   * at the end of `source` holds. Null: none.
   */
  readonly inputMap?: SourceMapV3 | null
  /**
   * Whether forks share what the file is proved not to change. Default: true. Only speed follows from it.
   * @internal
   */
  readonly proof?: boolean
}

export interface CompileResult {
  readonly code: string
  /** Null where nothing changed. */
  readonly map: SourceMapV3 | null
  readonly diagnostics: readonly Diagnostic[]
  /** Of the variables of generators that name objects, which are shared by proof, and why the others are not. */
  readonly proofs: readonly VariableProof[]
}

/**
 * Compiles every generator function of `source` into frames, so that its generators can be cloned.
 * A mistake of the user's is never thrown: it is an error among the diagnostics, and `code` is then the
 * source as it was.
 *
 * @example
 * ```ts
 * import { compile } from 'multishot/compiler'
 *
 * const { code, diagnostics } = compile('export function* one() { yield 1 }', { filename: 'one.js' })
 * console.log(diagnostics.length, code.includes('function*')) // → 0 false
 * ```
 */
export function compile(source: string, options: CompileOptions): CompileResult {
  const { filename, sourceType = 'module', lang = languageOf(filename) } = options
  const module = sourceType === 'module'
  const stripped = stripTypes(source, filename, lang, sourceType)
  const input = inputOf(source, options)
  const origins = input === null ? () => null : originsIn(input)
  const mapped = (map: SourceMapV3 | null): SourceMapV3 | null =>
    map === null || input === null ? map : composed(map, input)
  const place = (finding: Finding, at: Stripped['original']): Diagnostic =>
    locate(source, filename, stripped, finding, at, origins)
  if (stripped.errors.length > 0)
    return {
      code: source,
      map: null,
      diagnostics: withMissingSign(stripped.errors, source, lang, sourceType).map((finding) =>
        locate(source, filename, { ...stripped, code: source }, finding, (position) => position, origins),
      ),
      proofs: [],
    }
  if (!holdsGenerator(stripped.code) && !/\baccessor\s/.test(stripped.code))
    return { code: stripped.code, map: mapped(stripped.map), diagnostics: [], proofs: [] }

  const { program, errors: found } = parseSync(filename, stripped.code, {
    lang: 'js',
    sourceType,
    preserveParens: false,
    showSemanticErrors: true,
  })
  const errors = found.filter(({ labels }) => !mayStandBeside(program as unknown as Node, labels))
  if (errors.length > 0) {
    const findings = onceOutsideOfModules(
      errors.map((error) => syntaxError(error.message, error.helpMessage, error.labels[0]?.start ?? 0)),
    )
    return {
      code: source,
      map: null,
      // Lines of what a TypeScript file has become mean nothing to the user.
      diagnostics: (lang === 'js' ? withMissingSign(findings, source, lang, sourceType) : findings).map(
        (finding) => place(finding, stripped.original),
      ),
      proofs: [],
    }
  }
  if (staysNative(program.body as unknown as Node[]))
    return { code: stripped.code, map: mapped(stripped.map), diagnostics: [], proofs: [] }
  const analysis = analyse(program as unknown as Node, module)
  const proof =
    options.proof === false ? null : prove(analysis, program as unknown as Node, sourceType !== 'script')
  const unit = new Unit(
    stripped.code,
    filename,
    analysis,
    stripped.original,
    origins,
    module ? '' : `_${fingerprint(filename + source)}`,
    forms,
    proof,
    immutableClasses(program as unknown as Node, analysis),
  )
  const edits = transform(unit, program as unknown as Node, module)
  const diagnostics = unit.findings.map((finding) => place(finding, stripped.original))
  if (diagnostics.some(({ severity }) => severity === 'error'))
    return { code: source, map: null, diagnostics, proofs: [] }
  const proofs = (proof?.findings ?? []).map((finding) =>
    report(finding, ({ start = 0 }) => {
      const { line, column } = stripped.original(unit.position(start))
      return { line, column: column + 1 }
    }),
  )
  if (edits.length === 0) return { code: stripped.code, map: mapped(stripped.map), diagnostics, proofs }
  const lines = options.comments === true ? source.split('\n') : null
  const { code, map } = splice(
    unit,
    [
      ...frameEdits(unit, program as unknown as Node, options),
      ...edits,
      ...commentEdits(unit, program as unknown as Node),
    ],
    lines,
  )
  return { code, map: mapped(compose(map, stripped, source, filename)), diagnostics, proofs }
}

/** The map of the source itself, where it has one. */
function inputOf(source: string, { filename, inputMap }: CompileOptions): TraceMap | null {
  const comment = inputMap === undefined ? mapComment(source) : null
  const map = comment === null ? inputMap : mapInUrl(comment.url)
  return map == null ? null : resolvedMap(map, filename)
}

/** What the source says of its own map is not true of the result. */
function commentEdits({ source }: Unit, { body }: Node): Edit[] {
  const comment = mapComment(source)
  if (comment === null || comment.start < (body.at(-1)?.end ?? 0)) return []
  return [{ start: comment.start, end: comment.end, nodes: [] }]
}

const forms: Forms<Rewriter, Lowering> = {
  expression: lowerExpression,
  chain: chainParts,
  closure,
  methodClosure,
  objectLiteral,
  generatorExpression,
  classExpression: rewriteClass,
}

/** The runtime and the generators' descriptions before the file's own code, their functions behind it. */
function frameEdits(unit: Unit, program: Node, options: CompileOptions): Edit[] {
  const { filename, runtime = 'import', module = filename } = options
  const start = afterDirectives(program.body, program.hashbang?.end ?? 0)
  if (unit.sites.length > 0 || module !== filename) {
    const names = module === filename ? [] : [b.literal(module)]
    const described = b.call(unit.helper('file'), unit.file, b.array(unit.sites), ...names)
    unit.prelude.push(b.statement(described))
  }
  const prelude = [importRuntime(b.id(unit.runtime), runtime), ...preludeOf(unit)]
  const end = unit.source.length
  return [
    { start, end: start, nodes: prelude, before: start === 0 ? '' : '\n', after: '\n' },
    { start: end, end, nodes: unit.hoisted, before: unit.source.endsWith('\n') ? '' : '\n' },
  ]
}

/** The prelude as it is, or as a hoisted function that whoever comes first calls. */
function preludeOf(unit: Unit): readonly Node[] {
  if (unit.prepare === null) return unit.prelude
  const declarations = unit.prelude.flatMap((each) =>
    each.type === 'VariableDeclaration' ? each.declarations : [],
  )
  const names = declarations.map(({ id }: Node): [Node, null] => [id, null])
  const done = b.binary(names[0]![0], '!==', b.undefinedValue())
  const body = unit.prelude.map((each) =>
    each.type === 'VariableDeclaration' ? b.set(each.declarations[0].id, each.declarations[0].init) : each,
  )
  unit.hoisted.push(
    b.functionNode('FunctionDeclaration', unit.prepare, [], [b.ifThen(done, [b.returns(null)]), ...body]),
  )
  return [b.declare('var', ...names), b.statement(b.call(b.id(unit.prepare)))]
}

function importRuntime(local: Node, runtime: NonNullable<CompileOptions['runtime']>): Node {
  if (runtime === 'import') {
    return {
      type: 'ImportDeclaration',
      source: b.literal('multishot/runtime'),
      specifiers: [{ type: 'ImportNamespaceSpecifier', local }],
      attributes: [],
    }
  }
  const value =
    runtime === 'require'
      ? b.call(b.id('require'), b.literal('multishot/runtime'))
      : b.member(b.id('globalThis'), runtime.global)
  return b.declare('var', [local, value])
}

function compose(map: SourceMapV3, stripped: Stripped, source: string, filename: string): SourceMapV3 {
  if (stripped.map === null) return map
  return { ...composed(map, stripped.map), sources: [filename], sourcesContent: [source] }
}

function locate(
  source: string,
  filename: string,
  stripped: Stripped,
  finding: Finding,
  original: Stripped['original'],
  origins: Origins,
): Diagnostic {
  const before = stripped.code.slice(0, finding.offset).split('\n')
  const { line, column } = original({ line: before.length, column: before.at(-1)!.length })
  const { offset: _offset, ...rest } = finding
  const origin = origins({ line, column })
  const hint = origin === null ? rest.hint : withOrigin(rest.hint, origin)
  return { ...rest, hint, filename, line, column: column + 1, frame: codeFrame(source, line, column + 1) }
}
