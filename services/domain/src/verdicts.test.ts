import * as fc from 'fast-check';
import { contributions, type Choice } from './counting';
import { interactionFrom } from './interaction';
import { personRecordOf, type PersonRecord } from './personRecord';
import { counterIds, counterOf } from './registry/counters';
import { rulesVersion, verdictRuleIds, verdictRuleOf } from './registry/verdictRules';
import { isJudged, judged, judgementText, marksOf } from './verdicts';

const delivered = Date.parse('2026-11-02T08:00:00Z');
let count = 0;

/** A row of one message, so many seconds after its delivery. */
function row(type: string, after: number, columns: Readonly<Record<string, string>> = {}): PersonRecord {
  return personRecordOf(
    interactionFrom({
      InternalMarketingInteractionId: `id${String(++count).padStart(4, '0')}`,
      InteractionType: type,
      Timestamp: new Date(delivered + after * 1000).toISOString(),
      MessageId: 'm1',
      SendingId: 's1',
      ...columns,
    }),
  );
}

const open = (after: number, columns = {}): PersonRecord => row('EmailOpened', after, columns);
const click = (after: number, columns = {}): PersonRecord => row('EmailClicked', after, { LinkId: 'a', ...columns });
const botClick = (after: number, columns = {}): PersonRecord =>
  row('BotEmailLinkClicked', after, { LinkId: 'a', ...columns });
const delivery = (columns = {}): PersonRecord => row('EmailDelivered', 0, columns);

/** The verdict on the first of the rows, with its rule where one decides. */
function verdictOn(...rows: readonly PersonRecord[]): string {
  const [first] = judged(rows, rulesVersion);
  return first ? [first.verdict, first.rule].join(' ').trim() : '';
}

const minute = 60;
const apple = { EmailClientId: 'BB63337D-D8DA-489A-9EE3-857154E5080C' };
const browser = { VisitorId: 'v1', SessionId: 'x1' };

test('of an open or click that no rule speaks of nothing is known', () => {
  expect(verdictOn(open(500), delivery())).toBe('unknown');
  expect(verdictOn(click(500), delivery())).toBe('unknown');
});

test('a click of a type of its own is a machine’s, whether or not it names a message', () => {
  expect(verdictOn(botClick(500))).toBe('machine machineType');
  expect(verdictOn(botClick(500, { MessageId: '' }))).toBe('machine machineType');
});

test.each([
  ['of the same link and instant', click(500), 'machine machineTwin'],
  ['of another link', click(500, { LinkId: 'b' }), 'unknown'],
  ['of another instant', click(501), 'unknown'],
  ['in another message', click(500, { MessageId: 'm2' }), 'unknown'],
])('beside a reported machine’s click one %s is judged as it should', (_what, other, expected) => {
  expect(verdictOn(other, botClick(500))).toBe(expected);
});

