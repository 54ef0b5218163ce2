import { pack, unpack } from 'msgpackr';
import type { Interaction } from '@record-insights/domain';
import { part, shardKey, shardOf, tables } from '../keys';
import type { StoredRow, TableStore, Values } from '../store/tableStore';
import { groupOf, Overtaken } from '../store/writeAt';
import { personShard, type CellName } from './cells';
import type { PackPlace } from './packs';

/** Where a record of an interaction lies: a cell, and its place in the order in which the cell's records were born. */
export interface CellPlace extends CellName {
  readonly ordinal: number;
}

/** Where all its records lie, the one in its person's own cell first (`cellsOf`). */
export type CellPlaces = readonly [CellPlace, ...CellPlace[]];

/** What is remembered of the row that holds for an id. */
export interface Held {
  readonly version: bigint;
  readonly filled: number;
  readonly hash: number;
  readonly testSend: boolean;
  readonly places: CellPlaces;
  /** The group that bore it, and its place in that group's pack of its person's shard. */
  readonly born: number;
  readonly position: number;
}

/** An id as it was before the group, whether or not the group has written it already. */
export interface KnownId {
  readonly id: string;
  readonly stored: StoredRow | undefined;
  readonly prior: Held | undefined;
}

/** Called for every character; where tests run, `Math` is slow to reach. */
const { imul } = Math;

/**
 * Tells contents of one id apart (cyrb53, 53 bits). Compared only between rows of one id, Version and number of filled
 * columns, so that it need be neither long nor secret.
 */
export function contentHash({ text }: Interaction): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    high = imul(high ^ char, 2654435761);
    low = imul(low ^ char, 1597334677);
  }
  high = imul(high ^ (high >>> 16), 2246822507) ^ imul(low ^ (low >>> 13), 3266489909);
  low = imul(low ^ (low >>> 16), 2246822507) ^ imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

export const idKey = (organisation: string, id: string): { partition: string; row: string } => ({
  partition: shardKey(organisation, shardOf(id)),
  row: part(id),
});

/** @throws Overtaken when a later group wrote one of them */
export async function readIds(
  store: TableStore,
  organisation: string,
  ids: readonly string[],
  group: number,
): Promise<readonly KnownId[]> {
  const rows = await store.getMany(
    tables.ids,
    ids.map((id) => idKey(organisation, id)),
  );
  return ids.map((id, i) => {
    const stored = rows[i];
    if (!stored) return { id, stored, prior: undefined };
    if (groupOf(stored) > group) throw new Overtaken(group);
    return { id, stored, prior: groupOf(stored) === group ? heldBefore(stored.values) : heldNow(stored.values) };
  });
}

/** Where the row in full lies that is held. */
export const packPlace = ({ places: [own], born, position }: Held): PackPlace => ({
  shard: personShard(own.person),
  group: born,
  position,
});

type PackedPlace = [person: string, object: string, ordinal: number];
type Packed = [
  version: bigint | number,
  filled: number,
  hash: number,
  testSend: boolean,
  born: number,
  position: number,
  ...places: PackedPlace[],
];

const encode = ({ version, filled, hash, testSend, places, born, position }: Held): Uint8Array =>
  pack([
    version,
    filled,
    hash,
    testSend,
    born,
    position,
    ...places.map(({ person, object, ordinal }): PackedPlace => [person, object, ordinal]),
  ] satisfies Packed);

function decode(bytes: Uint8Array): Held {
  const [version, filled, hash, testSend, born, position, ...packed] = unpack(bytes) as Packed;
  const places = packed.map(([person, object, ordinal]): CellPlace => ({ person, object, ordinal }));
  return { version: BigInt(version), filled, hash, testSend, places: atLeastOne(places), born, position };
}

function atLeastOne([own, ...others]: readonly CellPlace[]): CellPlaces {
  if (!own) throw new Error('An id row names no cell');
  return [own, ...others];
}

export const heldNow = (values: Values): Held => decode(values['now'] as Uint8Array);

/** What was held before the group that wrote the row. */
export const heldBefore = (values: Values): Held | undefined => {
  const before = values['before'];
  return before instanceof Uint8Array ? decode(before) : undefined;
};

/** The values of an id row: what holds, and what held before the group, for a driver that begins the group anew. */
export const idValues = (now: Held, before: Held | undefined): Values => ({
  now: encode(now),
  ...(before ? { before: encode(before) } : {}),
});
