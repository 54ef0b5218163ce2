import { mergedInto, strippedRow, withoutMentions, type Interaction } from '@record-insights/domain';
import { mapAtOnce } from '../atOnce';
import type { EngineContext } from '../context';
import { overwriteFacts, stripFacts } from '../directory/erasedFacts';
import {
  aboutIn,
  blankRecord,
  cellKey,
  cellPages,
  headOf,
  pageRecords,
  pageValues,
  type CellName,
} from '../fold/cells';
import { birthOf, type Birth } from '../fold/decide';
import { bear } from '../fold/foldGroup';
import { idKey, packPlace, readIds } from '../fold/idRows';
import { forgetMembers } from '../fold/memberRows';
import { forgetDigests } from '../read/digests';
import { blankRows } from '../fold/packs';
import { forgetRefused } from '../fold/refusedRows';
import { touchMerged } from '../fold/touched';
import { groupBy } from '../groupBy';
import { forgetProgress } from '../maintenance/verifyProgress';
import { tables } from '../keys';
import type { CommandStep } from '../sequence/commands';
import type { Totals } from '../sequence/groups';
import { writeAt, type RowChange } from '../store/writeAt';
import { searchAgain, writeCertificate } from './certificate';
import { readOrder, replacement, type ErasureOrder } from './order';
import { matchedRows, readPlan, visitorsOf, writePlan, type MatchedRow, type Plan } from './plan';
import { setTombstones } from './tombstones';

/** Enough to keep a store busy: writes made at the same time share a commit. */
const packsAtOnce = 16;
const partitionsAtOnce = 8;

/**
 * Erases people, in two groups. The first gives what is left of each row to somebody who leads nowhere, as a
 * correction would, and sets the tombstones. The second overwrites every older trace, searches for what was missed and
 * writes the certificate. Views before the first can no longer be read once it is done.
 * @returns the sums after the group
 */
export async function erase(
  context: EngineContext,
  organisation: string,
  group: number,
  { name, step }: CommandStep,
  totals: Totals,
): Promise<Totals> {
  const order = await readOrder(context, organisation, name);
  // Swept by another driver, who finished the group: nothing is left to do.
  if (!order) return totals;
  return step === 0
    ? giveAway(context, organisation, group, name, order, totals)
    : overwrite(context, organisation, group, name, order, totals);
}

async function giveAway(
  context: EngineContext,
  organisation: string,
  group: number,
  name: string,
  order: ErasureOrder,
  totals: Totals,
): Promise<Totals> {
  const contacts = new Set(order.contacts);
  const visitors = await visitorsOf(context, organisation, contacts, group - 1);
  const matched = await matchedRows(context, organisation, contacts, visitors, group - 1);
  await writePlan(context, organisation, name, group, visitors.whole, matched);
  const stripped = await stripFacts(context, organisation, group, contacts);
  await touchMerged(context.store, organisation, group, stripped);
  await forgetDigests(
    context.store,
    organisation,
    stripped.map(({ before }) => mergedInto(before)).filter((contact) => contact !== undefined),
  );
  const newly = await setTombstones(context, organisation, group, order.contacts, visitors.whole);
  await bear(
    context,
    organisation,
    group,
    await leftovers(context, organisation, group, order, visitors.whole, matched),
  );
  return { ...totals, erased: totals.erased + newly };
}

/** What is left of the rows that hold. */
async function leftovers(
  { store }: EngineContext,
  organisation: string,
  group: number,
  order: ErasureOrder,
  visitors: ReadonlySet<string>,
  matched: readonly MatchedRow[],
): Promise<readonly Birth[]> {
  const ids = new Set([...order.contacts, ...visitors]);
  const replace = replacement(order);
  const left = ({ interaction, contact }: MatchedRow): Interaction | undefined =>
    contact === undefined
      ? withoutMentions(interaction, (value) => ids.has(value))
      : strippedRow(interaction, contact, replace);
  const known = await readIds(
    store,
    organisation,
    matched.map(({ interaction }) => interaction.id),
    group,
  );
  return matched.flatMap((row, i): Birth[] => {
    const id = known[i];
    if (!id?.prior) return [];
    const held = packPlace(id.prior);
    const holds = held.shard === row.shard && held.group === row.group && held.position === row.position;
    const interaction = holds ? left(row) : undefined;
    if (!interaction) return [];
    return [birthOf(interaction, id)];
  });
}

