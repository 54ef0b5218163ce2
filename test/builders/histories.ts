import fc from 'fast-check';
import type { Delivered } from '../oracle/rows';
import { accounts } from './accounts';
import { cyclic } from './cyclic';
import { spellings, type Spelling } from './spellings';
import { instantOf, moments, worlds, type World } from './worlds';

/** All that was ever delivered, in no order that means anything. */
export interface History {
  readonly world: World;
  readonly deliveries: readonly Delivered[];
}

const guid = (kind: number, n: number): string => `${kind}f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f${String(n).padStart(4, '0')}`;
const guids = (kind: number, count: number): string[] => Array.from({ length: count }, (_, n) => guid(kind, n));

/** So few of each that rows meet in all ways. */
export const contacts = guids(1, 2);
export const journeys = guids(2, 2);
export const iterations = guids(3, 2);
export const tiles = ['01_0', '01_0_3'];
export const messages = guids(4, 3);
const sendings = guids(5, 2);
const visitors = ['v-7', guid(6, 1)];
export const links = guids(7, 2);
/** Marketing pages, forms and websites. */
export const sites = guids(8, 2);
const sessions = ['s-7', 's-8'];
const lists = guids(8, 2);
export const leads = guids(0, 2);
/** The last two differ at their very end. */
const pages = ['https://a.example/', ...['1', '2'].map((end) => `https://a.example/?${'q'.repeat(150)}${end}`)];
const filledIn = [
  'Name: Anna & B&amp;B\r\nWhat?: a: b\nc\r\nsubmit1f0a1c5e-6a34-4c8e-9f5e-5a3d3a1f0001:',
  'Diet: \r\nName: Bert\r\nand more\r\nName: &lt;C&gt;',
  'no label',
];

const types: readonly (readonly [weight: number, ...types: readonly string[]])[] = [
  [7, 'EmailDelivered', 'EmailOpened', 'EmailClicked'],
  [5, 'EmailSent', 'BotEmailLinkClicked', 'EmailHardRemoteBounced', 'EmailSoftRemoteBounced'],
  [2, 'EmailBlocked', 'EmailBlockedByUser', 'SegmentUnsubscribed'],
  [1, 'EmailHardBounced', 'EmailSoftBounced', 'EmailBlockBounced', 'EmailFeedbackLoop', 'EmailForwarded'],
  [1, 'InvalidReplyToAddress', 'DomainNotOwnedByAnyone', 'EmailContainsBlacklistedLinks'],
  [1, 'EmailBlockedTrialQuotaExceeded', 'EmailSubscriptionSubmit', 'EmailSendingFailed', 'ActivityContactBlocked'],
  [3, 'WebsiteVisited', 'WebsiteClicked', 'FormVisited', 'FormSubmitted'],
  [1, 'RedirectLinkClicked', 'EventRegistration', 'EventCheckIn', 'EventRegistrationCanceled'],
  [1, 'SegmentSubscribed', 'SessionRegistrationCanceled', 'LeadScoreBoost', 'SegmentMemberAdded', 'ContactDeleted'],
  [1, 'ActivityContactBlocked', 'ActivityContactBlockedConsent', 'ActivityContactBlockedSuppression'],
  [1, 'FaxReceived', 'constructor', 'Smak & färg'],
];
const type = fc.oneof(...types.map(([weight, ...names]) => ({ weight, arbitrary: fc.constantFrom(...names) })));

const often = <T>(values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 6 });
const oneIn = (n: number, ...values: readonly string[]): fc.Arbitrary<string | undefined> =>
  fc.oneof({ weight: n - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...values) });

type Cells = Readonly<Record<string, string | undefined>>;

/** Who and what a row is about. */
const about = fc
  .record({
    ContactId: often(contacts),
    AccountId: oneIn(2, ...accounts),
    VisitorId: oneIn(2, ...visitors),
    MessageId: often(messages),
    SendingId: often(sendings),
    CustomerJourneyId: often(journeys),
    CustomerJourneyIterationId: often(iterations),
    ActivityId: often(tiles),
    LinkId: often(links),
    SessionId: often(sessions),
    page: often(pages),
    SegmentId: oneIn(2, ...lists),
    PageId: oneIn(2, ...sites),
    FormId: oneIn(2, ...sites),
    WebsiteId: oneIn(2, ...sites),
    LeadId: oneIn(3, ...leads),
  })
  .map(({ page, ...others }) => ({ ...others, PageAddress: page, ReferrerUri: page }));

