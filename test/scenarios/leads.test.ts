import fc from 'fast-check';
import { recordId, type InsightsAnswer, type PanelAnswer } from '@record-insights/domain';
import { ProblemError } from '@record-insights/api/service';
import { batchesOf, cuts } from '../builders/cuts';
import { histories, leads } from '../builders/histories';
import { items, type SentItem } from '../builders/items';
import { leadRows } from '../builders/leadRows';
import { questions } from '../builders/questions';
import { keptRows } from '../oracle/keeping';
import { leadIn, rowsForLead, scoresOfLead, staysOfLead } from '../oracle/lead';
import { answersOf, queryOf, toldIn } from './answers';
import { expectedOfRows } from './expected';
import { deliver } from './places';
import { onEachStore } from './onEachStore';
import { ownPlace } from './ownPlace';

const arriving = fc.record({
  history: histories,
  own: leadRows,
  cut: cuts,
  told: items,
  keys: fc.array(fc.nat(99), { minLength: 1 }),
  asked: questions,
  lead: fc.constantFrom(...leads),
});

onEachStore('on the %s store', ({ site, law }) => {
  law(
    'a lead tells what its contact did, else what its own rows say, and how it grew, in whatever order all came',
    'orders',
    arriving,
    async ({ history: { world, deliveries }, own, cut, told, keys, asked, lead }) => {
      const place = await site().place(world);
      const all = [...deliveries, ...own(world)];
      const batches = batchesOf(all, cut);
      for (const [i, batch] of batches.entries()) {
        await deliver(place, batch);
        const some = told.filter((_, n) => (keys[n % keys.length] ?? 0) % batches.length === i);
        if (some.length > 0) await place.service.directory(place.organisation, some);
      }
      await place.service.settled(place.organisation);
      const kept = keptRows(all);
      const { question } = asked(world);
      const answers = await answersOf(place, lead, question, 'lead');
      const { contactId, accountId } = leadIn(told, lead);
      const byAccount = contactId === undefined && typeof accountId === 'string' ? accountId : undefined;
      if (byAccount === undefined) {
        const expected = expectedOfRows(kept, rowsForLead(kept, told, lead), question, world.now);
        expect(await toldIn(place, answers)).toEqual(expected);
      } else {
        const ofAccount = await answersOf(place, byAccount, question, 'account');
        expect(numbersIn(answers, 'contact')).toMatchObject(numbersIn(ofAccount, 'account'));
      }
      expect(answers.map(({ through }) => through)).toEqual(answers.map(() => throughOf(told, lead)));
      const [overview] = answers;
      expect(staysTold(overview)).toEqual([...staysOfLead(kept, told, lead)].sort());
      expect(scoresTold(overview)).toEqual(scoresOfLead(kept, lead));
    },
  );
});

function throughOf(told: readonly SentItem[], lead: string): unknown {
  const { contactId, accountId } = leadIn(told, lead);
  if (contactId !== undefined) return { type: 'contact', id: contactId };
  return accountId === undefined ? { type: 'own' } : { type: 'account', id: accountId };
}

/** The KPIs of the period by their names, for those that both a contact and an account have. */
const numbersIn = (answers: readonly InsightsAnswer[], prefix: string): Readonly<Record<string, number | null>> =>
  Object.fromEntries(
    answers
      .flatMap(({ panels }) => panels)
      .flatMap((panel) => (panel.kind === 'kpiTiles' ? panel.kpis : []))
      .map(({ id, value }) => [id.replace(`${prefix}.`, ''), value] as const)
      .filter(([name]) => name !== 'peopleActive'),
  );

type Panel<K extends PanelAnswer['kind']> = Extract<PanelAnswer, { kind: K }>;

function panelOf<K extends PanelAnswer['kind']>(answer: InsightsAnswer | undefined, kind: K): Panel<K> {
  const found = answer?.panels.find((panel): panel is Panel<K> => panel.kind === kind);
  if (!found) throw new Error(`There is no panel ${kind}`);
  return found;
}

const staysTold = (answer: InsightsAnswer | undefined): readonly string[] =>
  panelOf(answer, 'leadProgress')
    .stages.flatMap(({ stage, stays }) =>
      stays.map(({ from, until }) => (until === null ? `${stage} ${from}` : `${stage} ${from} ${until}`)),
    )
    .sort();

const scoresTold = (answer: InsightsAnswer | undefined): readonly string[] =>
  panelOf(answer, 'leadScores')
    .models.map(
      ({ model, score, grade, salesReady }) =>
        `${model} ${score} ${grade ?? '-'} ${salesReady ? 'ready' : 'not ready'}`,
    )
    .sort();

