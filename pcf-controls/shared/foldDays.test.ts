import { format } from '../InsightsTab/testing/host';
import { aRow, emails, someRows } from '../InsightsTab/testing/rows';
import { foldDays } from './foldDays';

const dayOf = ({ at }: { readonly at: string }) => format.dayOfInstant(at);

describe('Rows under the heads of their days', () => {
  test('stand below the organisation’s day, not UTC’s', () => {
    const late = [aRow('EmailOpened', '2026-11-22T23:30'), aRow('EmailOpened', '2026-11-22T22:30')];
    expect(foldDays(late, dayOf, true).map((item) => item.kind === 'day' && item.day)).toEqual([
      '2026-11-23',
      false,
      '2026-11-22',
      false,
    ]);
  });

  test('fold within a day when they say the same, and hold every row once', () => {
    const rows = someRows();
    const items = foldDays(rows, dayOf, true);
    const held = items.flatMap((item) =>
      item.kind === 'row' ? [item.row, ...item.repeats, ...(item.led?.rows ?? [])] : [],
    );
    expect(held).toHaveLength(rows.length);
    expect(new Set(held)).toEqual(new Set(rows));
    const folded = items.find((item) => item.kind === 'row' && item.repeats.length > 0);
    expect(folded).toMatchObject({ row: { type: 'EmailOpened', fields: { MessageId: emails.winter } } });
  });

  test('do not fold when one was taken back, or when it was about something else', () => {
    const rows = [
      aRow('EmailDelivered', '2026-11-23T08:00'),
      aRow('EmailDelivered', '2026-11-23T07:00', {}, { takenBack: true }),
      aRow('EmailDelivered', '2026-11-23T06:00', { MessageId: emails.spares }),
    ];
    expect(foldDays(rows, dayOf, true)).toHaveLength(4);
  });

  test('are told with what led to them, where each was led to by one of the same day', () => {
    const [, sent] = foldDays(
      [aRow('EmailDelivered', '2026-11-23T08:01'), aRow('EmailSent', '2026-11-23T08:00')],
      dayOf,
      true,
    );
    expect(sent).toMatchObject({
      row: { type: 'EmailDelivered' },
      repeats: [],
      led: { verb: 'Sent and delivered:', rows: [{ type: 'EmailSent' }] },
    });
  });

  test.each([
    [
      'of two sends one arrived',
      [aRow('EmailDelivered', '2026-11-23T08:02'), aRow('EmailSent', '2026-11-23T08:01')],
      {},
    ],
    ['the other was about something else', [aRow('EmailDelivered', '2026-11-23T08:02')], { MessageId: emails.spares }],
    ['the delivery was taken back', [aRow('EmailDelivered', '2026-11-23T08:02', {}, { takenBack: true })], {}],
  ])('stand by themselves where %s', (_why, rows, fields) => {
    const all = [...rows, aRow('EmailSent', '2026-11-23T08:00', fields)];
    expect(foldDays(all, dayOf, true).filter((item) => item.kind === 'row' && item.led)).toEqual([]);
  });

  test('do not fold when different people did it', () => {
    const rows = ['anna', 'bert'].map((person) =>
      aRow('EmailOpened', '2026-11-23T08:00', { CustomerJourneyId: person }),
    );
    expect(foldDays(rows, dayOf, true)).toHaveLength(2);
    expect(foldDays(rows, dayOf, true, { who: 'journey' })).toHaveLength(3);
  });

  test('leave the count of a day open whose rows are not all here', () => {
    const rows = someRows();
    const heads = foldDays(rows, dayOf, false).flatMap((item) => (item.kind === 'day' ? [item.count] : []));
    expect(heads.at(0)).toBe(6);
    expect(heads.at(-1)).toBeUndefined();
  });

  test('take the service’s counts where there are some', () => {
    const counts = [{ day: '2026-11-23', count: 60 }];
    expect(foldDays(someRows().slice(0, 2), dayOf, false, { counts })[0]).toMatchObject({ count: 60 });
  });
});
