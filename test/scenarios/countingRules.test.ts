import {
  parseDay,
  recordId,
  type Day,
  type InsightsAnswer,
  type KpiAnswer,
  type ListAnswer,
} from '@record-insights/domain';
import type { RecordQuery } from '@record-insights/api/service';
import { listQueryOf } from './answers';
import { november, ownPlace, rowOf } from './ownPlace';

const { now } = november;
const anna = recordId('11111111-1111-4111-8111-111111111111');
const berit = recordId('22222222-2222-4222-8222-222222222222');
const newsletter = 'aaaaaaaa-0000-4000-8000-000000000001';

/** A row of Anna about the newsletter, on a day of November at noon. */
const row = (InteractionType: string, day: number, more: Readonly<Record<string, string>> = {}): object =>
  rowOf(anna, `${String(day).padStart(2, '0')}T12:00:00Z`, {
    InteractionType,
    MessageId: newsletter,
    SendingId: 's1',
    ...more,
  });

const { place, given } = ownPlace();

type Asked = Partial<Omit<RecordQuery, 'from' | 'to'>> & { readonly from?: string; readonly to?: string };

async function answers({ from, to, ...asked }: Asked = {}): Promise<readonly InsightsAnswer[]> {
  const day = (text?: string): Day | undefined => (text === undefined ? undefined : parseDay(text));
  const query = { recordType: 'contact' as const, id: anna, from: day(from), to: day(to), ...asked };
  const { service, organisation } = place;
  return [
    await service.insights(organisation, { ...query, category: 'overview' }),
    await service.insights(organisation, { ...query, category: 'emailInteractions' }),
  ];
}

async function kpi(name: string, asked?: Asked): Promise<KpiAnswer> {
  const panels = (await answers(asked)).flatMap((answer) => answer.panels);
  const found = panels.flatMap((panel) => (panel.kind === 'kpiTiles' ? panel.kpis : []));
  return found.find(({ id }) => id === `contact.${name}`)!;
}

const values = (names: readonly string[], asked?: Asked): Promise<(number | null)[]> =>
  Promise.all(names.map(async (name) => (await kpi(name, asked)).value));

const listAt = (address: string | undefined): Promise<ListAnswer> =>
  place.service.list(place.organisation, listQueryOf(address ?? ''));

const rowsBehind = async (name: string, asked?: Asked): Promise<ListAnswer['rows']> =>
  (await listAt((await kpi(name, asked)).rows)).rows;

