import { parseDay, recordId, type InsightsAnswer, type KpiAnswer, type ListRow } from '@record-insights/domain';
import { verify } from '@record-insights/api/maintenance/verify';
import { openService, type OpenService } from '@record-insights/api/openService';
import type { ListQuery } from '@record-insights/api/service';
import fc from 'fast-check';
import { batchesOf, cuts, type Cut } from '../builders/cuts';
import { memoryStore } from '../harness/memoryStore';
import { rowsOfContact } from '../oracle/contact';
import { keptRows } from '../oracle/keeping';
import type { Delivered } from '../oracle/rows';
import { judgements } from '../oracle/verdicts';
import { patience } from './runs';

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const anna = '11111111-1111-4111-8111-111111111111';
const now = Date.parse('2026-11-23T13:00:00Z');
const day = Date.parse('2026-11-02T08:00:00Z');

/** Mostly the first of the values. */
const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(...others) });

/** Rows about two messages to two people, so close in time, and so often at the ends of what rules allow, that they meet. */
const deliveries: fc.Arbitrary<readonly Delivered[]> = fc
  .array(
    fc.record({
      InteractionType: fc.constantFrom(
        ...['EmailOpened', 'EmailOpened', 'EmailClicked', 'EmailClicked', 'EmailClicked', 'BotEmailLinkClicked'],
        ...['EmailDelivered', 'WebsiteVisited', 'FormSubmitted'],
      ),
      after: fc.constantFrom(...[0, 10, 11, 20, 21, 30, 31, 41, 1800, 1810, 1811, 1821, 3600, 3601, 3611]),
      ContactId: mostly(anna, '22222222-2222-4222-8222-222222222222', ''),
      VisitorId: fc.constantFrom('', 'v1', 'v2'),
      MessageId: mostly('m1', 'm2', ''),
      SendingId: mostly('s1', 's2'),
      LinkId: fc.constantFrom('', 'a', 'b', 'c', 'd'),
      UserAgent: mostly('', 'Mozilla/5.0', 'Mimecast-Url-Protect', 'x (via ggpht.com GoogleImageProxy)'),
      EmailClientId: fc.constantFrom('', 'BB63337D-D8DA-489A-9EE3-857154E5080C'),
      IsMachine: mostly('', 'false', 'TRUE'),
      UsageType: mostly('', 'TestSend'),
      DeliveredCount: mostly('', '-1'),
      id: fc.nat({ max: 60 }),
      Version: fc.constantFrom('1', '2'),
    }),
    { minLength: 1, maxLength: 30, size: 'max' },
  )
  .map((rows) =>
    rows.map(({ after, id, ...columns }) => ({
      row: { ...columns, InteractionId: `i${id}`, Timestamp: new Date(day + after * 1000).toISOString() },
      receivedAt: now,
    })),
  );

const queryOf = (address: string): ListQuery => {
  const url = new URL(address, 'http://service');
  const [, , , , id = '', , list = ''] = url.pathname.split('/').map(decodeURIComponent);
  const text = (name: string): string | undefined => url.searchParams.get(name) ?? undefined;
  const verdict = (['all', 'people', 'surePeople'] as const).find((one) => one === text('verdict'));
  return {
    recordType: 'contact',
    id: recordId(id),
    list,
    from: parseDay(text('from') ?? ''),
    to: parseDay(text('to') ?? ''),
    view: Number(text('view')),
    verdict,
    value: text('value'),
    limit: 1000,
  };
};

async function rowsAt(service: OpenService, address: string): Promise<readonly ListRow[]> {
  const answer = await service.list(organisation, queryOf(address));
  expect(answer.rows).toHaveLength(answer.total);
  return answer.rows;
}

const readEmail = (service: OpenService, verdict: 'all' | 'people'): Promise<InsightsAnswer> =>
  service.insights(organisation, { recordType: 'contact', id: recordId(anna), category: 'emailInteractions', verdict });

function kpiIn({ panels }: InsightsAnswer, name: string): KpiAnswer {
  const kpis = panels.flatMap((panel) => (panel.kind === 'kpiTiles' ? panel.kpis : []));
  const found = kpis.find(({ id }) => id === `contact.${name}`);
  if (!found) throw new Error(`There is no number ${name}`);
  return found;
}

