import { fullnessOf, isTestSend } from '@record-insights/domain';
import type { EngineContext } from '../context';
import { contactFacts } from '../directory/contactFacts';
import { toldIn } from '../directory/factRows';
import {
  aboutIn,
  aboutOf,
  blankRecord,
  cellKey,
  cellRecordOf,
  cellText,
  cellsOf,
  headOf,
  isTieIn,
  pageRecords,
  pageValues,
  recordsPerPage,
  type CellName,
  type CellRecord,
} from '../fold/cells';
import { entriesOf, entriesRowName, writeEntries, type BornRow } from '../fold/entries';
import { contentHash, heldNow, idKey, idValues, type CellPlace, type Held } from '../fold/idRows';
import { addMembers, belonging, belongingsTold, type Belonging } from '../fold/memberRows';
import { makeOpenRates } from '../fold/openRates';
import { packedRows } from '../fold/packs';
import { shardTouchedKey, touch } from '../fold/touched';
import { groupBy } from '../groupBy';
import { shardKey, tables } from '../keys';
import { bytesOf } from '../store/blobs';
import { rowsOf } from '../store/rowsOf';
import type { StoredRow, TableStore, Values } from '../store/tableStore';
import { writeAt, type RowChange } from '../store/writeAt';

/**
 * Makes ids again that are missing, or that know of no row as late as one of this person shard. Done for every shard
 * before the first cell: cells end where an id says that a later row of it lies in another shard.
 */
export async function rebuildIds(
  context: EngineContext,
  organisation: string,
  group: number,
  shard: number,
): Promise<void> {
  const made = await shardFromRows(context, organisation, group - 1, shard);
  await writeIds(context, organisation, group, made.ids);
}

/**
 * Makes the cells of one person shard, the ids that lie in them and its open rates again from the rows in full, and
 * adds to accounts whom those rows and the facts of the shard name with them. What is
 * right stays as it is; what was damaged or is missing is written. Run as a group of the sequence, so that no fold runs
 * beside it.
 * @param rules version of the verdict rules that the open rates go by
 */
export async function rebuildShard(
  context: EngineContext,
  organisation: string,
  group: number,
  shard: number,
  rules: number,
): Promise<void> {
  const made = await shardFromRows(context, organisation, group - 1, shard);
  await writeCells(context, organisation, group, made.cells);
  await blankOthers(context, organisation, group, shard, made.cells);
  await writeIds(context, organisation, group, made.ids);
  await writeMissingEntries(context, organisation, group - 1, shard);
  await makeMembers(context, organisation, group, shard, made.cells.values());
  const all = shardTouchedKey(organisation, shard);
  await touch(context.store, all.partition, group, [all.row]);
  await makeOpenRates(context, organisation, group, shard, made.cells.values(), rules);
}

/** Entries are made with their rows; one that is missing is made again. */
async function writeMissingEntries(
  { store }: EngineContext,
  organisation: string,
  view: number,
  shard: number,
): Promise<void> {
  let [group, rows]: [number, BornRow[]] = [0, []];
  const write = async (): Promise<void> => {
    const entries = entriesOf(organisation, group, shard, rows);
    const there = await store.getMany(
      tables.entries,
      entries.map((one) => ({ partition: one.partition, row: entriesRowName(one) })),
    );
    await writeEntries(
      store,
      entries.filter((_, i) => there[i] === undefined),
    );
  };
  for await (const row of packedRows(store, organisation, shard, view)) {
    if (row.group !== group) {
      await write();
      [group, rows] = [row.group, []];
    }
    rows.push(row);
  }
  await write();
}

/** Adds to accounts whom rows and facts of the shard name with them, at whatever view. */
async function makeMembers(
  { store }: EngineContext,
  organisation: string,
  group: number,
  shard: number,
  cells: Iterable<MadeCell>,
): Promise<void> {
  const named: Belonging[] = [];
  for (const { records } of cells)
    for (const { account, contact } of records) named.push(...belonging(account, contact));
  for await (const row of contactFacts(store, organisation, shard))
    for (const item of toldIn(row)) named.push(...belongingsTold(organisation, item));
  await addMembers(store, organisation, group, named);
}

