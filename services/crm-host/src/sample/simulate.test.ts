import {
  outboundTypes,
  ownStatuses,
  ownTableIds,
  ownTables,
  ownTypeOf,
  readInteraction,
} from '@record-insights/domain';
import { textOf } from '../row';
import { notableContacts } from './notable';
import type { InteractionRow } from './outbox';
import { cellOf, grouped, holding, smallOptions, timeOf } from './sample.builder';
import { sampleUsers } from './sampleUsers';
import { simulate } from './simulate';

const sample = simulate(smallOptions);
const written = [...sample.interactions];
const rows = holding(written);
const byType = grouped(rows, (row) => cellOf(row, 'InteractionType'));
const ofType = (type: string): readonly InteractionRow[] => byType.get(type) ?? [];
const hour = 3_600_000;

/** Share of the rows of which the claim holds. Rows on their way when the sample ends keep it a little below 1. */
const shareOf = (all: readonly InteractionRow[], claim: (row: InteractionRow) => boolean): number =>
  all.filter(claim).length / all.length;

const mailOf = (row: InteractionRow): string =>
  ['SendingId', 'MessageId', 'ContactId'].map((column) => cellOf(row, column)).join('/');

/** Earliest time of each message to each person. */
const firstOf = (type: string): Map<string, number> => {
  const first = new Map<string, number>();
  for (const row of ofType(type)) {
    first.set(mailOf(row), Math.min(timeOf(row), first.get(mailOf(row)) ?? Infinity));
  }
  return first;
};

