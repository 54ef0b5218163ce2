import { pack, unpack } from 'msgpackr';
import {
  answeredDeliveries,
  counterOf,
  judged,
  noRates,
  weekHourAt,
  weekHours,
  type OpenRates,
  type Zone,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import { groupBy } from '../groupBy';
import { ordered, part, shardCount, tables } from '../keys';
import { readDone } from '../sequence/groups';
import { readSettings } from '../settings';
import { rowsOf } from '../store/rowsOf';
import type { StoredRow, TableStore, Values } from '../store/tableStore';
import { groupOf, writeAt, type RowChange } from '../store/writeAt';
import { cellText, holdsAt, isContact, personShard, type CellName, type CellRecord } from './cells';
import type { SeeCell } from './cellWrites';

/**
 * How often messages to the people of an organisation are opened, by the hour of the week in which they came: what
 * predictions for one person lean on. A row a person shard, so that a shard can be made again by itself. A row goes by
 * one zone and one version of the verdict rules until it is made again by others.
 */
export interface Basis {
  readonly zone: Zone;
  readonly rules: number;
}

/** Deliveries by hour of the week, then how many of them people opened. */
type Counts = readonly number[];

const none: Counts = new Array<number>(2 * weekHours).fill(0);

const partition = (organisation: string): string => part(organisation);

/** Only what lies in a contact's cell of a message counts: there its deliveries and opens meet. */
const counts = ({ person, object }: CellName): boolean => isContact(person) && object.startsWith('message.');

const isOpen = ({ type }: CellRecord): boolean => counterOf('opensTotal').types.includes(type);
const isDelivery = ({ type }: CellRecord): boolean => counterOf('delivered').types.includes(type);

/** What a cell counts at a view: for each thing its place among the counts. */
function countedIn(records: readonly CellRecord[], view: number, { zone, rules }: Basis): readonly number[] {
  const holding = records.filter((record) => holdsAt(record, view));
  if (!holding.some(isDelivery)) return [];
  const told = holding.some(isOpen) ? judged(holding, rules) : holding;
  return answeredDeliveries(told, { verdict: 'people' }, () => true).flatMap(({ delivery, opened }) => {
    const place = weekHourAt(delivery.at, zone);
    return opened ? [place, weekHours + place] : [place];
  });
}

function add(sums: number[], places: readonly number[], by: number): void {
  for (const place of places) sums[place] = (sums[place] ?? 0) + by;
}

/** What a cell changes in its shard's counts. */
interface Change {
  readonly shard: number;
  readonly counted: readonly number[];
  readonly before: readonly number[];
}

/** Adds to the rates what the cells of a group change in them. */
export interface OpenRatesFold {
  readonly see: SeeCell;
  /** Writes, when all cells were seen. Repeatable: a row that the group wrote already stays. */
  readonly write: () => Promise<void>;
}

export async function openRatesFold(store: TableStore, organisation: string, group: number): Promise<OpenRatesFold> {
  const [stored, newest] = await Promise.all([storedRates(store, organisation), newestBasis(store, organisation)]);
  const changes = new Map<string, Change>();
  return {
    see(cell, records) {
      if (!counts(cell)) return;
      const shard = personShard(cell.person);
      const row = stored.get(ordered(shard));
      const basis = row ? basisOf(row) : newest;
      const [before, counted] = [countedIn(records, group - 1, basis), countedIn(records, group, basis)];
      if (before.length + counted.length > 0) changes.set(cellText(cell), { shard, counted, before });
    },
    async write() {
      const byShard = groupBy(changes.values(), ({ shard }) => shard);
      const rows = [...byShard].map(([shard, own]): RowChange => ({
        row: ordered(shard),
        next: (row) => {
          const sums = [...(row ? countsOf(row) : none)];
          for (const { counted, before } of own) {
            add(sums, counted, 1);
            add(sums, before, -1);
          }
          return valuesOf(sums, row ? basisOf(row) : newest, row);
        },
      }));
      if (rows.length > 0) await writeAt(store, tables.openRates, partition(organisation), group, rows, stored);
    },
  };
}

/** The rows of all shards by their keys. */
async function storedRates(store: TableStore, organisation: string): Promise<ReadonlyMap<string, StoredRow>> {
  const rows = new Map<string, StoredRow>();
  for await (const row of rowsOf(store, tables.openRates, partition(organisation), { limit: shardCount }))
    rows.set(row.row, row);
  return rows;
}

async function newestBasis(store: TableStore, organisation: string): Promise<Basis> {
  const [{ zone }, { rules }] = await Promise.all([readSettings(store, organisation), readDone(store, organisation)]);
  return { zone, rules: rules.version };
}

/** Makes a shard's row again from all its cells. */
export async function makeOpenRates(
  { store }: EngineContext,
  organisation: string,
  group: number,
  shard: number,
  cells: Iterable<CellName & { readonly records: readonly CellRecord[] }>,
  rules: number,
): Promise<void> {
  const basis = { zone: (await readSettings(store, organisation)).zone, rules };
  const sums = [...none];
  for (const cell of cells) if (counts(cell)) add(sums, countedIn(cell.records, group, basis), 1);
  const next: RowChange['next'] = (before) => valuesOf(sums, basis, before);
  await writeAt(store, tables.openRates, partition(organisation), group, [{ row: ordered(shard), next }]);
}

/** Undefined where nothing changes. Keeps what was before, and since which group. */
function valuesOf(sums: Counts, basis: Basis, before: StoredRow | undefined): Values | undefined {
  if (before && isSame(sums, countsOf(before)) && isSameBasis(basis, basisOf(before))) return undefined;
  return {
    counts: pack(sums),
    zone: basis.zone,
    rules: BigInt(basis.rules),
    before: pack(before ? countsOf(before) : none),
    since: BigInt(before ? groupOf(before) : 0),
  };
}

const isSame = (a: Counts, b: Counts): boolean => a.every((count, place) => count === b[place]);
const isSameBasis = (a: Basis, b: Basis): boolean => a.zone === b.zone && a.rules === b.rules;
const countsOf = ({ values }: StoredRow): Counts => unpack(values['counts'] as Uint8Array) as Counts;
const basisOf = ({ values }: StoredRow): Basis => ({ zone: values['zone'] as Zone, rules: Number(values['rules']) });

/** What a row held at a view; undefined when groups changed it more than once since, so that it no longer tells. */
function countsAt(row: StoredRow, view: number): Counts | undefined {
  if (groupOf(row) <= view) return countsOf(row);
  return Number(row.values['since']) <= view ? (unpack(row.values['before'] as Uint8Array) as Counts) : undefined;
}

/** A shard's rates, and what they go by. */
export interface ShardRates extends OpenRates, Basis {}

/** The rates of each shard at a view, by shard; undefined when the sequence has moved on too far to tell. */
export async function shardRates(
  store: TableStore,
  organisation: string,
  view: number,
): Promise<ReadonlyMap<number, ShardRates> | undefined> {
  const shards = new Map<number, ShardRates>();
  for (const [name, row] of await storedRates(store, organisation)) {
    const counts = countsAt(row, view);
    if (!counts) return undefined;
    const [deliveries, opened] = [counts.slice(0, weekHours), counts.slice(weekHours)];
    shards.set(parseInt(name, 36), { deliveries, opened, ...basisOf(row) });
  }
  return shards;
}

/** The organisation's rates at a view; undefined when the sequence has moved on too far to tell. */
export async function openRates(store: TableStore, organisation: string, view: number): Promise<OpenRates | undefined> {
  const shards = await shardRates(store, organisation, view);
  return shards && [...shards.values()].reduce(sumOf, noRates);
}

const sumOf = (a: OpenRates, b: OpenRates): OpenRates => ({
  deliveries: a.deliveries.map((count, place) => count + (b.deliveries[place] ?? 0)),
  opened: a.opened.map((count, place) => count + (b.opened[place] ?? 0)),
});