export interface MadeShard {
  /** Records of each cell in order of birth; cells by person and object. */
  readonly cells: ReadonlyMap<string, MadeCell>;
  /** What holds for each id whose last row lies in this shard. */
  readonly ids: ReadonlyMap<string, Held>;
}

interface MadeCell extends CellName {
  readonly records: CellRecord[];
}

/** The shard as folding all its rows would have made it. A row ends where the next of its id was born, in whichever shard. */
async function shardFromRows(
  { store }: EngineContext,
  organisation: string,
  view: number,
  shard: number,
): Promise<MadeShard> {
  const cells = new Map<string, MadeCell>();
  const ids = new Map<string, Held>();
  for await (const { interaction, group, position } of packedRows(store, organisation, shard, view)) {
    const record = cellRecordOf(interaction, group, position);
    const [own, ...others] = cellsOf(interaction);
    const places = [add(cells, own, record), ...others.map((cell) => add(cells, cell, record))] as const;
    endAt(cells, ids.get(interaction.id), group);
    const testSend = isTestSend(interaction.columns);
    ids.set(interaction.id, {
      version: interaction.version,
      filled: fullnessOf(interaction),
      hash: contentHash(interaction),
      testSend,
      places,
      born: group,
      position,
    });
  }
  await endElsewhere(store, organisation, cells, ids);
  return { cells, ids };
}

function add(cells: Map<string, MadeCell>, { person, object }: CellName, record: CellRecord): CellPlace {
  const name = cellText({ person, object });
  const cell = cells.get(name) ?? { person, object, records: [] };
  cells.set(name, cell);
  return { person, object, ordinal: cell.records.push(record) - 1 };
}

function endAt(cells: Map<string, MadeCell>, held: Held | undefined, group: number): void {
  for (const place of held?.places ?? []) {
    const records = cells.get(cellText(place))?.records;
    const record = records?.[place.ordinal];
    if (records && record) records[place.ordinal] = { ...record, ended: group };
  }
}

/**
 * A later row of the id may have been born to a person of another shard. The id row tells: where it names a later
 * group, the row here ended with that one.
 */
async function endElsewhere(
  store: EngineContext['store'],
  organisation: string,
  cells: Map<string, MadeCell>,
  ids: Map<string, Held>,
): Promise<void> {
  const all = [...ids];
  const rows = await store.getMany(
    tables.ids,
    all.map(([id]) => idKey(organisation, id)),
  );
  all.forEach(([id, held], i) => {
    const row = rows[i];
    const now = row ? heldNow(row.values) : undefined;
    if (!now || now.born <= held.born) return;
    endAt(cells, held, now.born);
    ids.delete(id);
  });
}

async function writeCells(
  { store }: EngineContext,
  organisation: string,
  group: number,
  cells: ReadonlyMap<string, MadeCell>,
): Promise<void> {
  const pages = [...cells.values()].flatMap((cell) => pagesOf(organisation, cell));
  for (const [partition, changes] of groupBy(pages, ({ partition }) => partition))
    await inParts(changes, (part) => writeAt(store, tables.cells, partition, group, part));
}

/** Overwrites records of the shard's cells that no row bears out. Pages stay, so that no stalled driver makes them again. */
async function blankOthers(
  { store }: EngineContext,
  organisation: string,
  group: number,
  shard: number,
  cells: ReadonlyMap<string, MadeCell>,
): Promise<void> {
  const made = new Set([...cells.values()].flatMap((cell) => pagesOf(organisation, cell)).map(({ row }) => row));
  const partition = shardKey(organisation, shard);
  const changes: RowChange[] = [];
  for await (const page of rowsOf(store, tables.cells, partition)) {
    const records = pageRecords(page);
    const ties = records.filter((one) => isTieIn(page, organisation, one) && one.ended === 0);
    const borneOut = await tiesBorneOut(store, organisation, page, ties);
    const isOther = (one: CellRecord): boolean =>
      one.born > 0 && (isTieIn(page, organisation, one) ? one.ended === 0 && !borneOut.has(one) : !made.has(page.row));
    if (records.some(isOther)) changes.push({ row: page.row, next: () => blanked(page, records, isOther) });
  }
  await inParts(changes, (part) => writeAt(store, tables.cells, partition, group, part));
}

