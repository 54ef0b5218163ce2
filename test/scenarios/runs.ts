import fc from 'fast-check';

/** How many random histories each law is tried on, on each store. RECORD_INSIGHTS_LONG=1 tries many more. */
const factor = process.env['RECORD_INSIGHTS_LONG'] === '1' ? 25 : 1;

const counts = {
  memory: {
    answers: 130,
    orders: 40,
    rebuilds: 40,
    losses: 40,
    refusals: 30,
    moments: 45,
    erasures: 60,
    accounts: 60,
    accountViews: 15,
    accountLosses: 15,
    accountMoments: 40,
    accountErasures: 15,
    emails: 60,
    sites: 50,
    siteLosses: 15,
    journeys: 15,
    journeyViews: 5,
    emailViews: 20,
    emailLosses: 20,
  },
  embedded: {
    answers: 20,
    orders: 8,
    rebuilds: 4,
    losses: 3,
    refusals: 8,
    moments: 12,
    erasures: 10,
    accounts: 5,
    accountViews: 2,
    accountLosses: 2,
    accountMoments: 3,
    accountErasures: 2,
    emails: 8,
    sites: 6,
    siteLosses: 2,
    journeys: 1,
    journeyViews: 1,
    emailViews: 3,
    emailLosses: 2,
  },
  azure: {
    answers: 6,
    orders: 3,
    rebuilds: 1,
    losses: 1,
    refusals: 3,
    moments: 3,
    erasures: 2,
    accounts: 2,
    accountViews: 1,
    accountLosses: 1,
    accountMoments: 1,
    accountErasures: 1,
    emails: 3,
    sites: 2,
    siteLosses: 1,
    journeys: 1,
    journeyViews: 1,
    emailViews: 1,
    emailLosses: 1,
  },
} as const;

export type StoreName = keyof typeof counts;
export type Law = keyof (typeof counts)[StoreName];

const runsOf = (store: StoreName, law: Law): number => counts[store][law] * factor;

/** No law may take longer, so that a service that hangs fails its test. */
export const patience = 240_000 * factor;

/** How a law is tried; one that fails is shrunk for as long as there is patience, then told as it is. */
export const tried = (store: StoreName, law: Law): fc.Parameters<unknown> => ({
  numRuns: runsOf(store, law),
  plugins: [fc.interruptAfterTimeLimit(patience / 2, { failOnInterrupt: true })],
});
