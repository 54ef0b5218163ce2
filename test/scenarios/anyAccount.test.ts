import fc from 'fast-check';
import { ProblemError } from '@record-insights/api/service';
import { verify } from '@record-insights/api/maintenance/verify';
import { accountArrivals, type Step } from '../builders/accountArrivals';
import { accountAnswers, accountTold, accountToldIn, expectedOfAccount, type ToldOfAccount } from './accountAnswers';
import { deliver, openSite, type Place, type Site } from './places';
import { patience, tried, type Law, type StoreName } from './runs';
import { lose, storedRows } from './storedRows';

describe.each<StoreName>(['memory', 'embedded', 'azure'])('accounts on the %s store', (name) => {
  let opened: Site | undefined;
  beforeAll(async () => {
    opened = await openSite(name);
  }, 60_000);
  afterAll(() => opened?.close());
  const site = (): Site => {
    if (!opened) throw new Error('The store did not open');
    return opened;
  };
  const law = <T>(what: string, kind: Law, arbitrary: fc.Arbitrary<T>, holds: (value: T) => Promise<void>): void =>
    test(what, () => fc.assert(fc.asyncProperty(arbitrary, holds), tried(name, kind)), patience);

  law(
    'every answer is what the oracle counts over its contacts, in whatever order rows and items came',
    'accounts',
    accountArrivals,
    async ({ world, steps, sources, asked }) => {
      const place = await site().place(world);
      await arrive(place, steps);
      for (const one of asked)
        expect(await accountTold(place, one)).toEqual(expectedOfAccount(sources, one, world.now));
    },
  );

  law(
    'older views stay what they were or say that they are gone, and making all again writes nothing',
    'accountViews',
    accountArrivals,
    async ({ world, steps, asked: [one] }) => {
      if (!one) return;
      const place = await site().place(world);
      const half = Math.ceil(steps.length / 2);
      await arrive(place, steps.slice(0, half));
      const early = await accountAnswers(place, one);
      const toldEarly = await accountToldIn(place, one, early);
      await arrive(place, steps.slice(half));
      const toldLate = await unlessExpired(accountToldIn(place, one, early));
      if (toldLate) expect(toldLate).toEqual(toldEarly);
      expect(await differences(place)).toEqual([]);
      const stored = await storedRows(site().store, place.organisation);
      await place.service.command(place.organisation, 'rebuild');
      expect(await storedRows(site().store, place.organisation)).toEqual(stored);
    },
  );

  law(
    'what was lost of the tables is made again from rows and items',
    'accountLosses',
    fc.tuple(accountArrivals, fc.integer({ min: 1, max: 4 })),
    async ([{ world, steps, sources, asked }, every]) => {
      const place = await site().place(world);
      await arrive(place, steps);
      await lose(site().store, place.organisation, every);
      await place.service.command(place.organisation, 'rebuild');
      expect(await differences(place)).toEqual([]);
      for (const one of asked)
        expect(await accountTold(place, one)).toEqual(expectedOfAccount(sources, one, world.now));
    },
  );
});

async function arrive(place: Place, steps: readonly Step[]): Promise<void> {
  for (const { sent, batch } of steps) {
    await tell(
      place,
      sent.map(({ item }) => item),
    );
    await deliver(place, batch);
  }
  await place.service.settled(place.organisation);
}

async function tell({ service, organisation }: Place, items: readonly unknown[]): Promise<void> {
  if (items.length > 0)
    expect(await service.directory(organisation, items)).toMatchObject({ accepted: items.length, refused: [] });
}

/** Undefined where the view can no longer be read. */
async function unlessExpired(told: Promise<ToldOfAccount>): Promise<ToldOfAccount | undefined> {
  try {
    return await told;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'viewExpired') return undefined;
    throw error;
  }
}

const differences = async ({ service, organisation }: Place): Promise<readonly unknown[]> =>
  (await verify(service.context, organisation)).differences;
