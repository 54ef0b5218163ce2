import { inflateRawSync } from 'node:zlib';
import { pack, unpack } from 'msgpackr';
import { itemOf, type DirectoryItem, type DirectoryKind } from '@record-insights/domain';
import { packText } from '../ingest/batches';
import { key, part, shardKey, shardOf, veiled } from '../keys';
import { bytesOf, slicesOf } from '../store/blobs';
import type { RowKey, StoredRow, Values } from '../store/tableStore';
import { groupOf } from '../store/writeAt';

/** A fact as it is stored: its text, deflated where it is long. */
export type PackedFact = string | Uint8Array;

const longestPlain = 4096;

export const packFact = async ({ text }: DirectoryItem): Promise<PackedFact> =>
  text.length > longestPlain ? packText(text) : text;

const unpackFact = (packed: PackedFact): DirectoryItem =>
  itemOf(typeof packed === 'string' ? packed : inflateRawSync(packed).toString('utf8'));

export const factKey = (organisation: string, kind: DirectoryKind, id: string): RowKey => {
  const name = `${kind}.${id}`;
  return {
    partition: shardKey(organisation, shardOf(name)),
    row: key(part(kind), veiled(organisation, name)),
  };
};

interface Held {
  readonly now: PackedFact;
  /** What held before the group that wrote the row. */
  readonly before: PackedFact | undefined;
}

function heldIn({ values }: StoredRow): Held {
  const [now, before] = unpack(bytesOf(values)) as readonly [PackedFact, PackedFact | null];
  return { now, before: before ?? undefined };
}

/** Values of a fact's row that keeps what held before, and since which group. */
export function factValues(now: PackedFact, before: StoredRow | undefined): Values {
  return valuesOf(now, before && heldIn(before).now, before ? groupOf(before) : 0);
}

/** Values of a fact's row that keeps nothing of what held before: to any view it tells the same. */
export const soleFactValues = (now: PackedFact, stored: StoredRow): Values => valuesOf(now, now, groupOf(stored));

const valuesOf = (now: PackedFact, before: PackedFact | undefined, since: number): Values => ({
  ...slicesOf(pack([now, before ?? null])),
  since: BigInt(since),
});

/** All that a row tells of: what holds, and what held before. */
export function toldIn(row: StoredRow): readonly DirectoryItem[] {
  const { now, before } = heldIn(row);
  return before === undefined || before === now ? [unpackFact(now)] : [unpackFact(now), unpackFact(before)];
}

export const factNow = (row: StoredRow): DirectoryItem => unpackFact(heldIn(row).now);

/** What held at a view; null where nothing did, undefined when groups changed it more than once since. */
export function factAt(row: StoredRow | undefined, view: number): DirectoryItem | null | undefined {
  if (!row) return null;
  if (groupOf(row) <= view) return factNow(row);
  if (Number(row.values['since']) > view) return undefined;
  const { before } = heldIn(row);
  return before === undefined ? null : unpackFact(before);
}