describe('Through its contact', () => {
  const [lead, contact, model] = [3, 1, 5].map((n) => recordId(`${n}1111111-1111-4111-8111-111111111111`)) as [
    ReturnType<typeof recordId>,
    ReturnType<typeof recordId>,
    ReturnType<typeof recordId>,
  ];
  const { place } = ownPlace({ zone: 'UTC', now: Date.parse('2026-03-20T12:00:00Z') });
  const query = { recordType: 'lead', id: lead, category: 'overview' } as const;
  const item = (kind: string, id: string, day: number, fields: object): object => ({
    kind,
    id,
    op: 'upsert',
    at: `2026-03-${String(day).padStart(2, '0')}`,
    fields,
  });
  const row = (InteractionType: string, id: string, day: number, more: object): object => ({
    InteractionType,
    InternalMarketingInteractionId: id,
    Timestamp: `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`,
    LeadId: lead,
    ...more,
  });
  const told = async (rows: readonly object[], all: readonly object[] = []): Promise<InsightsAnswer> => {
    await place.service.ingest(place.organisation, { rows });
    if (all.length > 0) expect(await place.service.directory(place.organisation, all)).toMatchObject({ refused: [] });
    await place.service.settled(place.organisation);
    return place.service.insights(place.organisation, query);
  };

  test('a right on the contact is asked, and without it nothing is told', async () => {
    await told(
      [row('EmailOpened', 'o1', 10, { ContactId: contact, MessageId: 'm' })],
      [item('lead', lead, 1, { contactId: contact })],
    );
    const asked: unknown[] = [];
    const permit = (record: object): Promise<void> => {
      asked.push(record);
      return Promise.reject(new ProblemError('noRight', 'No.'));
    };
    const reads = [
      place.service.insights(place.organisation, { ...query, permit }),
      place.service.list(place.organisation, { ...query, list: 'contact.interactions', permit }),
      place.service.csv(place.organisation, { ...query, list: 'contact.interactions', permit }),
      place.service.explain(place.organisation, { ...query, kpi: 'contact.opensTotal', permit }),
    ];
    for (const read of reads) await expect(read).rejects.toMatchObject({ code: 'noRight' });
    expect(asked).toEqual(reads.map(() => ({ recordType: 'contact', id: contact })));
  });

  test('age, days in stages, the last score, and the grade and threshold of its model are told', async () => {
    const answer = await told(
      [
        row('LeadStageChanged', 's1', 3, { Stage: 'Inquiry', ContactId: contact }),
        row('LeadStageChanged', 's2', 8, { Stage: 'Sales acceptance', PreviousStage: 'Inquiry' }),
        row('LeadScored', 'p1', 4, { ScoringModelId: model, Score: '20' }),
        row('LeadScored', 'p2', 9, { ScoringModelId: model, Score: '85', SalesReady: 'True' }),
      ],
      [
        item('lead', lead, 1, { contactId: contact, createdAt: '2026-03-01T12:00:00Z' }),
        item('scoringModel', model, 1, { salesReadyFrom: 70, grades: [{ grade: 'A', from: 80 }] }),
      ],
    );
    const progress = panelOf(answer, 'leadProgress');
    expect([progress.created, progress.days]).toEqual(['2026-03-01T12:00:00.000Z', 19]);
    expect(progress.stages.filter(({ stays }) => stays.length > 0).map(({ stage, days }) => [stage, days])).toEqual([
      ['Inquiry', 5],
      ['Sales acceptance', 12],
    ]);
    expect(progress.scores).toEqual([
      {
        model,
        points: [
          { at: '2026-03-04T10:00:00.000Z', score: 20 },
          { at: '2026-03-09T10:00:00.000Z', score: 85 },
        ],
      },
    ]);
    expect(panelOf(answer, 'leadScores').models).toEqual([
      { model, score: 85, grade: 'A', salesReady: true, readyFrom: 70, at: '2026-03-09T10:00:00.000Z' },
    ]);
  });

  test('a list of a view from before the lead’s contact changed stays what it was, for as long as that can be told', async () => {
    const opens = [row('EmailOpened', 'o1', 10, { ContactId: contact, MessageId: 'm' })];
    const { view } = await told(opens, [item('lead', lead, 1, { contactId: contact })]);
    await told([], [item('lead', lead, 2, {})]);
    const list = { ...queryOf(lead, { from: '2026-03-01', to: '2026-03-20', zone: 'UTC' }, 'lead'), view };
    const ids = async (): Promise<unknown> =>
      (await place.service.list(place.organisation, { ...list, list: 'contact.opensTotal' })).rows.map(({ id }) => id);
    expect(await ids()).toEqual(['o1']);
    await told([], [item('lead', lead, 3, { accountId: contact })]);
    await expect(ids()).rejects.toMatchObject({ code: 'viewExpired' });
  });
});
