import { parseDay, recordId, type KpiAnswer, type VerdictRuleDef } from '@record-insights/domain';
import { verify } from '@record-insights/api/maintenance/verify';
import type * as Opening from '@record-insights/api/openService';
import type * as Groups from '@record-insights/api/sequence/groups';
import type { OpenService, ServiceOptions } from '@record-insights/api/openService';
import { memoryStore } from '../harness/memoryStore';

const organisation = '0f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f2b10';
const now = (): number => Date.parse('2026-11-23T13:00:00Z');
const people = Array.from({ length: 40 }, (_, n) => `11111111-1111-4111-8111-1111111111${String(n).padStart(2, '0')}`);
const registry = '../../services/domain/src/registry/verdictRules';

/** A service as a later release would be: the sweep takes two links, and a program of a new name is known. */
type Release = typeof Opening & typeof Groups;
function laterRelease(): Release {
  return release((rules) => ({
    ...rules,
    linkSweep: { ...rules['linkSweep']!, until: 2 },
    newAgent: {
      ...rules['scannerAgent']!,
      title: 'the new program',
      test: { kind: 'contains', column: 'UserAgent', texts: ['mailshield'] },
      since: 2,
    },
    linkPair: {
      ...rules['linkSweep']!,
      title: 'two links within 10 seconds',
      test: { kind: 'manyWithin', types: ['EmailClicked'], different: 'link', atLeast: 2, within: 10_000 },
      since: 2,
    },
  }));
}

type Rules = Readonly<Record<string, VerdictRuleDef>>;

/** The modules of the service anew, with other rules written into the registry. */
function release(change?: (rules: Rules) => Rules): Release {
  jest.resetModules();
  jest.dontMock(registry);
  if (change) {
    const actual = jest.requireActual<{ verdictRules: Rules; rulesVersion: number }>(registry);
    const verdictRules = change(actual.verdictRules);
    const types = Object.values(verdictRules).flatMap(({ judges }) => judges);
    jest.doMock(registry, () => ({
      ...actual,
      rulesVersion: actual.rulesVersion + 1,
      verdictRules,
      verdictRuleIds: Object.keys(verdictRules),
      verdictRuleOf: (id: string) => verdictRules[id],
      judgedTypes: new Set(types),
    }));
  }
  return {
    ...jest.requireActual<typeof Opening>(api('openService')),
    ...jest.requireActual<typeof Groups>(api('sequence/groups')),
  };
}
const api = (module: string): string => `@record-insights/api/${module}`;

/** Each person clicks two links within seconds, one more later, and once with a program. */
function clicksOf(person: string): readonly object[] {
  const click = (id: string, after: number, more: object): object => ({
    InteractionType: 'EmailClicked',
    InteractionId: `${person}-${id}`,
    Timestamp: new Date(Date.parse('2026-11-02T08:00:00Z') + after * 1000).toISOString(),
    ContactId: person,
    MessageId: 'm1',
    ...more,
  });
  return [
    click('1', 0, { LinkId: 'a' }),
    click('2', 3, { LinkId: 'b' }),
    click('3', 900, { LinkId: 'c' }),
    click('4', 1800, { LinkId: 'c', UserAgent: 'MailShield/2.1' }),
  ];
}

/** A store that a service of the first release has filled and left. */
async function filledStore(): Promise<{ readonly store: ServiceOptions['store']; readonly view: number }> {
  const memory = memoryStore();
  const store = { ...memory, close: () => Promise.resolve() };
  const service = await release().openService({ store, now });
  await service.ingest(organisation, { rows: people.flatMap(clicksOf) });
  await service.settled(organisation);
  const { view } = await service.status(organisation);
  await service.close();
  return { store, view };
}

interface Told {
  readonly all: number;
  readonly people: number;
  readonly rules: number;
  readonly view: number;
}

async function clicksTold(service: OpenService, person: string): Promise<Told> {
  const query = { recordType: 'contact' as const, id: recordId(person), category: 'emailInteractions' };
  const answer = await service.insights(organisation, { ...query, verdict: 'people' });
  const kpis = answer.panels.flatMap((panel): readonly KpiAnswer[] => (panel.kind === 'kpiTiles' ? panel.kpis : []));
  const clicks = kpis.find(({ id }) => id === 'contact.clicksTotal')?.value ?? -1;
  const left = answer.leftOut.find(({ counter }) => counter === 'clicksTotal')?.count ?? -1;
  return { all: clicks + left, people: clicks, rules: answer.rulesVersion, view: answer.view };
}

