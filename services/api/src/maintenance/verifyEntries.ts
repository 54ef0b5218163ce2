import { isTestSend } from '@record-insights/domain';
import { keptSubjects } from '../fold/cells';
import { entriesName, shardEntries, type NamedEntry } from '../fold/entries';
import { heldNow, idKey, packPlace } from '../fold/idRows';
import { readRows, type PackedRow } from '../fold/packs';
import { tables } from '../keys';
import type { StoredRow, TableStore } from '../store/tableStore';
import type { Difference } from './difference';
import type { Sums } from './sums';

/** Entries looked at together. */
const together = 1000;

const what = 'entries';

/** Adds the rows that have to have entries, those that no longer hold included. */
export function addRowsWithEntries(sums: Sums, rows: readonly PackedRow[]): void {
  for (const { interaction } of rows) {
    if (isTestSend(interaction.columns)) continue;
    for (const subject of keptSubjects(interaction)) sums.addRecounted(entriesName(subject, interaction.type), what, 1);
  }
}

/** Adds the entries of a shard's records that lead to a row, and tells those that lead nowhere. */
export async function addEntries(
  store: TableStore,
  organisation: string,
  shard: number,
  view: number,
  sums: Sums,
): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  let some: NamedEntry[] = [];
  async function look(): Promise<void> {
    const leads = await whatTheyLeadTo(store, organisation, some);
    some.forEach(({ name, id }, i) => {
      if (leads[i] === 'row') sums.addStored(name, what, 1);
      if (leads[i] === 'nothing') differences.push({ where: name, what: 'entry', stored: id, recounted: 'no row' });
    });
    some = [];
  }
  for await (const entry of shardEntries(store, organisation, shard, view))
    if (some.push(entry) >= together) await look();
  await look();
  return differences;
}

/** Ids tell of rows that hold; of others, their packs. */
async function whatTheyLeadTo(
  store: TableStore,
  organisation: string,
  entries: readonly NamedEntry[],
): Promise<readonly ('row' | 'erased' | 'nothing')[]> {
  const ids = await store.getMany(
    tables.ids,
    entries.map(({ id }) => idKey(organisation, id)),
  );
  return Promise.all(
    entries.map(async (entry, i) => {
      if (isHeld(entry, ids[i])) return 'row';
      const rows = await readRows(store, organisation, [entry]).catch(() => []);
      if (rows.length === 0) return 'nothing';
      const [row] = rows;
      if (!row) return 'erased';
      return row.id === entry.id && row.at === entry.at ? 'row' : 'nothing';
    }),
  );
}

function isHeld({ shard, group, position }: NamedEntry, stored: StoredRow | undefined): boolean {
  if (!stored) return false;
  const place = packPlace(heldNow(stored.values));
  return place.shard === shard && place.group === group && place.position === position;
}
