import { insights, inputsOf, kpiOf, recordId, type KpiId, type ListAnswer } from '@record-insights/domain';
import { listQueryOf } from './answers';
import { tables } from '@record-insights/api/keys';
import { ownPlace, rowOf } from './ownPlace';
import { partitionRows, partitionsOf } from './storedRows';

const anna = '11111111-1111-4111-8111-111111111111';
const bert = '22222222-2222-4222-8222-222222222222';
const solheim = 'a0000000-0000-4000-8000-000000000001';
const fjord = 'a0000000-0000-4000-8000-000000000002';

const { place, store, given, told } = ownPlace();

const opensAt = (contact: string, ...times: readonly string[]): readonly object[] =>
  times.map((at) => rowOf(contact, at));

const isIn = (account: string, since?: string): object => ({
  accountId: account,
  ...(since === undefined ? {} : { accountSince: `2026-11-${since}` }),
});

const asked = (account: string) => ({
  recordType: 'account' as const,
  id: recordId(account),
  readable: (contacts: readonly string[]) => Promise.resolve(new Set(contacts)),
});
const listed = (account: string, more: object = {}): Promise<ListAnswer> =>
  place.service.list(place.organisation, { ...asked(account), list: 'account.opensTotal', ...more });
/** Day and hour of each open that an account counts, oldest first. */
const opensOf = async (account: string, more: object = {}): Promise<readonly string[]> =>
  (await listed(account, more)).rows.map(({ at }) => at.slice(8, 16)).reverse();

test('a contact moves: the old account no longer shows it, the new one shows what happens from then on', async () => {
  await told(anna, '01T08:00Z', isIn(solheim, '01T08:00Z'));
  await given(...opensAt(anna, '02T10:00Z', '05T10:00Z', '06T10:00Z'));
  expect(await opensOf(solheim)).toEqual(['02T10:00', '05T10:00', '06T10:00']);
  await told(anna, '05T10:00Z', isIn(fjord, '05T10:00Z'));
  expect(await opensOf(solheim)).toEqual([]);
  expect(await opensOf(fjord)).toEqual(['05T10:00', '06T10:00']);
  expect(await opensOf(fjord, { scope: 'full' })).toEqual(['02T10:00', '05T10:00', '06T10:00']);
});

test('what happened at the very instant of joining counts, a millisecond before does not', async () => {
  await told(anna, '01T08:00Z', isIn(solheim, '05T10:00:00.500Z'));
  await given(...opensAt(anna, '05T10:00:00.499Z', '05T10:00:00.500Z', '05T10:00:00.501Z'));
  expect(await opensOf(solheim)).toHaveLength(2);
});

test('of two moves in a day the last holds, in whatever order they are told', async () => {
  await given(...opensAt(anna, '05T08:00Z', '05T10:00Z', '05T12:00Z'));
  await told(anna, '05T11:00Z', isIn(solheim, '05T11:00Z'));
  await told(anna, '05T09:00Z', isIn(fjord, '05T09:00Z'));
  expect([await opensOf(solheim), await opensOf(fjord)]).toEqual([['05T12:00'], []]);
});

test('one who left and came back counts from the return', async () => {
  await given(...opensAt(anna, '02T10:00Z', '04T10:00Z', '08T10:00Z'));
  await told(anna, '01T08:00Z', isIn(solheim, '01T08:00Z'));
  await told(anna, '03T08:00Z', {});
  expect(await opensOf(solheim)).toEqual([]);
  await told(anna, '07T08:00Z', isIn(solheim, '07T08:00Z'));
  expect(await opensOf(solheim)).toEqual(['08T10:00']);
});