describe('what a row is', () => {
  test('an exported row becomes a number that opens its row', async () => {
    await given(row('EmailOpened', 20, { InternalMarketingInteractionId: 'A1' }));
    expect((await rowsBehind('opensTotal')).map(({ id, type, at }) => [id, type, at])).toEqual([
      ['a1', 'EmailOpened', '2026-11-20T12:00:00.000Z'],
    ]);
  });

  test('a row delivered again, with its id and time spelled otherwise, changes nothing', async () => {
    const InternalMarketingInteractionId = '0F0A1C5E6A344C8E9F5E5A3D3A1F2BAA';
    await given(row('EmailOpened', 20, { InternalMarketingInteractionId }));
    const again = '{crm0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2baa}';
    await given(
      row('EmailOpened', 1, { InternalMarketingInteractionId: again, Timestamp: '11/20/2026 1:00:00 PM +01:00' }),
    );
    expect(await values(['opensTotal', 'interactions'])).toEqual([1, 1]);
  });

  test('a correction takes its predecessor’s effect away, also with another person and type', async () => {
    const id = { InternalMarketingInteractionId: 'c1' };
    await given(row('EmailClicked', 20, { ...id, Version: '1' }));
    await given(row('EmailOpened', 21, { ...id, Version: '2', ContactId: berit }));
    expect(await values(['clicksTotal', 'interactions'])).toEqual([0, 0]);
    expect(await values(['clicksTotal', 'opensTotal'], { id: berit })).toEqual([0, 1]);
    await given(row('EmailClicked', 20, { ...id, Version: '1' }));
    expect(await values(['clicksTotal', 'opensTotal'], { id: berit })).toEqual([0, 1]);
  });

  test('an unknown type is kept, shown under its own name and counted as an interaction', async () => {
    await given(row('FaxReceived', 20));
    const [overview] = await answers();
    const parts = overview?.panels.flatMap((panel) => (panel.kind === 'breakdown' ? panel.parts : []));
    expect(parts?.map(({ title, count }) => [title, count])).toEqual([['FaxReceived', 1]]);
  });

  test('a test send is kept and told as left out, and in no number and no list', async () => {
    await given(
      row('EmailOpened', 20, { UsageType: 'TestSend' }),
      row('EmailOpened', 20, { UsageType: 'customerJOURNEY' }),
    );
    expect(await values(['opensTotal', 'interactions'])).toEqual([1, 1]);
    expect(await place.service.status(place.organisation)).toMatchObject({ interactions: 2, testSends: 1 });
  });

  test('a row of more than 900 KiB compressed is refused, naming its longest column, and the others are taken', async () => {
    const noise = Array.from({ length: 700_000 }, () => Math.random().toString(36).slice(2, 5)).join('');
    const rows = [row('FormSubmitted', 20, { SubmittedValues: noise }), row('EmailOpened', 20)];
    const answer = await place.service.ingest(place.organisation, { rows });
    expect(answer.refused.map(({ index, code, field }) => [index, code, field])).toEqual([
      [0, 'tooLarge', 'SubmittedValues'],
    ]);
    await place.service.settled(place.organisation);
    expect((await place.service.refused(place.organisation, {})).total).toBe(1);
    expect(await values(['interactions'])).toEqual([1]);
  });

  test('a row from tomorrow is taken, one from the day after is refused until then', async () => {
    const ahead = (hours: number): object =>
      row('EmailOpened', 1, { Timestamp: new Date(now + hours * 3_600_000).toISOString() });
    await given(ahead(24), ahead(25));
    expect((await place.service.refused(place.organisation, {})).rows.map(({ code }) => code)).toEqual(['tooFarAhead']);
    place.setNow(now + 2 * 3_600_000);
    expect(await place.service.replayRefused(place.organisation)).toEqual({ accepted: 1, refused: 0 });
    await place.service.settled(place.organisation);
    expect(await values(['opensTotal'], { to: '2026-11-25' })).toEqual([2]);
  });

  test('refused rows are read again as what the folders say in which each of them came', async () => {
    const ahead = { InteractionType: '', Timestamp: new Date(now + 25 * 3_600_000).toISOString() };
    for (const folder of ['EmailOpened', 'EmailClicked'])
      await place.service.ingest(place.organisation, { rows: [row('', 1, ahead)], folder });
    await place.service.settled(place.organisation);
    place.setNow(now + 2 * 3_600_000);
    expect(await place.service.replayRefused(place.organisation)).toEqual({ accepted: 2, refused: 0 });
    await place.service.settled(place.organisation);
    expect(await values(['opensTotal', 'clicksTotal'], { to: '2026-11-25' })).toEqual([1, 1]);
  });
});