/** What one Version of an interaction says; the time is one of the few of the history. */
interface Said {
  readonly at: number;
  readonly cells: Cells;
}

const said: fc.Arbitrary<Said> = fc.record({
  at: fc.nat(99),
  cells: fc.record({
    InteractionType: type,
    Version: fc.constantFrom(undefined, '1', '1', '1', '2', '10', '9223372036854775807', 'latest'),
    DeliveredCount: oneIn(4, '-1', '-1', '-1', '1', '0'),
    UsageType: oneIn(8, 'CustomerJourney', 'TRIGGER', 'TestSend', 'preview'),
    City: oneIn(8, 'Oslo', 'São Paulo', ' '),
    EmailDomain: oneIn(2, 'a.example', 'A.example', 'b.example'),
    CountryIsoCode: oneIn(2, 'NO', 'no', 'BR', 'Norway'),
    BrowserId: oneIn(2, 'A8A2DC38-6ACD-42C3-999B-5599E31ACA3B', 'f5b513f6-ad0a-4515-9a63-4e7bcc3c928f', 'none'),
    LinkFriendlyName: oneIn(2, 'Read &amp; more', 'Shop'),
    LeadMatchingResult: oneIn(2, 'Created', 'created', 'Updated'),
    ContactMatchingResult: oneIn(2, 'Created', 'updated'),
    Result: oneIn(2, 'Failure', 'Success'),
    ContactFailureMessage: oneIn(3, 'The address is not valid.'),
    VisitorReturningStatus: oneIn(2, 'New', 'Returning'),
    SearchPhrase: oneIn(3, 'Heat pump', 'heat pump'),
    Link: oneIn(2, ...pages),
    FormSubmissionId: oneIn(2, ...links),
    SubmittedValues: oneIn(2, ...filledIn),
    Reason: oneIn(3, 'Left the subscription list', 'Other'),
    Zodiac: oneIn(8, '=1+1', 'a\r\nb', '🔥 "x"', '\u2028'),
  }),
});

/** What differs from a row that is otherwise the same: nothing but the text, a little, or everything. */
interface Change {
  readonly to: Said;
  readonly about: Cells;
  /** Columns, and `at`, that are as in `to` and `about`. */
  readonly takes: readonly string[];
}

const change: fc.Arbitrary<Change> = fc.record({
  to: said,
  about,
  takes: fc.oneof(
    fc.subarray(
      ['at', 'InteractionType', 'Version', 'ContactId', 'AccountId', 'CustomerJourneyId', 'ActivityId', 'City'],
      {
        maxLength: 2,
      },
    ),
    fc.constant(['at', 'InteractionType', 'Version', 'ContactId', 'VisitorId', 'MessageId', 'SendingId', 'City']),
  ),
});

function changed(one: Said, { to, about, takes }: Change): Said {
  const other: Cells = { ...about, ...to.cells };
  const cells = Object.fromEntries(takes.filter((name) => name !== 'at').map((column) => [column, other[column]]));
  return { at: takes.includes('at') ? to.at : one.at, cells: { ...one.cells, ...cells } };
}

/** An interaction of a story: how it differs from the story, its corrections, and the ways in which it is delivered. */
interface Interaction {
  readonly said: Said;
  readonly aside: Change | undefined;
  readonly corrections: readonly Change[];
  readonly ways: readonly Spelling[];
}

const interaction: fc.Arbitrary<Interaction> = fc.record({
  said,
  aside: fc.option(change, { nil: undefined, freq: 1 }),
  corrections: fc.array(change, { maxLength: 2 }),
  ways: fc.array(spellings, { minLength: 1, maxLength: 5 }),
});

/** A message sent to a person and what came of it, or a visit: most rows of a story are about the same. */
const stories = fc.array(fc.tuple(about, fc.array(interaction, { minLength: 1, maxLength: 7, size: 'max' })), {
  minLength: 1,
  maxLength: 5,
  size: 'max',
});

