/** Why a row was not taken in; it is kept with this reason, listed, and can be replayed. */
export const refusals = {
  missingId: 'The row has no id. Fill InternalMarketingInteractionId, InteractionId or IdempotencyId.',
  missingType: 'The row has no InteractionType. Fill it with the name of the interaction type.',
  missingTime: 'The row has no Timestamp. Fill it with the time of the interaction.',
  unreadableTime: 'The Timestamp cannot be read. Use 2026-01-31T08:15:00Z or 1/31/2026 8:15:00 AM +00:00.',
  tooFarAhead: 'The Timestamp lies more than a day ahead. Correct the clock of the source and send the row again.',
  tooLarge: 'The row is larger than 900 KiB compressed. Shorten its longest value.',
  notAnObject: 'The row is not an object of columns. Send one JSON object for each interaction.',
} as const satisfies Record<string, string>;

export type RefusalCode = keyof typeof refusals;