describe('numbers', () => {
  test('a rate over nothing has no answer', async () => {
    await given(row('EmailOpened', 20));
    expect(await values(['openRate', 'clickThroughRate', 'clickToOpenRate'])).toEqual([null, null, 0]);
  });

  test('a rate passes 100% when what was opened was delivered before the period', async () => {
    await given(row('EmailDelivered', 1), row('EmailDelivered', 20, { SendingId: 's2' }), row('EmailOpened', 20));
    await given(row('EmailOpened', 21, { MessageId: 'm2' }));
    expect(await values(['openRate'], { from: '2026-11-15' })).toEqual([2]);
  });

  test('a delivery that bounces later no longer counts, and stays in the timeline, marked', async () => {
    await given(row('EmailDelivered', 10, { InternalMarketingInteractionId: 'd1' }));
    expect(await values(['delivered'])).toEqual([1]);
    await given(row('EmailSoftRemoteBounced', 12), row('EmailDelivered', 10, { DeliveredCount: '-1' }));
    expect(await values(['delivered', 'softBounces'])).toEqual([0, 1]);
    const marked = (await rowsBehind('interactions')).filter(({ takenBack }) => takenBack).map(({ id }) => id);
    expect(marked).toEqual(['d1']);
  });

  test('a message opened after the period is not unopened in it', async () => {
    const early = { from: '2026-11-01', to: '2026-11-05' };
    await given(row('EmailDelivered', 2));
    expect(await values(['unopened'], early)).toEqual([1]);
    await given(row('EmailOpened', 20, { CustomerJourneyId: 'j2' }));
    expect(await values(['unopened', 'opensUnique'], early)).toEqual([0, 0]);
  });

  test('a message opened on two days is one unique open of the week and one of each day', async () => {
    await given(row('EmailOpened', 16), row('EmailOpened', 18), row('EmailOpened', 18));
    const day = (date: string): Asked => ({ from: date, to: date });
    const uniques = [await values(['opensUnique']), await values(['opensUnique'], day('2026-11-16'))];
    expect([...uniques, await values(['opensUnique'], day('2026-11-18'))]).toEqual([[1], [1], [1]]);
    expect((await rowsBehind('opensUnique')).map(({ at, rows }) => [at.slice(0, 10), rows])).toEqual([
      ['2026-11-16', 3],
    ]);
  });

  test('where a general and a specific reason are told for one block, the specific one is listed', async () => {
    await given(row('EmailBlocked', 10, { BlockedReason: 'Policy' }), row('EmailBlockedByUser', 11));
    expect((await rowsBehind('blocked')).map(({ type, fields }) => [type, fields['reason']])).toEqual([
      ['EmailBlockedByUser', 'Do not email is set'],
    ]);
  });

  test('a click that a machine reports, too, is one click of all and none of people', async () => {
    const LinkId = 'l1';
    await given(row('BotEmailLinkClicked', 10, { LinkId }), row('EmailClicked', 10, { LinkId }));
    expect(await values(['clicksTotal', 'clicksUnique'])).toEqual([1, 1]);
    expect(await values(['clicksTotal', 'clicksUnique'], { verdict: 'people' })).toEqual([0, 0]);
  });

  test('the link of a click is shown as people read it, with its address', async () => {
    await given(
      row('EmailClicked', 10, { LinkFriendlyName: 'Tips &amp; tricks &gt;', OriginalUrl: 'https://x.example/a' }),
    );
    const [clicked] = await rowsBehind('clicksTotal');
    expect([clicked?.fields['link'], clicked?.fields['address']]).toEqual(['Tips & tricks >', 'https://x.example/a']);
  });
});

describe('periods', () => {
  test('a day begins and ends at midnight of the organisation, also when clocks change', async () => {
    const at = (Timestamp: string): object => row('EmailOpened', 1, { Timestamp });
    await given(
      at('2026-10-24T21:59:59Z'),
      at('2026-10-24T22:00:00Z'),
      at('2026-10-25T22:59:59Z'),
      at('2026-10-25T23:00:00Z'),
    );
    expect(await values(['opensTotal'], { from: '2026-10-25', to: '2026-10-25' })).toEqual([2]);
  });

  test('previous is the same over as many days before', async () => {
    await given(row('EmailOpened', 20), row('EmailOpened', 19), row('EmailOpened', 18), row('EmailOpened', 17));
    const { value, previous } = await kpi('opensTotal', { from: '2026-11-20', to: '2026-11-21' });
    expect([value, previous]).toEqual([1, 2]);
  });

  test('an earlier From is moved up to the first day shown; what lies before is kept', async () => {
    await given(
      row('EmailOpened', 1, { Timestamp: '2025-11-22T12:00:00Z' }),
      row('EmailOpened', 1, { Timestamp: '2025-11-23T12:00:00Z' }),
    );
    const [answer] = await answers({ from: '2020-01-01' });
    expect(answer).toMatchObject({ period: { from: '2025-11-23', to: '2026-11-23' }, clamped: true });
    expect(await kpi('opensTotal', { from: '2020-01-01' })).toMatchObject({ value: 1, previous: null });
    await place.service.changeSettings(place.organisation, { displayMonths: 24 });
    expect(await values(['opensTotal'], { from: '2020-01-01' })).toEqual([2]);
  });

  test('without a period it is the last 30 days, today included', async () => {
    const [answer] = await answers();
    expect(answer?.period).toEqual({ from: '2026-10-25', to: '2026-11-23' });
  });

  test('another zone moves days, and the tab says that numbers are made again', async () => {
    await given(row('EmailOpened', 1, { Timestamp: '2026-11-19T23:30:00Z' }));
    const day = { from: '2026-11-20', to: '2026-11-20' };
    expect(await values(['opensTotal'], day)).toEqual([1]);
    expect((await place.service.changeSettings(place.organisation, { zone: 'UTC' })).rebuilding).toBeDefined();
    expect(await values(['opensTotal'], day)).toEqual([0]);
    await place.service.settled(place.organisation);
    expect((await place.service.settings(place.organisation)).rebuilding).toBeUndefined();
  });
});
