import { format } from '../testing/host';
import { aRow, emails, someRows } from '../testing/rows';
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
    const held = items.flatMap((item) => (item.kind === 'row' ? [item.row, ...item.repeats] : []));
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

  test('leave the count of a day open whose rows are not all here', () => {
    const rows = someRows();
    const heads = foldDays(rows, dayOf, false).flatMap((item) => (item.kind === 'day' ? [item.count] : []));
    expect(heads.at(0)).toBe(6);
    expect(heads.at(-1)).toBeUndefined();
  });

  test('take the service’s counts where there are some', () => {
    const counts = [{ day: '2026-11-23', count: 60 }];
    expect(foldDays(someRows().slice(0, 2), dayOf, false, counts)[0]).toMatchObject({ count: 60 });
  });
});
