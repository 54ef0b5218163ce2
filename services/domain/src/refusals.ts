/** Why a row, or an item of the directory, was not taken in; it is kept with this reason, listed, and can be replayed. */
export const refusals = {
  missingId: 'The row has no id. Fill InternalMarketingInteractionId, InteractionId or IdempotencyId.',
  missingType: 'The row has no InteractionType. Fill it with the name of the interaction type.',
  missingTime: 'The row has no Timestamp. Fill it with the time of the interaction.',
  unreadableTime: 'The Timestamp cannot be read. Use 2026-01-31T08:15:00Z or 1/31/2026 8:15:00 AM +00:00.',
  tooFarAhead: 'The Timestamp lies more than a day ahead. Correct the clock of the source and send the row again.',
  tooLarge: 'The row is larger than 900 KiB compressed. Shorten its longest value.',
  notAnObject: 'The row is not an object of columns. Send one JSON object for each interaction.',
  noItem: 'The item is no object. Send one JSON object for each change of the directory.',
  unknownKind: 'The item is of no kind that the directory knows. Fill kind with one of those in /docs, as contact.',
  missingItemId: 'The item has no id, or one of more than 200 characters. Fill id with that of its record.',
  unknownOperation: 'The item says neither upsert nor delete. Fill op with one of them.',
  itemTooFarAhead: 'The time lies more than a day ahead. Correct the clock of the source and send the item again.',
  itemTooLarge: 'The item is larger than 400 KiB compressed. Shorten its longest field, or tell it in several items.',
  notFields: 'The fields are no object. Send them as {"name": value}.',
  unknownField: 'The kind has no such field. Leave it out, or take its name from /docs.',
  missingField: 'The kind needs this field. Fill it.',
  notAText: 'This is no text, or too long a one. Give a shorter text, or leave the field out.',
  notATime: 'This is no time. Give one as 2026-01-31T08:15:00Z.',
  notANumber: 'This is no number. Give one without quotes, or leave the field out.',
  notAChoice: 'The field cannot take this value. Take one of those in /docs, or leave the field out.',
  notAGuid: 'This is no GUID. Give one as 11111111-1111-4111-8111-111111111111.',
  notGuids: 'This is no list of GUIDs, or too long a one. Give ["11111111-1111-4111-8111-111111111111", …].',
  notAStructure: 'This is no object and no list. Give one, or leave the field out.',
} as const satisfies Record<string, string>;

export type RefusalCode = keyof typeof refusals;