/** All that was ever said of an interaction. */
function versionsOf(story: Cells, { said, aside, corrections }: Interaction): readonly Said[] {
  const plain = { ...said, cells: { ...story, ...said.cells } };
  const first = aside ? changed(plain, aside) : plain;
  return [first, ...corrections.map((correction) => changed(first, correction))];
}

const aDay = 24 * 60 * 60 * 1000;
const noRows: readonly unknown[] = [null, 7, 'EmailOpened', [], {}];

/** What makes a delivery one that nobody can take. */
const faults: readonly ((row: Readonly<Record<string, string>>, now: number) => unknown)[] = [
  (row) => ({ ...row, InternalMarketingInteractionId: '', InteractionId: '', IdempotencyId: ' ' }),
  (row) => ({ ...row, Timestamp: '' }),
  (row) => ({ ...row, Timestamp: 'last Tuesday' }),
  (row) => ({ ...row, Timestamp: '2/30/2026 8:15:00 AM +00:00' }),
  (row, now) => ({ ...row, Timestamp: new Date(now + aDay + 1).toISOString() }),
  (row, now) => noRows[now % noRows.length] ?? Object.keys(row).length,
];

export const histories: fc.Arbitrary<History> = fc
  .record({
    world: worlds,
    times: fc.array(moments, { minLength: 3, maxLength: 8 }),
    stories,
    refused: fc.array(fc.tuple(said, spellings, fc.constantFrom(...faults)), { maxLength: 3 }),
  })
  .map(({ world, times, stories, refused }) => {
    const instants = times.map((moment) => instantOf(world, moment));
    const delivered = (one: Said, n: number, way: Spelling): Delivered => ({
      ...written(one.cells, idOf(n), cyclic(instants, one.at), way),
      receivedAt: world.now,
    });
    const interactions = stories.flatMap(([about, all]) =>
      all.map((one) => ({ ways: one.ways, all: versionsOf(about, one) })),
    );
    const taken = interactions.flatMap(({ ways, all }, n) =>
      Array.from({ length: Math.max(all.length, ways.length) }, (_, i) =>
        delivered(cyclic(all, i), n, cyclic(ways, i)),
      ),
    );
    const spoilt = refused.map(([one, way, spoil], n): Delivered => {
      const sound = delivered(one, 500 + n, way);
      return { ...sound, row: spoil(sound.row as Record<string, string>, world.now) };
    });
    return history(world, [...taken, ...spoilt]);
  });

/** A history that prints itself in few words where a law fails. */
function history(world: World, deliveries: readonly Delivered[]): History {
  const text = (): string =>
    `${world.zone} at ${new Date(world.now).toISOString()}:\n${deliveries.map(inShort).join('\n')}\n`;
  return Object.assign({ world, deliveries }, { [fc.toStringMethod]: text });
}

function inShort({ row, folder }: Delivered): string {
  const cells = Object.entries(row ?? {}).filter(([, value]) => value !== '');
  return `  ${folder === undefined ? '' : `${folder}/ `}${cells.map(([column, value]) => `${column}=${JSON.stringify(value)}`).join(' ')}`;
}

/** Every fifth id is no GUID. */
const idOf = (n: number): string => (n % 5 === 4 ? `row-${n}` : guid(9, n));

const folders: Readonly<Record<Spelling['typeIn'], (type: string) => string | undefined>> = {
  row: () => undefined,
  folder: (type) => type,
  rowOfAnotherFolder: () => 'EmailSent',
};

function written(one: Cells, id: string, at: number, way: Spelling): { row: object; folder: string | undefined } {
  const { InteractionType = '', ...others } = one;
  const type = way.type(InteractionType);
  const filled = Object.entries(others).flatMap(([column, value]): [string, string][] =>
    value === undefined ? [] : [[column, column.endsWith('Id') ? way.otherIds(value) : value]],
  );
  const empty = way.empty.filter((column) => one[column] === undefined).map((column): [string, string] => [column, '']);
  const cells: [string, string][] = [
    ['InteractionType', way.typeIn === 'folder' ? '' : type],
    [way.idColumn, way.id(id)],
    ['Timestamp', way.time(at)],
    ...filled,
    ...empty,
  ];
  return {
    row: Object.fromEntries(way.reversed ? cells.reverse() : cells),
    folder: folders[way.typeIn](type),
  };
}
