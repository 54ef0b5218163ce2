import fc from 'fast-check';
import { batchesOf, cuts } from '../builders/cuts';
import { histories } from '../builders/histories';
import { questions } from '../builders/questions';
import { keptRows } from '../oracle/keeping';
import { expectedOf, toldBy } from './answers';
import { deliverAll, openSite, type Site } from './places';
import { patience, runsOf, type StoreName } from './runs';

const arriving = fc.record({
  history: histories,
  cut: cuts,
  asked: fc.array(questions, { minLength: 1, maxLength: 3 }),
});

describe.each<StoreName>(['memory', 'embedded', 'azure'])('on the %s store', (name) => {
  let opened: Site | undefined;
  beforeAll(async () => {
    opened = await openSite(name);
  }, 60_000);
  afterAll(() => opened?.close());
  const site = (): Site => {
    if (!opened) throw new Error('The store did not open');
    return opened;
  };

  test(
    'every answer is what the oracle counts in the raw rows, in whatever order, batches and repetitions they came',
    () =>
      fc.assert(
        fc.asyncProperty(arriving, async ({ history: { world, deliveries }, cut, asked }) => {
          const place = await site().place(world);
          await deliverAll(place, batchesOf(deliveries, cut));
          const kept = keptRows(deliveries);
          for (const { contact, question } of asked.map((askedIn) => askedIn(world)))
            expect(await toldBy(place, contact, question)).toEqual(expectedOf(kept, contact, question, world.now));
        }),
        { numRuns: runsOf(name, 'answers') },
      ),
    patience,
  );
});
