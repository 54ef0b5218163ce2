import { contributions, personCounterIds, dayOf, startOfDay, type Day } from '@record-insights/domain';
import type { CellRecord } from '../fold/cells';
import type { Difference } from './difference';
import { isTest, recount, type FullRow } from './recount';
import { machines } from './recountVerdicts';

/** Each number of a contact, over all time and month by month, of all and of people: those that agree, too. */
export function compareNumbers(
  person: string,
  full: readonly FullRow[],
  records: readonly CellRecord[],
  zone: string,
): readonly Difference[] {
  const months = [...new Set(full.map(({ at }) => dayOf(at, zone).slice(0, 7)))];
  const spans = [
    { name: 'all time', from: -Infinity, before: Infinity },
    ...months.map((month) => monthSpan(month, zone)),
  ];
  const leftOut = { all: new Set<string>(), people: machines(full.filter((row) => !isTest(row))) };
  return spans.flatMap(({ name, from, before }) =>
    (['all', 'people'] as const).flatMap((verdict) => {
      const expected = recount(full, from, before, leftOut[verdict]);
      return personCounterIds.map((counter) => ({
        where: `${person}, ${name}, ${verdict}`,
        what: counter,
        stored: contributions(counter, records, { verdict }, ({ at }) => at >= from && at < before).length,
        recounted: expected[counter] ?? 'no rule',
      }));
    }),
  );
}

/** @param month `2026-11` */
export function monthSpan(
  month: string,
  zone: string,
): { readonly name: string; readonly from: number; readonly before: number } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { name: month, from: startOfDay(`${month}-01` as Day, zone), before: startOfDay(`${next}-01` as Day, zone) };
}
