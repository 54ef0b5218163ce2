import fc from 'fast-check';
import { recordId, type ListAnswer, type RecordType } from '@record-insights/domain';
import { verify } from '@record-insights/api/maintenance/verify';
import { accountArrivals } from '../builders/accountArrivals';
import { contacts } from '../builders/histories';
import { rowsOfContact } from '../oracle/contact';
import { asPersons } from '../oracle/merges';
import { answersOf, toldIn } from './answers';
import { expectedOfRows } from './expected';
import { onEachStore } from './onEachStore';
import { ownPlace, rowOf } from './ownPlace';
import { deliver } from './places';

const [anna, berit, carl] = ['1', '2', '3'].map((n) => n.repeat(8) + '-1111-4111-8111-111111111111') as [
  string,
  string,
  string,
];
const solheim = 'a0000000-0000-4000-8000-000000000001';
const lead = 'b0000000-0000-4000-8000-000000000001';

onEachStore('merged contacts on the %s store', ({ site, law }) => {
  law(
    'a contact tells what all who are merged into it did, in whatever order rows and merges came',
    'accounts',
    fc.tuple(accountArrivals, fc.constantFrom(...contacts)),
    async ([{ world, steps, sources, asked }, contact]) => {
      const place = await site().place(world);
      for (const { sent, batch } of steps) {
        const told = sent.map(({ item }) => item);
        if (told.length > 0) await place.service.directory(place.organisation, told);
        await deliver(place, batch);
      }
      await place.service.settled(place.organisation);
      const { kept, standsFor } = asPersons(sources.kept, sources.items);
      const survivor = standsFor(contact);
      const question = { ...(asked[0]?.question ?? fail()), scope: undefined };
      const answers = await answersOf(place, contact, question);
      expect(answers.map(({ through }) => through?.id)).toEqual(
        answers.map(() => (survivor === contact ? undefined : survivor)),
      );
      expect(await toldIn(place, answers)).toEqual(
        expectedOfRows(sources.kept, rowsOfContact(kept, survivor), question, world.now),
      );
    },
  );
});

const fail = (): never => {
  throw new Error('Nothing is asked');
};