async function overwrite(
  context: EngineContext,
  organisation: string,
  group: number,
  name: string,
  order: ErasureOrder,
  totals: Totals,
): Promise<Totals> {
  const plan = await readPlan(context, organisation, name);
  if (!plan) return totals;
  const contacts = new Set(order.contacts);
  await blankPacks(context, organisation, group, plan);
  await blankCells(context, organisation, group, plan);
  await forgetBefore(context, organisation, group, plan);
  await overwriteFacts(context, organisation, group, contacts);
  await forgetMembers(context.store, organisation, group, contacts);
  await forgetDigests(context.store, organisation, contacts);
  await forgetProgress(context.store, organisation);
  const refused = await forgetRefused(context.store, organisation, group, contacts);
  const search = await searchAgain(context, organisation, group, contacts, plan);
  await writeCertificate(context, organisation, name, {
    people: order.contacts.length,
    visitors: plan.visitors.length,
    rowsOverwritten: plan.rows.length,
    refusedRowsRemoved: -refused,
    ...search,
  });
  return { ...totals, refused: totals.refused + refused };
}

async function blankPacks({ store }: EngineContext, organisation: string, by: number, { rows }: Plan): Promise<void> {
  const packs = groupBy(rows, ([, shard, group]) => `${shard} ${group}`);
  await mapAtOnce(packsAtOnce, packs.values(), (places) => {
    const [, shard = 0, group = 0] = places[0] ?? [];
    const positions = new Set(places.map(([, , , position]) => position));
    return blankRows(store, organisation, shard, group, positions, by);
  });
}

async function blankCells(
  { store }: EngineContext,
  organisation: string,
  group: number,
  { rows, cells }: Plan,
): Promise<void> {
  const blanked = cells.map(() => new Set<string>());
  for (const [id, , born, position, ...places] of rows)
    for (const place of places) blanked[place]?.add(recordName(id, born, position));
  const byPartition = groupBy(
    cells.map((cell, i) => ({ cell, names: blanked[i] ?? new Set<string>() })),
    ({ cell }) => cellKey(organisation, cell, 0).partition,
  );
  await mapAtOnce(partitionsAtOnce, byPartition, async ([partition, some]) => {
    const changes: RowChange[] = [];
    for (const { cell, names } of some) changes.push(...(await blankedPages({ store }, organisation, cell, names)));
    await writeAt(store, tables.cells, partition, group, changes);
  });
}

const recordName = (id: string, born: number, position: number): string => `${id} ${born} ${position}`;

async function blankedPages(
  { store }: Pick<EngineContext, 'store'>,
  organisation: string,
  cell: CellName,
  names: ReadonlySet<string>,
): Promise<readonly RowChange[]> {
  const pages = await cellPages(store, organisation, cell);
  return pages.map(({ row }) => ({
    row,
    next: (stored) => {
      const records = pageRecords(stored);
      const left = records.map((one) => (names.has(recordName(one.id, one.born, one.position)) ? blankRecord : one));
      return pageValues(left, headOf(stored), aboutIn(stored));
    },
  }));
}

/** Takes from the ids what they held before. */
async function forgetBefore(
  { store }: EngineContext,
  organisation: string,
  group: number,
  { rows }: Plan,
): Promise<void> {
  const ids = [...new Set(rows.map(([id]) => id))].map((id) => idKey(organisation, id));
  await mapAtOnce(
    partitionsAtOnce,
    groupBy(ids, (key) => key.partition),
    ([partition, keys]) => {
      const changes = keys.map(({ row }): RowChange => ({
        row,
        next: (stored) => {
          const now = stored?.values['now'];
          return now === undefined ? undefined : { now };
        },
      }));
      return writeAt(store, tables.ids, partition, group, changes);
    },
  );
}
