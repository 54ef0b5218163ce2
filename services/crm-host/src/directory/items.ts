import { recordTypeIds, type DirectoryKind, type RecordType } from '@record-insights/domain';
import { textOf, type Row } from '../row';
import { lookupOf, tableOfRecordType, type CrmTable } from '../tables';

/** An item of the service's directory, as it is sent. */
export interface Item {
  readonly kind: DirectoryKind;
  readonly id: string;
  readonly op: 'upsert' | 'delete';
  readonly at: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** What of a record a field of the directory holds; undefined where it is empty. */
type Reader = (row: Row) => unknown;

const text =
  (column: string): Reader =>
  (row) =>
    textOf(row, column) || undefined;
const number =
  (column: string): Reader =>
  (row) =>
    typeof row[column] === 'number' ? row[column] : undefined;
const record =
  (column: string, recordType: RecordType): Reader =>
  (row) => {
    const found = lookupOf(row, column);
    return found?.table.recordType === recordType ? found.id : undefined;
  };
const structure =
  (column: string): Reader =>
  (row) => {
    try {
      return JSON.parse(textOf(row, column)) as unknown;
    } catch {
      return undefined;
    }
  };

const createdAt = text('createdon');
const name = text('rin_name');

/** Our own status codes, which are the vendor's. */
const states: Readonly<Record<string, string>> = {
  192350000: 'neverLive',
  192350001: 'live',
  192350002: 'stopped',
};

type Fields = Readonly<Record<string, Reader>>;
const live: Readonly<Partial<Record<DirectoryKind, Fields>>> = {
  liveState: { state: (row) => states[textOf(row, 'statuscode')] },
};

/** What the directory is told of a record, by its type: kinds and their fields. */
const told: Readonly<Partial<Record<RecordType, Readonly<Partial<Record<DirectoryKind, Fields>>>>>> = {
  contact: {
    contact: {
      accountId: record('parentcustomerid', 'account'),
      accountSince: text('rin_accountsince'),
      createdAt,
    },
  },
  account: { account: { createdAt } },
  lead: {
    lead: {
      contactId: record('parentcontactid', 'contact'),
      accountId: record('parentaccountid', 'account'),
      createdAt,
    },
  },
  segment: live,
  journey: {
    ...live,
    journey: {
      name,
      startsAt: text('rin_startdatetime'),
      endsAt: text('rin_enddatetime'),
      definition: structure('rin_workflowdefinition'),
    },
  },
  email: { ...live, email: { name, subject: text('rin_subject') } },
  scoringModel: { ...live, scoringModel: { name, salesReadyFrom: number('rin_salesreadythreshold') } },
  page: {
    ...live,
    page: {
      name,
      url: text('rin_url'),
      websiteId: record('rin_websiteid', 'website'),
      formId: record('rin_marketingformid', 'form'),
    },
  },
  form: { ...live, form: { name } },
  website: { ...live, website: { name, url: text('rin_url'), sessionMinutes: number('rin_timeout') } },
  redirectUrl: {
    ...live,
    redirectUrl: { name, originalUrl: text('rin_originalurl'), redirectingUrl: text('rin_redirectingurl') },
  },
};

const kindsOf = ({ recordType }: CrmTable): readonly (readonly [string, Fields])[] =>
  recordType ? Object.entries(told[recordType] ?? {}) : [];

/** Tables of which the directory is told. */
export const toldTables: readonly CrmTable[] = recordTypeIds
  .map(tableOfRecordType)
  .filter((table) => kindsOf(table).length > 0);

/** What the directory is told of a record as it stands; it came to be so when it was last changed. */
export function itemsOf(table: CrmTable, row: Row): readonly Item[] {
  const at = textOf(row, 'modifiedon') || textOf(row, 'createdon');
  return kindsOf(table).map(([kind, fields]) => ({
    kind: kind as DirectoryKind,
    id: textOf(row, table.key),
    op: 'upsert',
    at,
    fields: Object.fromEntries(Object.entries(fields).map(([field, read]) => [field, read(row)])),
  }));
}

/** What the directory is told of a record that is no more. */
export const itemsOfGone = (table: CrmTable, id: string, at: string): readonly Item[] =>
  kindsOf(table).map(([kind]) => ({ kind: kind as DirectoryKind, id, op: 'delete', at }));