test('a first load without dates does not empty the account: rows tell since when, else it was always so', async () => {
  await given(
    rowOf(anna, '02T10:00Z', { AccountId: fjord }),
    rowOf(anna, '03T10:00Z', { AccountId: solheim }),
    rowOf(anna, '04T10:00Z'),
    ...opensAt(bert, '02T10:00Z'),
  );
  await told(anna, '20T08:00Z', isIn(solheim));
  await told(bert, '20T08:00Z', isIn(solheim));
  expect(await opensOf(solheim)).toEqual(['02T10:00', '03T10:00', '04T10:00']);
  await told(bert, '20T08:01Z', { ...isIn(solheim), createdAt: '2026-11-02T11:00Z' });
  expect(await opensOf(solheim)).toEqual(['03T10:00', '04T10:00']);
});

test('a contact whom the directory does not know belongs where its latest row says', async () => {
  await given(rowOf(anna, '02T10:00Z', { AccountId: fjord }), rowOf(anna, '03T10:00Z', { AccountId: solheim }));
  expect([await opensOf(fjord), await opensOf(solheim)]).toEqual([[], ['03T10:00']]);
  await given(rowOf(anna, '04T10:00Z', { AccountId: fjord }));
  expect([await opensOf(fjord), await opensOf(solheim)]).toEqual([['04T10:00'], []]);
});

test('an association that becomes known only after its interactions counts them, anonymous ones, too', async () => {
  await given(
    { ...rowOf('', '02T10:00Z', { VisitorId: 'v1', InteractionType: 'WebsiteVisited' }) },
    rowOf(anna, '03T10:00Z', { VisitorId: 'v1' }),
  );
  const visits = { list: 'account.websiteVisits' };
  expect((await listed(solheim, visits)).total).toBe(0);
  await told(anna, '20T08:00Z', isIn(solheim, '01T08:00Z'));
  expect((await listed(solheim, visits)).rows.map(({ contact }) => contact)).toEqual([anna]);
  expect(await opensOf(solheim)).toEqual(['03T10:00']);
});

test('a contact who is deleted is of no account any more, and comes back when a later item says so', async () => {
  await given(...opensAt(anna, '02T10:00Z'), rowOf(anna, '03T10:00Z', { AccountId: solheim }));
  await told(anna, '04T08:00Z', {}, { op: 'delete' });
  expect(await opensOf(solheim)).toEqual([]);
  await told(anna, '03T08:00Z', isIn(solheim, '01T08:00Z'));
  expect(await opensOf(solheim)).toEqual([]);
  await told(anna, '05T08:00Z', isIn(solheim, '01T08:00Z'));
  expect(await opensOf(solheim)).toEqual(['02T10:00', '03T10:00']);
});

test('a bounce of one contact takes back nothing that another was sent', async () => {
  const sent = { InteractionType: 'EmailDelivered', MessageId: 'm', SendingId: 's' };
  for (const who of [anna, bert]) await told(who, '01T08:00Z', isIn(solheim, '01T08:00Z'));
  await given(
    rowOf(anna, '02T10:00Z', sent),
    rowOf(bert, '02T10:00Z', sent),
    rowOf(bert, '03T10:00Z', { ...sent, InteractionType: 'EmailHardRemoteBounced' }),
  );
  const { rows } = await listed(solheim, { list: 'account.interactions' });
  expect(rows.map(({ contact, takenBack }) => [contact, takenBack]).sort()).toEqual([
    [anna, undefined],
    [bert, undefined],
    [bert, true],
  ]);
  expect((await listed(solheim, { list: 'account.delivered' })).total).toBe(1);
});

test('a list that was begun before a contact left goes on as it was', async () => {
  for (const who of [anna, bert]) await told(who, '01T08:00Z', isIn(solheim, '01T08:00Z'));
  await given(...opensAt(anna, '02T10:00Z', '03T10:00Z'), ...opensAt(bert, '04T10:00Z'));
  const first = await listed(solheim, { limit: 1 });
  await told(anna, '05T08:00Z', isIn(fjord, '05T08:00Z'));
  const rest = await place.service.list(place.organisation, {
    ...listQueryOf(first.next ?? ''),
    readable: asked(solheim).readable,
    limit: 9,
  });
  expect([...first.rows, ...rest.rows].map(({ contact }) => contact)).toEqual([bert, anna, anna]);
  expect((await listed(solheim)).rows.map(({ contact }) => contact)).toEqual([bert]);
});

