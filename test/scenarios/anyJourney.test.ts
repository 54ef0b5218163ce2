import fc from 'fast-check';
import { verify } from '@record-insights/api/maintenance/verify';
import { batchesOf, cuts } from '../builders/cuts';
import { iterations, journey, journeyHistories } from '../builders/journeys';
import { keptRows } from '../oracle/keeping';
import { expectedOfJourney, journeyTold, pipelineAt, tellJourney } from './journeyAnswers';
import { onEachStore } from './onEachStore';
import { deliverAll, openSite, type Site } from './places';
import { patience, tried } from './runs';
import { lose, storedRows } from './storedRows';

const arriving = fc.record({
  history: journeyHistories,
  cut: cuts,
  iteration: fc.constantFrom(undefined, ...iterations),
});

onEachStore('a journey on the %s store', ({ site, law }) => {
  law(
    'every volume, path and number of a tile, and the list behind it, is what the oracle tells from the raw rows',
    'journeys',
    arriving,
    async ({ history: { definition, deliveries, now }, cut, iteration }) => {
      const place = await site().place({ zone: 'Europe/Oslo', now });
      const batches = batchesOf(deliveries, cut);
      const half = Math.ceil(batches.length / 2);
      await deliverAll(place, batches.slice(0, half));
      await tellJourney(place, journey, definition);
      await deliverAll(place, batches.slice(half));
      const answer = await pipelineAt(place, journey, iteration);
      const kept = keptRows(deliveries);
      expect(await journeyTold(place, answer, kept)).toEqual(
        expectedOfJourney(kept, journey, definition, answer, iteration),
      );
    },
  );
});

describe('a journey', () => {
  let opened: Site | undefined;
  beforeAll(async () => {
    opened = await openSite('memory');
  });
  afterAll(() => opened?.close());
  const site = (): Site => {
    if (!opened) throw new Error('The store did not open');
    return opened;
  };

  test(
    'recounting finds no difference, what was lost is made again, and older views stay what they were',
    () =>
      fc.assert(
        fc.asyncProperty(arriving, async ({ history: { definition, deliveries, now }, cut, iteration }) => {
          const place = await site().place({ zone: 'Europe/Oslo', now });
          await tellJourney(place, journey, definition);
          const batches = batchesOf(deliveries, cut);
          await deliverAll(place, batches.slice(0, -1));
          const kept = keptRows(deliveries);
          const early = await pipelineAt(place, journey, iteration);
          const toldEarly = await journeyTold(place, early, kept);
          await deliverAll(place, batches.slice(-1));
          expect(await journeyTold(place, early, kept)).toEqual(toldEarly);
          expect((await verify(place.service.context, place.organisation)).differences).toEqual([]);
          const stored = await storedRows(site().store, place.organisation);
          await place.service.command(place.organisation, 'rebuild');
          expect(await storedRows(site().store, place.organisation)).toEqual(stored);
          const late = await pipelineAt(place, journey, iteration);
          await lose(site().store, place.organisation, 2);
          await place.service.command(place.organisation, 'rebuild');
          expect((await pipelineAt(place, journey, iteration)).tiles.map(countsOf)).toEqual(late.tiles.map(countsOf));
        }),
        tried('memory', 'journeyViews'),
      ),
    patience,
  );
});

const countsOf = ({ id, volumes, paths }: Awaited<ReturnType<typeof pipelineAt>>['tiles'][number]): unknown => [
  id,
  Object.values(volumes).map(({ count }) => count),
  paths.map(({ branch, count }) => [branch, count]),
];
