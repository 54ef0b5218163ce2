import { interactionTypes } from './interactionTypes';

/** Rows that tell that a person is done with a tile, alike in what kinds of tiles they are of. */
interface TileMarkDef {
  /** Stands for it in what is stored; never used again for something else. */
  readonly letter: string;
  readonly types: readonly string[];
}

const expiry = ['ActivityContactExpired', 'EmailBlockedByActivityExpiration'];
const heldBack = Object.entries(interactionTypes)
  .filter(([name, { holdsBack }]) => holdsBack === true && !expiry.includes(name))
  .map(([name]) => name);

export const tileMarks = {
  passed: { letter: 'p', types: ['PassThroughActivityContactProcessed'] },
  sent: { letter: 'm', types: ['ActivityContactDispatched', 'EmailSent', 'EmailSendingFailed', ...heldBack] },
  triggered: { letter: 't', types: ['TriggerActivityContactProcessed'] },
  split: { letter: 's', types: ['SplitterActivityContactProcessed'] },
  waited: { letter: 'w', types: ['SchedulerActivityContactProcessed'] },
  activity: { letter: 'a', types: ['CreateCrmActivityContactProcessed'] },
  lead: { letter: 'l', types: ['CreateLeadActivityContactProcessed'] },
  workflow: { letter: 'f', types: ['TriggerCrmWorkflowActivityContactProcessed'] },
  channel: { letter: 'c', types: ['CreateCustomChannelActivityContactProcessed', 'CustomChannelResponse'] },
  updated: { letter: 'u', types: ['CustomerJourneyContactRecordUpdated'] },
  /** It went on without its message, which had expired. */
  expired: { letter: 'x', types: expiry },
} as const satisfies Record<string, TileMarkDef>;

export type TileMark = keyof typeof tileMarks;

export const tileMarkIds = Object.keys(tileMarks) as TileMark[];

/** Why somebody is kept from going on at a tile. */
export interface StopReasonDef {
  readonly title: string;
  /** Stands for it in what is stored; never used again for something else. */
  readonly letter: string;
  readonly types: readonly string[];
  /** Only rows whose Reason has this in it, without regard to case. */
  readonly says?: string;
}

/** In the order in which one holds where rows of a tile tell several: what is specific before a generic row beside it. */
export const stopReasons = {
  suppression: {
    title: 'Contact joined the suppression segment',
    letter: 'P',
    types: ['ActivityContactBlockedSuppression'],
  },
  consent: {
    title: 'Contact lowered consent below threshold',
    letter: 'C',
    types: ['ActivityContactBlockedConsent'],
  },
  externalConsent: {
    title: 'Contact lowered external consent below threshold',
    letter: 'E',
    types: ['ActivityContactBlockedExternalConsent'],
  },
  businessUnit: {
    title: 'Contact belongs to another business unit',
    letter: 'B',
    types: ['ActivityContactBlockedBusinessUnit'],
  },
  failed: { title: 'The step failed', letter: 'F', types: ['ActivityContactProcessingFailed'] },
  listLeft: {
    title: 'Contact left the subscription list',
    letter: 'L',
    types: ['ActivityContactBlocked'],
    says: 'subscription list',
  },
  other: { title: 'Other reason', letter: 'O', types: ['ActivityContactBlocked'] },
} as const satisfies Record<string, StopReasonDef>;

export type StopReason = keyof typeof stopReasons;

export const stopReasonIds = Object.keys(stopReasons) as StopReason[];

export const stopReasonOf = (id: StopReason): StopReasonDef => stopReasons[id];

/** All types of rows that tell of a stop. */
export const stopTypes: readonly string[] = [...new Set(stopReasonIds.flatMap((id) => stopReasonOf(id).types))];
