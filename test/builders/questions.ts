import fc from 'fast-check';
import type { Question } from '../oracle/counting';
import { contacts, iterations, journeys, tiles } from './histories';
import { periodOf, periods, type World } from './worlds';

/** What a reader asks of a contact. */
export interface Asked {
  readonly contact: string;
  readonly question: Question;
}

const seldom = (...values: readonly string[]): fc.Arbitrary<string | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...values) });

/** Any contact, period and filter; most often without a filter. The world makes days of it. */
export const questions = fc
  .record({
    contact: fc.constantFrom(...contacts),
    period: periods,
    verdict: fc.constantFrom(undefined, 'all', 'people'),
    journey: seldom(...journeys),
    iteration: seldom(...iterations),
    tile: seldom(...tiles),
  })
  .map(({ contact, period, ...filters }) => {
    const askedIn = (world: World): Asked => ({
      contact,
      question: { ...periodOf(world, period), zone: world.zone, ...filters },
    });
    const text = (): string => JSON.stringify({ contact, period, ...filters });
    return Object.assign(askedIn, { [fc.toStringMethod]: text });
  });
