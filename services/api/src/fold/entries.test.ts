import { interactionFrom, recordId, type Instant, type Subject } from '@record-insights/domain';
import { memoryStore } from '../../../../test/harness/memoryStore';
import type { TableStore } from '../store/tableStore';
import {
  entriesName,
  entriesOf,
  entryMinutes,
  entryType,
  shardEntries,
  writeEntries,
  type BornRow,
  type Entry,
} from './entries';
import { subjectShard } from './subjects';

const organisation = 'o1';
const email: Subject = { type: 'email', id: recordId('m1') };
const ever = { from: -8.64e15 as Instant, before: 8.64e15 as Instant };

let made = 0;
const row = (at: string, more: Readonly<Record<string, string>> = {}): BornRow => ({
  interaction: interactionFrom({
    InternalMarketingInteractionId: `i${String(made).padStart(5, '0')}`,
    InteractionType: 'EmailOpened',
    Timestamp: at,
    MessageId: 'm1',
    ...more,
  }),
  position: made++,
});

const written = (store: TableStore, group: number, rows: readonly BornRow[], shard = 5): Promise<void> =>
  writeEntries(store, entriesOf(organisation, group, shard, rows));

async function minutes(store: TableStore, view = 9, span = ever): Promise<readonly (readonly Entry[])[]> {
  const all: (readonly Entry[])[] = [];
  for await (const minute of entryMinutes(store, organisation, email, entryType('EmailOpened'), view, span))
    all.push(minute);
  return all;
}

test('entries come newest first, those of a minute together from whichever group and shard', async () => {
  const store = memoryStore();
  const rows = ['2026-11-05T10:00:10Z', '2026-11-05T10:02:00Z', '2026-11-05T10:00:50Z'].map((at) => row(at));
  await written(store, 1, rows.slice(0, 2));
  await written(store, 2, rows.slice(2), 6);
  const places = (await minutes(store)).map((minute) =>
    minute.map(({ id, shard, group, position }) => ({ id, shard, group, position })),
  );
  const place = (n: number, shard: number, group: number): object => ({
    id: rows[n]?.interaction.id,
    shard,
    group,
    position: rows[n]?.position,
  });
  expect(places).toEqual([[place(1, 5, 1)], [place(2, 6, 2), place(0, 5, 1)]]);
});

test('entries of groups after the view are not seen', async () => {
  const store = memoryStore();
  await written(store, 1, [row('2026-11-05T10:00:00Z')]);
  await written(store, 2, [row('2026-11-05T10:00:00Z')]);
  expect((await minutes(store, 1)).flat()).toHaveLength(1);
  expect((await minutes(store, 2)).flat()).toHaveLength(2);
});

test('a span takes its first instant in and its last out, within minutes, too', async () => {
  const store = memoryStore();
  const instants = ['2026-11-05T10:00:00.000Z', '2026-11-05T10:00:00.001Z', '2026-11-05T10:00:30.000Z'];
  await written(
    store,
    1,
    instants.map((at) => row(at)),
  );
  const span = { from: Date.parse(instants[1] ?? ''), before: Date.parse(instants[2] ?? '') };
  expect((await minutes(store, 9, span)).flat().map(({ at }) => at)).toEqual([Date.parse(instants[1] ?? '')]);
});

test('test sends and rows of no such record have no entries', () => {
  const testSend = row('2026-11-05T10:00:00Z', { UsageType: 'preview' });
  expect(entriesOf(organisation, 1, 5, [testSend])).toEqual([]);
  const page = interactionFrom({ InteractionType: 'WebsiteVisited', Timestamp: '2026-11-05T10:00:00Z' });
  expect(entriesOf(organisation, 1, 5, [{ interaction: page, position: 0 }])).toEqual([]);
});

test('more entries of a minute than fit a row of the store are all there', async () => {
  const store = memoryStore();
  await written(
    store,
    1,
    Array.from({ length: 4500 }, () => row('2026-11-05T10:00:00Z')),
  );
  const all = (await minutes(store)).flat();
  expect([all.length, new Set(all.map(({ id }) => id)).size]).toEqual([4500, 4500]);
});

test('all entries of a shard are told with what they stand under, but those under another minute', async () => {
  const store = memoryStore();
  const [one] = entriesOf(organisation, 1, 5, [row('2026-11-05T10:00:00Z')]);
  const [other] = entriesOf(organisation, 1, 5, [row('2026-11-05T10:30:00Z')]);
  if (!one || !other) throw new Error('There are no entries');
  const names = async (): Promise<readonly string[]> => {
    const found: string[] = [];
    for await (const { name } of shardEntries(store, organisation, subjectShard(email), 9)) found.push(name);
    return found;
  };
  await writeEntries(store, [one]);
  expect(await names()).toEqual([entriesName(email, 'EmailOpened')]);
  await writeEntries(store, [{ ...other, bytes: one.bytes }]);
  expect(await names()).toHaveLength(1);
});
