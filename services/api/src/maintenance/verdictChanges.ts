import { judged, verdictRuleIds } from '@record-insights/domain';
import { holdsAt, ownerOf, pageRecords, personShard, type CellRecord } from '../fold/cells';
import { groupBy } from '../groupBy';
import { shardKey, tables } from '../keys';
import type { VerdictChanges } from '../sequence/groups';
import { rowsOf } from '../store/rowsOf';
import type { TableStore } from '../store/tableStore';

/**
 * How the verdicts of a person shard's rows change from one version of the rules to another, by rule: the one that
 * decides a row then, or, where none does any more, the one that did. Nothing is written.
 */
export async function verdictChanges(
  store: TableStore,
  organisation: string,
  view: number,
  shard: number,
  from: number,
  to: number,
): Promise<VerdictChanges> {
  let changes: VerdictChanges = {};
  for (const records of (await recordsByPerson(store, organisation, view, shard)).values()) {
    const before = judged(records, from);
    judged(records, to).forEach(({ verdict, rule }, i) => {
      const by = rule === '' ? before[i]?.rule : rule;
      if (verdict !== before[i]?.verdict && by) changes = sumOf(changes, { [by]: 1 });
    });
  }
  return changes;
}

/** Records that hold, each once: those of ties lie in a cell of their visitor, too. */
async function recordsByPerson(
  store: TableStore,
  organisation: string,
  view: number,
  shard: number,
): Promise<ReadonlyMap<string, readonly CellRecord[]>> {
  const records = new Map<string, CellRecord>();
  for await (const row of rowsOf(store, tables.cells, shardKey(organisation, shard))) {
    for (const record of pageRecords(row)) {
      if (holdsAt(record, view) && personShard(ownerOf(record) ?? '') === shard) records.set(record.id, record);
    }
  }
  return groupBy([...records.values()], (record) => ownerOf(record) ?? '');
}

/** The sums of two. */
export function sumOf(a: VerdictChanges, b: VerdictChanges): VerdictChanges {
  const ids = verdictRuleIds.filter((id) => a[id] !== undefined || b[id] !== undefined);
  return Object.fromEntries(ids.map((id) => [id, (a[id] ?? 0) + (b[id] ?? 0)]));
}
