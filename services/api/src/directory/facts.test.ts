import fc from 'fast-check';
import { readDirectoryItem, type DirectoryItem } from '@record-insights/domain';
import { memoryStore } from '../../../../test/harness/memoryStore';
import { ordinaryContext, type EngineContext } from '../context';
import type { TableStore } from '../store/tableStore';
import { factsOf, foldFacts, type ChangedFact } from './facts';

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const guid = (n: number): string => `${n}`.padStart(8, '0') + '-1111-4111-8111-111111111111';
const [anna, berit] = [guid(1), guid(2)];
const [solheim, fjell] = [guid(7), guid(8)];

const opened = (): EngineContext => ({ ...ordinaryContext, store: memoryStore() });

function item(id: string, day: number, accountId?: string, op = 'upsert'): DirectoryItem {
  const at = new Date(Date.UTC(2026, 0, day)).toISOString();
  const read = readDirectoryItem({ kind: 'contact', id, op, at, fields: { accountId } }, Date.UTC(2027, 0));
  if ('refusal' in read) throw new Error(read.refusal.field);
  return read.item;
}

const accountsAt = async ({ store }: EngineContext, view: number): Promise<unknown> => {
  const facts = await factsOf(store, organisation, 'contact', [anna, berit], view);
  return facts && [...facts].map(([, { op, fields }]) => (op === 'delete' ? op : fields.accountId));
};

test('a later item holds whenever it comes, and an older upsert does not revive what was deleted', async () => {
  const context = opened();
  await foldFacts(context, organisation, 1, [item(anna, 5, undefined, 'delete')]);
  expect(await foldFacts(context, organisation, 2, [item(anna, 4, solheim)])).toEqual([]);
  expect(await accountsAt(context, 2)).toEqual(['delete']);
  await foldFacts(context, organisation, 3, [item(anna, 6, fjell), item(anna, 3, solheim)]);
  expect(await accountsAt(context, 3)).toEqual([fjell]);
});

test('a fact is read as it was before the group that changed it, and no further back', async () => {
  const context = opened();
  await foldFacts(context, organisation, 3, [item(anna, 1, solheim)]);
  await foldFacts(context, organisation, 5, [item(anna, 2, fjell)]);
  await foldFacts(context, organisation, 8, [item(anna, 3)]);
  expect(await accountsAt(context, 8)).toEqual([undefined]);
  expect(await accountsAt(context, 7)).toEqual([fjell]);
  expect(await accountsAt(context, 5)).toEqual([fjell]);
  expect(await accountsAt(context, 4)).toBeUndefined();
});

test('an item that comes again changes nothing, not even how far back its fact can be read', async () => {
  const context = opened();
  await foldFacts(context, organisation, 1, [item(anna, 1, solheim)]);
  await foldFacts(context, organisation, 3, [item(anna, 2, fjell)]);
  expect(await foldFacts(context, organisation, 4, [item(anna, 2, fjell)])).toEqual([]);
  expect(await accountsAt(context, 2)).toEqual([solheim]);
});

test('a group that is begun anew tells the same changes and leaves the same rows', async () => {
  const context = opened();
  await foldFacts(context, organisation, 1, [item(anna, 1, solheim)]);
  const items = [item(anna, 2, fjell), item(berit, 2, fjell), item(anna, 1)];
  const told = (changes: readonly ChangedFact[]): unknown =>
    changes.map(({ id, before, now }) => [id, before?.fields, now.fields]);
  const first = told(await foldFacts(context, organisation, 2, items));
  expect(first).toEqual([
    [anna, { accountId: solheim }, { accountId: fjell }],
    [berit, undefined, { accountId: fjell }],
  ]);
  expect(told(await foldFacts(context, organisation, 2, [...items].reverse()))).toEqual([
    [anna, { accountId: solheim }, { accountId: fjell }],
    [berit, undefined, { accountId: fjell }],
  ]);
  expect(await accountsAt(context, 1)).toEqual([solheim]);
});

test('a driver that was overtaken stops', async () => {
  const context = opened();
  await foldFacts(context, organisation, 2, [item(anna, 2, fjell)]);
  await expect(foldFacts(context, organisation, 1, [item(anna, 3, solheim)])).rejects.toThrow('Group 1');
});

test('a fact of megabytes comes back, and no key names its person', async () => {
  const opened = memoryStore();
  const keys: string[] = [];
  const store: TableStore = {
    ...opened,
    write(table, partition, operations) {
      keys.push(partition, ...operations.map(({ row }) => row));
      return opened.write(table, partition, operations);
    },
  };
  const context = { ...ordinaryContext, store };
  const html = Array.from({ length: 20_000 }, (_, i) => `<p>${i}</p>`).join('');
  const version = { kind: 'emailVersion', id: 'v1', op: 'upsert', at: '2026-01-01', fields: { emailId: anna, html } };
  const read = readDirectoryItem(version, Date.UTC(2027, 0));
  if ('refusal' in read) throw new Error(read.refusal.field);
  await foldFacts(context, organisation, 1, [read.item, item(berit, 1, fjell)]);
  const facts = await factsOf(store, organisation, 'emailVersion', ['v1'], 1);
  expect(facts?.get('v1')?.fields.html).toBe(html);
  expect(keys).toHaveLength(6);
  expect(keys.filter((key) => key.includes(berit) || key.includes(berit.replaceAll('-', '')))).toEqual([]);
});

test('items in any order, repeated, and in any groups end in the same facts', async () => {
  const told = fc
    .tuple(
      fc.constantFrom(anna, berit),
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom(solheim, fjell, undefined),
      fc.constantFrom('upsert', 'delete'),
    )
    .map((parts) => item(...parts));
  const ways = fc.record({ items: fc.array(told, { maxLength: 12 }), sizes: fc.array(fc.integer({ min: 1, max: 4 })) });
  await fc.assert(
    fc.asyncProperty(
      ways.chain(({ items, sizes }) =>
        fc.record({
          items: fc.constant(items),
          arriving: fc.shuffledSubarray([...items, ...items], {
            minLength: 2 * items.length,
            maxLength: 2 * items.length,
          }),
          sizes: fc.constant(sizes),
        }),
      ),
      async ({ items, arriving, sizes }) => {
        const [atOnce, inParts] = [opened(), opened()];
        await foldFacts(atOnce, organisation, 1, items);
        let group = 0;
        for (let start = 0; start < arriving.length; start += sizes[group - 1] ?? 1)
          await foldFacts(inParts, organisation, ++group, arriving.slice(start, start + (sizes[group - 1] ?? 1)));
        expect(await accountsAt(inParts, group + 1)).toEqual(await accountsAt(atOnce, 1));
      },
    ),
  );
});
