import type { CounterDef } from './counters';
import { interactionTypes } from './interactionTypes';

const stoppedTypes = Object.entries(interactionTypes)
  .filter(([, def]) => def.stops === true)
  .map(([name]) => name);

/** What becomes of people in a journey. */
export const journeyCounters = {
  peopleInJourney: {
    title: 'People in the journey',
    oneRowIs: 'one person in one iteration of the journey',
    ofAll: true,
    types: 'all',
    needs: ['tile'],
    counts: 'first',
    per: ['iteration'],
    byIteration: true,
    columns: ['what', 'stopReason', 'email'],
    timeTitle: 'Time',
  },
  peopleReached: {
    title: 'People reached',
    oneRowIs: 'one person, at the first message delivered in the period',
    ofAll: true,
    types: ['EmailDelivered'],
    counts: 'distinct',
    per: [],
    takenBackBy: ['EmailHardRemoteBounced', 'EmailSoftRemoteBounced'],
    takenBackPer: ['sending', 'message'],
    columns: ['email', 'emailAddress'],
    timeTitle: 'First reached',
  },
  stopped: {
    title: 'Stopped',
    oneRowIs: 'one person who was stopped at a step, in one run',
    ofAll: true,
    types: stoppedTypes,
    counts: 'first',
    per: ['iteration', 'tile'],
    generic: ['ActivityContactBlocked'],
    columns: ['stopReason'],
    timeTitle: 'Stopped',
  },
} as const satisfies Record<string, CounterDef>;