const addressOf = ({ panels }: InsightsAnswer, id: string): string =>
  panels.flatMap((panel) => (panel.kind === 'list' && panel.id === id ? [panel.rows] : []))[0] ?? '';

async function arrived(history: readonly Delivered[], cut: Cut): Promise<OpenService> {
  const service = await openService({ store: memoryStore(), now: () => now });
  for (const { deliveries: batch, settled } of batchesOf(history, cut)) {
    await service.ingest(organisation, { rows: batch.map(({ row }) => row) });
    if (settled) await service.settled(organisation);
  }
  await service.settled(organisation);
  return service;
}

test(
  'every verdict and its reason are as the written rules say, however the rows arrive',
  async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, cuts, async (history, cut) => {
        const service = await arrived(history, cut);
        const told = judgements(rowsOfContact(keptRows(history), anna));
        const answer = await readEmail(service, 'all');
        const rows = [
          ...(await rowsAt(service, addressOf(answer, 'opened'))),
          ...(await rowsAt(service, addressOf(answer, 'clicked'))),
        ];
        for (const { id, verdict, rule = '', rulesVersion } of rows)
          expect([id, { verdict, rule }, rulesVersion]).toEqual([id, told.get(id), answer.rulesVersion]);
        expect((await verify(service.context, organisation)).differences).toEqual([]);
        await service.close();
      }),
      { numRuns: 150 },
    );
  },
  patience,
);

test(
  'people and what is left out are all, the reasons add up, the range holds both, and each number opens its rows',
  async () => {
    await fc.assert(
      fc.asyncProperty(deliveries, cuts, async (history, cut) => {
        const service = await arrived(history, cut);
        const [all, people] = [await readEmail(service, 'all'), await readEmail(service, 'people')];
        expect(all.leftOut.map(({ title }) => title)).toEqual(['opens', 'clicks']);
        expect(people.leftOut.map(({ count }) => count)).toEqual(all.leftOut.map(({ count }) => count));
        for (const { counter, count, rows, reasons } of all.leftOut) {
          const [everybody, some] = [kpiIn(all, counter).value, kpiIn(people, counter).value];
          expect((some ?? 0) + count).toBe(everybody);
          expect(reasons.reduce((sum, reason) => sum + reason.count, 0)).toBe(count);
          expect((await rowsAt(service, rows)).map(({ verdict }) => verdict)).toEqual(Array(count).fill('machine'));
          for (const reason of reasons)
            expect((await rowsAt(service, reason.rows)).map(({ rule }) => rule)).toEqual(
              Array(reason.count).fill(reason.rule),
            );
        }
        for (const id of ['opensTotal', 'opensUnique'] as const) {
          const { range } = kpiIn(people, id);
          expect(range?.all.count).toBe(kpiIn(all, id).value);
          expect(range?.surePeople.count).toBeLessThanOrEqual(kpiIn(people, id).value ?? -1);
          for (const end of [range?.all, range?.surePeople])
            expect(await rowsAt(service, end?.rows ?? '')).toHaveLength(end?.count ?? -1);
        }
        await service.close();
      }),
      { numRuns: 40 },
    );
  },
  patience,
);

test('a list and its CSV say who it was and why', async () => {
  const row = { InteractionType: 'EmailClicked', ContactId: anna, MessageId: 'm1', Timestamp: '2026-11-02T08:00:00Z' };
  const service = await openService({ store: memoryStore(), now: () => now });
  await service.ingest(organisation, {
    rows: [
      { ...row, InteractionId: 'i1', UserAgent: 'Mimecast-Url-Protect' },
      { ...row, InteractionId: 'i2', LinkId: 'a', Timestamp: '2026-11-03T08:00:00Z' },
    ],
  });
  await service.settled(organisation);
  const address = addressOf(await readEmail(service, 'all'), 'clicked');
  const words = ['Not known', 'Machine: a known scanner or program'];
  expect((await rowsAt(service, address)).map(({ fields }) => fields['judgement'])).toEqual(words);
  const csv = await service.csv(organisation, queryOf(address));
  const cells: (readonly string[])[] = [];
  for await (const line of csv.rows) cells.push(line);
  const column = cells[0]?.indexOf('Person or machine') ?? -1;
  expect(cells.slice(1).map((line) => line[column])).toEqual(words);
  await service.close();
});
