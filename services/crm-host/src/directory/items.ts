import { ownStatusCodes, recordTypeIds, type DirectoryKind, type RecordType } from '@record-insights/domain';
import { textOf, type Row } from '../row';
import { tableOfRecordType, type CrmTable } from '../tables';
import { itself, itselfWhere, iterationsOf, membersOf, testsOf, versionsOf, type Telling } from './parts';
import { choice, number, record, structure, text } from './readers';

/** An item of the service's directory, as it is sent. */
export interface Item {
  readonly kind: DirectoryKind;
  readonly id: string;
  readonly op: 'upsert' | 'delete';
  readonly at: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

const createdAt = text('createdon');
const name = text('rin_name');

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
      accountSince: text('rin_accountsince'),
      createdAt,
      mergedInto: text('_masterid_value'),
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
      startsAt: text('rin_startdatetime'),
      endsAt: text('rin_enddatetime'),
      definition: structure('rin_workflowdefinition'),
    }),
    journeyIteration: iterationsOf,
    abTest: testsOf,
  },
  email: { ...live, email: itself({ name, subject: text('rin_subject') }), emailVersion: versionsOf },
  scoringModel: {
    ...live,
    scoringModel: itself({ name, salesReadyFrom: number('rin_salesreadythreshold'), grades: structure('rin_grades') }),
  },
  page: {
    ...live,
    page: itself({
      name,
      url: text('rin_url'),
      websiteId: record('rin_websiteid', 'website'),
      formId: record('rin_marketingformid', 'form'),
    }),
  },
  form: { ...live, form: itself({ name }) },
  website: { ...live, website: itself({ name, url: text('rin_url'), sessionMinutes: number('rin_timeout') }) },
  redirectUrl: {
    ...live,
    redirectUrl: itself({ name, originalUrl: text('rin_originalurl'), redirectingUrl: text('rin_redirectingurl') }),
  },
};

const tellingsOf = ({ recordType }: CrmTable): readonly (readonly [string, Telling])[] =>
  recordType ? Object.entries(told[recordType] ?? {}) : [];

/** Tables of which the directory is told. */
export const toldTables: readonly CrmTable[] = recordTypeIds
  .map(tableOfRecordType)
  .filter((table) => tellingsOf(table).length > 0);

/** What the directory is told of a record as it stands; it came to be so when it was last changed, where it says no other time. */
export function itemsOf(table: CrmTable, row: Row): readonly Item[] {
  const changed = textOf(row, 'modifiedon') || textOf(row, 'createdon');
  return tellingsOf(table).flatMap(([kind, tell]) =>
    tell(row, textOf(row, table.key)).map(({ id, at = changed, fields }): Item => ({
      kind: kind as DirectoryKind,
      id,
      op: 'upsert',
      at,
      fields,
    })),
  );
}

/** What the directory is told once the record is no more, its parts included. */
export const itemsOfGone = (table: CrmTable, row: Row, at: string): readonly Item[] =>
  itemsOf(table, row).map(({ kind, id }) => ({ kind, id, op: 'delete', at }));
