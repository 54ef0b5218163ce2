import type { EngineContext } from '../context';
import { isTieIn, pageRecords, type CellRecord } from '../fold/cells';
import { makeRollups, type WholeCell } from '../fold/rollups';
import { subjectOfStored } from '../fold/subjects';
import { allShards, shardKey, tables } from '../keys';
import { readSettings } from '../settings';
import { rowsOf } from '../store/rowsOf';
import type { StoredRow, TableStore } from '../store/tableStore';

/**
 * Makes the rollups of a part of all records again from the cells of everybody, by the zone of today and a version of
 * the verdict rules. Run as a group of the sequence, so that no fold runs beside it.
 */
export async function rebuildRollups(
  { store }: EngineContext,
  organisation: string,
  group: number,
  pass: number,
  rules: number,
): Promise<void> {
  const { zone } = await readSettings(store, organisation);
  await makeRollups(store, organisation, group, pass, { zone, rules }, wholeCells(store, organisation));
}

/** The cells of all people that count for records with rollups. */
async function* wholeCells(store: TableStore, organisation: string): AsyncGenerator<WholeCell> {
  for (const shard of allShards)
    for await (const { pages, records } of cellsOfShard(store, organisation, shard)) {
      const [one] = records.filter(({ born }) => born > 0);
      const [page] = pages;
      const subject = one && page && subjectOfStored(page, one, !isTieIn(page, organisation, one));
      if (subject) yield { subject, records };
    }
}

interface Pages {
  readonly pages: readonly StoredRow[];
  readonly records: readonly CellRecord[];
}

/** The pages of each cell together. */
async function* cellsOfShard(store: TableStore, organisation: string, shard: number): AsyncGenerator<Pages> {
  let pages: StoredRow[] = [];
  const cellOf = ({ row }: StoredRow): string => row.slice(0, row.lastIndexOf('!'));
  const whole = (): Pages => ({ pages, records: pages.flatMap(pageRecords) });
  for await (const page of rowsOf(store, tables.cells, shardKey(organisation, shard))) {
    const [first] = pages;
    if (first && cellOf(first) !== cellOf(page)) {
      yield whole();
      pages = [];
    }
    pages.push(page);
  }
  if (pages.length > 0) yield whole();
}