describe('the records', () => {
  test('are as many as a small organisation has', () => {
    const counts = Object.fromEntries(Object.entries(sample.records).map(([table, all]) => [table, all.length]));
    expect(counts).toMatchObject({ contact: 2000, account: 150, rin_marketingemail: 40, rin_redirecturl: 10 });
    expect(counts).toMatchObject({ rin_scoringmodel: 3, rin_marketingpage: 9, rin_marketingform: 6, rin_website: 4 });
    expect(counts['lead']).toBeGreaterThan(290);
    expect(counts['systemuser']).toBe(3);
  });

  test.each(ownTableIds)('of %s hold only columns that the table in the solution has', (id) => {
    const { table, key, name } = ownTypeOf(id).tables.own;
    const shared = [key, name, '_ownerid_value', 'createdon', 'modifiedon', 'statecode', 'statuscode'];
    const columns = ownTables[id].columns.map((column) =>
      column.holds.kind === 'lookup' ? `_${column.name}_value` : column.name,
    );
    const rowsOfTable = sample.records[table] ?? [];
    const held = new Set(rowsOfTable.flatMap(Object.keys));
    expect(rowsOfTable.length).toBeGreaterThan(0);
    expect([...held].filter((column) => ![...shared, ...columns].includes(column))).toEqual([]);
    for (const row of rowsOfTable) expect(Object.keys(ownStatuses)).toContain(textOf(row, 'statuscode'));
  });

  test('belong to users who exist, and some accounts to the one who sees only own ones', () => {
    const owners = Object.values(sample.records).flatMap((all) => all.map((row) => textOf(row, '_ownerid_value')));
    expect(new Set(owners.filter(Boolean))).toEqual(new Set([sampleUsers.emil, sampleUsers.sanna]));
    const own = sample.records['account']?.filter((row) => textOf(row, '_ownerid_value') === sampleUsers.sanna);
    expect(own?.length).toBe(50);
  });

  test('name people only under addresses that nobody has, each once', () => {
    const addresses = (sample.records['contact'] ?? []).map((row) => textOf(row, 'emailaddress1'));
    expect(addresses.filter((address) => !/^[a-z0-9.-]+@[a-z0-9.-]+\.example$/.test(address))).toEqual([]);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('hold journeys whose definitions name tiles under their parents and records that exist', () => {
    const ids = new Set(
      Object.values(sample.records).flatMap((all) => all.flatMap((row) => Object.values(row).map(String))),
    );
    for (const journey of sample.records['rin_customerjourney'] ?? []) {
      const tiles = JSON.parse(textOf(journey, 'rin_workflowdefinition')) as Record<string, unknown>[];
      const tileIds = tiles.map((tile) => tile['ActivityId']);
      expect(new Set(tileIds).size).toBe(tiles.length);
      for (const tile of tiles.slice(1)) expect(tileIds).toContain(tile['ParentActivityId']);
      const emails = tiles.filter((tile) => tile['ActivityTypeId'] === 'Email');
      expect(emails.length).toBeGreaterThan(0);
      const items = emails.map((tile) => (tile['Properties'] as { Items: { ItemId: string }[] }).Items[0]?.ItemId);
      for (const item of items) expect(ids).toContain(item);
    }
  });
});

describe('the interactions', () => {
  test('are about a hundred thousand, of all 65 exported types and of our own', () => {
    expect(written.length).toBeGreaterThan(85_000);
    expect(written.length).toBeLessThan(125_000);
    expect(outboundTypes).toHaveLength(65);
    const own = ['LeadScored', 'LeadStageChanged', 'SegmentMemberAdded', 'SegmentMemberRemoved'];
    expect([...outboundTypes, ...own].filter((type) => ofType(type).length === 0)).toEqual([]);
  });

  test('can all be read, and none happened after the last instant', () => {
    const until = smallOptions.until.getTime();
    expect(written.filter((row) => !readInteraction(row, until).ok)).toEqual([]);
    expect(written.filter((row) => timeOf(row) > until)).toEqual([]);
  });

  test('tell of opens and clicks only after a delivery, and of deliveries after a send', () => {
    const sent = firstOf('EmailSent');
    const delivered = firstOf('EmailDelivered');
    const after = (first: Map<string, number>) => (row: InteractionRow) =>
      timeOf(row) > (first.get(mailOf(row)) ?? Infinity);
    expect(shareOf(ofType('EmailDelivered'), after(sent))).toBeGreaterThan(0.99);
    expect(shareOf(ofType('EmailOpened'), after(delivered))).toBeGreaterThan(0.98);
    expect(shareOf(ofType('EmailClicked'), after(delivered))).toBeGreaterThan(0.98);
  });

  test('show the rates that marketers know: of the sent, of the delivered, of those that people act on', () => {
    const inUse = (row: InteractionRow): boolean => row['UsageType'] !== 'TestSend';
    const mails = (types: readonly string[]): Set<string> =>
      new Set(types.flatMap((type) => ofType(type).filter(inUse).map(mailOf)));
    const delivered = mails(['EmailDelivered']);
    const reached = (types: readonly string[]): number =>
      [...mails(types)].filter((mail) => delivered.has(mail)).length / delivered.size;
    const bounces = [...byType.keys()].filter((type) => type.endsWith('Bounced'));
    const bounced = mails(bounces).size / mails(['EmailSent']).size;
    expect(reached(['EmailOpened'])).toBeGreaterThan(0.25);
    expect(reached(['EmailOpened'])).toBeLessThan(0.45);
    expect(reached(['EmailClicked'])).toBeGreaterThan(0.02);
    expect(reached(['EmailClicked'])).toBeLessThan(0.08);
    expect(bounced).toBeGreaterThan(0.01);
    expect(bounced).toBeLessThan(0.03);
  });

  test('show opens that fade within days and keep to waking hours', () => {
    const delivered = firstOf('EmailDelivered');
    const waits = ofType('EmailOpened').map((row) => timeOf(row) - (delivered.get(mailOf(row)) ?? NaN));
    const within = (hours: number): number => waits.filter((wait) => wait < hours * hour).length / waits.length;
    expect(within(24)).toBeGreaterThan(0.4);
    expect(within(24 * 7)).toBeGreaterThan(0.9);
    const night = (row: InteractionRow): boolean => [1, 2, 3].includes(new Date(timeOf(row)).getUTCHours());
    expect(shareOf(ofType('EmailOpened'), night)).toBeLessThan(0.02);
    expect(ofType('EmailOpened').length).toBeGreaterThan(new Set(ofType('EmailOpened').map(mailOf)).size * 1.2);
  });

  test('hold every bounce category, every verdict of delivery, and deliveries taken back in both ways', () => {
    const bounces = rows.filter((row) => cellOf(row, 'InteractionType').endsWith('Bounced'));
    expect(new Set(bounces.map((row) => cellOf(row, 'BounceCategory'))).size).toBe(16);
    const taken = ofType('EmailDelivered').filter((row) => row['DeliveredCount'] === '-1');
    expect(taken.length).toBeGreaterThan(5);
    const first = firstOf('EmailDelivered');
    const late = [...ofType('EmailHardRemoteBounced'), ...ofType('EmailSoftRemoteBounced')];
    expect(shareOf(late, (row) => timeOf(row) > (first.get(mailOf(row)) ?? Infinity))).toBeGreaterThan(0.9);
    const specific = firstOf('EmailBlockedByUser');
    expect(shareOf(ofType('EmailBlocked'), (row) => specific.has(mailOf(row)))).toBeGreaterThan(0.05);
  });

  test('hold test sends to colleagues only, outside any journey', () => {
    const tests = rows.filter((row) => row['UsageType'] === 'TestSend');
    expect(tests.length).toBeGreaterThan(100);
    expect(new Set(tests.map((row) => cellOf(row, 'EmailDomain')))).toEqual(new Set(['kvitfoss.example']));
    expect(tests.filter((row) => row['CustomerJourneyId'])).toEqual([]);
  });

  test('let strangers become known: anonymous rows first, then rows that tie the visitor to a contact', () => {
    const web = rows.filter((row) => row['VisitorId']);
    const known = new Set(web.filter((row) => row['ContactId']).map((row) => cellOf(row, 'VisitorId')));
    const anonymous = web.filter((row) => !row['ContactId']);
    const later = anonymous.filter((row) => known.has(cellOf(row, 'VisitorId')));
    expect(later.length).toBeGreaterThan(200);
    expect(anonymous.length - later.length).toBeGreaterThan(1000);
  });

  test('carry the account of the time: who moves leaves the old one for good, and CRM knows the last', () => {
    const employed = rows.filter((row) => row['ContactId'] && row['AccountId']);
    const byContact = grouped(employed, (row) => cellOf(row, 'ContactId'));
    const inTime = [...byContact].map(([contact, all]) => ({
      contact,
      accounts: all.sort((a, b) => timeOf(a) - timeOf(b)).map((row) => cellOf(row, 'AccountId')),
    }));
    const moved = inTime.filter(({ accounts }) => new Set(accounts).size > 1);
    expect(moved.length).toBeGreaterThan(30);
    const present = new Map(
      (sample.records['contact'] ?? []).map((row) => [
        textOf(row, 'contactid'),
        textOf(row, '_parentcustomerid_value'),
      ]),
    );
    for (const { contact, accounts } of moved) {
      const moves = accounts.filter((account, index) => index > 0 && account !== accounts[index - 1]).length;
      expect([contact, moves]).toEqual([contact, new Set(accounts).size - 1]);
      expect(accounts.at(-1)).toBe(present.get(contact));
    }
  });

  test('name records that exist', () => {
    const tables = {
      AccountId: 'account',
      LeadId: 'lead',
      MessageId: 'rin_marketingemail',
      CustomerJourneyId: 'rin_customerjourney',
      SegmentId: 'rin_segment',
      ScoringModelId: 'rin_scoringmodel',
      PageId: 'rin_marketingpage',
      FormId: 'rin_marketingform',
      WebsiteId: 'rin_website',
    };
    const namedIn = (all: readonly InteractionRow[], column: string): Set<string> =>
      new Set(all.map((row) => cellOf(row, column)).filter(Boolean));
    const idsOf = (table: string): Set<string> =>
      new Set((sample.records[table] ?? []).map((row) => textOf(row, `${table}id`)));
    for (const [column, table] of Object.entries(tables)) {
      const known = idsOf(table);
      const named = [...namedIn(rows, column)];
      expect([column, named.length > 0, named.filter((id) => !known.has(id))]).toEqual([column, true, []]);
    }
    const redirects = idsOf('rin_redirecturl');
    expect([...namedIn(ofType('RedirectLinkClicked'), 'LinkId')].filter((id) => !redirects.has(id))).toEqual([]);
    const contacts = idsOf('contact');
    const deleted = namedIn(ofType('ContactDeleted'), 'DeletedContactId');
    expect([...namedIn(rows, 'ContactId')].filter((id) => !contacts.has(id) && !deleted.has(id))).toEqual([]);
  });

  test('follow the tiles: who stands at one has passed the one before', () => {
    const at = (row: InteractionRow, tile: string): string =>
      [cellOf(row, 'CustomerJourneyIterationId'), cellOf(row, 'ContactId'), tile].join('/');
    const moves = rows.filter(
      (row) => row['WorkflowId'] !== undefined || /ActivityContact/.test(cellOf(row, 'InteractionType')),
    );
    const stood = new Set(moves.map((row) => at(row, cellOf(row, 'ActivityId'))));
    const deeper = moves.filter((row) => cellOf(row, 'ActivityId').split('_').length > 2);
    const before = (row: InteractionRow): boolean => {
      const parent = cellOf(row, 'ActivityId').replace(/_\d+$/, '');
      return stood.has(at(row, parent)) || stood.has(at(row, parent.replace(/_\d+$/, '')));
    };
    expect(deeper.length).toBeGreaterThan(10_000);
    expect(shareOf(deeper, before)).toBeGreaterThan(0.98);
  });

  test('carry corrections under the same id with a higher version, and rows exported late', () => {
    const ids = grouped(written, (row) => cellOf(row, 'InternalMarketingInteractionId'));
    const corrected = [...ids.values()].filter((versions) => versions.length > 1);
    expect(corrected.length).toBeGreaterThan(100);
    for (const versions of corrected) expect(new Set(versions.map((row) => row['Version'])).size).toBe(versions.length);
    const exported = (row: InteractionRow): number =>
      Number(BigInt(cellOf(row, 'Version')) / 10_000n) - 62_135_596_800_000;
    expect(written.filter((row) => exported(row) - timeOf(row) > 48 * hour).length).toBeGreaterThan(100);
  });
});

describe('another seed', () => {
  test('makes another organisation with other ids and names', () => {
    const other = simulate({ ...smallOptions, seed: 2 });
    expect(other.records['contact']?.[0]).not.toEqual(sample.records['contact']?.[0]);
    const [first] = other.interactions;
    expect(first).not.toEqual(written[0]);
  });
});

describe('contacts worth opening', () => {
  test('are found in the rows, each for its reason', () => {
    const notable = notableContacts(sample);
    const own = (id: string | undefined): readonly InteractionRow[] => rows.filter((row) => row['ContactId'] === id);
    expect(own(notable.liveliest?.id).length).toBeGreaterThan(300);
    expect(notable.empty).toBeDefined();
    expect(own(notable.empty?.id)).toEqual([]);
    expect(own(notable.testSends?.id).filter((row) => row['UsageType'] === 'TestSend').length).toBeGreaterThan(20);
    const taken = (row: InteractionRow): boolean =>
      row['DeliveredCount'] === '-1' || cellOf(row, 'InteractionType').endsWith('RemoteBounced');
    expect(own(notable.remoteBounce?.id).filter(taken).length).toBeGreaterThan(0);
    const accounts = own(notable.movedTwice?.id).map((row) => cellOf(row, 'AccountId'));
    expect(new Set(accounts.filter(Boolean)).size).toBe(3);
  });

  test('differ in liveliness: many quiet, a few with hundreds of interactions, some with none', () => {
    const sizes = [...grouped(rows, (row) => cellOf(row, 'ContactId'))]
      .filter(([id]) => id)
      .map(([, all]) => all.length);
    expect(sizes.filter((size) => size > 250).length).toBeGreaterThan(3);
    expect(sizes.filter((size) => size < 30).length).toBeGreaterThan(400);
    expect(2000 - sizes.length).toBeGreaterThan(40);
  });
});
