import { annotated, formattedValue } from './annotations';

const named = (row: Parameters<typeof annotated>[0]): Readonly<Record<string, unknown>> => {
  const all = annotated(row, { row: () => undefined });
  return Object.fromEntries(Object.keys(row).map((column) => [column, all[`${column}@${formattedValue}`]]));
};

test('choices, statuses, and yes and no are named by their words, whatever else is there by none', () => {
  expect(
    named({ statecode: 0, statuscode: 192350001, rin_segmenttype: 192350002, rin_issubscription: true, rin_url: '1' }),
  ).toEqual({ statecode: 'Active', statuscode: 'Live', rin_segmenttype: 'Compound', rin_issubscription: 'Yes' });
  expect(named({ statecode: 1, statuscode: 2, rin_isrecurring: false, rin_segmenttype: 7 })).toEqual({
    statecode: 'Inactive',
    statuscode: 'Inactive',
    rin_isrecurring: 'No',
  });
});
