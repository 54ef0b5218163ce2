import { recordTypeIds, type RecordType } from '@record-insights/domain';
import { key, shardKey, tables } from '../keys';
import { rowsOf } from '../store/rowsOf';
import type { StoredRow, TableStore } from '../store/tableStore';
import { rollupIn, type Rollup } from './rollupReading';

/** A record's numbers at a view, under how its keys begin. */
export interface NamedRollup {
  readonly name: string;
  readonly type: RecordType;
  /** The months of its rows. */
  readonly months: readonly string[];
  readonly rollup: Rollup;
}

const typeOfKey = new Map(recordTypeIds.map((type) => [type.toLowerCase(), type]));

/** The numbers of all records of a shard, one record at a time; undefined for one of which they can no longer be told. */
export async function* shardRollups(
  store: TableStore,
  organisation: string,
  shard: number,
  view: number,
): AsyncGenerator<NamedRollup | undefined> {
  let rows: StoredRow[] = [];
  for await (const row of rowsOf(store, tables.rollups, shardKey(organisation, shard))) {
    const [first] = rows;
    if (first && nameOf(first) !== nameOf(row)) {
      yield rollupAt(rows, view);
      rows = [];
    }
    rows.push(row);
  }
  if (rows.length > 0) yield rollupAt(rows, view);
}

const partsOf = ({ row }: StoredRow): readonly string[] => row.split('!');
const nameOf = (row: StoredRow): string => key(...partsOf(row).slice(0, 2));

function rollupAt(rows: readonly StoredRow[], view: number): NamedRollup | undefined {
  const [recordType = '', record = ''] = rows[0] ? partsOf(rows[0]) : [];
  const type = typeOfKey.get(recordType);
  if (!type) throw new Error(`Numbers are kept of ${recordType}, which is no record type`);
  const rollup = rollupIn(rows, view);
  if (!rollup) return undefined;
  const months = [...new Set(rows.map((row) => partsOf(row)[2] ?? ''))];
  return { name: key(recordType, record), type, months, rollup };
}
