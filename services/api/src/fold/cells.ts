import { Packr } from 'msgpackr';
import {
  personRecordOf,
  type Interaction,
  type PersonRecord,
  type Verdict,
  type InteractionId,
} from '@record-insights/domain';
import { key, ordered, part, rangeOf, shardKey, shardOf, tables } from '../keys';
import { bytesOf, slicesOf } from '../store/blobs';
import type { RowKey, StoredRow, TableStore, Values } from '../store/tableStore';

/** A person's record in a cell: what counting reads, the groups between which it holds, and where the row in full lies. */
export interface CellRecord extends PersonRecord {
  /** The group that bore it. */
  readonly born: number;
  /** The group that ended it; 0 while it holds. */
  readonly ended: number;
  /** Place in the pack of the group that bore it. */
  readonly position: number;
}

/** Records a page; a cell with more has several pages, and record k lies on page k / 500. */
export const recordsPerPage = 500;

const packr = new Packr({ useRecords: false });

/**
 * Whose row it is: the contact it names, else the visitor, else the lead. What names nobody belongs to its object, so
 * that such rows spread over the shards, too.
 */
export function personOf({ columns }: Interaction): string {
  const { ContactId, VisitorId, LeadId } = columns;
  if (ContactId !== undefined) return contactPerson(ContactId);
  if (VisitorId !== undefined) return `visitor.${VisitorId}`;
  return LeadId === undefined ? `nobody.${objectOf(columns)}` : `lead.${LeadId}`;
}

export const contactPerson = (id: string): string => `contact.${id}`;

/** What it was about: the first of these columns that is filled. */
const objectColumns = {
  MessageId: 'message',
  FormId: 'form',
  PageId: 'page',
  WebsiteId: 'website',
  SegmentId: 'segment',
  CustomerJourneyId: 'journey',
  EventId: 'event',
};

export function objectOf(columns: Interaction['columns']): string {
  for (const [column, object] of Object.entries(objectColumns)) {
    const id = columns[column];
    if (id !== undefined) return `${object}.${id}`;
  }
  return 'nothing';
}

/** Whether the person is a contact, rather than a visitor or a lead not known as one. */
export const isContact = (person: string): boolean => person.startsWith('contact.');

export const personShard = (person: string): number => shardOf(person);

export const cellKey = (organisation: string, person: string, object: string, page: number): RowKey => ({
  partition: shardKey(organisation, personShard(person)),
  row: key(part(person), part(object), ordered(page)),
});

export function cellRecordOf(interaction: Interaction, born: number, position: number): CellRecord {
  return { ...personRecordOf(interaction), born, ended: 0, position };
}

const verdicts: readonly Verdict[] = ['unknown', 'human', 'machine'];

type Packed = [
  id: string,
  born: number,
  ended: number,
  position: number,
  at: number,
  flags: number,
  ...texts: number[],
];
const texts = ['type', 'message', 'sending', 'journey', 'iteration', 'tile', 'link'] as const;

/** A page as bytes: a table of the texts that occur, then the records in order of birth. */
export function encodePage(records: readonly CellRecord[]): Uint8Array {
  const table = new Map<string, number>();
  const intern = (text: string): number => {
    const known = table.get(text);
    if (known !== undefined) return known;
    table.set(text, table.size);
    return table.size - 1;
  };
  const rows = records.map((record): Packed => {
    const flags = verdicts.indexOf(record.verdict) + (record.negative ? 4 : 0) + (record.testSend ? 8 : 0);
    return [
      record.id,
      record.born,
      record.ended,
      record.position,
      record.at,
      flags,
      ...texts.map((name) => intern(record[name])),
    ];
  });
  return packr.pack([[...table.keys()], rows]);
}

export function decodePage(bytes: Uint8Array): CellRecord[] {
  const [table, rows] = packr.unpack(bytes) as [string[], Packed[]];
  return rows.map(([id, born, ended, position, at, flags, ...refs]) => {
    const text = (i: number): string => table[refs[i] ?? -1] ?? '';
    return {
      id: id as InteractionId,
      born,
      ended,
      position,
      at,
      verdict: verdicts[flags & 3] ?? 'unknown',
      negative: (flags & 4) !== 0,
      testSend: (flags & 8) !== 0,
      type: text(0),
      message: text(1),
      sending: text(2),
      journey: text(3),
      iteration: text(4),
      tile: text(5),
      link: text(6),
    };
  });
}

export const pageRecords = (row: StoredRow | undefined): CellRecord[] => (row ? decodePage(bytesOf(row.values)) : []);

/**
 * Values of a page. The first page of a cell, its head, also counts the records ever born in the cell, and how many
 * they were before the group that wrote it.
 */
export function pageValues(
  records: readonly CellRecord[],
  head?: { readonly count: number; readonly countBefore: number },
): Values {
  const counts = head ? { count: BigInt(head.count), countBefore: BigInt(head.countBefore) } : {};
  return { ...slicesOf(encodePage(records)), ...counts };
}

/** Records born in the cell before the group, from its head. */
export function countBefore(head: StoredRow | undefined, groupOfHead: number, group: number): number {
  if (!head) return 0;
  return Number(groupOfHead === group ? head.values['countBefore'] : head.values['count']);
}

/** All records of a person that hold at a view. */
export async function personRecords(
  store: TableStore,
  organisation: string,
  person: string,
  view: number,
): Promise<CellRecord[]> {
  const partition = shardKey(organisation, personShard(person));
  const range = rangeOf(part(person));
  const records: CellRecord[] = [];
  let continuation: string | undefined;
  do {
    const page = await store.range(
      tables.cells,
      partition,
      continuation === undefined ? range : { ...range, continuation },
    );
    for (const row of page.rows) {
      for (const record of pageRecords(row)) {
        if (record.born <= view && (record.ended === 0 || record.ended > view)) records.push(record);
      }
    }
    continuation = page.continuation;
  } while (continuation !== undefined);
  return records;
}
