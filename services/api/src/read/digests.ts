import { digestOf, firstOfRuns, judged } from '@record-insights/domain';
import { contactPerson, packPlaceOf, personShard } from '../fold/cells';
import { lastTouched, shardTouchedKey, touchedKey } from '../fold/touched';
import { shardKey, tables, veiled } from '../keys';
import { layout } from '../sequence/organisations';
import { bytesOf, slicesOf } from '../store/blobs';
import {
  RowChanged,
  RowExists,
  type Operation,
  type RowKey,
  type StoredRow,
  type TableStore,
  type Values,
} from '../store/tableStore';
import { contactHistory } from './contactHistory';
import { decodeDigest, encodeDigest, type KeptDigest } from './digestBytes';

/** What a digest depends on beside the rows of the contact, of those merged into it, and of their visitors. */
export interface DigestBasis {
  readonly organisation: string;
  readonly view: number;
  readonly rules: number;
  readonly joinAnonymousPast: boolean;
}

/** Larger ones are made anew each time: a row holds no more. */
const mostBytes = 800 * 1024;

const digestKey = (organisation: string, contact: string): RowKey => {
  const person = contactPerson(contact);
  return { partition: shardKey(organisation, personShard(person)), row: veiled(organisation, person) };
};

const basisText = ({ rules, joinAnonymousPast }: DigestBasis): string =>
  [layout.slice(0, 16), rules, joinAnonymousPast ? 'joined' : 'apart'].join(' ');

/**
 * Digests of contacts at a view. One is kept with the view it was made at, and holds for all views from the group on
 * that last touched one of those whose rows are in it; where it does not hold it is made anew from the history, and
 * kept. So it may be lost or left behind at any time.
 * @returns undefined when the sequence has moved on too far to tell
 */
export async function digestsOf(
  store: TableStore,
  basis: DigestBasis,
  contacts: readonly string[],
  atOnce: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<readonly KeptDigest[] | undefined> {
  const { organisation } = basis;
  const rows = await store.getMany(
    tables.digests,
    contacts.map((contact) => digestKey(organisation, contact)),
  );
  const kept = rows.map((row) => (row?.values['basis'] === basisText(basis) ? row : undefined));
  const decoded = kept.map((row) => row && decodeDigest(bytesOf(row.values)));
  const touched = await touchedSince(store, basis, decoded);
  const digests = await Promise.all(
    contacts.map((contact, i) => {
      const found = decoded[i];
      return found && holds(kept[i], touched[i] ?? Infinity, basis)
        ? Promise.resolve(found)
        : atOnce(() => digestAnew(store, basis, contact, rows[i]));
    }),
  );
  const known = digests.filter((one) => one !== undefined);
  return known.length < digests.length ? undefined : known;
}

const holds = (row: StoredRow | undefined, touched: number, { view }: DigestBasis): boolean =>
  row !== undefined && touched <= Math.min(Number(row.values['view']), view);

/** For each digest the last group that touched anybody whose rows are in it. */
async function touchedSince(
  store: TableStore,
  { organisation }: DigestBasis,
  digests: readonly (KeptDigest | undefined)[],
): Promise<readonly number[]> {
  const keys = digests.flatMap((one) => one?.people ?? []);
  const groups = await lastTouched(store, keys);
  const shards = [...new Set(keys.map(({ partition }) => partition))];
  const whole = await lastTouched(
    store,
    shards.map((partition) => ({ ...shardTouchedKey(organisation, 0), partition })),
  );
  const wholeOf = new Map(shards.map((partition, i) => [partition, whole[i] ?? 0]));
  let next = 0;
  return digests.map((one) =>
    (one?.people ?? []).reduce(
      (last, { partition }) => Math.max(last, groups[next++] ?? 0, wholeOf.get(partition) ?? 0),
      0,
    ),
  );
}

async function digestAnew(
  store: TableStore,
  basis: DigestBasis,
  contact: string,
  before: StoredRow | undefined,
): Promise<KeptDigest | undefined> {
  const { organisation, view, rules, joinAnonymousPast } = basis;
  const history = await contactHistory(store, organisation, contact, view, joinAnonymousPast);
  if (!history) return undefined;
  const records = [...judged(history.records, rules)].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const people = history.people.map((person) => touchedKey(organisation, person));
  // What a visitor did without a name tells no account.
  const naming = firstOfRuns(records.filter((record) => record.contact !== ''));
  const bytes = encodeDigest(digestOf(records), records.map(packPlaceOf), people, naming);
  if (bytes.length <= mostBytes) {
    const values = { ...slicesOf(bytes), basis: basisText(basis), view: BigInt(view) };
    await keep(store, digestKey(organisation, contact), values, before);
  }
  return decodeDigest(bytes);
}

/** Keeps a digest, unless another was kept or forgotten since the row was read. */
async function keep(
  store: TableStore,
  { partition, row }: RowKey,
  values: Values,
  before: StoredRow | undefined,
): Promise<void> {
  const operation: Operation = before
    ? { kind: 'replace', row, values, etag: before.etag }
    : { kind: 'create', row, values };
  try {
    await store.write(tables.digests, partition, [operation]);
  } catch (error) {
    if (!(error instanceof RowExists || error instanceof RowChanged)) throw error;
  }
}

/** Empties the digests of contacts. One that is being made of what they did before is not kept afterwards. */
export async function forgetDigests(
  store: TableStore,
  organisation: string,
  contacts: Iterable<string>,
): Promise<void> {
  for (const contact of contacts) {
    const { partition, row } = digestKey(organisation, contact);
    await store.write(tables.digests, partition, [{ kind: 'put', row, values: { basis: '' } }]);
  }
}
