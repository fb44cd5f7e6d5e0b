// Methods of a class that another member of the same name replaces. When the static block at the front looks for the
// function of a generator method, it finds the last member of that name, so a method that is not the last gets no maker.

import * as b from './build.ts'
import type { Node } from './syntax.ts'
import type { Unit } from './unit.ts'

/** What decides whether a method of a class is there when the class has been made. */
export interface Rivals {
  /** Whether a later member surely replaces it. */
  readonly replaced: boolean
  /** Later members that replace it if their keys turn out to be the same. */
  readonly possible: readonly Node[]
}

/** The rivals of the method `member` among the members of its class. */
export function rivalsOf(member: Node, members: readonly Node[]): Rivals {
  if (member.key.type === 'PrivateIdentifier') return { replaced: false, possible: [] }
  const later = membersAfter(member, members)
  const own = constantKey(member)
  const replaced = own !== null && later.some((each) => constantKey(each) === own)
  const possible = later.filter((each) => own === null || constantKey(each) === null)
  return { replaced, possible: replaced ? [] : possible }
}

/** The later members of the class that stand where `member` stands, if their keys are the same. */
function membersAfter(member: Node, members: readonly Node[]): readonly Node[] {
  return members
    .slice(members.indexOf(member) + 1)
    .filter(
      ({ type, static: isStatic, key }) =>
        /^(?:Method|Accessor)/.test(type) && isStatic === member.static && key.type !== 'PrivateIdentifier',
    )
}

/** Whether a static field may come to stand in the place of the static method `member`. */
export function isHidden(member: Node, members: readonly Node[]): boolean {
  const own = constantKey(member)
  const isRival = (each: Node): boolean => {
    const other = constantKey(each)
    return each.key.type !== 'PrivateIdentifier' && (own === null || other === null || own === other)
  }
  const fields = members.filter(({ type, static: isStatic }) => type === 'PropertyDefinition' && isStatic)
  return member.static && member.key.type !== 'PrivateIdentifier' && fields.some(isRival)
}

/** `valueOf` the member that the class has under the key of `member` when it has been made. */
export function ofLast(
  member: Node,
  members: readonly Node[],
  keys: Keys,
  valueOf: (member: Node) => Node,
): Node {
  if (member.key.type === 'PrivateIdentifier') return valueOf(member)
  const own = constantKey(member)
  return membersAfter(member, members).reduce((found, each) => {
    const other = constantKey(each)
    if (own !== null && other !== null) return own === other ? valueOf(each) : found
    return b.conditional(b.binary(keys.of(member), '===', keys.of(each)), valueOf(each), found)
  }, valueOf(member))
}

/** A method that is replaced before anybody can call it: only its place among the others is seen. */
export function placeholder(member: Node): Node {
  return { ...member, value: b.functionNode('FunctionExpression', null, [], []) }
}

/** `own` is the key of a method, `others` those of its possible rivals: whether it is none of these. */
export function differs(own: Node, others: readonly Node[]): Node | null {
  const tests = others.map((other) => b.binary(own, '!==', other))
  return tests.length === 0 ? null : tests.reduce((all, each) => b.logical(all, '&&', each))
}

/** A variable around a class, and what it is at first. */
export type Declared = [variable: Node, value: Node | null]

/** The keys of a class's members, as the static block at the front needs them: those that are computed are kept. */
export class Keys {
  private readonly kept = new Map<Node, string>()

  constructor(
    private readonly unit: Unit,
    /** The variables around the class. */
    private readonly variables: Declared[],
  ) {}

  /** The key of a member of the source. Ask before the member is made. */
  of(member: Node): Node {
    const constant = constantKey(member)
    if (constant !== null) return b.literal(constant)
    let name = this.kept.get(member)
    if (name === undefined) {
      name = this.unit.topLevelName('$key')
      this.kept.set(member, name)
      this.variables.push([b.id(name), null])
    }
    return b.id(name)
  }

  /** What became of `member`, with its key kept if somebody needs it. */
  keep(member: Node, made: Node): Node {
    const name = this.kept.get(member)
    if (name === undefined) return made
    return { ...made, key: b.assign(b.id(name), b.call(this.unit.helper('key'), b.object([]), made.key)) }
  }
}

/** The property key that the source says, as a string; null where it is computed. */
function constantKey({ key, computed }: Node): string | null {
  if (computed && key.type !== 'Literal') return null
  return String(key.name ?? key.value)
}
