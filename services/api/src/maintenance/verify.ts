import {
  compareHolding,
  contributions,
  counterIds,
  dayOf,
  erasedColumn,
  judged,
  noRates,
  startOfDay,
  type Day,
  type Settings,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import {
  holdsAt,
  isContact,
  isOwnOf,
  isTieIn,
  leadPerson,
  ownerOf,
  packPlaceOf,
  pageRecords,
  personOf,
  personRecords,
  visitorPerson,
  type CellRecord,
} from '../fold/cells';
import { shardRates, type ShardRates } from '../fold/openRates';
import { heldBefore, heldNow, idKey, packPlace, type Held } from '../fold/idRows';
import { packedRows, readRows, type PackedRow } from '../fold/packs';
import { shardCount, shardKey, tables } from '../keys';
import { readDone } from '../sequence/groups';
import { readSettings } from '../settings';
import { rowsOf } from '../store/rowsOf';
import type { StoredRow } from '../store/tableStore';
import { groupBy } from '../groupBy';
import { historyOf } from '../read/contactHistory';
import { anonymousPast, isTest, recount, type FullRow } from './recount';
import { compareRates } from './compareRates';
import { missingMembers } from './verifyMembers';
import { RecountedRates } from './recountOpenRates';
import { machines, recountedRules } from './recountVerdicts';

/** Something that the service would tell and the rows in full do not bear out. */
export interface Difference {
  readonly where: string;
  readonly what: string;
  readonly stored: number | string;
  readonly recounted: number | string;
}

export interface Verification {
  readonly view: number;
  readonly rows: number;
  readonly people: number;
  /** Numbers that were compared. */
  readonly compared: number;
  readonly differences: readonly Difference[];
}

/** Differences that are named; more are only counted by their shard. */
const mostNamed = 1000;

/**
 * Recounts everything from the rows in full and compares it with what is stored: which row holds for each id, each
 * person's records, each number of each contact, over all time and month by month, and who may belong to each account. The service may go on meanwhile:
 * all is compared as it was at one view; when that view can no longer be read, it begins again at the newest.
 * @param onProgress told how many of the shards are done
 */
export async function verify(
  context: EngineContext,
  organisation: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Verification> {
  const done = await readDone(context.store, organisation);
  const settings = await readSettings(context.store, organisation);
  const rates = await shardRates(context.store, organisation, done.n);
  if (!rates) return verify(context, organisation, onProgress);
  const differences: Difference[] = [];
  let [rows, people, compared, held] = [0, 0, 0, 0];
  for (let shard = 0; shard < shardCount; shard++) {
    const found = await verifyShard(context, organisation, settings, done.n, shard, rates.get(shard));
    differences.push(...found.differences.slice(0, mostNamed - differences.length));
    rows += found.rows;
    people += found.people;
    compared += found.compared;
    held += found.held;
    onProgress(shard + 1, shardCount);
  }
  if ((await readDone(context.store, organisation)).viewsFrom > done.n)
    return verify(context, organisation, onProgress);
  if (held !== done.totals.interactions)
    differences.push({ where: 'totals', what: 'interactions', stored: done.totals.interactions, recounted: held });
  return { view: done.n, rows, people, compared, differences };
}

interface ShardFindings {
  readonly rows: number;
  readonly held: number;
  readonly people: number;
  readonly compared: number;
  readonly differences: readonly Difference[];
}

async function verifyShard(
  context: EngineContext,
  organisation: string,
  settings: Settings,
  view: number,
  shard: number,
  rates: ShardRates | undefined,
): Promise<ShardFindings> {
  const all: PackedRow[] = [];
  for await (const row of packedRows(context.store, organisation, shard, view)) all.push(row);
  const { holding, differences } = await holdingRows(context, organisation, shard, all, view);
  const byPerson = groupBy(holding, ({ interaction }) => personOf(interaction));
  const recounted = new RecountedRates(rates?.zone ?? settings.zone);
  let compared = 0;
  for (const [person, rows] of byPerson) {
    const kept = await personRecords(context.store, organisation, person, view);
    const records = kept.filter((record) => isOwnOf(person, record));
    differences.push(...compareRecords(person, rows, records));
    differences.push(...(await compareLeads(context, organisation, person, rows, view)));
    if (!isContact(person)) continue;
    recounted.addContact(rows.map(({ interaction }): FullRow => interaction));
    const contact = await contactFromRows(context, organisation, settings, person, rows, view);
    const numbers = compareNumbers(person, contact.rows, judged(contact.records, recountedRules), settings.zone);
    compared += numbers.length;
    differences.push(...contact.differences, ...numbers.filter(({ stored, recounted }) => stored !== recounted));
  }
  if (!rates || rates.rules === recountedRules) differences.push(...compareRates(shard, rates ?? noRates, recounted));
  differences.push(...(await missingMembers(context, organisation, shard, holding, view)));
  const stored = await recordsOfShard(context, organisation, shard, view);
  if (stored !== holding.length)
    differences.push({ where: `part ${shard}`, what: 'records', stored, recounted: holding.length });
  return { rows: all.length, held: holding.length, people: byPerson.size, compared, differences };
}

/** How many records hold in the shard's cells, whosever they are. */
async function recordsOfShard(
  { store }: EngineContext,
  organisation: string,
  shard: number,
  view: number,
): Promise<number> {
  let records = 0;
  for await (const page of rowsOf(store, tables.cells, shardKey(organisation, shard)))
    records += pageRecords(page).filter((one) => holdsAt(one, view) && !isTieIn(page, organisation, one)).length;
  return records;
}

/**
 * The rows that hold for their ids at the view. A row that an id passes over must have been followed by one that holds
 * against it.
 */
async function holdingRows(
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

/**
 * A contact's rows, its anonymous past included, by plain rules; and the records that the service would count. Those of
 * contacts merged into it are compared as their own: merges are facts, read and not stored anew.
 */
async function contactFromRows(
  { store }: EngineContext,
  organisation: string,
  { joinAnonymousPast }: Settings,
  person: string,
  own: readonly PackedRow[],
  view: number,
): Promise<{ rows: readonly FullRow[]; records: readonly CellRecord[]; differences: readonly Difference[] }> {
  const id = own[0]?.interaction.columns['ContactId'] ?? '';
  const join = joinAnonymousPast === 'on';
  const rows = own.map(({ interaction }): FullRow => interaction);
  const differences: Difference[] = [];
  const ties = groupBy(
    own.filter(({ interaction }) => interaction.columns['VisitorId'] !== undefined),
    ({ interaction }) => interaction.columns['VisitorId'] ?? '',
  );
  for (const [visitor, tied] of ties) {
    const records = await personRecords(store, organisation, visitorPerson(visitor), view);
    const stored = records.filter(({ contact }) => contact === id);
    if (missingOf(tied, stored).length > 0 || stored.length !== tied.length)
      differences.push({ where: person, what: 'ties', stored: stored.length, recounted: tied.length });
    const all = await readRows(store, organisation, records.map(packPlaceOf));
    if (join)
      rows.push(
        ...anonymousPast(
          id,
          all.filter((row) => row !== undefined),
        ),
      );
  }
  const { records } = await historyOf(store, organisation, [id], view, join);
  return { rows, records, differences };
}

/** What the leads that a person's rows name keep of those rows. */
async function compareLeads(
  { store }: EngineContext,
  organisation: string,
  person: string,
  own: readonly PackedRow[],
  view: number,
): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  for (const [lead, rows] of groupBy(own, ({ interaction }) => interaction.columns['LeadId'])) {
    if (lead === undefined) continue;
    const records = await personRecords(store, organisation, leadPerson(lead), view);
    const stored = records.filter((record) => ownerOf(record) === person);
    if (missingOf(rows, stored).length > 0 || stored.length !== rows.length)
      differences.push({ where: person, what: 'rows of leads', stored: stored.length, recounted: rows.length });
  }
  return differences;
}

function missingOf(rows: readonly PackedRow[], records: readonly CellRecord[]): readonly PackedRow[] {
  const stored = new Set(records.map(({ id, born, position }) => `${id} ${born} ${position}`));
  return rows.filter(({ interaction, group, position }) => !stored.has(`${interaction.id} ${group} ${position}`));
}

function compareRecords(
  person: string,
  rows: readonly PackedRow[],
  records: readonly CellRecord[],
): readonly Difference[] {
  const missing = missingOf(rows, records);
  if (missing.length === 0 && records.length === rows.length) return [];
  return [{ where: person, what: 'records', stored: records.length, recounted: rows.length }];
}

function compareNumbers(
  person: string,
  full: readonly FullRow[],
  records: readonly CellRecord[],
  zone: string,
): readonly Difference[] {
  const months = [...new Set(full.map(({ at }) => dayOf(at, zone).slice(0, 7)))];
  const spans = [
    { name: 'all time', from: -Infinity, before: Infinity },
    ...months.map((month) => monthSpan(month, zone)),
  ];
  const leftOut = { all: new Set<string>(), people: machines(full.filter((row) => !isTest(row))) };
  return spans.flatMap(({ name, from, before }) =>
    (['all', 'people'] as const).flatMap((verdict) => {
      const expected = recount(full, from, before, leftOut[verdict]);
      return counterIds.map((counter) => ({
        where: `${person}, ${name}, ${verdict}`,
        what: counter,
        stored: contributions(counter, records, { verdict }, ({ at }) => at >= from && at < before).length,
        recounted: expected[counter] ?? 'no rule',
      }));
    }),
  );
}

function monthSpan(
  month: string,
  zone: string,
): { readonly name: string; readonly from: number; readonly before: number } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { name: month, from: startOfDay(`${month}-01` as Day, zone), before: startOfDay(`${next}-01` as Day, zone) };
}
