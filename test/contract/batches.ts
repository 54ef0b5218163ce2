import { randomBytes, randomUUID } from 'node:crypto';
import { interactionOf, itemFrom, type Interaction } from '@record-insights/domain';
import { readRows, writePack } from '@record-insights/api/fold/packs';
import { readBytes, writeBytes } from '@record-insights/api/ingest/batches';
import { readBlob, writeBlob } from '@record-insights/api/store/blobs';
import { aPartition, allRows, table, type StoreUnderTest } from './storeUnderTest';

const KiB = 1024;

/** A row whose text, which nothing can compress much, has about so many bytes. */
function aRow(bytes: number, more: Readonly<Record<string, string>> = {}): Interaction {
  const id = randomUUID().replaceAll('-', '');
  const columns = { InteractionType: 'FormSubmitted', Timestamp: '2025-05-05T10:00:00.000Z', ...more };
  const SubmittedValues = randomBytes(Math.ceil((bytes * 3) / 4)).toString('base64');
  return interactionOf(JSON.stringify({ ...columns, InternalMarketingInteractionId: id, SubmittedValues }));
}

/** Rows of the usual size, so many bytes of them. */
function manyRows(bytes: number): readonly Interaction[] {
  const rows: Interaction[] = [];
  for (let left = bytes; left > 0; left -= rows.at(-1)?.text.length ?? 0) rows.push(aRow(800));
  return rows;
}

const fourHundredColumns = (): Interaction =>
  aRow(0, Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`Column${i}`, `value ${i}`])));

/** What ingest lays into the store, at the sizes that it may have. */
export function describeBatches(store: StoreUnderTest): void {
  test('a batch of 16 MiB with a row of 800 KiB comes back row by row', async () => {
    const [organisation, batch] = [randomUUID(), randomUUID()];
    const interactions = [...manyRows(KiB * KiB), aRow(800 * KiB), ...manyRows(14.2 * KiB * KiB)];
    const bytes = interactions.reduce((sum, { text }) => sum + text.length, 0);
    expect(bytes / KiB / KiB).toBeCloseTo(16, 1);
    await writeBytes(store(), organisation, batch, { interactions, refused: [], taken: ['a'], items: [] });
    const found = await readBytes(store(), organisation, batch);
    expect(found?.taken).toEqual(['a']);
    expect(found?.interactions.map(({ text }) => text)).toEqual(interactions.map(({ text }) => text));
  }, 60_000);

  test('items of the directory come back with the rows beside them, line ends and all', async () => {
    const [organisation, batch] = [randomUUID(), randomUUID()];
    const page = { kind: 'page', id: randomUUID(), op: 'upsert', at: 0, fields: { name: 'a\nb\u2028"c"' } } as const;
    const items = [itemFrom(page), itemFrom({ ...page, op: 'delete', fields: {} })];
    await writeBytes(store(), organisation, batch, { interactions: [aRow(10)], refused: [], taken: [], items });
    const found = await readBytes(store(), organisation, batch);
    expect(found?.items).toEqual(items);
    expect(found?.interactions).toHaveLength(1);
  });

  test('a row of 400 columns, more than a row of the store may have, comes back whole from its batch and its pack', async () => {
    const [organisation, batch] = [randomUUID(), randomUUID()];
    const row = fourHundredColumns();
    await writeBytes(store(), organisation, batch, { interactions: [row], refused: [], taken: [], items: [] });
    expect((await readBytes(store(), organisation, batch))?.interactions).toEqual([row]);
    await writePack(store(), organisation, 7, 1, [aRow(10), row]);
    expect(await readRows(store(), organisation, [{ shard: 7, group: 1, position: 1 }])).toEqual([row]);
  });

  test.each([0, 1, 64 * KiB, 832 * KiB, 832 * KiB + 1, 5_000_000, 16 * KiB * KiB])(
    '%i bytes of any content come back byte by byte',
    async (length) => {
      const partition = aPartition();
      const bytes = randomBytes(length);
      await writeBlob(store(), table, partition, 'blob', bytes);
      expect((await readBlob(store(), table, partition, 'blob'))?.equals(bytes)).toBe(true);
    },
    60_000,
  );

  test('bytes of which a part is missing are not there, until they are written again', async () => {
    const partition = aPartition();
    const bytes = randomBytes(5_000_000);
    expect(await readBlob(store(), table, partition, 'blob')).toBeUndefined();
    await writeBlob(store(), table, partition, 'blob', bytes);
    const [, , third] = await allRows(store(), partition);
    await store().write(table, partition, [{ kind: 'delete', row: third!.row }]);
    expect(await readBlob(store(), table, partition, 'blob')).toBeUndefined();
    await writeBlob(store(), table, partition, 'blob', bytes);
    expect((await readBlob(store(), table, partition, 'blob'))?.equals(bytes)).toBe(true);
  }, 30_000);
}
