import type { TableEntityResult, TransactionAction } from '@azure/data-tables';
import type { Operation, StoredRow, Value, Values } from './tableStore';

/** An operation as the client takes it. The etag of a delete is not in it: `conditionOf` says it. */
export function toAction(partitionKey: string, operation: Operation): TransactionAction {
  const rowKey = operation.row;
  switch (operation.kind) {
    case 'create':
      return ['create', { partitionKey, rowKey, ...toProperties(operation.values) }];
    case 'put':
      return ['upsert', { partitionKey, rowKey, ...toProperties(operation.values) }, 'Replace'];
    case 'replace':
      return [
        'update',
        { partitionKey, rowKey, ...toProperties(operation.values) },
        'Replace',
        { etag: operation.etag },
      ];
    case 'delete':
      return ['delete', { partitionKey, rowKey }];
  }
}

/** The etag that a delete is bound to. */
export const conditionOf = (operation: Operation): string | undefined =>
  operation.kind === 'delete' ? operation.etag : undefined;

/** A row as the client gives it: dates and GUIDs, which nobody here writes, are left out. */
export function toRow(entity: TableEntityResult<Record<string, unknown>>): StoredRow {
  const { partitionKey = '', rowKey = '', etag, ...properties } = entity;
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(properties))
    if (name !== 'timestamp' && !name.startsWith('odata.') && isValue(value)) values[name] = value;
  return { partition: partitionKey, row: rowKey, etag, values };
}

function isValue(value: unknown): value is Value {
  return ['string', 'bigint', 'boolean', 'number'].includes(typeof value) || value instanceof Uint8Array;
}

/** Every number says its type, since the service would make a whole one an Int32. */
function toProperties(values: Values): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) properties[name] = toProperty(value);
  return properties;
}

function toProperty(value: Value): unknown {
  if (typeof value === 'bigint') return { type: 'Int64', value: value.toString() };
  return typeof value === 'number' ? { type: 'Double', value } : value;
}
