import { readInteraction, type RawRow } from './interaction';
import { subjectsOf, type Subject } from './subjects';

const touched = (raw: RawRow): readonly Subject[] => {
  const reading = readInteraction(
    { InternalMarketingInteractionId: 'a', Timestamp: '2026-11-20T10:00:00Z', ...raw },
    Date.parse('2026-11-23'),
  );
  return reading.ok ? subjectsOf(reading.interaction) : [];
};

test('an interaction touches every record it names', () => {
  expect(touched({ InteractionType: 'EmailOpened', ContactId: 'C', MessageId: 'M', CustomerJourneyId: 'J' })).toEqual([
    { type: 'contact', id: 'c' },
    { type: 'journey', id: 'j' },
    { type: 'email', id: 'm' },
  ]);
});

test('the link of a redirect is a redirect URL, that of an email is not', () => {
  expect(touched({ InteractionType: 'RedirectLinkClicked', LinkId: 'L' })).toEqual([{ type: 'redirectUrl', id: 'l' }]);
  expect(touched({ InteractionType: 'EmailClicked', LinkId: 'L' })).toEqual([]);
});

test('a subscription list is no segment', () => {
  expect(touched({ InteractionType: 'SegmentSubscribed', SegmentId: 'S' })).toEqual([]);
  expect(touched({ InteractionType: 'SegmentMemberAdded', SegmentId: 'S' })).toEqual([{ type: 'segment', id: 's' }]);
});
