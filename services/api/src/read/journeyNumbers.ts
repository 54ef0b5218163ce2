import type { CountAnswer, CounterId, JourneyTile } from '@record-insights/domain';
import type { Rollup } from '../fold/rollupReading';
import { listAddress, type AddressParts } from './addresses';
import { ever, type JourneyReading } from './journeyReading';

/** A journey whose numbers can be told. */
export type ToldJourney = JourneyReading & { readonly rollup: Rollup };

/** Addresses of lists of the journey, for what is chosen. */
export const addressIn =
  ({ reading: { subject, choice, view } }: JourneyReading) =>
  (counter: CounterId, parts: AddressParts): string =>
    listAddress(subject.type, subject.id, `${subject.type}.${counter}`, {
      iteration: choice.iteration,
      ever: true,
      view,
      ...parts,
    });

/** A number of the messages of a tile, as its rows name the tile. */
export function countAt(journey: ToldJourney, tile: JourneyTile, counter: CounterId, version?: string): CountAnswer {
  const { rollup, reading } = journey;
  const named = nameInRows(journey, tile);
  const asked = {
    counter,
    ...ever,
    choice: { verdict: 'all', iteration: reading.choice.iteration, tile: named },
  } as const;
  const rows = addressIn(journey)(counter, {
    tile: named,
    ...(version === undefined ? {} : { value: `version:${version}` }),
  });
  if (version === undefined) return { count: rollup.count(asked), rows };
  return { count: rollup.values({ ...asked, dimension: 'version' }).get(version) ?? 0, rows };
}

/** Rows may name a tile by one of its items; where they do both, its own id holds. */
function nameInRows({ rollup, definition }: ToldJourney, tile: JourneyTile): string {
  const used = new Set([...rollup.usages()].map((usage) => usage.tile));
  if (used.has(tile.id)) return tile.id;
  return [...used].find((name) => name !== '' && definition?.tileNamed(name) === tile) ?? tile.id;
}
