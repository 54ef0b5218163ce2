import fc from 'fast-check';
import { dayIn, type Day } from '../oracle/days';

/** Where and when a history happens. */
export interface World {
  readonly zone: string;
  /** What the service's clock shows. */
  readonly now: number;
  /** Instants around which days begin or end, clocks change, or months are out of step. */
  readonly edges: readonly number[];
}

const world = (zone: string, now: string, ...edges: readonly string[]): World => ({
  zone,
  now: Date.parse(now),
  edges: edges.map((edge) => Date.parse(edge)),
});

/** Zones and times in which days are hard to tell. */
export const hardWorlds: readonly World[] = [
  // A day of 23 hours, a day of 25, and the midnights around them.
  world(
    'Europe/Oslo',
    '2026-04-02T09:00:00Z',
    '2026-03-28T23:00:00Z',
    '2026-03-29T01:00:00Z',
    '2026-03-29T22:00:00Z',
    '2025-10-25T22:00:00Z',
    '2025-10-26T01:00:00Z',
    '2025-10-26T23:00:00Z',
  ),
  // Clocks go forward at midnight, so that a day begins at 1:00; and back at midnight, so that 23:30 is there twice.
  world(
    'America/Sao_Paulo',
    '2018-11-20T15:00:00Z',
    '2018-11-04T03:00:00Z',
    '2018-11-05T02:00:00Z',
    '2018-02-18T02:00:00Z',
    '2018-02-18T03:00:00Z',
  ),
  // Half an hour beside the full hours, no change of clocks.
  world('Asia/Kolkata', '2026-02-10T20:00:00Z', '2026-02-09T18:30:00Z', '2025-12-31T18:30:00Z', '2025-02-28T18:30:00Z'),
  // Clocks change by half an hour.
  world(
    'Australia/Lord_Howe',
    '2026-04-20T02:00:00Z',
    '2026-04-04T15:00:00Z',
    '2026-04-04T13:00:00Z',
    '2025-10-04T15:30:00Z',
    '2025-10-05T13:00:00Z',
  ),
  // A leap day, also at the end of the months that are shown.
  world('Europe/Oslo', '2024-03-11T11:00:00Z', '2024-02-28T23:00:00Z', '2024-02-29T23:00:00Z', '2024-03-10T23:00:00Z'),
  world('UTC', '2024-02-29T18:00:00Z', '2024-02-29T00:00:00Z', '2023-02-28T00:00:00Z', '2023-03-01T00:00:00Z'),
  // A day that never was.
  world('Pacific/Apia', '2012-01-15T00:00:00Z', '2011-12-30T10:00:00Z', '2011-12-29T10:00:00Z', '2011-12-31T10:00:00Z'),
];

/** Any zone that the runtime knows, at some time since outbound marketing exists. */
const anyWorld: fc.Arbitrary<World> = fc
  .record({
    zone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
    now: fc.date({ min: new Date('2018-06-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
  })
  .map(({ zone, now }) => ({ zone, now: now.getTime(), edges: [] }));

export const worlds: fc.Arbitrary<World> = fc.oneof(
  { arbitrary: fc.constantFrom(...hardWorlds), weight: 5 },
  { arbitrary: anyWorld, weight: 1 },
);

const minute = 60_000;
const hour = 60 * minute;
const aDay = 24 * hour;

/** A place in time that means something in any world: so long beside an edge (the last is now), or before now. */
export interface Moment {
  readonly edge: number | undefined;
  readonly aside: number;
}

/** Rows happen up to so many days before now: somewhat more than the months that are shown. */
const mostDays = 420;
const before = fc.nat(mostDays * 96).map((quarters): Moment => ({ edge: undefined, aside: -quarters * 15 * minute }));
const beside = (...asides: readonly number[]): fc.Arbitrary<Moment> =>
  fc.record({ edge: fc.nat(9), aside: fc.constantFrom(0, ...asides.flatMap((aside) => [aside, -aside])) });

/** When rows happen. Those more than a day ahead of now are refused, as they should be. */
export const moments: fc.Arbitrary<Moment> = fc.oneof(
  { weight: 5, arbitrary: beside(1, 1000, 30 * minute, hour, 11 * hour, aDay) },
  { weight: 2, arbitrary: before },
);

export function instantOf({ edges, now }: World, { edge, aside }: Moment): number {
  const all = [...edges, now];
  return (edge === undefined ? now : (all[edge % all.length] ?? now)) + aside;
}

const onEdge = beside(aDay, 2 * aDay);
const always = fc.constant<[Moment, Moment]>([
  { edge: undefined, aside: -mostDays * aDay },
  { edge: undefined, aside: 2 * aDay },
]);

/** First and last day of a period: one day, some days, or all; within what is shown or reaching beyond it. */
export const periods: fc.Arbitrary<readonly [Moment, Moment?]> = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(onEdge) },
  { weight: 2, arbitrary: fc.tuple(onEdge, onEdge) },
  { weight: 1, arbitrary: fc.tuple(before, onEdge) },
  { weight: 1, arbitrary: fc.tuple(before, before) },
  { weight: 2, arbitrary: always },
);

export function periodOf(
  world: World,
  [a, b = a]: readonly [Moment, Moment?],
): { readonly from: Day; readonly to: Day } {
  const [from = '', to = ''] = [a, b].map((moment) => dayIn(world.zone, instantOf(world, moment))).sort();
  return { from, to };
}
