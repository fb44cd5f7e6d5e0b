// What the compiler knows and collects for one file: names, the runtime helpers that are used, and the
// declarations that go to the top level.

import { call, declare, id, literal, logical, member, sequence } from './build.ts'
import type { Variable } from './ir.ts'
import { fingerprint } from './fingerprint.ts'
import type { Finding } from './diagnostics.ts'
import type { Origin, Origins, Position } from './position.ts'
import type { Proof } from './proof/index.ts'
import type { Binding, Scope } from './binding.ts'
import type { Analysis } from './analysis.ts'
import { isName } from './syntax.ts'
import type { Node } from './syntax.ts'

/** How code inside a generator reaches a binding that the generator owns. */
export type Access =
  | { readonly type: 'variable'; readonly variable: Variable }
  | { readonly type: 'record'; readonly record: Record }
  /** A named function expression refers to itself through its maker. */
  | { readonly type: 'self'; readonly maker: string }

/** The scope record of a scope with captured variables. */
export interface Record {
  readonly variable: Variable
  readonly scope: Scope
  readonly constructorName: string
  readonly fields: readonly Binding[]
}

/**
 * Forms contain one another (a class holds a generator that holds a class), files must not: what would
 * close a circle of imports is called through this table. `Rewriter` and `Lowering` are the classes of
 * those names.
 */
export interface Forms<Rewriter, Lowering> {
  expression(lowering: Lowering, node: Node, name?: string): Node
  chain(lowering: Lowering, node: Node): { readonly value: Node; readonly receiver: Node | null }
  closure(rewriter: Rewriter, node: Node, name: string | undefined): Node
  methodClosure(rewriter: Rewriter, node: Node, key: Node): Node
  objectLiteral(rewriter: Rewriter, node: Node): Node
  generatorExpression(rewriter: Rewriter, node: Node, name: string | undefined): Node
  classExpression(rewriter: Rewriter, node: Node, name?: string | Node): Node
}

export interface Registers {
  readonly frame: string
  readonly mode: string
  readonly sent: string
  readonly parent: string
  readonly next: string
  readonly handler: string
  readonly error: string
  readonly run: string
  /** The function in the step of a huge function that makes its frames. */
  readonly frameAt: string
  /** Where a call of the step by itself begins. */
  readonly at: string
  /** The choice whose options are tried, and how many have been, up to `limit`. */
  readonly choice: string
  readonly options: string
  readonly taken: string
  readonly limit: string
  /** The label of a guard that has failed, and the point behind it. */
  readonly label: string
  readonly point: string
}

export class Unit {
  readonly access = new Map<Binding, Access>()
  /** The maker whose home object `super` means, by the binding of `this` beside it. */
  readonly homes = new Map<Binding, string>()
  /** The local name of the runtime. */
  readonly runtime: string
  /**
   * Generators that can be entered without making a generator object, by the name of the function that
   * makes their first frame. `used` once somebody does.
   */
  readonly entries = new Map<Binding, { readonly name: string; readonly parameters: number; used: boolean }>()
  /** The functions behind `entries`, each printed if it is used. */
  readonly entering: { readonly entry: { readonly used: boolean }; readonly fn: Node }[] = []
  /** Function declarations for the top level: frames, scope records, steps. */
  readonly hoisted: Node[] = []
  /** Statements that must have run before the file's own code. */
  readonly prelude: Node[] = []
  /** The names of choices that are made once, by their text. */
  readonly choices = new Map<string, string>()
  /** Builders of functions with their labels. */
  readonly sites: Node[] = []
  readonly findings: Finding[] = []
  /**
   * The function that runs the prelude, in a module that may stand in a circle of imports: there its functions
   * can be called before the module has run.
   */
  prepare: string | null = null
  /** Whether the code under way belongs to a function that can be called so early. */
  early = false
  /** How many generators are being lowered, one inside the other. */
  depth = 0
  /** Names of what every step function has: parameters and the variables that drive it. */
  readonly registers: Registers
  private readonly lineStarts: number[]
  private fileVariable: string | null = null
  private readonly assumptions = new Map<Node, string>()
  /** How many functions have been labelled, by name. */
  private readonly labels = new Map<string, number>()

