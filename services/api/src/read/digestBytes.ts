import { pack, unpack } from 'msgpackr';
import {
  counterIds,
  verdictChoices,
  type CounterId,
  type Digest,
  type DigestColumn,
  type NamingRow,
  type VerdictChoice,
} from '@record-insights/domain';
import type { PackPlace } from '../fold/packs';
import type { RowKey } from '../store/tableStore';

/** A digest, and what belongs to it that is not counted. */
export interface KeptDigest {
  readonly digest: Digest;
  /** Where each row lies in full, by its place among the rows. */
  readonly packPlaceOf: (place: number) => PackPlace;
  /** Whose rows are in it, by the keys under which they are marked as touched. */
  readonly people: readonly RowKey[];
  /** What the rows tell of the contact's account. */
  readonly naming: readonly NamingRow[];
}

const choices = Object.keys(verdictChoices) as VerdictChoice[];

interface Head {
  readonly rows: number;
  readonly types: readonly string[];
  readonly rules: readonly string[];
  /** Counter, by its place in the registry, how many rows could count, and whether they bar each other. */
  readonly columns: readonly (readonly [counter: number, rows: number, bars: boolean])[];
  readonly people: readonly RowKey[];
  readonly naming: readonly NamingRow[];
}

/** As few and large pieces as can be: numbers of one width side by side, so that reading them back copies three times. */
export function encodeDigest(
  digest: Digest,
  places: readonly PackPlace[],
  people: readonly RowKey[],
  naming: readonly NamingRow[],
): Uint8Array {
  const columns = counterIds.flatMap((id, n) => (digest.counters[id] ? [[n, digest.counters[id]] as const] : []));
  const { at, type, rule, verdict, types, rules } = digest.rows;
  const head: Head = {
    rows: at.length,
    types,
    rules,
    columns: columns.map(([n, { row, bar }]) => [n, row.length, bar !== undefined]),
    people,
    naming,
  };
  const wide = [at, ...choices.map((choice) => digest.opened[choice])];
  const whole = [
    Uint32Array.from(places, ({ group }) => group),
    Uint32Array.from(places, ({ position }) => position),
    ...columns.flatMap(([, { row, bar }]) => [row, ...(bar ? choices.map((choice) => bar[choice]) : [])]),
  ];
  const narrow = [type, rule, verdict, Uint16Array.from(places, ({ shard }) => shard)];
  return pack([head, joined(wide), joined(whole), joined(narrow)]);
}

const joined = (arrays: readonly (Float64Array | Uint32Array | Uint16Array)[]): Buffer =>
  Buffer.concat(arrays.map((array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)));

/** The inverse of `encodeDigest`. */
export function decodeDigest(bytes: Uint8Array): KeptDigest {
  const [head, ...blocks] = unpack(bytes) as [Head, Uint8Array, Uint8Array, Uint8Array];
  const [wide, whole, narrow] = blocks.map(alone) as [ArrayBuffer, ArrayBuffer, ArrayBuffer];
  const float = takeFrom((start, length) => new Float64Array(wide, start * 8, length));
  const u32 = takeFrom((start, length) => new Uint32Array(whole, start * 4, length));
  const u16 = takeFrom((start, length) => new Uint16Array(narrow, start * 2, length));
  const { rows, types, rules, people, naming } = head;
  const at = float(rows);
  const [group, position] = [u32(rows), u32(rows)];
  const counters: Partial<Record<CounterId, DigestColumn>> = {};
  for (const [n, count, bars] of head.columns) {
    const row = u32(count);
    const id = counterIds[n];
    const bar = bars ? { bar: ofChoices(() => u32(count)) } : {};
    if (id) counters[id] = { row, ...bar };
  }
  const opened = ofChoices(() => float(counters.delivered?.row.length ?? 0));
  const [type, rule, verdict, shard] = [u16(rows), u16(rows), u16(rows), u16(rows)];
  return {
    digest: { rows: { at, type, rule, verdict, types, rules }, counters, opened },
    packPlaceOf: (place) => ({
      shard: shard[place] ?? 0,
      group: group[place] ?? 0,
      position: position[place] ?? 0,
    }),
    people,
    naming,
  };
}

const ofChoices = <T>(of: () => T): Record<VerdictChoice, T> =>
  Object.fromEntries(choices.map((choice) => [choice, of()])) as Record<VerdictChoice, T>;

/** A copy that begins where numbers of any width may. */
const alone = (bytes: Uint8Array): ArrayBuffer =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;

/** Hands out one piece after the other. */
function takeFrom<T>(piece: (start: number, length: number) => T): (length: number) => T {
  let start = 0;
  return (length) => {
    const taken = piece(start, length);
    start += length;
    return taken;
  };
}
