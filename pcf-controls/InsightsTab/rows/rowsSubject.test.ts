import type { InsightsAnswer, PanelDef } from '@record-insights/domain';
import type { Opening } from '../app/host';
import { funnelAnswer, heatMapAnswer, valuesAnswer } from '../testing/fakeChannels';
import { insightsAnswer } from '../testing/fakeService';
import { format } from '../testing/host';
import { daysOf, subjectOf } from './rowsSubject';

const shown = [funnelAnswer(), valuesAnswer, heatMapAnswer];
const answer = { ...insightsAnswer('Overview', []), panels: shown } as unknown as InsightsAnswer;
const defs = shown.map(({ kind, id }) => ({ kind, id, title: id, tooltip: `About ${id}.` })) as unknown as PanelDef[];
const subject = (opening: Opening) => subjectOf(opening, answer, defs, format);

describe('What the side panel shows', () => {
  test('of a step of a funnel is its number and exactly its rows', () => {
    const [, delivered] = funnelAnswer().steps;
    expect(subject({ kind: 'kpi', panel: 'funnel', kpi: 'contact.delivered' })).toMatchObject({
      title: 'Delivered',
      number: '11,842',
      lists: [{ title: 'Delivered', rows: delivered!.rows, total: 11_842 }],
    });
  });

  test('of a value is its first number, with what the panel says of itself', () => {
    const [first] = valuesAnswer.values;
    const opening = { kind: 'thing', panel: 'domains', id: 'fjordmill.example', title: 'fjordmill.example' } as const;
    expect(subject(opening)).toMatchObject({
      title: 'fjordmill.example',
      number: '1,200',
      about: { sentence: 'About domains.' },
      lists: [{ rows: first!.rows, total: 1200 }],
    });
  });

  test('of a link are its clicks', () => {
    const [link] = heatMapAnswer.links;
    const opening = { kind: 'thing', panel: 'links', id: 'link of /audit', title: 'Book a pump audit' } as const;
    expect(subject(opening)).toMatchObject({ number: '1,204', lists: [{ rows: link!.rows, total: 1204 }] });
  });

  test('is nothing where the numbers no longer hold what was opened', () => {
    const gone = { kind: 'thing', panel: 'domains', id: 'gone.example', title: 'gone.example' } as const;
    expect(subject(gone)).toBeUndefined();
    expect(subject({ ...gone, id: '' })).toBeUndefined();
    expect(subject({ ...gone, panel: 'funnel' })).toBeUndefined();
  });
});

test('the days of a list are those of its address', () => {
  const list = (rows: string) => ({ title: '', rows, total: 1 });
  expect(daysOf(list('/v1/lists/x?from=2025-11-25&to=2026-11-24'))).toEqual({ from: '2025-11-25', to: '2026-11-24' });
  expect(daysOf(list('/v1/lists/x?view=7'))).toBeUndefined();
});
