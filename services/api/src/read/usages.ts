import type { UsageAnswer } from '@record-insights/domain';
import type { Rollup } from '../fold/rollups';

/** Where a record was used, by journey; within each the iterations and tiles that rows name. */
export function usagesIn(rollup: Rollup): readonly UsageAnswer[] {
  const journeys = new Map<string, { readonly iterations: Set<string>; readonly tiles: Set<string> }>();
  for (const { journey, iteration, tile } of rollup.usages()) {
    if (journey === '') continue;
    const known = journeys.get(journey) ?? { iterations: new Set<string>(), tiles: new Set<string>() };
    journeys.set(journey, known);
    if (iteration !== '') known.iterations.add(iteration);
    if (tile !== '') known.tiles.add(tile);
  }
  return [...journeys]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([journey, { iterations, tiles }]) => ({
      journey,
      iterations: [...iterations].sort(),
      tiles: [...tiles].sort(),
    }));
}
