import { readDefinition } from './journeyDefinition';
import { signatureOf, standingOf } from './journeyTiles';
import { interactionFrom } from './interaction';
import { personRecordOf, type PersonRecord } from './personRecord';
import { interactionTypes } from './registry/interactionTypes';
import { tileKinds } from './registry/tileKinds';
import { stopReasonIds, stopReasonOf, stopTypes, tileMarkIds, tileMarks } from './registry/tileMarks';

let made = 0;
const row = (type: string, tile: string, columns: Readonly<Record<string, string>> = {}): PersonRecord =>
  personRecordOf(
    interactionFrom({
      InternalMarketingInteractionId: `i${made++}`,
      InteractionType: type,
      Timestamp: '2026-11-05T10:00:00Z',
      ActivityId: tile,
      ...columns,
    }),
  );

const tile = (id: string, kind: string, parent?: string, relation = 'Default'): object => ({
  ActivityId: id,
  ActivityTypeId: kind,
  ParentActivityId: parent,
  ParentRelationshipType: relation,
});

/** An audience, an email, a question with an email on each side, of which the first waits, then ends. */
const reading = readDefinition([
  tile('audience', 'Segment'),
  tile('mail', 'Email', 'audience'),
  tile('opened', 'Trigger', 'mail'),
  tile('thanks', 'Email', 'opened', 'yesBranch'),
  tile('wait', 'Scheduler', 'thanks'),
  tile('again', 'Email', 'opened', 'noBranch'),
]);

function states(...rows: readonly PersonRecord[]): Readonly<Record<string, string>> {
  if ('problem' in reading) throw new Error(reading.problem);
  const standing = standingOf(reading.definition, signatureOf(rows));
  return Object.fromEntries(
    [...standing].map(([{ id }, { state, path, stop }]) => [id, [state, path, stop].filter(Boolean).join(' ')]),
  );
}

const ahead = { opened: 'queued', thanks: 'queued', wait: 'queued', again: 'queued' };

test('who has come to a tile and is not done with it is processing there, and queued at all that may follow', () => {
  expect(states(row('PassThroughActivityContactProcessed', 'audience'))).toEqual({
    audience: 'processed',
    mail: 'processing',
    ...ahead,
  });
});

test('who was stopped waits where that was, and is queued nowhere', () => {
  expect(states(row('ActivityContactBlocked', 'mail'), row('ActivityContactBlockedConsent', 'mail'))).toEqual({
    audience: 'processed',
    mail: 'stopped consent',
  });
});

test.each([
  ['Left the Subscription List', 'listLeft'],
  ['Stopped by hand', 'other'],
])('a stop for no specific reason whose row says "%s" is: %s', (Reason, reason) => {
  expect(states(row('ActivityContactBlocked', 'mail', { Reason }))['mail']).toBe(`stopped ${reason}`);
});

test('who passed an expired message is not processed there, and goes on', () => {
  const rows = [row('ActivityContactExpired', 'mail'), row('EmailBlockedByActivityExpiration', 'mail')];
  expect(states(...rows)).toMatchObject({ mail: 'expired', opened: 'processing' });
});

test('nothing expires but messages', () => {
  expect(states(row('ActivityContactExpired', 'audience'))).toMatchObject({ audience: 'processing' });
});

test.each([
  ['yesBranch', 'yesbranch', { thanks: 'processing', wait: 'queued' }],
  ['No', 'nobranch', { again: 'processing' }],
  ['perhaps', 'perhaps', {}],
])('who went on by Path %s is on that side alone', (Path, path, beyond) => {
  expect(states(row('TriggerActivityContactProcessed', 'opened', { Path }))).toEqual({
    audience: 'processed',
    mail: 'processed',
    opened: `processed ${path}`,
    ...beyond,
  });
});

test('a row at a tile proves that all before it were passed, whatever rows there say', () => {
  const rows = [
    row('ActivityContactBlockedConsent', 'audience'),
    row('TriggerActivityContactProcessed', 'opened', { Path: 'noBranch' }),
    row('EmailOpened', 'wait'),
  ];
  expect(states(...rows)).toEqual({
    audience: 'processed',
    mail: 'processed',
    opened: 'processed yesbranch',
    thanks: 'processed',
    wait: 'processing',
  });
});

test('of two ways that rows further on prove the one holds that the row of the question names', () => {
  const [beyond, other] = [row('EmailSent', 'thanks'), row('EmailSent', 'again')];
  const said = row('TriggerActivityContactProcessed', 'opened', { Path: 'noBranch' });
  expect(states(beyond, other)['opened']).toBe('processed yesbranch');
  expect(states(beyond, other, said)['opened']).toBe('processed nobranch');
});

test('of several that name a way on, the first one holds', () => {
  const later = row('TriggerActivityContactProcessed', 'opened', { Path: 'no', Timestamp: '2026-11-06T10:00:00Z' });
  expect(states(later, row('TriggerActivityContactProcessed', 'opened', { Path: 'yes' }))['opened']).toBe(
    'processed yesbranch',
  );
});

test('who has rows at tiles alone that the journey does not have stands nowhere', () => {
  expect(states(row('EmailSent', 'gone'), row('FormSubmitted', ''))).toEqual({});
});

test('what a tile is done by are types that exist, each in one mark, and every mark is of a kind', () => {
  const types = tileMarkIds.flatMap((mark) => tileMarks[mark].types as readonly string[]);
  for (const type of [...types, ...stopTypes]) expect(interactionTypes).toHaveProperty(type);
  expect(new Set(types).size).toBe(types.length);
  const letters = [
    ...tileMarkIds.map((mark) => tileMarks[mark].letter as string),
    ...stopReasonIds.map((id) => stopReasonOf(id).letter),
  ];
  expect(new Set(letters).size).toBe(letters.length);
  const ofKinds = Object.values(tileKinds).flatMap(({ doneBy }): readonly string[] => doneBy);
  expect(tileMarkIds.filter((mark) => mark !== 'expired' && !ofKinds.includes(mark))).toEqual([]);
});
