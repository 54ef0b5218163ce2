import { pack, unpack } from 'msgpackr';
import { interactionOf, type Interaction } from '@record-insights/domain';
import { packText, unpackText } from '../ingest/batches';
import { key, ordered, rangeOf, shardKey, tables } from '../keys';
import { bytesOf, firstPart, readBlob, slicesOf, writeBlob } from '../store/blobs';
import { rowsOf } from '../store/rowsOf';
import { RowChanged, type TableStore } from '../store/tableStore';

/** Rows deflated together: few enough to read one cheaply, enough to deflate well. */
const rowsPerChunk = 64;

/**
 * Writes the rows that a group bore for a person shard, in full and once. Position in `rows` is how they are found again.
 */
export async function writePack(
  store: TableStore,
  organisation: string,
  shard: number,
  group: number,
  rows: readonly Interaction[],
): Promise<void> {
  const bytes = await packed(rows.map(({ text }) => text));
  await writeBlob(store, tables.packs, shardKey(organisation, shard), ordered(group), bytes);
}

async function packed(lines: readonly string[]): Promise<Buffer> {
  const chunks: Promise<Buffer>[] = [];
  for (let i = 0; i < lines.length; i += rowsPerChunk)
    chunks.push(packText(lines.slice(i, i + rowsPerChunk).join('\n')));
  return pack(await Promise.all(chunks));
}

/** Where a row in full lies. */
export interface PackPlace {
  readonly shard: number;
  readonly group: number;
  readonly position: number;
}

/** The rows in full at the places, in their order; undefined where a row was blanked. Each pack and chunk is read once. */
export async function readRows(
  store: TableStore,
  organisation: string,
  places: readonly PackPlace[],
): Promise<readonly (Interaction | undefined)[]> {
  const packs = new Map<string, Promise<readonly Buffer[]>>();
  const chunks = new Map<string, Promise<readonly string[]>>();
  return Promise.all(
    places.map(async ({ shard, group, position }) => {
      const packName = `${shard} ${group}`;
      const opened = packs.get(packName) ?? readPack(store, organisation, shard, group);
      packs.set(packName, opened);
      const chunk = Math.floor(position / rowsPerChunk);
      const chunkName = `${packName} ${chunk}`;
      const lines = chunks.get(chunkName) ?? opened.then((all) => linesOf(all[chunk]));
      chunks.set(chunkName, lines);
      const line = (await lines)[position % rowsPerChunk];
      if (line === undefined)
        throw new Error(`Row ${position} of group ${group}, shard ${shard} is missing from its pack`);
      return line === '' ? undefined : interactionOf(line);
    }),
  );
}

async function readPack(
  store: TableStore,
  organisation: string,
  shard: number,
  group: number,
): Promise<readonly Buffer[]> {
  const partition = shardKey(organisation, shard);
  const content = await readContent(store, partition, ordered(group));
  const chunks = typeof content === 'number' ? await readContent(store, partition, movedName(group, content)) : content;
  if (chunks === undefined || typeof chunks === 'number')
    throw new Error(`The pack of group ${group}, shard ${shard} is missing`);
  return chunks;
}

/** A pack's chunks, or the group that moved them. */
async function readContent(
  store: TableStore,
  partition: string,
  name: string,
): Promise<readonly Buffer[] | number | undefined> {
  const bytes = await readBlob(store, tables.packs, partition, name);
  return bytes && contentOf(bytes);
}

const contentOf = (bytes: Buffer): readonly Buffer[] | number => unpack(bytes) as Buffer[] | number;

const linesOf = async (chunk: Buffer | undefined): Promise<readonly string[]> =>
  chunk ? (await unpackText(chunk)).split('\n') : [];

/** A row in full with the group that bore it and its place there. */
export interface PackedRow {
  readonly interaction: Interaction;
  readonly group: number;
  readonly position: number;
}

/** All rows in full of a shard that groups up to `view` bore, in order of groups. */
export async function* packedRows(
  store: TableStore,
  organisation: string,
  shard: number,
  view: number,
): AsyncGenerator<PackedRow> {
  for await (const { group, whole } of packsOf(store, organisation, shard, view)) {
    let position = 0;
    for (const chunk of whole ?? (await readPack(store, organisation, shard, group))) {
      for (const line of await linesOf(chunk)) {
        if (line !== '') yield { interaction: interactionOf(line), group, position };
        position++;
      }
    }
  }
}

/** A pack that the range already told whole, or that is to be read. */
interface ListedPack {
  readonly group: number;
  readonly whole: readonly Buffer[] | undefined;
}

/** The packs that groups up to `view` bore for the shard, in order of groups. */
async function* packsOf(
  store: TableStore,
  organisation: string,
  shard: number,
  view: number,
): AsyncGenerator<ListedPack> {
  const partition = shardKey(organisation, shard);
  const range = { before: key(ordered(view + 1), ''), limit: 100 };
  for await (const { row, values } of rowsOf(store, tables.packs, partition, range)) {
    const [group, part, ...more] = row.split('!');
    if (group === undefined || part !== firstPart || more.length > 0) continue;
    const content = values['parts'] === 1n ? contentOf(bytesOf(values)) : undefined;
    yield { group: parseInt(group, 36), whole: typeof content === 'number' ? undefined : content };
  }
}

/** Where a pack lies after the group `by` moved it. */
const movedName = (group: number, by: number): string => key(ordered(group), ordered(by));

/**
 * Blanks rows of a pack: the pack is written anew without them, under a name of the group `by`, and what was there is
 * overwritten. Places stay as they were. A driver that was stalled finds rows under all the old names and creates none.
 */
export async function blankRows(
  store: TableStore,
  organisation: string,
  shard: number,
  group: number,
  positions: ReadonlySet<number>,
  by: number,
): Promise<void> {
  const partition = shardKey(organisation, shard);
  const name = ordered(group);
  const head = await store.get(tables.packs, { partition, row: key(name, firstPart) });
  if (!head) throw new Error(`The pack of group ${group}, shard ${shard} is missing`);
  const mover = await readContent(store, partition, name);
  if (typeof mover !== 'number' || mover < by) {
    const chunks = await Promise.all((await readPack(store, organisation, shard, group)).map(linesOf));
    const lines = chunks.flat().map((line, position) => (positions.has(position) ? '' : line));
    await writeBlob(store, tables.packs, partition, movedName(group, by), await packed(lines));
    const values = { ...slicesOf(pack(by)), parts: 1n };
    try {
      await store.write(tables.packs, partition, [{ kind: 'replace', row: head.row, values, etag: head.etag }]);
    } catch (error) {
      if (!(error instanceof RowChanged)) throw error;
      return blankRows(store, organisation, shard, group, positions, by);
    }
  }
  if (typeof mover !== 'number' || mover <= by) await emptyOlder(store, partition, group, by);
}

/** Overwrites what a pack that `by` moved has left under its older names; what was moved since is not older. */
async function emptyOlder(store: TableStore, partition: string, group: number, by: number): Promise<void> {
  const name = ordered(group);
  const isOlder = (row: string): boolean =>
    row !== key(name, firstPart) && (row.split('!').length === 2 || row < movedName(group, by));
  for await (const row of rowsOf(store, tables.packs, partition, rangeOf(name))) {
    if (!isOlder(row.row) || bytesOf(row.values).length === 0) continue;
    const values = { ...slicesOf(new Uint8Array()), parts: 1n };
    await store.write(tables.packs, partition, [{ kind: 'put', row: row.row, values }]);
  }
}