function blanked(page: StoredRow, records: readonly CellRecord[], isOther: (one: CellRecord) => boolean): Values {
  const left = records.map((one) => (isOther(one) ? blankRecord : one));
  return pageValues(left, headOf(page), aboutIn(page));
}

/** The ties of a page whose ids say that they lie there. The rows themselves lie with their contacts, in other shards. */
async function tiesBorneOut(
  store: TableStore,
  organisation: string,
  page: StoredRow,
  ties: readonly CellRecord[],
): Promise<ReadonlySet<CellRecord>> {
  const rows = await store.getMany(
    tables.ids,
    ties.map(({ id }) => idKey(organisation, id)),
  );
  const isHere = ({ ordinal, ...cell }: CellPlace): boolean =>
    cellKey(organisation, cell, Math.floor(ordinal / recordsPerPage)).row === page.row;
  return new Set(ties.filter((_, i) => rows[i] && heldNow(rows[i].values).places.some(isHere)));
}

function pagesOf(
  organisation: string,
  { records, ...cell }: MadeCell,
): readonly (RowChange & { readonly partition: string })[] {
  const counts = { count: records.length, countBefore: records.length };
  const about = aboutOf(cell);
  return Array.from({ length: Math.ceil(records.length / recordsPerPage) }, (_, page) => {
    const some = records.slice(page * recordsPerPage, (page + 1) * recordsPerPage);
    const next: RowChange['next'] = (stored) => {
      const made = pageValues(withKnownEnds(some, pageRecords(stored)), page === 0 ? counts : undefined, about);
      return isSamePage(stored, made) ? undefined : made;
    };
    return { ...cellKey(organisation, cell, page), next };
  });
}

/**
 * A row that went from one person to another and on to a third, or back, ended when it first went. From this shard's
 * rows and the ids only its last going is known; the stored record knows better, for older views.
 */
function withKnownEnds(made: readonly CellRecord[], stored: readonly CellRecord[]): readonly CellRecord[] {
  return made.map((one, i) => {
    const known = stored[i];
    const isSame = known?.id === one.id && known.born === one.born && known.position === one.position;
    return isSame && known.ended > 0 && known.ended < one.ended ? { ...one, ended: known.ended } : one;
  });
}

const isSamePage = (stored: StoredRow | undefined, made: Values): boolean =>
  stored !== undefined &&
  bytesOf(stored.values).equals(bytesOf(made)) &&
  stored.values['count'] === made['count'] &&
  stored.values['about'] === made['about'];

async function writeIds(
  { store }: EngineContext,
  organisation: string,
  group: number,
  ids: ReadonlyMap<string, Held>,
): Promise<void> {
  const byPartition = new Map<string, RowChange[]>();
  for (const [id, held] of ids) {
    const { partition, row } = idKey(organisation, id);
    const changes = byPartition.get(partition) ?? [];
    byPartition.set(partition, changes);
    changes.push({
      row,
      next: (stored) => (stored && isSameHeld(stored.values, held) ? undefined : idValues(held, held)),
    });
  }
  for (const [partition, changes] of byPartition)
    await inParts(changes, (part) => writeAt(store, tables.ids, partition, group, part));
}

function isSameHeld(values: Values, held: Held): boolean {
  const made = idValues(held, undefined)['now'];
  const stored = values['now'];
  return made instanceof Uint8Array && stored instanceof Uint8Array && Buffer.from(made).equals(Buffer.from(stored));
}

async function inParts<T>(items: readonly T[], write: (part: readonly T[]) => Promise<void>): Promise<void> {
  for (let i = 0; i < items.length; i += 1000) await write(items.slice(i, i + 1000));
}
