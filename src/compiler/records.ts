// Scope records: the captured variables of one scope, which closures are built from. Their constructors are
// functions of the top level.

import type { Binding, Scope } from './binding.ts'
import * as b from './build.ts'
import type { Node } from './syntax.ts'
import type { Record, Unit } from './unit.ts'

/** The record of `scope`, from now on the place of `fields`; whether all of them are constants is told to the runtime. */
export function declareRecord(unit: Unit, scope: Scope, fields: readonly Binding[]): Record {
  const record: Record = {
    variable: { name: unit.unique('$scope'), temporary: true },
    scope,
    constructorName: unit.topLevelName('$Scope'),
    fields,
  }
  for (const binding of fields) unit.access.set(binding, { type: 'record', record })
  const params = fields.map((_, i) => b.id(`$${i}`))
  const body = fields.map((field, i) => b.set(b.member({ type: 'ThisExpression' }, field.field), params[i]!))
  unit.hoisted.push(b.functionNode('FunctionDeclaration', record.constructorName, params, body))
  const constant = fields.every((field) => !field.reassigned && field.kind !== 'var')
  unit.prelude.push(
    b.statement(b.call(unit.helper('scope'), b.id(record.constructorName), b.literal(constant))),
  )
  return record
}

/** A new record: each field with its value, or marked as not initialised yet. */
export function newRecord(
  unit: Unit,
  record: Record,
  initial: (binding: Binding) => Node | null = () => null,
): Node {
  const values = record.fields.map(
    (field) => initial(field) ?? (field.lexical ? unit.helper('UNINITIALISED') : b.undefinedValue()),
  )
  return b.create(b.id(record.constructorName), ...values)
}
