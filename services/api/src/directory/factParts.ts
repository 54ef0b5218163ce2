import { directoryKindOf, type DirectoryItem, type DirectoryKind } from '@record-insights/domain';
import { groupBy } from '../groupBy';
import { key, part, rangeOf, shardKey, shardOf, tables, veiled } from '../keys';
import { rowsOf } from '../store/rowsOf';
import type { TableStore } from '../store/tableStore';
import { writeAt, type RowChange } from '../store/writeAt';

const partition = (organisation: string, parent: string): string => shardKey(organisation, shardOf(parent));
const rowStart = (kind: DirectoryKind): string => `${part(kind.toLowerCase())}.of`;

/** The field of a kind that names the record of which its facts tell a part. */
const parentField = (kind: DirectoryKind): string | undefined =>
  Object.entries(directoryKindOf(kind).fields).find(([, def]) => def.is === 'record' && def.required === true)?.[0];

/**
 * Notes which facts tell of a part of a record, as a version of an email: a row a fact, only ever added. Whether the
 * fact still tells of it is for the fact itself to say.
 */
export async function addParts(
  store: TableStore,
  organisation: string,
  group: number,
  items: readonly DirectoryItem[],
): Promise<void> {
  const named = items.flatMap(({ kind, id, fields }) => {
    const field = parentField(kind);
    const parent = field === undefined ? undefined : (fields as Readonly<Record<string, unknown>>)[field];
    return typeof parent === 'string' ? [{ kind, id, parent }] : [];
  });
  for (const [where, some] of groupBy(named, ({ parent }) => partition(organisation, parent))) {
    const rows = new Map(
      some.map(({ kind, id, parent }): [string, RowChange] => {
        const row = key(rowStart(kind), veiled(organisation, parent), veiled(organisation, id));
        return [row, { row, next: (before) => (before ? undefined : { id }) }];
      }),
    );
    await writeAt(store, tables.factParts, where, group, [...rows.values()]);
  }
}

/** Ids of facts of the kind that ever told of a part of the record. */
export async function partsOf(
  store: TableStore,
  organisation: string,
  kind: DirectoryKind,
  parent: string,
): Promise<readonly string[]> {
  const ids: string[] = [];
  const range = rangeOf(rowStart(kind), veiled(organisation, parent));
  for await (const { values } of rowsOf(store, tables.factParts, partition(organisation, parent), range))
    ids.push(values['id'] as string);
  return ids;
}
