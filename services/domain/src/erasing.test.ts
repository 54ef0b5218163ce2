import * as fc from 'fast-check';
import { contactToErase, strippedRow, withoutMentions } from './erasing';
import { interactionFrom, type Columns, type Interaction } from './interaction';
import { keptWhenErased, replacedWhenErased } from './registry/erasure';
import { interactionTypes } from './registry/interactionTypes';
import { judgedTypes } from './registry/verdictRules';
import { marksOf } from './verdicts';

const row = (columns: Columns): Interaction =>
  interactionFrom({
    InteractionType: 'FormSubmitted',
    InternalMarketingInteractionId: 'i1',
    Timestamp: '2026-11-01T08:00:00.000Z',
    ...columns,
  });
const replace = (id: string): string => `x-${id.length}`;

test('an erased person’s row keeps what happened, when, to what and in which country, and nothing else', () => {
  const { columns } = strippedRow(
    row({
      ContactId: 'anna',
      VisitorId: 'v',
      FormId: 'f1',
      CountryIsoCode: 'NO',
      City: 'Bergen',
      EmailAddressUsed: 'a@example.org',
      SubmittedValues: 'First name: Anna',
      SomeColumnOfTomorrow: 'Anna',
    }),
    'anna',
    replace,
  );
  expect(columns).toEqual({
    ContactId: 'x-4',
    CountryIsoCode: 'NO',
    Erased: 'person',
    FormId: 'f1',
    InteractionType: 'FormSubmitted',
    InternalMarketingInteractionId: 'i1',
    Timestamp: '2026-11-01T08:00:00.000Z',
  });
});

test('a row that named nobody gets the same new id as the person it belonged to', () => {
  expect(strippedRow(row({ VisitorId: 'v' }), 'anna', replace).columns['ContactId']).toBe('x-4');
});

test('ids of the person’s own doings stay equal where they were equal', () => {
  const [first, second] = ['s1', 's1'].map((SessionId) => strippedRow(row({ SessionId }), 'anna', replace));
  expect(first?.columns['SessionId']).toBe(second?.columns['SessionId']);
  expect(first?.columns['SessionId']).not.toBe('s1');
});

test('somebody else’s row loses only the values that name the erased', () => {
  const named = row({ ContactId: 'berit', SecondaryRecipientProfileId: 'anna' });
  expect(withoutMentions(named, (value) => value === 'anna')?.columns).toEqual(
    row({ ContactId: 'berit', Erased: 'mention' }).columns,
  );
  expect(withoutMentions(named, (value) => value === 'carl')).toBeUndefined();
});

test('a deleted contact has to be erased, a deleted record of another table has not', () => {
  const deleted = (columns: Columns): string | undefined => contactToErase(row(columns));
  expect(deleted({ InteractionType: 'ContactDeleted', DeletedContactId: 'anna' })).toBe('anna');
  const entity = { InteractionType: 'EntityDeleted', DeletedEntityId: 'anna' };
  expect(deleted({ ...entity, DeletedEntityType: 'Contact' })).toBe('anna');
  expect(deleted({ ...entity, DeletedEntityType: 'msdyncrm_segment' })).toBeUndefined();
  expect(deleted({ DeletedContactId: 'anna' })).toBeUndefined();
});

test('stripping twice is stripping once', () => {
  const names = [...new Set(Object.values(interactionTypes).flatMap(({ columns }) => columns))];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.string({ minLength: 1 })), (columns) => {
      const once = strippedRow(row(columns), 'anna', replace);
      const kept = (id: string): string => id;
      expect(strippedRow(once, once.columns['ContactId'] ?? '', kept).text).toBe(once.text);
    }),
  );
});

test('every column that stays or is replaced is a column of some type', () => {
  const known = new Set(Object.values(interactionTypes).flatMap(({ columns }) => columns));
  // Later editions have them.
  for (const column of ['DeliveredCount', 'MessageVariationName']) known.add(column);
  for (const column of [...keptWhenErased, ...replacedWhenErased]) expect([...known]).toContain(column);
});

test('what is left of a row is judged as the row was, whatever its agent, and keeps of the agent only what tells', () => {
  const parts = ['Mozilla/5.0', 'mozilla/5.0 (Windows)', 'via GoogleImageProxy', 'Barracuda Sentinel', 'Anna’s phone'];
  fc.assert(
    fc.property(
      fc.constantFrom(...judgedTypes),
      fc.record(
        {
          UserAgent: fc.array(fc.constantFrom(...parts), { minLength: 1 }).map((some) => some.join('; ')),
          EmailClientId: fc.constantFrom('bb63337d-d8da-489a-9ee3-857154e5080c', 'another'),
          IsBot: fc.constantFrom('true', '1', 'no'),
          BotDetectionReason: fc.constantFrom('SpeedTrap'),
        },
        { requiredKeys: [] },
      ),
      (InteractionType, columns) => {
        const whole = row({ ...columns, InteractionType, ContactId: 'anna' });
        const left = strippedRow(whole, 'anna', replace);
        expect(marksOf(left.type, left.columns)).toBe(marksOf(whole.type, whole.columns));
        expect(strippedRow(left, 'x-4', replace).columns['UserAgent']).toBe(left.columns['UserAgent']);
        expect(left.columns['UserAgent'] ?? '').not.toContain('Anna');
      },
    ),
  );
});
