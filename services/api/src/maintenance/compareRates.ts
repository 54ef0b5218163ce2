import type { OpenRates } from '@record-insights/domain';
import type { RecountedRates } from './recountOpenRates';
import type { Difference } from './difference';

/** Each hour of the week in which a shard's deliveries, or how many of them were opened, are not what rows bear out. */
export function compareRates(shard: number, rates: OpenRates, recounted: RecountedRates): readonly Difference[] {
  return (['deliveries', 'opened'] as const).flatMap((what) =>
    rates[what].flatMap((stored, place): readonly Difference[] => {
      const hour = `${Math.floor(place / 24) + 1} ${String(place % 24).padStart(2, '0')}`;
      const expected = recounted[what].get(hour) ?? 0;
      const where = `part ${shard}, weekday and hour ${hour}`;
      return stored === expected ? [] : [{ where, what, stored, recounted: expected }];
    }),
  );
}