describe('contacts that are merged', () => {
  const { place, given, told } = ownPlace();
  const opened = (contact: string, day: number, more: object = {}): object =>
    rowOf(contact, `0${day}T10:00Z`, { MessageId: 'm1', ...more });

  const asked: string[] = [];
  const recordOf = (recordType: RecordType, id: string) => ({
    recordType,
    id: recordId(id),
    readable: (some: readonly string[]) => Promise.resolve(new Set(some)),
    permit: ({ id: other }: { readonly id: string }) => Promise.resolve(void asked.push(other)),
  });
  const listed = (recordType: RecordType, id: string, counter = 'opensTotal'): Promise<ListAnswer> =>
    place.service.list(place.organisation, {
      ...recordOf(recordType, id),
      list: `${recordType === 'lead' ? 'contact' : recordType}.${counter}`,
    });
  /** Days of the opens that a record counts, oldest first. */
  const daysOf = async (recordType: RecordType, id: string): Promise<readonly number[]> =>
    (await listed(recordType, id)).rows.map(({ at }) => Number(at.slice(8, 10))).reverse();

  test('count for the one that stands for them, and what was sent to both is one', async () => {
    await given(opened(anna, 2), opened(berit, 3));
    await told(anna, '04T08:00Z', { mergedInto: berit });
    await given(opened(anna, 5), opened(berit, 6));
    expect(await daysOf('contact', berit)).toEqual([2, 3, 5, 6]);
    expect((await listed('contact', berit, 'opensUnique')).total).toBe(1);
  });

  test('are one line of their account, in which the one that stands for them is', async () => {
    for (const who of [anna, berit, carl])
      await told(who, '01T08:00Z', { accountId: solheim, accountSince: '2026-11-01' });
    await given(opened(anna, 2), opened(berit, 3), opened(carl, 4));
    expect(await daysOf('account', solheim)).toEqual([2, 3, 4]);
    await told(anna, '05T08:00Z', { accountId: solheim, accountSince: '2026-11-01', mergedInto: berit });
    expect(await daysOf('account', solheim)).toEqual([2, 3, 4]);
    const { panels } = await place.service.insights(place.organisation, {
      ...recordOf('account', solheim),
      category: 'overview',
    });
    const people = panels.flatMap((panel) => (panel.kind === 'people' ? panel.people : []));
    expect(people.map(({ contact, count: all }) => [contact, all]).sort()).toEqual([
      [berit, 2],
      [carl, 1],
    ]);
    await told(berit, '06T08:00Z', {});
    expect(await daysOf('account', solheim)).toEqual([4]);
  });

  test('are two again as soon as the merge is taken back', async () => {
    for (const who of [anna, berit]) await told(who, '01T08:00Z', { accountId: solheim, accountSince: '2026-11-01' });
    await given(opened(anna, 2), opened(berit, 3));
    await told(anna, '04T08:00Z', { mergedInto: berit });
    expect(await daysOf('account', solheim)).toEqual([2, 3]);
    await told(anna, '05T08:00Z', {});
    expect([await daysOf('contact', anna), await daysOf('contact', berit)]).toEqual([[2], [3]]);
    expect(await daysOf('account', solheim)).toEqual([3]);
  });

  test('follow a chain to its end, whichever link was told first, and a ring comes to an end', async () => {
    await told(carl, '01T08:00Z', { accountId: solheim, accountSince: '2026-11-01' });
    await given(opened(anna, 2), opened(berit, 3), opened(carl, 4));
    expect(await daysOf('account', solheim)).toEqual([4]);
    await told(berit, '05T08:00Z', { mergedInto: carl });
    expect(await daysOf('account', solheim)).toEqual([3, 4]);
    await told(anna, '05T08:00Z', { mergedInto: berit });
    expect(await daysOf('account', solheim)).toEqual([2, 3, 4]);
    expect(await daysOf('contact', carl)).toEqual([2, 3, 4]);
    await told(carl, '06T08:00Z', { accountId: solheim, mergedInto: anna });
    for (const one of [anna, berit, carl]) expect(await daysOf('contact', one)).toEqual([2, 3, 4]);
    await told(berit, '07T08:00Z', {});
    expect(await daysOf('contact', berit)).toEqual([2, 3, 4]);
    expect(await daysOf('account', solheim)).toEqual([]);
  });

  test('take the past of their visitors along', async () => {
    const visit = { InteractionType: 'WebsiteVisited', VisitorId: 'v1', MessageId: '' };
    await given(opened('', 2, visit), opened(anna, 3, visit), opened(berit, 4, visit), opened('', 5, visit));
    await told(anna, '06T08:00Z', { mergedInto: berit });
    expect((await listed('contact', berit, 'websiteVisits')).total).toBe(4);
  });

  test('are read, and their leads, through the one that stands for them, which CRM is asked about', async () => {
    await given(opened(anna, 2), opened(berit, 3));
    await told(anna, '04T08:00Z', { mergedInto: berit });
    await told(lead, '04T08:00Z', { contactId: anna }, { kind: 'lead' });
    for (const [recordType, id, type] of [
      ['contact', anna, 'merged'],
      ['lead', lead, 'contact'],
    ] as const) {
      asked.length = 0;
      expect(await daysOf(recordType, id)).toEqual([2, 3]);
      expect(asked).toEqual([berit]);
      const { through } = await place.service.insights(place.organisation, {
        ...recordOf(recordType, id),
        category: 'overview',
      });
      expect(through).toEqual({ type, id: berit });
    }
    const permit = (): Promise<never> => Promise.reject(new Error('not theirs'));
    await expect(
      place.service.list(place.organisation, { ...recordOf('contact', anna), permit, list: 'contact.opensTotal' }),
    ).rejects.toThrow('not theirs');
  });

  test('are erased with the one that stands for them; one that is erased leaves it', async () => {
    await given(opened(anna, 2), opened(berit, 3), opened(carl, 4));
    await told(anna, '05T08:00Z', { mergedInto: berit });
    await told(berit, '05T08:00Z', { mergedInto: carl });
    expect((await place.service.person(place.organisation, recordId(carl))).rows).toHaveLength(3);
    await place.service.erase(place.organisation, [recordId(berit)]);
    await place.service.settled(place.organisation);
    expect(await daysOf('contact', carl)).toEqual([4]);
    expect(await daysOf('contact', anna)).toEqual([]);
    expect((await verify(place.service.context, place.organisation)).differences).toEqual([]);
  });
});
