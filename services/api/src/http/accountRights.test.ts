import type { InsightsAnswer, ListAnswer, ListRow, PeopleAnswer, ExplainAnswer } from '@record-insights/domain';
import { openEdge, type Edge } from './edge.builder';

const account = 'a0000000-0000-4000-8000-000000000001';
const anna = '11111111-1111-4111-8111-111111111111';
const bert = '22222222-2222-4222-8222-222222222222';
const visitorOf = { [anna]: 'visitor-of-anna', [bert]: 'visitor-of-bert' };
const path = `/v1/records/account/${account}`;

/** What somebody who may not read Bert must not see: who he is, where he is, and what he wrote. */
const ofBert = [bert, visitorOf[bert], 'bert@contoso.example', 'Bert Bertsen', 'Bergen', 'bert-session'];

let edge: Edge;
const row = (who: keyof typeof visitorOf, type: string, n: number, more: object = {}): object => ({
  InteractionType: type,
  InternalMarketingInteractionId: `${type}-${visitorOf[who]}-${n}`.replace(/of-\w+/, who === anna ? '1' : '2'),
  Timestamp: `2026-11-${String(n).padStart(2, '0')}T10:00:00Z`,
  ContactId: who,
  AccountId: account,
  MessageId: 'aaaaaaaa-0000-4000-8000-000000000001',
  SendingId: 's1',
  ...more,
});
const personal = (who: keyof typeof visitorOf, name: string): object => ({
  VisitorId: visitorOf[who],
  SessionId: `${name}-session`,
  EmailAddress: `${name}@contoso.example`,
  City: 'Bergen',
  FormId: 'bbbbbbbb-0000-4000-8000-000000000001',
  SubmittedValues: `Name: ${name === 'bert' ? 'Bert Bertsen' : 'Anna Annasen'}\r\nMail: ${name}@contoso.example`,
});

beforeEach(async () => {
  edge = await openEdge();
  await edge.taken([
    row(anna, 'EmailOpened', 1),
    row(anna, 'EmailClicked', 2, personal(anna, 'anna')),
    row(anna, 'FormSubmitted', 3, personal(anna, 'anna')),
    row(bert, 'EmailOpened', 4, personal(bert, 'bert')),
    row(bert, 'EmailDelivered', 5, personal(bert, 'bert')),
    row(bert, 'FormSubmitted', 6, personal(bert, 'bert')),
    { ...row(bert, 'WebsiteVisited', 7, personal(bert, 'bert')), ContactId: '' },
  ]);
});
afterEach(() => edge.close());

const get = async <T>(url: string): Promise<T> => {
  const answer = await edge.ask(url, 'insights.read');
  expect([url, answer.statusCode]).toEqual([url, 200]);
  return answer.json<T>();
};
const csvOf = async (url: string): Promise<string> =>
  (await edge.ask({ method: 'GET', url, headers: { accept: 'text/csv' } }, 'insights.read')).body;
const overview = async (): Promise<InsightsAnswer> => get(`${path}/insights/overview`);
const listOf = async (list: string): Promise<readonly ListRow[]> =>
  (await get<ListAnswer>(`${path}/lists/account.${list}`)).rows;
const peopleIn = ({ panels }: InsightsAnswer): PeopleAnswer => panels.find((panel) => panel.kind === 'people')!;
const interactionsIn = ({ panels }: InsightsAnswer): number | null | undefined =>
  panels
    .flatMap((panel) => (panel.kind === 'kpiTiles' ? panel.kpis : []))
    .find(({ id }) => id === 'account.interactions')?.value;

test('whoever may read all contacts sees whose each row is, and what was filled in', async () => {
  expect((await listOf('interactions')).map(({ contact, hidden }) => [contact, hidden])).toEqual(
    [bert, bert, bert, bert, anna, anna, anna].map((contact) => [contact, undefined]),
  );
  expect((await listOf('formSubmissions')).map(({ values = [] }) => values[0]?.value)).toEqual([
    'Bert Bertsen',
    'Anna Annasen',
  ]);
  expect(await csvOf(`${path}/lists/account.formSubmissions`)).toContain('Bert Bertsen');
});

