import { judged, noRates, type Settings } from '@record-insights/domain';
import type { EngineContext } from '../context';
import {
  holdsAt,
  isContact,
  isOwnOf,
  isTieIn,
  keptSubjects,
  leadPerson,
  ownerOf,
  packPlaceOf,
  pageRecords,
  personOf,
  personRecords,
  visitorPerson,
  type CellRecord,
} from '../fold/cells';
import { passOf, type Basis } from '../fold/rollupBasis';
import { subjectKey } from '../fold/subjects';
import { packedRows, readRows, type PackedRow } from '../fold/packs';
import { groupBy } from '../groupBy';
import { shardKey, tables } from '../keys';
import { historyOf } from '../read/contactHistory';
import { rowsOf } from '../store/rowsOf';
import { compareNumbers } from './compareNumbers';
import { compareRates } from './compareRates';
import type { Difference } from './difference';
import { anonymousPast, type FullRow } from './recount';
import { RecountedRates } from './recountOpenRates';
import { addPerson } from './recountRecords';
import { recountedRules } from './recountVerdicts';
import { isRecountable } from './storedSums';
import { Sums, type KeptSums } from './sums';
import { addEntries, addRowsWithEntries } from './verifyEntries';
import { holdingRows, missingOf } from './verifyIds';
import { missingMembers } from './verifyMembers';
import type { VerifyProgress } from './verifyProgress';

/** What was found in a shard. */
export interface Findings {
  readonly rows: number;
  readonly held: number;
  readonly people: number;
  readonly compared: number;
  readonly differences: readonly Difference[];
  /** What is only compared when all shards are added up. */
  readonly sums: KeptSums;
}

/** Recounts a shard at the view of a verification. */
export async function verifyShard(
  context: EngineContext,
  organisation: string,
  { view, settings, bases, ...begun }: VerifyProgress,
  shard: number,
): Promise<Findings> {
  const rates = new Map(begun.rates).get(shard);
  const sums = new Sums();
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
    addRecords(sums, rows, bases);
    if (!isContact(person)) continue;
    recounted.addContact(rows.map(({ interaction }): FullRow => interaction));
    const contact = await contactFromRows(context, organisation, settings, person, rows, view);
    const numbers = compareNumbers(person, contact.rows, judged(contact.records, recountedRules), settings.zone);
    compared += numbers.length;
    differences.push(...contact.differences, ...numbers.filter(({ stored, recounted }) => stored !== recounted));
  }
  if (!rates || rates.rules === recountedRules) differences.push(...compareRates(shard, rates ?? noRates, recounted));
  differences.push(...(await missingMembers(context, organisation, shard, holding, view)));
  addRowsWithEntries(sums, all);
  differences.push(...(await addEntries(context.store, organisation, shard, view, sums)));
  const stored = await recordsOfShard(context, organisation, shard, view);
  if (stored !== holding.length)
    differences.push({ where: `part ${shard}`, what: 'records', stored, recounted: holding.length });
  return { rows: all.length, held: holding.length, people: byPerson.size, compared, differences, sums: sums.kept() };
}

/** Adds what a person's rows contribute to each record whose numbers are kept added up. */
function addRecords(sums: Sums, own: readonly PackedRow[], bases: readonly Basis[]): void {
  const named = own.flatMap(({ interaction }) =>
    keptSubjects(interaction).map((subject) => ({ subject, interaction })),
  );
  for (const [name, rows] of groupBy(named, ({ subject }) => subjectKey(subject))) {
    const subject = rows[0]?.subject;
    const basis = subject && bases[passOf(subject)];
    if (!basis || !isRecountable(basis)) continue;
    const full = rows.map(({ interaction }): FullRow => interaction);
    addPerson(sums, name, subject.type, full, basis.zone);
  }
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

function compareRecords(
  person: string,
  rows: readonly PackedRow[],
  records: readonly CellRecord[],
): readonly Difference[] {
  const missing = missingOf(rows, records);
  if (missing.length === 0 && records.length === rows.length) return [];
  return [{ where: person, what: 'records', stored: records.length, recounted: rows.length }];
}
