// One generator body on its way to blocks: the block under construction, the constructs it stands in,
// the variables that it has hoisted. The files beside this one (statements, expressions, patterns) say
// what each form becomes; this one holds what they share.

import * as b from './build.ts'
import { goto } from './ir.ts'
import type { Block, Exit, Variable } from './ir.ts'
import type { Binding, Owner, Scope } from './binding.ts'
import { declareRecord, newRecord } from './records.ts'
import { forEachChild, isDecorated, isFunction, isName, isUsing } from './syntax.ts'
import type { Node } from './syntax.ts'
import { strictStatement } from './strictly.ts'
import type { Record, Unit } from './unit.ts'

/** A construct around the current statement that a jump may cross or aim at. */
export type Context =
  | {
      readonly type: 'target'
      readonly labels: readonly string[]
      readonly breakTo: Block | null
      readonly continueTo: Block | null
      /** A labelled statement that is no loop: only `break label` aims at it. */
      readonly plain: boolean
    }
  /** A `for-of` under way: leaving it early closes the iterator, with errors going to `outer`. */
  | { readonly type: 'close'; readonly close: () => void; readonly outer: Block | null }
  | { readonly type: 'finally'; readonly region: Finalizer }

/** A `finally` block: `kind` says what was pending when it began, `value` what goes with it. */
export interface Finalizer {
  readonly kind: Variable
  readonly value: Variable
  readonly entry: Block
  readonly outer: Block | null
  /** What goes on after the block, by the number in `kind`; filled in as jumps are met. */
  readonly exits: { readonly key: string; readonly go: () => void }[]
}

/** Values of a finalizer's `kind`: it was entered normally, by an error, or on the way to an exit. */
export const NORMALLY = 0
export const BY_ERROR = 1
export const FIRST_EXIT = 2

/** The start of a function whose call does nothing but keep its arguments. */
export interface Again {
  readonly binding: Binding
  readonly block: Block
  /** What the start expects of each parameter. */
  readonly parameters: readonly (readonly Variable[])[]
  /** Variables of the body that are undefined there. */
  readonly others: readonly Variable[]
}

export class Lowering {
  readonly unit: Unit
  readonly owner: Owner
  readonly start: Block
  current: Block
  handler: Block | null = null
  contexts: Context[] = []
  /** Where a `return` that was sent leaves the function, by the innermost context that it crosses, or this. */
  readonly exits = new Map<object, Block>()
  /** Whether what is lowered now is strict, in a function that is not. */
  isStrictPart = false
  /** Where a call of the function to itself that is its last act goes on; null where calling does more. */
  again: Again | null = null
  /** What the current block has to dispose of. */
  resources: Variable | null = null
  /** Where the step finds its maker, if it is a closure. */
  readonly maker: string | null
  /** Nodes that become blocks: they suspend, or hold a scope that becomes a record. */
  readonly lowered = new Set<Node>()
  private readonly records = new Map<Scope, Record | null>()
  private blocks = 0
  private readonly names: Set<string>

  constructor(unit: Unit, owner: Owner, maker: string | null, freeNames: ReadonlySet<string>) {
    this.unit = unit
    this.owner = owner
    this.maker = maker
    this.names = new Set(freeNames)
    this.markLowered(owner.node.body)
    this.start = this.current = this.block()
  }

  private markLowered(node: Node): boolean {
    const { analysis } = this.unit
    const scope = analysis.scopeOf.get(node)
    // It stays a declaration, of a name that esbuild changes where a variable around it has that, too.
    if (node.type === 'ClassDeclaration' && isDecorated(node)) this.names.add(node.id.name)
    let lowered =
      analysis.suspends.has(node) ||
      (scope !== undefined && scope.kind !== 'class' && scope.hasCaptured) ||
      hasFunctionDeclaration(node) ||
      isUsing(node)
    forEachChild(node, (child) => {
      if (child.type === 'ClassBody') {
        // The members of a class run as functions of their own; only their keys are evaluated here.
        for (const member of child.body)
          if (member.computed) lowered = this.markLowered(member.key) || lowered
      } else if (!isFunction(child)) lowered = this.markLowered(child) || lowered
    })
    if (lowered) this.lowered.add(node)
    return lowered
  }

  block(): Block {
    return { id: this.blocks++, body: [], exit: null, handler: this.handler }
  }

  emit(statement: Node): void {
    this.current.body.push(this.isStrictPart ? strictStatement(statement) : statement)
  }

  /** What `work` lowers is strict, wherever it comes to stand. */
  asStrict<T>(work: () => T): T {
    const before = this.isStrictPart
    this.isStrictPart = !this.owner.strict
    const result = work()
    this.isStrictPart = before
    return result
  }

  /** Ends the current block; what follows goes on in `next`. */
  exit(exit: Exit, next: Block): void {
    this.current.exit = exit
    this.current = next
  }

  goto(target: Block, next: Block = target): void {
    this.exit({ type: 'goto', target }, next)
  }

  branch(test: Node, yes: Block, no: Block, next: Block): void {
    this.exit({ type: 'branch', test, yes, no }, next)
  }

  /** A variable of the step under the user's name, or one close to it where that name means something else here. */
  hoist(source: string): Variable {
    const name = pseudoName(source)
    const base = isName(name) || !/^\W/.test(name) ? name : `_${name}`
    const taken = this.names.has(base) || base.startsWith('$') || isNoSlot(base)
    const unique = taken ? this.unit.unique(`${base}$`) : base
    this.names.add(unique)
    return unique === source ? { name: unique, temporary: false } : { name: unique, temporary: false, source }
  }

  temporary(base = '$t'): Variable {
    return { name: this.unit.unique(base), temporary: true }
  }