const listed = async (service: OpenService, person: string, view: number): Promise<number> => {
  const query = { recordType: 'contact' as const, id: recordId(person), list: 'contact.clicksTotal' };
  const days = { from: parseDay('2026-10-25'), to: parseDay('2026-11-23') };
  return (await service.list(organisation, { ...query, ...days, verdict: 'people', view })).total;
};

const changed = { newAgent: 40, linkPair: 80 };

test('a release with newer rules puts them in force by itself and tells how many verdicts changed by which rule', async () => {
  const { store } = await filledStore();
  const { openService, readDone } = laterRelease();
  const service = await openService({ store, now });
  await service.settled(organisation);
  expect((await readDone(store, organisation)).rules).toEqual({ version: 2, changed });
  expect(await clicksTold(service, people[0]!)).toMatchObject({ all: 4, people: 1, rules: 2 });
  await service.close();
});

test('until the newer rules are in force everywhere every read goes by those before, and a list by the rules of its number', async () => {
  const { store } = await filledStore();
  const { openService } = laterRelease();
  const seen = new Map<number, Set<number>>();
  const opened: OpenService[] = [];
  let steps = 0;
  const service = await openService({
    store,
    now,
    async onStep(step) {
      const [reader] = opened;
      if (!reader || step !== 'done') return;
      const person = people[++steps % people.length]!;
      const told = await clicksTold(reader, person);
      expect(await listed(reader, person, told.view)).toBe(told.people);
      seen.set(told.rules, (seen.get(told.rules) ?? new Set()).add(told.people));
    },
  });
  opened.push(service);
  await service.settled(organisation);
  expect(await clicksTold(service, people[0]!)).toMatchObject({ people: 1, rules: 2 });
  expect([...seen].map(([rules, numbers]) => [rules, [...numbers]])).toEqual([[1, [4]]]);
  await service.close();
});

test('a view that was judged by the rules before can no longer be read', async () => {
  const { store, view } = await filledStore();
  const { openService } = laterRelease();
  const service = await openService({ store, now });
  await service.settled(organisation);
  await expect(listed(service, people[0]!, view)).rejects.toMatchObject({ code: 'viewExpired' });
  const { view: newest } = await clicksTold(service, people[0]!);
  expect(await listed(service, people[0]!, newest)).toBe(1);
  await service.close();
});

test('a service that ends half way, and one that does a step again, end in the same rules and count no change twice', async () => {
  for (const stopAt of [2, 31, 63]) {
    const { store } = await filledStore();
    const { openService, readDone } = laterRelease();
    let left = stopAt;
    const broken = await openService({
      store,
      now,
      onStep: (step) => {
        if (step === 'done' && --left <= 0) throw new Error('The process ends here');
      },
    });
    while (left > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await broken.close();
    const service = await openService({ store, now });
    await service.settled(organisation);
    expect((await readDone(store, organisation)).rules).toEqual({ version: 2, changed });
    await service.close();
  }
});

test('rows that come while the rules change are judged by the newer ones in the end', async () => {
  const { store } = await filledStore();
  const { openService } = laterRelease();
  const service = await openService({ store, now });
  const late = '22222222-2222-4222-8222-222222222222';
  await service.ingest(organisation, { rows: clicksOf(late) });
  await service.settled(organisation);
  expect(await clicksTold(service, late)).toMatchObject({ all: 4, people: 1, rules: 2 });
  await service.close();
});

test('reclassifying with the rules in force changes no verdict, and what is told bears out the rows', async () => {
  const { store } = await filledStore();
  const { openService, readDone } = release();
  const service = await openService({ store, now });
  const before = await clicksTold(service, people[0]!);
  await service.command(organisation, 'reclassify');
  expect((await readDone(store, organisation)).rules).toEqual({ version: 1, changed: {} });
  expect(await clicksTold(service, people[0]!)).toMatchObject({ all: before.all, people: before.people, rules: 1 });
  expect((await verify(service.context, organisation)).differences).toEqual([]);
  await service.close();
});
