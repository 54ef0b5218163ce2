import { createHmac } from 'node:crypto';
import type { Columns } from '@record-insights/domain';
import type { EngineContext } from '../context';
import { part, tables } from '../keys';
import type { Totals } from '../sequence/groups';
import { createUnlessThere } from '../store/blobs';
import { rowsOf } from '../store/rowsOf';
import type { TableStore } from '../store/tableStore';

/** People who were erased, by keyed hash: who is there can be told of a known id only. */
export interface Tombstones {
  /** Whether a row with these columns, ids in their one spelling, is a late one of somebody erased. */
  covers(columns: Columns): boolean;
}

const keyRow = '-key';
const none: Tombstones = { covers: () => false };

/** Per store and organisation: what was read, and for how many people erased it holds. */
const read = new WeakMap<TableStore, Map<string, { readonly erased: number; readonly stones: Tombstones }>>();

/** The people erased before a group. They change only by groups that erase, so that they are read again only then. */
export async function tombstones(
  context: EngineContext,
  organisation: string,
  { erased }: Totals,
): Promise<Tombstones> {
  const { store } = context;
  if (erased === 0) return none;
  const known = read.get(store) ?? new Map<string, { readonly erased: number; readonly stones: Tombstones }>();
  read.set(store, known);
  const held = known.get(organisation);
  if (held?.erased === erased) return held.stones;
  const stones = await readStones(context, organisation);
  known.set(organisation, { erased, stones });
  return stones;
}

async function readStones(context: EngineContext, organisation: string): Promise<Tombstones> {
  const secret = await secretOf(context, organisation);
  const hashes = new Set<string>();
  for await (const { row } of rowsOf(context.store, tables.tombstones, part(organisation))) hashes.add(row);
  const isErased = (column: string, id: string | undefined): boolean =>
    id !== undefined && hashes.has(stone(secret, column, id));
  return {
    covers: ({ ContactId, VisitorId }) =>
      isErased('ContactId', ContactId) || (ContactId === undefined && isErased('VisitorId', VisitorId)),
  };
}

/**
 * Sets the tombstones of a group; those that are there stay.
 * @returns how many of the contacts had none before the group
 */
export async function setTombstones(
  context: EngineContext,
  organisation: string,
  group: number,
  contacts: readonly string[],
  visitors: Iterable<string>,
): Promise<number> {
  const { store } = context;
  const secret = await secretOf(context, organisation);
  const partition = part(organisation);
  const stones = contacts.map((id) => stone(secret, 'ContactId', id));
  const all = [...stones, ...[...visitors].map((id) => stone(secret, 'VisitorId', id))];
  const rows = all.map((row) => ({ kind: 'create' as const, row, values: { group: BigInt(group) } }));
  for (let i = 0; i < rows.length; i += 100)
    await createUnlessThere(store, tables.tombstones, partition, rows.slice(i, i + 100));
  const set = await store.getMany(
    tables.tombstones,
    stones.map((row) => ({ partition, row })),
  );
  return set.filter((row) => row && Number(row.values['group']) === group).length;
}

const stone = (secret: Buffer, column: string, id: string): string =>
  createHmac('sha256', secret).update(`${column}\n${id}`).digest('hex').slice(0, 40);

/** The organisation's key, made when first asked for. */
async function secretOf({ store, secret }: EngineContext, organisation: string): Promise<Buffer> {
  const place = { partition: part(organisation), row: keyRow };
  const values = { key: secret() };
  const known = await store.get(tables.settings, place);
  if (!known)
    await createUnlessThere(store, tables.settings, place.partition, [{ kind: 'create', row: keyRow, values }]);
  const { values: held } = known ?? (await store.get(tables.settings, place)) ?? { values };
  return Buffer.from(held['key'] as Uint8Array);
}
