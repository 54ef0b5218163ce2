import type { CounterDef } from './counters';

/** Who went through a journey. */
export const journeyCounters = {
  peopleInJourney: {
    ofAll: true,
    title: 'People in the journey',
    oneRowIs: 'one person in one iteration of the journey',
    types: 'all',
    needs: ['tile'],
    counts: 'first',
    per: ['iteration'],
    byIteration: true,
    columns: ['what', 'reason', 'email'],
    timeTitle: 'Time',
  },
} as const satisfies Record<string, CounterDef>;
