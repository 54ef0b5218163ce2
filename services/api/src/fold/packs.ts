import { pack, unpack } from 'msgpackr';
import { interactionOf, type Interaction } from '@record-insights/domain';
import { packText, unpackText } from '../ingest/batches';
import { ordered, shardKey, tables } from '../keys';
import { readBlob, writeBlob } from '../store/blobs';
import type { TableStore } from '../store/tableStore';

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
  const chunks: Promise<Buffer>[] = [];
  for (let i = 0; i < rows.length; i += rowsPerChunk) {
    chunks.push(
      packText(
        rows
          .slice(i, i + rowsPerChunk)
          .map(({ text }) => text)
          .join('\n'),
      ),
    );
  }
  const bytes = pack(await Promise.all(chunks));
  await writeBlob(store, tables.packs, shardKey(organisation, shard), ordered(group), bytes);
}

/** Where a row in full lies. */
export interface PackPlace {
  readonly shard: number;
  readonly group: number;
  readonly position: number;
}

/** The rows in full at the places, in their order. Each pack and chunk is read once. */
export async function readRows(
  store: TableStore,
  organisation: string,
  places: readonly PackPlace[],
): Promise<readonly Interaction[]> {
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
      return interactionOf(line);
    }),
  );
}

async function readPack(
  store: TableStore,
  organisation: string,
  shard: number,
  group: number,
): Promise<readonly Buffer[]> {
  const bytes = await readBlob(store, tables.packs, shardKey(organisation, shard), ordered(group));
  if (!bytes) throw new Error(`The pack of group ${group}, shard ${shard} is missing`);
  return unpack(bytes) as Buffer[];
}

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
  const partition = shardKey(organisation, shard);
  let continuation: string | undefined;
  do {
    const range = { before: `${ordered(view + 1)}!`, limit: 100 };
    const page = await store.range(
      tables.packs,
      partition,
      continuation === undefined ? range : { ...range, continuation },
    );
    for (const { row } of page.rows) {
      const [name, partNumber] = row.split('!');
      if (name === undefined || partNumber !== '0000') continue;
      const group = parseInt(name, 36);
      let position = 0;
      for (const chunk of await readPack(store, organisation, shard, group)) {
        for (const line of await linesOf(chunk))
          yield { interaction: interactionOf(line), group, position: position++ };
      }
    }
    continuation = page.continuation;
  } while (continuation !== undefined);
}
