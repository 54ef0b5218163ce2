import { joinedRows, type Interaction } from '@record-insights/domain';
import { mapAtOnce } from '../atOnce';
import type { EngineContext } from '../context';
import { cellText, cellsOf, contactPerson, personRecords, visitorPerson, type CellName } from '../fold/cells';
import { packedRows, type PackedRow } from '../fold/packs';
import { readNote, writeNote } from '../ingest/batches';
import { allShards } from '../keys';

/** A row in full that tells something of somebody who is erased, holding or replaced long ago. */
export interface MatchedRow extends PackedRow {
  readonly shard: number;
  /** The contact it belongs to; undefined when it is somebody else's and only names the contact or its visitor. */
  readonly contact: string | undefined;
}

/** Where every trace of the people lies: kept from the first step for the second, in which the rows are gone. */
export interface Plan {
  /** The group that made it. */
  readonly madeBy: number;
  /** Visitors who were nobody else, up to then. */
  readonly visitors: readonly string[];
  readonly rows: readonly PlannedRow[];
  readonly cells: readonly CellName[];
}

type PlannedRow = readonly [id: string, shard: number, group: number, position: number, ...cells: number[]];

/** Enough to keep a store busy, and the threads that inflate. */
const visitorsAtOnce = 16;
export const shardsAtOnce = 4;

interface Visitors {
  readonly whole: ReadonlySet<string>;
  /** Contact by id of a row without one. */
  readonly joined: ReadonlyMap<string, string>;
}

/** Visitors of the contacts at a view, and whose each of their rows is. */
export async function visitorsOf(
  { store }: EngineContext,
  organisation: string,
  contacts: ReadonlySet<string>,
  view: number,
): Promise<Visitors> {
  const whole = new Set<string>();
  const joined = new Map<string, string>();
  for (const contact of contacts) {
    const own = await personRecords(store, organisation, contactPerson(contact), view);
    const visitors = [...new Set(own.map(({ visitor }) => visitor).filter((visitor) => visitor !== ''))];
    const told = await mapAtOnce(visitorsAtOnce, visitors, (visitor) =>
      personRecords(store, organisation, visitorPerson(visitor), view),
    );
    for (const [i, records] of told.entries()) {
      const ties = records.filter((record) => record.contact !== '');
      const rows = records.filter((record) => record.contact === '');
      for (const { id } of joinedRows(contact, ties, rows)) joined.set(id, contact);
      if (ties.every((tie) => contacts.has(tie.contact))) whole.add(visitors[i] ?? '');
    }
  }
  return { whole, joined };
}

/** Every row in full, up to the view, that tells something of the contacts. */
export async function matchedRows(
  { store }: EngineContext,
  organisation: string,
  contacts: ReadonlySet<string>,
  { whole, joined }: Visitors,
  view: number,
): Promise<readonly MatchedRow[]> {
  const [someone] = contacts;
  const ids = new Set([...contacts, ...whole]);
  const belongsTo = ({ id, columns: { ContactId, VisitorId } }: Interaction): string | undefined => {
    if (ContactId !== undefined) return contacts.has(ContactId) ? ContactId : undefined;
    return joined.get(id) ?? (VisitorId !== undefined && whole.has(VisitorId) ? someone : undefined);
  };
  const found = await mapAtOnce(shardsAtOnce, allShards, async (shard) => {
    const own: MatchedRow[] = [];
    for await (const row of packedRows(store, organisation, shard, view)) {
      const contact = belongsTo(row.interaction);
      if (contact !== undefined || names(row.interaction, ids)) own.push({ ...row, shard, contact });
    }
    return own;
  });
  return found.flat();
}

/** Whether any value of the row is one of the ids. */
export const names = ({ columns }: Interaction, ids: ReadonlySet<string>): boolean =>
  Object.values(columns).some((value) => ids.has(value));

const note = 'plan';

export async function writePlan(
  { store }: EngineContext,
  organisation: string,
  command: string,
  madeBy: number,
  visitors: Iterable<string>,
  matched: readonly MatchedRow[],
): Promise<void> {
  const cells = new Map<string, { readonly cell: CellName; readonly place: number }>();
  const placeOf = (cell: CellName): number => {
    const known = cells.get(cellText(cell)) ?? { cell, place: cells.size };
    cells.set(cellText(cell), known);
    return known.place;
  };
  const rows = matched.map(({ interaction, shard, group, position }): PlannedRow => [
    interaction.id,
    shard,
    group,
    position,
    ...cellsOf(interaction).map(placeOf),
  ]);
  const plan: Plan = { madeBy, visitors: [...visitors], rows, cells: [...cells.values()].map(({ cell }) => cell) };
  await writeNote(store, organisation, command, note, JSON.stringify(plan));
}

/** Undefined when the command is carried out and swept. */
export async function readPlan(
  { store }: EngineContext,
  organisation: string,
  command: string,
): Promise<Plan | undefined> {
  const text = await readNote(store, organisation, command, note);
  return text === undefined ? undefined : (JSON.parse(text) as Plan);
}
