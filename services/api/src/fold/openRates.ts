import { pack, unpack } from 'msgpackr';
import {
  answeredDeliveries,
  judged,
  noRates,
  weekHourAt,
  weekHours,
  type OpenRates,
  type Zone,
} from '@record-insights/domain';
import type { EngineContext } from '../context';
import { ordered, part, shardCount, tables } from '../keys';
import { readDone } from '../sequence/groups';
import { readSettings } from '../settings';
import { rowsOf } from '../store/rowsOf';
import type { StoredRow, TableStore, Values } from '../store/tableStore';
import { groupOf, writeAt, type RowChange } from '../store/writeAt';
import { holdsAt, isContact, personShard, type CellName, type CellRecord } from './cells';
import type { ChangedCell } from './cellWrites';

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

/** Adds what a cell counts at a view, or takes it away. */
function addCell(
  sums: number[],
  records: readonly CellRecord[],
  view: number,
  sign: number,
  { zone, rules }: Basis,
): void {
  const holding = records.filter((record) => holdsAt(record, view));
  for (const { delivery, opened } of answeredDeliveries(judged(holding, rules), { verdict: 'people' }, () => true)) {
    const place = weekHourAt(delivery.at, zone);
    add(sums, place, sign);
    if (opened) add(sums, weekHours + place, sign);
  }
}

function add(sums: number[], place: number, by: number): void {
  sums[place] = (sums[place] ?? 0) + by;
}

/** Adds to the rates what a group's cells change in them. Repeatable: a row that the group wrote already stays. */
export async function foldOpenRates(
  { store }: EngineContext,
  organisation: string,
  group: number,
  cells: readonly ChangedCell[],
): Promise<void> {
  const byShard = new Map<number, ChangedCell[]>();
  for (const cell of cells) {
    if (!counts(cell)) continue;
    const shard = personShard(cell.person);
    const known = byShard.get(shard);
    if (known) known.push(cell);
    else byShard.set(shard, [cell]);
  }
  if (byShard.size === 0) return;
  const newest = await newestBasis(store, organisation);
  const changes = [...byShard].map(([shard, own]): RowChange => ({
    row: ordered(shard),
    next: (before) => {
      const basis = before ? basisOf(before) : newest;
      const sums = [...(before ? countsOf(before) : none)];
      for (const { records } of own) {
        addCell(sums, records, group, 1, basis);
        addCell(sums, records, group - 1, -1, basis);
      }
      return valuesOf(sums, basis, before);
    },
  }));
  await writeAt(store, tables.openRates, partition(organisation), group, changes);
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
  cells: Iterable<ChangedCell>,
  rules: number,
): Promise<void> {
  const basis = { zone: (await readSettings(store, organisation)).zone, rules };
  const sums = [...none];
  for (const cell of cells) if (counts(cell)) addCell(sums, cell.records, group, 1, basis);
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
  for await (const row of rowsOf(store, tables.openRates, partition(organisation), { limit: shardCount })) {
    const counts = countsAt(row, view);
    if (!counts) return undefined;
    const [deliveries, opened] = [counts.slice(0, weekHours), counts.slice(weekHours)];
    shards.set(parseInt(row.row, 36), { deliveries, opened, ...basisOf(row) });
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
