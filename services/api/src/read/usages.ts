import { tileNames, type IterationAnswer, type TileAnswer, type UsageAnswer } from '@record-insights/domain';
import { factsOf } from '../directory/facts';
import type { Rollup } from '../fold/rollupReading';
import type { TableStore } from '../store/tableStore';

type Usages = ReturnType<Rollup['usages']>;

/**
 * Where a record was used, by journey; within each the iterations and tiles that rows name, with what the directory
 * tells of them.
 * @returns undefined when the sequence has moved on too far to tell
 */
export async function namedUsages(
  store: TableStore,
  organisation: string,
  usages: Usages,
  view: number,
): Promise<readonly UsageAnswer[] | undefined> {
  const byJourney = usagesIn(usages);
  const iterations = byJourney.flatMap((usage) => [...usage.iterations]);
  const [journeys, runs] = await Promise.all([
    factsOf(
      store,
      organisation,
      'journey',
      byJourney.map(({ journey }) => journey),
      view,
    ),
    factsOf(store, organisation, 'journeyIteration', iterations, view),
  ]);
  if (!journeys || !runs) return undefined;
  return byJourney.map(({ journey, ...usage }) => {
    const names = tileNames(journeys.get(journey)?.fields.definition);
    const started = [...usage.iterations].map((iteration): IterationAnswer => {
      const startsAt = runs.get(iteration)?.fields.startsAt;
      return { iteration, ...(startsAt === undefined ? {} : { startsAt }) };
    });
    const tiles = [...usage.tiles].sort().map((tile): TileAnswer => {
      const name = names.get(tile);
      return { tile, ...(name === undefined ? {} : { name }) };
    });
    return { journey, iterations: started.sort(byStart), tiles };
  });
}

const never = '\uffff';
export const byStart = (a: IterationAnswer, b: IterationAnswer): number =>
  `${a.startsAt ?? never} ${a.iteration}` < `${b.startsAt ?? never} ${b.iteration}` ? -1 : 1;

interface JourneyUsage {
  readonly journey: string;
  readonly iterations: Set<string>;
  readonly tiles: Set<string>;
}

function usagesIn(usages: Usages): readonly JourneyUsage[] {
  const journeys = new Map<string, JourneyUsage>();
  for (const { journey, iteration, tile } of usages) {
    if (journey === '') continue;
    const known = journeys.get(journey) ?? { journey, iterations: new Set<string>(), tiles: new Set<string>() };
    journeys.set(journey, known);
    if (iteration !== '') known.iterations.add(iteration);
    if (tile !== '') known.tiles.add(tile);
  }
  return [...journeys.values()].sort((a, b) => (a.journey < b.journey ? -1 : 1));
}
