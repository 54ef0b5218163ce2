import type { CatalogueAnswer, InsightsAnswer, ListAnswer } from '@record-insights/domain';
import { anOpen, openEdge, recordPath, type Edge } from './edge.builder';

let edge: Edge;
beforeAll(async () => {
  edge = await openEdge();
  await edge.taken([anOpen('a')]);
});
afterAll(() => edge.close());

const asked = async <T>(url: string, language: string): Promise<T> =>
  (await edge.ask({ url, headers: { 'accept-language': language } }, 'insights.read')).json<T>();
const kpisOf = ({ panels }: InsightsAnswer) => panels.flatMap((panel) => (panel.kind === 'kpiTiles' ? panel.kpis : []));

test('the catalogue is told in the language asked for, and brings what the controls say by themselves', async () => {
  const { recordTypes, texts } = await asked<CatalogueAnswer>('/v1/catalogue', 'de-DE,de;q=0.9');
  const lead = recordTypes.find(({ id }) => id === 'lead');
  expect([lead?.title, lead?.categories[0]?.title]).toEqual(['Lead', 'Überblick']);
  expect(texts['Clicked']).toBe('Geklickt');
  expect((await asked<CatalogueAnswer>('/v1/catalogue', 'fr')).texts).toEqual({});
});

test('numbers, tips and lists are, too, and the rows and addresses stay what they are', async () => {
  const overview = (language: string) => asked<InsightsAnswer>(`${recordPath}/insights/overview`, language);
  const [german, english] = await Promise.all([overview('de'), overview('en')]);
  const [kpi, same] = [german, english].map((answer) => kpisOf(answer).find(({ id }) => id === 'contact.openRate'));
  expect(kpi).toMatchObject({ title: 'Öffnungsrate', value: same?.value, explain: same?.explain });
  expect(kpi?.definition.tooltip).toMatch(/^Von den im Zeitraum zugestellten Nachrichten/);
  const list = (language: string) => asked<ListAnswer>(`${recordPath}/lists/contact.opensTotal`, language);
  const [listed, inEnglish] = await Promise.all([list('de'), list('en')]);
  expect(listed).toMatchObject({ title: 'Geöffnet, gesamt', oneRowIs: 'eine Öffnung', rows: inEnglish.rows });
  expect(listed.columns.map(({ title }) => title)).toContain('Mensch oder Maschine');
});
