import { readDefinition } from './journeyDefinition';
import { wayThrough } from './journeyWay';
import { interactionFrom } from './interaction';
import { personRecordOf, type PersonRecord } from './personRecord';

const tile = (id: string, kind: string, parent?: string, relation = 'Default'): object => ({
  ActivityId: id,
  ActivityTypeId: kind,
  ParentActivityId: parent,
  ParentRelationshipType: relation,
});

const reading = readDefinition([
  tile('root', 'bpf_root'),
  tile('audience', 'Segment', 'root'),
  tile('mail', 'Email', 'audience'),
  tile('opened', 'Trigger', 'mail'),
  tile('thanks', 'Email', 'opened', 'yesBranch'),
]);

const row = (type: string, at: string, tile: string, columns: Readonly<Record<string, string>> = {}): PersonRecord =>
  personRecordOf(
    interactionFrom({
      InternalMarketingInteractionId: `${type} ${at}`,
      InteractionType: type,
      Timestamp: `2026-11-05T${at}:00.000Z`,
      ActivityId: tile,
      CustomerJourneyIterationId: 'first',
      ...columns,
    }),
  );

function way(...rows: readonly PersonRecord[]): readonly string[] {
  if ('problem' in reading) throw new Error(reading.problem);
  const clock = (at = ''): string => at.slice(11, 16);
  return wayThrough(reading.definition, rows).map(
    ({ tile: id, cameAt, leftAt, outcomeTitle }) => `${id} ${clock(cameAt)}–${clock(leftAt)} ${outcomeTitle}`,
  );
}

const passed = row('PassThroughActivityContactProcessed', '10:00', 'audience');

test('a way tells the tiles in order, when each was left, and where the person waits', () => {
  expect(way(row('EmailSent', '10:07', 'mail'), row('ActivityContactDispatched', '10:05', 'mail'), passed)).toEqual([
    'audience 10:00–10:00 Passed on',
    'mail 10:00–10:05 Passed on',
    'opened 10:05– Waiting',
  ]);
});

test('it tells the side on which a person went on, and what is proven without a time', () => {
  const said = row('TriggerActivityContactProcessed', '12:00', 'opened', { Path: 'yesBranch' });
  expect(way(passed, said, row('EmailOpened', '13:00', 'thanks'))).toEqual([
    'audience 10:00–10:00 Passed on',
    'mail 10:00– Passed on',
    'opened 12:00–12:00 Passed on: Yes',
    'thanks 12:00– Waiting',
  ]);
});

test('it ends where the person was stopped, and says why', () => {
  expect(way(passed, row('ActivityContactBlockedConsent', '10:02', 'mail'))).toEqual([
    'audience 10:00–10:00 Passed on',
    'mail 10:00–10:02 Stopped: Contact lowered consent below threshold',
  ]);
});

test('an expired message is told as such', () => {
  expect(way(passed, row('ActivityContactExpired', '10:02', 'mail'))[1]).toBe(
    'mail 10:00–10:02 Passed on, the message had expired',
  );
});

test('who never came to a tile has no way', () => {
  expect(way()).toEqual([]);
});