test.each([
  ['a reason for the suspicion', { BotDetectionReason: 'AllLinksClicked' }, 'machine providerReason'],
  ['a mark that says true', { IsMachine: 'True' }, 'machine providerMark'],
  ['a mark that says 1', { sg_machine_open: '1' }, 'machine providerMark'],
  ['a mark that says false', { IsMachine: 'false', IsBot: '0' }, 'unknown'],
  ['a mail scanner’s name', { UserAgent: 'Barracuda Sentinel (EE)' }, 'machine scannerAgent'],
  ['a program’s name', { UserAgent: 'python-requests/2.31' }, 'machine scannerAgent'],
  ['a browser’s name', { UserAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/126.0' }, 'unknown'],
])('the sender or the agent tells: an open and a click with %s', (_what, columns, expected) => {
  expect([verdictOn(open(500, columns)), verdictOn(click(500, columns))]).toEqual([expected, expected]);
});

test('an agent of Mozilla/5.0 and no more opens for Apple, and clicks for nobody known', () => {
  expect(verdictOn(open(9000, { UserAgent: 'Mozilla/5.0' }))).toBe('machine applePrivacy');
  expect(verdictOn(click(9000, { UserAgent: 'Mozilla/5.0' }))).toBe('unknown');
});

test('Apple Mail at delivery is a machine, later it is only doubtful', () => {
  expect(verdictOn(open(30, apple), delivery())).toBe('machine appleAtDelivery');
  expect(verdictOn(open(31, apple), delivery())).toBe('unknown appleMail');
  expect(verdictOn(open(5), delivery())).toBe('unknown');
});

test('servers that load pictures for their readers prove neither', () => {
  const gmail = 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)';
  expect(verdictOn(open(500, { UserAgent: gmail }))).toBe('unknown pictureProxy');
});

test.each([
  ['three links within ten seconds', [0, 4, 10], ['a', 'b', 'c'], 'machine linkSweep'],
  ['three links in a little more', [0, 4, 11], ['a', 'b', 'c'], 'unknown'],
  ['two links, one of them twice', [0, 1, 2], ['a', 'b', 'a'], 'unknown'],
  ['clicks that name no link', [0, 1, 2], ['', '', ''], 'unknown'],
])('clicks on %s are judged as they should', (_what, at, links, expected) => {
  const clicks = at.map((after, i) => click(500 + after, { LinkId: links[i] }));
  const verdicts = clicks.map((first) => verdictOn(first, ...clicks.filter((other) => other !== first)));
  expect(verdicts).toEqual(clicks.map(() => expected));
});

test('a click amid a sweep is the sweep’s, even on a link that it has already', () => {
  const sweep = [click(500), click(503, { LinkId: 'b' }), click(506, { LinkId: 'c' })];
  expect(verdictOn(click(508), ...sweep)).toBe('machine linkSweep');
  expect(verdictOn(click(520), ...sweep)).toBe('unknown');
});

test('an open amid a sweep is the sweep’s, one before or after it is not', () => {
  const sweep = [click(500), click(503, { LinkId: 'b' }), click(506, { LinkId: 'c' })];
  expect(verdictOn(open(500), ...sweep)).toBe('machine linkSweep');
  expect(verdictOn(open(510), ...sweep)).toBe('machine linkSweep');
  expect(verdictOn(open(496), ...sweep)).toBe('machine linkSweep');
  expect([verdictOn(open(495), ...sweep), verdictOn(open(511), ...sweep)]).toEqual(['unknown', 'unknown']);
  expect(verdictOn(open(500, { LinkId: 'd' }), ...sweep.slice(1))).toBe('unknown');
});

test('reported machine’s clicks count among the links of a sweep', () => {
  const told = [botClick(501, { LinkId: 'b' }), botClick(502, { LinkId: 'c' })];
  expect(verdictOn(click(500), ...told)).toBe('machine linkSweep');
});

test.each([
  ['ten seconds after it', click(10), delivery(), 'machine clickAtDelivery'],
  ['just before it, while the server took the message in', click(-3), delivery(), 'machine clickAtDelivery'],
  ['eleven seconds after it', click(11), delivery(), 'unknown'],
  ['of another sending', click(1), delivery({ SendingId: 's2' }), 'unknown'],
  ['that is taken back', click(1), delivery({ DeliveredCount: '-1' }), 'unknown'],
])('a click at a delivery, %s, is judged as it should', (_what, first, other, expected) => {
  expect(verdictOn(first, other)).toBe(expected);
});

test('three opens, or three clicks, at one instant are a machine’s; two and one of each are not', () => {
  expect(verdictOn(open(500), open(500), open(500))).toBe('machine sameInstant');
  expect(verdictOn(click(500), click(500), click(500))).toBe('machine sameInstant');
  expect(verdictOn(open(500), open(500), click(500))).toBe('unknown');
  expect(verdictOn(open(500), open(500), open(500, { MessageId: 'm2' }))).toBe('unknown');
});

test.each([
  ['a visit of the session', row('WebsiteVisited', 520, { SessionId: 'x1' }), 'human visitAfterClick'],
  ['a form sent by the visitor', row('FormSubmitted', 500 + 30 * minute, { VisitorId: 'v1' }), 'human visitAfterClick'],
  ['a visit half an hour later and more', row('WebsiteVisited', 501 + 30 * minute, browser), 'unknown'],
  ['a visit before it', row('WebsiteVisited', 499, browser), 'unknown'],
  ['a visit of somebody else', row('WebsiteVisited', 520, { VisitorId: 'v2', SessionId: 'x2' }), 'unknown'],
  ['a visit that another message led to', row('WebsiteVisited', 520, { ...browser, MessageId: 'm2' }), 'unknown'],
])('a click followed by %s is judged as it should', (_what, visit, expected) => {
  expect(verdictOn(click(500, browser), visit)).toBe(expected);
});

test('an open followed by a person’s click is a person’s; by a click of which nothing is known it is not', () => {
  const visit = row('WebsiteVisited', 520, browser);
  expect(verdictOn(open(480), click(500, browser), visit)).toBe('human clickAfterOpen');
  expect(verdictOn(open(480), click(500))).toBe('unknown');
  expect(verdictOn(open(500 - 31 * minute), click(500, browser), visit)).toBe('unknown');
  expect(verdictOn(open(501), click(500, browser), visit)).toBe('unknown');
});

test('doubt never makes a person: a machine’s rule goes before a person’s', () => {
  const visit = row('WebsiteVisited', 20, browser);
  expect(verdictOn(click(5, browser), delivery(), visit)).toBe('machine clickAtDelivery');
  expect(verdictOn(open(20, apple), delivery(), click(60, browser), row('FormSubmitted', 90, browser))).toBe(
    'machine appleAtDelivery',
  );
});

test('a picture proxy’s open is a person’s where a person’s click follows', () => {
  const proxy = open(480, { UserAgent: 'YahooMailProxy; https://help.yahoo.com' });
  expect(verdictOn(proxy, click(500, browser), row('WebsiteVisited', 520, browser))).toBe('human clickAfterOpen');
});

test('test sends prove nothing', () => {
  const testSend = { UsageType: 'TestSend' };
  expect(verdictOn(click(5), delivery(testSend))).toBe('unknown');
  expect(verdictOn(open(500), open(500), open(500, testSend))).toBe('unknown');
});

test('a verdict is told in words with its reason', () => {
  expect(judgementText({ verdict: 'machine', rule: 'linkSweep' })).toBe(
    'Machine: amid three or more links within 10 seconds',
  );
  expect(judgementText({ verdict: 'unknown', rule: '' })).toBe('Not known');
});

test('only opens and clicks are judged', () => {
  expect(['EmailOpened', 'EmailClicked', 'BotEmailLinkClicked'].every(isJudged)).toBe(true);
  expect(['EmailDelivered', 'WebsiteVisited', 'constructor'].some(isJudged)).toBe(false);
  expect(marksOf('EmailDelivered', { BotDetectionReason: 'x', UserAgent: 'curl/8' })).toBe('');
});

describe('a version of the rules', () => {
  test('rows judged by a version that knew no rules are unknown', () => {
    expect(judged([botClick(5)], 0)[0]).toMatchObject({ verdict: 'unknown', rule: '' });
  });
  test.each(verdictRuleIds)('rule %s belongs to some version, and to versions that exist', (id) => {
    const { since, until = Infinity } = verdictRuleOf(id);
    expect(since).toBeGreaterThanOrEqual(1);
    expect(since).toBeLessThanOrEqual(rulesVersion);
    expect(until).toBeGreaterThan(since);
  });
  test.each(verdictRuleIds)('rule %s judges opens and clicks only, and all rows whose number it goes by', (id) => {
    const { judges, test: how } = verdictRuleOf(id);
    expect(['EmailOpened', 'EmailClicked', 'BotEmailLinkClicked']).toEqual(expect.arrayContaining([...judges]));
    expect(judges).toEqual(expect.arrayContaining(how.kind === 'manyWithin' ? [...how.types] : []));
  });
  test('machines come before people, and people before doubts', () => {
    const weight = { machine: 0, human: 1, unknown: 2 };
    const order = verdictRuleIds.map((id) => weight[verdictRuleOf(id).verdict]);
    expect(order).toEqual([...order].sort());
  });
});

describe('whatever the rows', () => {
  const someRow = fc
    .record({
      type: fc.constantFrom('EmailOpened', 'EmailClicked', 'BotEmailLinkClicked', 'EmailDelivered', 'WebsiteVisited'),
      after: fc.integer({ min: -3, max: 40 }),
      LinkId: fc.constantFrom('', 'a', 'b', 'c'),
      MessageId: fc.constantFrom('', 'm1', 'm2'),
      SendingId: fc.constantFrom('s1', 's2'),
      VisitorId: fc.constantFrom('', 'v1', 'v2'),
      UserAgent: fc.constantFrom('', '', '', 'Mozilla/5.0', 'curl/8', 'GoogleImageProxy'),
      EmailClientId: fc.constantFrom('', '', apple.EmailClientId),
      UsageType: fc.constantFrom('', '', '', 'TestSend'),
    })
    .map(({ type, after, ...columns }) =>
      row(type, after, Object.fromEntries(Object.entries(columns).filter(([, text]) => text !== ''))),
    );
  const rows = fc.array(someRow, { maxLength: 30, size: 'max' });
  const told = (records: readonly PersonRecord[]): Record<string, string> =>
    Object.fromEntries(judged(records, rulesVersion).map(({ id, verdict, rule }) => [id, `${verdict} ${rule}`]));

  test('their order does not matter', () => {
    fc.assert(
      fc.property(
        rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => expect(told(shuffled)).toEqual(told(all)),
      ),
    );
  });

  test('rows of another message, and of none, change no verdict', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const alone = told(all.filter(({ message }) => message === 'm1'));
        expect(told(all)).toMatchObject(alone);
      }),
    );
  });

  test('people and machines together are all, of every counter that counts each row', () => {
    const number = (records: readonly PersonRecord[], verdict: Choice['verdict'], id: (typeof counterIds)[number]) =>
      contributions(id, records, { verdict }, () => true);
    fc.assert(
      fc.property(rows, (all) => {
        const records = judged(all, rulesVersion);
        for (const id of counterIds.filter((one) => counterOf(one).counts === 'every')) {
          const machines = number(records, 'all', id).filter(({ record }) => record.verdict === 'machine');
          expect(number(records, 'people', id).length + machines.length).toBe(number(records, 'all', id).length);
        }
        for (const id of counterIds) {
          const [sure = 0, people = 0, everybody = 0] = (['surePeople', 'people', 'all'] as const).map(
            (verdict) => number(records, verdict, id).length,
          );
          expect([sure <= people, people <= everybody]).toEqual([true, true]);
        }
      }),
    );
  });
});
