import { insightsAnswer } from '../testing/fakeService';
import { format } from '../testing/host';
import { someRows } from '../testing/rows';
import { aboutKpi } from './aboutKpi';

const kpis = insightsAnswer('overview', someRows()).panels.flatMap((panel) => ('kpis' in panel ? panel.kpis : []));
const asItIs = (english: string): string => english;
const linesOf = (id: string) =>
  aboutKpi(
    kpis.find((kpi) => kpi.id === id)!,
    format,
    asItIs,
  ).lines;

test('the tip of a ratio has its formula in words and in numbers', () =>
  expect(linesOf('contact.openRate')).toEqual(['opened, unique ÷ delivered', '3 ÷ 3 = 100.0%']));

test('both ends of a range are named in the words of the language', () => {
  const end = { count: 2, rows: '' };
  const kpi = { ...kpis.find(({ id }) => id === 'contact.openRate')!, range: { surePeople: end, all: end } };
  const words = { 'Surely people': 'Sicher Menschen', All: 'Alle' };
  const word = (english: string): string => words[english as keyof typeof words];
  expect(aboutKpi(kpi, format, word).notes).toEqual(['Sicher Menschen: 2', 'Alle: 2']);
});

test('the tip of a count has its formula only', () => expect(linesOf('contact.interactions')).toHaveLength(1));

test('the tip of a count that is shown short has the number in full', () => {
  const kpi = { ...kpis.find(({ id }) => id === 'contact.interactions')!, value: 1_243_210 };
  expect(aboutKpi(kpi, format, asItIs).lines).toContain('1,243,210');
});