test('rows of a contact whom CRM does not show say so, and keep type, time and object alone', async () => {
  edge.crm.unreadable.add(bert);
  const rows = await listOf('interactions');
  expect(rows).toHaveLength(7);
  expect(rows.filter(({ hidden }) => hidden === true).map(({ type, at, contact }) => [type, at, contact])).toEqual([
    ['WebsiteVisited', '2026-11-07T10:00:00.000Z', undefined],
    ['FormSubmitted', '2026-11-06T10:00:00.000Z', undefined],
    ['EmailDelivered', '2026-11-05T10:00:00.000Z', undefined],
    ['EmailOpened', '2026-11-04T10:00:00.000Z', undefined],
  ]);
  expect(rows.filter(({ contact }) => contact === anna)).toHaveLength(3);
  expect(rows.find(({ type, hidden }) => type === 'EmailOpened' && hidden)?.fields).toMatchObject({
    email: 'aaaaaaaa-0000-4000-8000-000000000001',
  });
});

test.each(['interactions', 'formSubmissions', 'opensTotal', 'delivered', 'websiteVisits', 'peopleActive', 'acts'])(
  'nothing of the list %s tells who it is, in JSON or CSV',
  async (list) => {
    edge.crm.unreadable.add(bert);
    const json = await edge.ask(`${path}/lists/account.${list}`, 'insights.read');
    const csv = await csvOf(`${path}/lists/account.${list}`);
    for (const body of [json.body, csv])
      for (const text of ofBert) expect([list, body.toLowerCase().includes(text.toLowerCase())]).toEqual([list, false]);
    expect(json.json<ListAnswer>().rows.filter(({ hidden }) => hidden === true).length).toBeGreaterThan(0);
    expect(csv).toContain('A contact you cannot open');
  },
);

test('People names those whom the caller may read and sums the others; the sum is that of the tile', async () => {
  edge.crm.unreadable.add(bert);
  const answer = await overview();
  const { people, hidden, more } = peopleIn(answer);
  expect(people.map(({ contact, count, last }) => [contact, count, last?.contact])).toEqual([[anna, 3, anna]]);
  expect([hidden, more]).toEqual([
    { people: 1, count: 4 },
    { people: 0, count: 0 },
  ]);
  expect(interactionsIn(answer)).toBe(7);
  for (const text of ofBert) expect(JSON.stringify(answer)).not.toContain(text);
});

test('a list cannot be narrowed to a contact whom the caller may not read, to tell whose its rows are', async () => {
  const narrowed = `${path}/lists/account.interactions?value=contact:${bert}`;
  expect((await get<ListAnswer>(narrowed)).total).toBe(4);
  edge.crm.unreadable.add(anna);
  expect((await get<ListAnswer>(narrowed)).total).toBe(4);
  expect(await get<ListAnswer>(narrowed.replace(bert, anna))).toMatchObject({ total: 0, rows: [] });
  expect((await csvOf(narrowed.replace(bert, anna))).trim().split('\r\n')).toHaveLength(1);
});

test('how a number came about counts everybody and names nobody', async () => {
  edge.crm.unreadable.add(bert).add(anna);
  const { parts } = await get<ExplainAnswer>(`${path}/explain/account.interactions`);
  expect(parts).toMatchObject([{ received: 7, value: 7, leftOut: [] }]);
});

test('whoever may not read the account sees nothing of it, whatever contacts they may read', async () => {
  edge.crm.unreadable.add(account);
  expect((await edge.ask(`${path}/lists/account.interactions`, 'insights.read')).json()).toMatchObject({
    status: 403,
    code: 'noRight',
  });
});

test('a CSV of many people asks for their rights as it goes, and hides the same ones as the pages', async () => {
  const many = Array.from({ length: 900 }, (_, n) => `33333333-3333-4333-8333-${String(n).padStart(12, '0')}`);
  await edge.taken(
    many.map((who, n) => ({ ...row(anna, 'EmailOpened', 7), InternalMarketingInteractionId: `m${n}`, ContactId: who })),
  );
  for (const who of many.filter((_, n) => n % 3 === 0)) edge.crm.unreadable.add(who);
  const lines = (await csvOf(`${path}/lists/account.opensTotal`)).trim().split('\r\n').slice(1);
  expect(lines.filter((line) => line.includes('A contact you cannot open'))).toHaveLength(300);
  expect(many.filter((who) => lines.some((line) => line.includes(who)))).toHaveLength(600);
  const { people, hidden, more } = peopleIn(await overview());
  expect([people.length, hidden, more]).toEqual([100, { people: 300, count: 300 }, { people: 502, count: 502 }]);
});