test('a view that a contact has moved twice since says that it is gone', async () => {
  await told(anna, '01T08:00Z', isIn(solheim, '01T08:00Z'));
  await given(...opensAt(anna, '02T10:00Z', '03T10:00Z'));
  const { view } = await listed(solheim);
  await told(anna, '05T08:00Z', isIn(fjord, '05T08:00Z'));
  await told(anna, '06T08:00Z', isIn(solheim, '06T08:00Z'));
  await expect(listed(solheim, { view })).rejects.toMatchObject({ code: 'viewExpired' });
});

test('whoever is erased is of no account any more, and nothing is left of what was made of their rows', async () => {
  for (const who of [anna, bert]) await told(who, '01T08:00Z', isIn(solheim, '01T08:00Z'));
  await given(...opensAt(anna, '02T10:00Z'), ...opensAt(bert, '03T10:00Z'));
  expect((await listed(solheim)).total).toBe(2);
  await place.service.erase(place.organisation, [recordId(anna)]);
  await place.service.settled(place.organisation);
  const digests = await Promise.all(
    partitionsOf(place.organisation).map((partition) => partitionRows(store(), tables.digests, partition)),
  );
  expect(
    digests
      .flat()
      .map(({ values }) => Object.keys(values).length > 1)
      .sort(),
  ).toEqual([false, true]);
  expect((await listed(solheim)).rows.map(({ contact }) => contact)).toEqual([bert]);
});

test.each(['joined', 'full'] as const)('every number of an account says how it came about (%s)', async (scope) => {
  await told(anna, '01T08:00Z', isIn(solheim, '03T08:00Z'));
  await told(bert, '01T08:00Z', isIn(solheim, '01T08:00Z'));
  await given(
    ...opensAt(anna, '02T10:00Z', '04T10:00Z'),
    ...opensAt(bert, '04T10:00Z', '05T10:00Z'),
    rowOf(anna, '02T11:00Z', { InteractionType: 'EmailClicked' }),
    rowOf(bert, '05T11:00Z', { InteractionType: 'EmailOpened', UserAgent: 'Mimecast' }),
    rowOf(bert, '05T12:00Z', { InteractionType: 'EmailOpened', UsageType: 'TestSend' }),
  );
  const query = { ...asked(solheim), scope };
  const reasons = new Set<string>();
  for (const { id: category } of insights.account?.categories ?? []) {
    const { panels } = await place.service.insights(place.organisation, { ...query, category });
    for (const kpi of panels.flatMap((panel) => (panel.kind === 'kpiTiles' ? panel.kpis : []))) {
      const { parts } = await place.service.explain(place.organisation, { ...query, kpi: kpi.id });
      expect(parts.map(({ counter, value }) => [counter, value])).toEqual(
        kpi.inputs.map(({ counter, value }) => [counter, value]),
      );
      for (const { received, leftOut, value } of parts) {
        expect(received - leftOut.reduce((sum, one) => sum + one.count, 0)).toBe(value);
        for (const { reason } of leftOut) reasons.add(reason);
      }
    }
  }
  const expected = ['machine', 'repeat', 'testSend', ...(scope === 'joined' ? ['beforeJoining'] : [])];
  expect([...reasons].sort()).toEqual(expected.sort());
});

test('an account shows the categories of a contact but its subscription lists, over KPIs of its own', () => {
  const ids = (type: 'contact' | 'account'): readonly string[] =>
    (insights[type]?.categories ?? []).map(({ id }) => id);
  expect(ids('account')).toEqual(ids('contact').filter((id) => id !== 'subscriptionListInteractions'));
  const kpis = (insights.account?.categories ?? []).flatMap(({ panels }) =>
    panels.flatMap((panel): readonly KpiId[] => ('kpis' in panel ? panel.kpis : [])),
  );
  expect(kpis.filter((kpi) => !kpi.startsWith('account.') || inputsOf(kpiOf(kpi).formula).length === 0)).toEqual([]);
});
