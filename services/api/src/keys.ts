import { createHash } from 'node:crypto';

/** The tables of the store. */
export const tables = {
  /** Rows received and not folded yet: headers under `waiting`, their bytes under the batch. */
  batches: 'batches',
  /** Per organisation: named groups, the last one done, the layout of what is stored. */
  sequence: 'sequence',
  /** One row an interaction id: which version holds and where it lies. */
  ids: 'ids',
  /** What counting reads, by person and object. */
  cells: 'cells',
  /** The rows in full, packed by group and person shard: the truth. */
  packs: 'packs',
  /** How often messages are opened by the hour in which they come: a row a person shard. */
  openRates: 'openrates',
  /** What people contribute to records that very many of them touch, added up by month. */
  rollups: 'rollups',
  /** Where the rows of such records lie in full, by time. */
  entries: 'entries',
  /** Contacts that may belong to an account, or have been merged into another one. */
  members: 'members',
  /** What CRM tells of records: a truth of its own. */
  facts: 'facts',
  /** Which facts tell of a part of a record. */
  factParts: 'factparts',
  /** The last group that changed each person's rows. */
  touched: 'touched',
  /** What contacts contribute, in numbers: made again whenever one is missing or no longer holds. */
  digests: 'digests',
  refused: 'refused',
  /** People erased, by keyed hash. */
  tombstones: 'tombstones',
  /** What was done for each erasure. */
  erasures: 'erasures',
  settings: 'settings',
  /** How far files of an export were taken in. */
  imports: 'imports',
  /** How far a verification is that goes on, or was interrupted. */
  verifications: 'verifications',
} as const;

/** People, and ids, share so many partitions, so that transactions fill up. */
export const shardCount = 64;
export const allShards: readonly number[] = Array.from({ length: shardCount }, (_, shard) => shard);

const longestPart = 160;
const plain = /^[0-9a-z.-]*$/;

/**
 * A part of a key. Separators and what stores forbid cannot occur in it; a long text is replaced by its hash.
 * Two texts never give one part.
 */
export function part(text: string): string {
  if (plain.test(text) && text.length <= longestPart) return text;
  const encoded = text.replace(/[^0-9a-z.-]/g, (char) => `_${char.charCodeAt(0).toString(16)}_`);
  return encoded.length <= longestPart ? encoded : `_h${createHash('sha256').update(text).digest('hex')}`;
}

/** The text that a part stands for; undefined where it is a long one's hash. */
export const textOfPart = (made: string): string | undefined =>
  made.startsWith('_h')
    ? undefined
    : made.replace(/_([0-9a-f]+)_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

const separator = '!';
/** The character after the separator: the end of a range of all keys that go on from a part. */
const afterSeparator = '"';

/** Joins parts that were made by `part` or are plain words. */
export const key = (...parts: readonly string[]): string => parts.join(separator);

/**
 * A part that tells what it stands for only to one who knows it already: keys outlive what lies under them, so that no
 * key names a person.
 */
export function veiled(organisation: string, text: string): string {
  const known = veils.get(organisation)?.get(text);
  if (known !== undefined) return known;
  const made = createHash('sha256').update(`${organisation}\n${text}`).digest('hex').slice(0, 32);
  remember(organisation, text, made);
  return made;
}

/** Saves hashing the names that come again within a group, by organisation. */
const veils = new Map<string, Map<string, string>>();
const mostVeils = 50_000;
let veilsKept = 0;

function remember(organisation: string, text: string, veil: string): void {
  if (veilsKept >= mostVeils) veils.clear();
  veilsKept = veils.size === 0 ? 1 : veilsKept + 1;
  const known = veils.get(organisation);
  if (known) known.set(text, veil);
  else veils.set(organisation, new Map([[text, veil]]));
}

/** The range of all keys that begin with the parts. */
export function rangeOf(...parts: readonly string[]): { readonly from: string; readonly before: string } {
  const start = key(...parts);
  return { from: start + separator, before: start + afterSeparator };
}

/** Numbers in keys sort as numbers. */
export const ordered = (value: number): string => smallNumbers[value] ?? padded(value);

const padded = (value: number): string => value.toString(36).padStart(8, '0');
const smallNumbers = Array.from({ length: 100 }, (_, value) => padded(value));

/** Called for every character; where tests run, `Math` is slow to reach. */
const { imul } = Math;

/** Which of the shards a text belongs to (FNV-1a, so that it is the same everywhere and for ever). */
export function shardOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % shardCount;
}

export const shardKey = (organisation: string, shard: number): string => key(part(organisation), ordered(shard));
