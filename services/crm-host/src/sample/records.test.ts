import { textOf } from '../row';
import type { InteractionRow } from './outbox';
import { cellOf, grouped, holding, smallOptions, timeOf } from './sample.builder';
import { simulate } from './simulate';

const sample = simulate(smallOptions);
const byType = grouped(holding(sample.interactions), (row) => cellOf(row, 'InteractionType'));
const ofType = (type: string): readonly InteractionRow[] => byType.get(type) ?? [];

describe('people, as the records have it,', () => {
  test('click links that the message had at the time, by id, address and name', () => {
    const contents = new Map<string, readonly (readonly [number, string])[]>(
      (sample.records['rin_marketingemail'] ?? []).map((row) => [
        textOf(row, 'rin_marketingemailid'),
        [
          [Date.parse(textOf(row, 'rin_contentlivefrom')), textOf(row, 'rin_htmlcontent')],
          [-Infinity, textOf(row, 'rin_previoushtmlcontent')],
        ],
      ]),
    );
    const anchorOf = (row: InteractionRow): string =>
      `href="${cellOf(row, 'OriginalUrl')}" data-link-id="${cellOf(row, 'LinkId')}">${cellOf(row, 'LinkFriendlyName')}</a>`;
    const isIn = (row: InteractionRow, html: string): boolean => html.includes(anchorOf(row));
    const versionsOf = (row: InteractionRow): readonly (readonly [number, string])[] =>
      contents.get(cellOf(row, 'MessageId')) ?? [];
    const clicks = [...ofType('EmailClicked'), ...ofType('BotEmailLinkClicked')];
    expect(clicks.filter((row) => !versionsOf(row).some(([, html]) => isIn(row, html)))).toEqual([]);
    const dropped = clicks.filter((row) => !isIn(row, versionsOf(row)[0]?.[1] ?? ''));
    expect(dropped.length).toBeGreaterThan(20);
    expect(dropped.filter((row) => timeOf(row) >= (versionsOf(row)[0]?.[0] ?? NaN))).toEqual([]);
    const twice = [...contents.values()].filter(([, previous]) => previous?.[1]);
    expect(twice.length).toBeGreaterThanOrEqual(3);
    for (const [, html] of twice.flat()) {
      expect(html.match(/data-link-id=/g)?.length).toBeGreaterThanOrEqual(20);
      expect(html.match(/src="data:image/g)?.length).toBeGreaterThan(5);
    }
  });

  test('begin the runs that journeys tell of, each at its time', () => {
    const told = (sample.records['rin_customerjourney'] ?? []).flatMap((row) =>
      (JSON.parse(textOf(row, 'rin_iterations')) as { id: string; startsAt: string }[]).map(({ id, startsAt }) => [
        id,
        Date.parse(startsAt),
      ]),
    );
    const begun = ofType('CustomerJourneyIterationStarted').map((row) => [
      cellOf(row, 'CustomerJourneyIterationId'),
      timeOf(row) + 60_000,
    ]);
    expect(told.length).toBeGreaterThan(20);
    expect(told.sort()).toEqual(begun.sort());
  });

  test('leave lists on which they were from the start, as a rule', () => {
    const lists = (sample.records['rin_segment'] ?? []).filter((row) => row['rin_issubscription'] === true);
    const isFromStart = new Set(
      lists.flatMap((row) =>
        (JSON.parse(textOf(row, 'rin_memberids')) as string[]).map(
          (id) => `${textOf(row, 'rin_segmentid')} ${id.slice(3)}`,
        ),
      ),
    );
    const leaving = ofType('SegmentUnsubscribed').map(
      (row) => `${cellOf(row, 'SegmentId')} ${cellOf(row, 'ContactId')}`,
    );
    expect(isFromStart.size).toBeGreaterThan(500);
    expect(leaving.filter((one) => isFromStart.has(one)).length / leaving.length).toBeGreaterThan(0.6);
  });
});
