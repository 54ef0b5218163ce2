import type { DirectoryKind } from '../registry/directoryKinds';
import { ownStatusCodes } from '../registry/ownTables';
import { recordTypeIds, recordTypes, type RecordType, type TableSet } from '../registry/recordTypes';
import { itself, itselfWhere, iterationsOf, membersOf, testsOf, versionsOf, type Telling } from './parts';
import { both, choice, number, own, record, structure, text } from './readers';
import { textOf, type Row } from './row';

/** An item of the service's directory, as it is sent. */
export interface Item {
  readonly kind: DirectoryKind;
  readonly id: string;
  readonly op: 'upsert' | 'delete';
  readonly at: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

const createdAt = text('createdon');
const name = text(both('name'));

/** What the directory calls our statuses. */
const states = {
  [ownStatusCodes.draft]: 'neverLive',
  [ownStatusCodes.live]: 'live',
  [ownStatusCodes.stopped]: 'stopped',
};

type Tellings = Readonly<Partial<Record<DirectoryKind, Telling>>>;
const live: Tellings = { liveState: itselfWhere('state', { state: choice('statuscode', states) }) };

/** What the directory is told of a record, by its type: the facts of each kind. */
const told: Readonly<Partial<Record<RecordType, Tellings>>> = {
  contact: {
    contact: itself({
      accountId: record('parentcustomerid', 'account'),
      accountSince: text(own('accountsince')),
      createdAt,
      mergedInto: record('masterid', 'contact'),
    }),
  },
  account: { account: itself({ createdAt }) },
  lead: {
    lead: itself({
      contactId: record('parentcontactid', 'contact'),
      accountId: record('parentaccountid', 'account'),
      createdAt,
    }),
  },
  segment: { ...live, segmentMembers: membersOf },
  journey: {
    ...live,
    journey: itself({
      name,
      startsAt: text(both('startdatetime')),
      endsAt: text(both('enddatetime')),
      definition: structure(both('workflowdefinition')),
    }),
    journeyIteration: iterationsOf,
    abTest: testsOf,
  },
  email: { ...live, email: itself({ name, subject: text(both('subject')) }), emailVersion: versionsOf },
  scoringModel: {
    ...live,
    scoringModel: itself({
      name,
      salesReadyFrom: number(own('salesreadythreshold')),
      grades: structure(own('grades')),
    }),
  },
  page: {
    ...live,
    page: itself({
      name,
      url: text({ own: 'rin_url', vendor: 'msdyncrm_full_page_url' }),
      websiteId: record({ own: 'rin_websiteid', vendor: 'msdyncrm_marketingwebsite' }, 'website'),
      formId: record(own('marketingformid'), 'form'),
    }),
  },
  form: { ...live, form: itself({ name }) },
  website: {
    ...live,
    website: itself({ name, url: text(both('url')), sessionMinutes: number(both('timeout')) }),
  },
  redirectUrl: {
    ...live,
    redirectUrl: itself({
      name,
      originalUrl: text(both('originalurl')),
      redirectingUrl: text(both('redirectingurl')),
    }),
  },
};

const tellingsOf = (recordType: RecordType): readonly (readonly [DirectoryKind, Telling])[] =>
  Object.entries(told[recordType] ?? {}) as [DirectoryKind, Telling][];

/** Types of records of which the directory is told. */
export const toldTypes: readonly RecordType[] = recordTypeIds.filter((id) => tellingsOf(id).length > 0);

const changedOn = 'modifiedon';
const createdOn = 'createdon';

/** Properties of the Web API that are read of a record, its key and its dates included. */
export function toldProperties(recordType: RecordType, set: TableSet): readonly string[] {
  const read = tellingsOf(recordType).flatMap(([, { reads }]) => reads.map(({ property }) => property(set)));
  const { key } = recordTypes[recordType].tables[set];
  return [...new Set([key, createdOn, changedOn, ...read])].filter((name) => name !== undefined);
}

/** What the directory is told of a record as it stands; it came to be so when it was last changed, where it says no other time. */
export function itemsOf(recordType: RecordType, set: TableSet, row: Row): readonly Item[] {
  const changed = textOf(row, changedOn) || textOf(row, createdOn);
  const key = textOf(row, recordTypes[recordType].tables[set].key);
  return tellingsOf(recordType).flatMap(([kind, { facts }]) =>
    facts(row, key, set).map(({ id, at = changed, fields }): Item => ({ kind, id, op: 'upsert', at, fields })),
  );
}

/** What the directory is told once the record is no more, its parts included. */
export const itemsOfGone = (recordType: RecordType, set: TableSet, row: Row, at: string): readonly Item[] =>
  itemsOf(recordType, set, row).map(({ kind, id }) => ({ kind, id, op: 'delete', at }));

/** The same where no more than its id is known: of the record itself, without its parts. */
export const itemsOfGoneId = (recordType: RecordType, id: string, at: string): readonly Item[] =>
  tellingsOf(recordType).flatMap(([kind, { ofItself }]) => (ofItself ? [{ kind, id, op: 'delete' as const, at }] : []));
