import type { Opening } from '../app/host';
import { channelPanels, funnelAnswer, heatMapAnswer, valuesAnswer } from '../testing/fakeChannels';
import { insightsAnswer } from '../testing/fakeService';
import { format } from '../testing/host';
import { isOfDays } from '../../shared/rows/rowsSubject';
import { subjectOf } from './subjectOf';

const { funnel, table, heatMap } = channelPanels;
const answer = { ...insightsAnswer('Overview', []), panels: [funnelAnswer(), valuesAnswer, heatMapAnswer] };
const subject = (opening: Opening) =>
  subjectOf(
    opening,
    answer,
    [funnel, table, heatMap],
    format,
    (contact) => contact,
    (english) => english,
  );

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
      about: { sentence: table.tooltip },
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

test('a list is of the days that are chosen only where its address names days', () => {
  const list = (rows: string) => ({ title: '', rows, total: 1 });
  expect(isOfDays(list('/v1/lists/x?from=2025-11-25&to=2026-11-24'))).toBe(true);
  expect(isOfDays(list('/v1/lists/x?view=7&ever=true'))).toBe(false);
});
