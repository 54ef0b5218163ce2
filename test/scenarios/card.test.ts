import { recordId, type InsightsAnswer, type PanelAnswer } from '@record-insights/domain';
import { openService, type OpenService } from '@record-insights/api/openService';
import type { CategoryQuery } from '@record-insights/api/service';
import { memoryStore } from '../harness/memoryStore';
import { listQueryOf } from './answers';

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const anna = '11111111-1111-4111-8111-111111111111';
const berit = '33333333-1111-4111-8111-111111111111';
const account = 'a0000000-0000-4000-8000-000000000001';
const lead = 'b0000000-0000-4000-8000-000000000001';

let made = 0;
const opened = (at: string, more: object = {}): object => ({
  InteractionType: 'EmailOpened',
  InternalMarketingInteractionId: `i${String(++made).padStart(3, '0')}`,
  Timestamp: `${at}:00Z`,
  ContactId: anna,
  MessageId: '22222222-2222-4222-8222-222222222222',
  ...more,
});

async function given(...rows: readonly object[]): Promise<OpenService> {
  const service = await openService({ store: memoryStore(), now: () => Date.parse('2026-11-23T13:00:00Z') });
  await service.ingest(organisation, { rows });
  await service.settled(organisation);
  return service;
}

const cardOf = (service: OpenService, query: Partial<CategoryQuery> = {}): Promise<InsightsAnswer> =>
  service.insights(organisation, { recordType: 'contact', id: recordId(anna), category: 'card', ...query });

function panelOf<K extends PanelAnswer['kind']>(answer: InsightsAnswer, kind: K): Extract<PanelAnswer, { kind: K }> {
  const found = answer.panels.find((panel): panel is Extract<PanelAnswer, { kind: K }> => panel.kind === kind);
  if (!found) throw new Error(`The card has no panel ${kind}.`);
  return found;
}

test('a card counts 12 weeks, the last of which ends today, and compares the last 4 with the 4 before', async () => {
  const service = await given(
    opened('2026-11-23T12:00'),
    opened('2026-11-17T00:00'),
    opened('2026-11-16T23:59'),
    opened('2026-10-27T00:00'),
    opened('2026-10-26T23:59'),
    opened('2026-09-01T00:00'),
    opened('2026-08-31T23:59'),
  );
  const { weeks, headline } = panelOf(await cardOf(service), 'weeks');
  expect(weeks).toHaveLength(12);
  expect([weeks[0], weeks.at(-1)]).toEqual([
    { from: '2026-09-01', to: '2026-09-07', count: 1 },
    { from: '2026-11-17', to: '2026-11-23', count: 2 },
  ]);
  expect(weeks.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 2]);
  expect(headline).toEqual({ weeks: 4, count: 4, previous: 1 });
});

test('its last interactions reach back as far as anything is shown', async () => {
  const service = await given(opened('2026-11-01T10:00'), opened('2026-02-01T10:00'), opened('2025-11-20T10:00'));
  const answer = await cardOf(service);
  const { total, rows } = panelOf(answer, 'latest');
  expect(answer.period).toEqual({ from: '2025-11-23', to: '2026-11-23' });
  expect(total).toBe(2);
  expect((await service.list(organisation, listQueryOf(rows))).rows.map(({ at }) => at)).toEqual([
    '2026-11-01T10:00:00.000Z',
    '2026-02-01T10:00:00.000Z',
  ]);
});

test('weeks before what is shown are left out, and nothing is compared with them', async () => {
  const service = await given(opened('2026-11-01T10:00'), opened('2026-10-01T10:00'));
  await service.changeSettings(organisation, { displayMonths: 1 });
  await service.settled(organisation);
  const { weeks, headline } = panelOf(await cardOf(service), 'weeks');
  expect(weeks.map(({ from }) => from)).toEqual(['2026-10-27', '2026-11-03', '2026-11-10', '2026-11-17']);
  expect(headline).toEqual({ weeks: 4, count: 1, previous: null });
});

describe('the card of a lead', () => {
  const told = async (service: OpenService, kind: string, id: string, fields: object): Promise<void> => {
    const item = { kind, id, op: 'upsert', at: '2026-11-01T08:00:00Z', fields };
    expect(await service.directory(organisation, [item])).toMatchObject({ refused: [] });
    await service.settled(organisation);
  };
  const asked: Partial<CategoryQuery> = { recordType: 'lead', id: recordId(lead) };
  /** Weeks with anything, and day and person of each line. */
  async function cardOfLead(service: OpenService, more: Partial<CategoryQuery> = {}): Promise<unknown> {
    const answer = await cardOf(service, { ...asked, ...more });
    const { rows: address } = panelOf(answer, 'latest');
    const { rows } = await service.list(organisation, { ...listQueryOf(address), ...more });
    return {
      through: answer.through?.type,
      counts: panelOf(answer, 'weeks').weeks.flatMap(({ count }) => (count > 0 ? [count] : [])),
      lines: rows.map(({ at, fields, hidden }) => [at.slice(8, 10), fields['person'], hidden === true]),
    };
  }

  test('is that of its contact', async () => {
    const service = await given(opened('2026-11-20T10:00'), opened('2026-11-21T10:00', { ContactId: berit }));
    await told(service, 'lead', lead, { contactId: anna });
    const shown = { through: 'contact', counts: [1], lines: [['20', undefined, false]] };
    expect(await cardOfLead(service)).toEqual(shown);
  });

  test('without a contact is that of its account, and names only whom the user may read', async () => {
    const service = await given(opened('2026-11-20T10:00'), opened('2026-11-21T10:00', { ContactId: berit }));
    for (const who of [anna, berit]) await told(service, 'contact', who, { accountId: account });
    await told(service, 'lead', lead, { accountId: account });
    const readable = (): Promise<ReadonlySet<string>> => Promise.resolve(new Set([anna]));
    expect(await cardOfLead(service, { readable })).toEqual({
      through: 'account',
      counts: [2],
      lines: [
        ['21', undefined, true],
        ['20', anna, false],
      ],
    });
  });

  test('without either is that of the rows that name it', async () => {
    const service = await given(opened('2026-11-20T10:00'), opened('2026-11-21T10:00', { LeadId: lead }));
    expect(await cardOfLead(service)).toEqual({ through: 'own', counts: [1], lines: [['21', undefined, false]] });
  });
});
