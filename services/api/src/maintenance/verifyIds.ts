import { compareHolding, erasedColumn } from '@record-insights/domain';
import type { EngineContext } from '../context';
import { personOf, personRecords, type CellRecord } from '../fold/cells';
import { heldBefore, heldNow, idKey, packPlace, type Held } from '../fold/idRows';
import { readRows, type PackedRow } from '../fold/packs';
import { tables } from '../keys';
import type { StoredRow } from '../store/tableStore';
import type { Difference } from './difference';

/**
 * The rows that hold for their ids at the view. A row that an id passes over must have been followed by one that holds
 * against it.
 */
export async function holdingRows(
  context: EngineContext,
  organisation: string,
  shard: number,
  all: readonly PackedRow[],
  view: number,
): Promise<{ holding: PackedRow[]; differences: Difference[] }> {
  const stored = await context.store.getMany(
    tables.ids,
    all.map(({ interaction }) => idKey(organisation, interaction.id)),
  );
  const holding: PackedRow[] = [];
  const differences: Difference[] = [];
  for (const [i, row] of all.entries()) {
    const { interaction, group, position } = row;
    const held = heldAt(stored[i], view);
    if (held === 'changed') {
      if (await isRecorded(context, organisation, row, view)) holding.push(row);
      continue;
    }
    const isHeld = held?.born === group && held.position === position && packPlace(held).shard === shard;
    if (isHeld) holding.push(row);
    else if (!held || !(await isFollowed(context, organisation, row, held))) {
      differences.push({
        where: `id ${interaction.id}`,
        what: 'row that holds',
        stored: held ? `group ${held.born}` : 'none',
        recounted: `group ${group}`,
      });
    }
  }
  return { holding, differences };
}

/** What an id held at the view; `changed` when groups changed it more than once since, so that it no longer tells. */
function heldAt(stored: StoredRow | undefined, view: number): Held | 'changed' | undefined {
  if (!stored) return undefined;
  const now = heldNow(stored.values);
  if (now.born <= view) return now;
  const before = heldBefore(stored.values);
  return before && before.born > view ? 'changed' : before;
}

/** Whether the row's person has its record at the view. */
async function isRecorded(
  { store }: EngineContext,
  organisation: string,
  row: PackedRow,
  view: number,
): Promise<boolean> {
  const records = await personRecords(store, organisation, personOf(row.interaction), view);
  return missingOf([row], records).length === 0;
}

async function isFollowed(
  context: EngineContext,
  organisation: string,
  { interaction, group }: PackedRow,
  held: Held,
): Promise<boolean> {
  if (held.born <= group) return false;
  const [next] = await readRows(context.store, organisation, [packPlace(held)]).catch(() => []);
  // What is left of an erased row holds, whatever it was that came before it.
  return next?.id === interaction.id && (erasedColumn in next.columns || compareHolding(next, interaction) > 0);
}

/** The rows of which there is no record. */
export function missingOf(rows: readonly PackedRow[], records: readonly CellRecord[]): readonly PackedRow[] {
  const stored = new Set(records.map(({ id, born, position }) => `${id} ${born} ${position}`));
  return rows.filter(({ interaction, group, position }) => !stored.has(`${interaction.id} ${group} ${position}`));
}