  constructor(
    readonly source: string,
    readonly filename: string,
    readonly analysis: Analysis,
    /** Where the parsed text's position stands in the user's file. */
    readonly original: (position: Position) => Position,
    /** Where a position of the user's file comes from, where that is compiled code itself. */
    private readonly origins: Origins,
    /** Makes top-level names of different scripts of one realm different. */
    private readonly suffix: string,
    readonly forms: Forms<unknown, unknown>,
    /** What is proved of the file; null where that is nothing. */
    readonly proof: Proof | null,
    /** Where the file mentions classes that declare themselves immutable. */
    private readonly immutableClasses: ReadonlySet<number>,
  ) {
    this.runtime = this.topLevelName('$')
    this.registers = {
      frame: this.unique('$frame'),
      mode: this.unique('$mode'),
      sent: this.unique('$sent'),
      parent: this.unique('$parent'),
      next: this.unique('$next'),
      handler: this.unique('$handler'),
      error: this.unique('$error'),
      run: this.unique('$run'),
      frameAt: this.unique('$frameAt'),
      at: this.unique('$at'),
      choice: this.unique('$choice'),
      options: this.unique('$options'),
      taken: this.unique('$taken'),
      limit: this.unique('$limit'),
      label: this.unique('$label'),
      point: this.unique('$point'),
    }
    this.lineStarts = [0]
    for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) this.lineStarts.push(i + 1)
  }

  /** Line from 1, column from 0, of an offset of the parsed text. */
  position(offset: number): Position {
    let low = 0
    let high = this.lineStarts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.lineStarts[middle]! <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - this.lineStarts[low]! }
  }

  /** Where the code at an offset comes from, behind every map; null where the file itself is the source. */
  origin(offset: number): Origin | null {
    return this.origins(this.original(this.position(offset)))
  }

  /** The file's name is said once, because several functions mention it. */
  nameFile(): void {
    this.fileVariable = this.topLevelName('$file')
    this.prelude.push(declare('var', [id(this.fileVariable), literal(this.filename)]))
  }

  /** What the file is called. */
  get file(): Node {
    return this.fileVariable === null ? literal(this.filename) : id(this.fileVariable)
  }

  /** A name that nothing in the file uses. */
  unique(base: string): string {
    const { names } = this.analysis
    let name = base
    for (let i = 1; names.has(name); i++) name = `${base}${i}`
    names.add(name)
    return name
  }

  topLevelName(base: string): string {
    return this.unique(base + this.suffix)
  }

  /**
   * What stands for a function of the file in data: its name, the how manieth of that name it is, and a
   * fingerprint of its source and of `layout`, what else a reader of the data must have in common.
   */
  label(name: string, node: Node, layout: string): string {
    const earlier = this.labels.get(name) ?? 0
    this.labels.set(name, earlier + 1)
    const text = this.source.slice(node.start, node.end)
    return `${name}${earlier === 0 ? '' : `~${earlier}`}#${fingerprint(`${text}\n${layout}`)}`
  }

  /** The assumption about what arrives at `node`, where something proven rests on it. */
  assumption(node: Node): Node | null {
    if (!this.proof?.isAwaited(node)) return null
    let name = this.assumptions.get(node)
    if (name === undefined) {
      name = this.topLevelName('$assumption')
      this.assumptions.set(node, name)
      this.prelude.push(declare('var', [id(name), call(this.helper('assume'))]))
    }
    return id(name)
  }

  /** An export of the runtime. */
  helper(name: string): Node {
    return member(id(this.runtime), name)
  }

  /** Whether `callee` names a class of the file that declares itself immutable. */
  isImmutable(callee: Node): boolean {
    return callee.start !== undefined && this.immutableClasses.has(callee.start)
  }

  /** The description that functions of a name are made from, each time the same. */
  code(name: string, description: Node): Node {
    const base = isName(name) ? name : 'generator'
    const kept = this.topLevelName(`${base}$code`)
    this.prelude.push(declare('var', [id(kept), description]))
    if (this.prepare === null || !this.early || this.depth > 0) return id(kept)
    return sequence(logical(id(kept), '??', call(id(this.prepare))), id(kept))
  }

  binding(node: Node): Binding | undefined {
    return this.analysis.bindingOf.get(node)
  }

  find(finding: Finding): void {
    this.findings.push(finding)
  }
}