  /** Evaluates `value` now and returns a mention of where it is kept. */
  keep(value: Node): Node {
    const kept = { ...this.temporary(), shared: isOutside(value) }
    this.emit(b.set(b.variable(kept), value))
    return b.variable(kept)
  }

  /**
   * Leaves for `finish` through everything between here and `depth`: iterators are closed, `finally`
   * blocks run first. `key` names the destination, so that a `finally` has one exit for it; `value` is
   * what a `return` carries along.
   */
  leave(depth: number, key: string, value: Node | null, finish: (value: Node | null) => void): void {
    let carried = value
    for (let i = this.contexts.length - 1; i >= depth; i--) {
      const context = this.contexts[i]!
      if (context.type === 'close') {
        if (carried !== null && !this.isKept(carried)) carried = this.keep(carried)
        this.under(context.outer, () => {
          this.goto(this.block())
          context.close()
        })
      } else if (context.type === 'finally') {
        const { region } = context
        this.emit(b.set(b.variable(region.value), carried ?? b.undefinedValue()))
        let at = region.exits.findIndex((exit) => exit.key === key)
        if (at < 0) {
          const after = (): void => this.leave(depth, key, carried && b.variable(region.value), finish)
          at = region.exits.push({ key, go: after }) - 1
        }
        this.emit(b.set(b.variable(region.kind), b.literal(at + FIRST_EXIT)))
        this.goto(region.entry, this.block())
        return
      }
    }
    finish(carried)
  }

  /** Whether `value` is what was sent to a function that awaits nothing, so that it stays while something is closed. */
  private isKept({ name }: Node): boolean {
    return !this.awaits && name === this.unit.registers.sent
  }

  /** Builds with another handler: blocks made meanwhile stand outside the current region. */
  under<T>(handler: Block | null, work: () => T): T {
    const saved = this.handler
    this.handler = handler
    const result = work()
    this.handler = saved
    return result
  }

  /** The statements for a jump that stands inside a statement which stays native, and sets a variable before. */
  jump(lower: () => void, carries: Node | null = null): Node {
    const saved = this.current
    const entry = this.block()
    this.current = entry
    lower()
    this.current = saved
    return goto(entry, carries)
  }

  within<T>(context: Context, work: () => T): T {
    this.contexts.push(context)
    const result = work()
    this.contexts.pop()
    return result
  }

  /** Whether what this function returns may be shared by proof, so that it leaves as a copy. */
  get returnsShared(): boolean {
    return this.unit.proof?.returnsShared(this.owner.node) === true
  }

  /** The expression that ends the step with `value`. */
  returning(value: Node): Node {
    if (!this.returnsShared) return b.call(this.unit.helper('returns'), value)
    const leaves = this.unit.proof!.returnsData(this.owner.node) ? 'leavesData' : 'leaves'
    return b.call(this.unit.helper(leaves), value, b.id(this.unit.registers.parent))
  }

  /** Whether the function is an async generator. */
  get awaits(): boolean {
    return this.owner.node.async === true
  }

  /** Whether `return` and `throw` at a suspension here must be seen by this function. */
  get guarded(): boolean {
    return this.handler !== null
  }

  /** Gives the bindings of `scope` their place: variables of the step, or fields of a record. */
  enter(scope: Scope | undefined): Record | null {
    if (scope === undefined) return null
    const entered = this.records.get(scope)
    if (entered !== undefined) return entered
    const record = this.place(scope)
    this.records.set(scope, record)
    return record
  }

  private place(scope: Scope): Record | null {
    const captured: Binding[] = []
    for (const binding of scope.bindings.values()) {
      if (this.unit.access.has(binding)) continue
      if (binding.captured && binding.kind !== 'import') captured.push(binding)
      else
        this.unit.access.set(binding, {
          type: 'variable',
          variable: {
            ...this.hoist(binding.name),
            binding,
            shared: binding.kind === 'this' && binding.name === 'this',
          },
        })
    }
    return captured.length === 0 ? null : declareRecord(this.unit, scope, captured)
  }

  /** A new record: each field with its value, or marked as not initialised yet. */
  makeRecord(record: Record, initial: (binding: Binding) => Node | null): void {
    const made = b.set(b.variable(record.variable), newRecord(this.unit, record, initial))
    const isEmpty = record.fields.every((field) => initial(field) === null)
    this.emit(isEmpty ? { ...made, record } : made)
  }
}

/** Sloppy code may call a variable `let`, but not declare it by `let`; `__proto__` is no field of a frame. */
function isNoSlot(name: string): boolean {
  return name === 'let' || name === '__proto__'
}

/** `this` and its like as the name of a variable. */
function pseudoName(name: string): string {
  return name === 'this' || name === 'arguments' || name === 'new.target' ? `$${name.replace('.', '')}` : name
}

/**
 * Whether the value is found through a variable of the enclosing functions or the module, or through
 * `this`: clones share these, so they share what a temporary remembers of them.
 */
function isOutside(value: Node): boolean {
  if (value.isOutside === true) return true
  if (value.type === 'MemberExpression') return isOutside(value.object)
  if (value.type !== 'Identifier') return false
  return value.variable === undefined ? value.start !== undefined : value.variable.shared === true
}

/** Functions of a block are made at its start, as closures that a clone can make again. */
function hasFunctionDeclaration(node: Node): boolean {
  const isDeclaration = (each: Node): boolean =>
    each.type === 'LabeledStatement' ? isDeclaration(each.body) : each.type === 'FunctionDeclaration'
  if (node.type === 'BlockStatement') return node.body.some(isDeclaration)
  if (node.type === 'SwitchCase') return node.consequent.some(isDeclaration)
  return false
}
