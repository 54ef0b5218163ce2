import { Packr } from 'msgpackr';
import {
  interactionFrom,
  kept,
  personRecordOf,
  subjectColumns,
  subjectsOf,
  type RecordType,
  type Subject,
  type Interaction,
  type PersonRecord,
  type InteractionId,
} from '@record-insights/domain';
import { key, ordered, rangeOf, shardKey, shardOf, tables, veiled } from '../keys';
import { bytesOf, slicesOf } from '../store/blobs';
import { rowsOf } from '../store/rowsOf';
import type { PackPlace } from './packs';
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
  if (VisitorId !== undefined) return visitorPerson(VisitorId);
  return LeadId === undefined ? `nobody.${objectOf(columns)}` : leadPerson(LeadId);
}

export const contactPerson = (id: string): string => `contact.${id}`;
export const visitorPerson = (id: string): string => `visitor.${id}`;
export const leadPerson = (id: string): string => `lead.${id}`;

/**
 * The cells that hold the row's record: its person's, where it is counted; of a row that ties a visitor to a contact,
 * one of the visitor's, too; of a row that names a lead beside a person, one of the lead's; of a row about a record whose
 * numbers are kept added up, one of the person and the record. Rows of one cell are always
 * those of one person, so that a shard's rows make all of it.
 */
export function cellsOf(interaction: Interaction): readonly [CellName, ...CellName[]] {
  const { ContactId, VisitorId, LeadId } = interaction.columns;
  const own = { person: personOf(interaction), object: objectOf(interaction.columns) };
  const cells: [CellName, ...CellName[]] = [own];
  if (ContactId !== undefined && VisitorId !== undefined)
    cells.push({ person: visitorPerson(VisitorId), object: `tie.${ContactId}` });
  if (LeadId !== undefined && own.person !== leadPerson(LeadId))
    cells.push({ person: leadPerson(LeadId), object: `of.${own.person}` });
  for (const subject of keptSubjects(interaction))
    if (subject.type !== ownObject.type) cells.push(aboutCell(own.person, subject));
  return cells;
}

/** The records of an interaction whose numbers are kept added up. */
export const keptSubjects = (interaction: Pick<Interaction, 'type' | 'columns'>): readonly Subject[] =>
  subjectsOf(interaction).filter(({ type }) => isKept(type));

/** Whether numbers of records of the type are kept added up. */
export const isKept = (type: RecordType): boolean => kept[type].size > 0;

const about = 'about.';

/** Where all rows of a person about a record lie that the person's own cells tell in several places. */
export const aboutCell = (person: string, { type, id }: Subject): CellName => ({
  person: `${about}${person}`,
  object: `${type}.${id}`,
});

/** Whether a cell is of a person about one record, beside the own ones. */
export const isAboutCell = ({ person }: Pick<CellName, 'person'>): boolean => person.startsWith(about);

/** Whose own cell holds the record: `personOf` its row; undefined where the row names nobody. */
export function ownerOf({ contact, visitor, lead }: CellRecord): string | undefined {
  if (contact !== '') return contactPerson(contact);
  if (visitor !== '') return visitorPerson(visitor);
  return lead === '' ? undefined : leadPerson(lead);
}

/** Whether the record, found in a cell of the person, is the person's own rather than one kept there, too. */
export const isOwnOf = (person: string, record: CellRecord): boolean => (ownerOf(record) ?? person) === person;

/** Where the row in full lies, of records whose rows name somebody. */
export const packPlaceOf = (record: CellRecord): PackPlace => ({
  shard: personShard(ownerOf(record) ?? ''),
  group: record.born,
  position: record.position,
});

/** A cell of an organisation. */
export interface CellName {
  readonly person: string;
  readonly object: string;
}

/** One text a cell. */
export const cellText = ({ person, object }: CellName): string => `${person}\n${object}`;

/** What a row says it was about before all else. */
const firstObject = { column: 'MessageId', name: 'message' } as const;

/** The record that an own cell holds all rows of: since no other object comes before it. */
export const ownObject = { type: subjectColumns[firstObject.column], name: firstObject.name };

/** What it was about: the first of these columns that is filled. */
const objectColumns = Object.entries({
  [firstObject.column]: firstObject.name,
  FormId: 'form',
  PageId: 'page',
  WebsiteId: 'website',
  SegmentId: 'segment',
  CustomerJourneyId: 'journey',
  EventId: 'event',
});

export function objectOf(columns: Interaction['columns']): string {
  for (const [column, object] of objectColumns) {
    const id = columns[column];
    if (id !== undefined) return `${object}.${id}`;
  }
  return 'nothing';
}

/** Whether the person is a contact, rather than a visitor or a lead not known as one. */
export const isContact = (person: string): boolean => person.startsWith('contact.');

export const personShard = (person: string): number => shardOf(person);

export const cellKey = (organisation: string, { person, object }: CellName, page: number): RowKey => ({
  partition: shardKey(organisation, personShard(person)),
  row: key(veiled(organisation, person), veiled(organisation, object), ordered(page)),
});

export function cellRecordOf(interaction: Interaction, born: number, position: number): CellRecord {
  return Object.assign(personRecordOf(interaction), { born, ended: 0, position });
}

type Packed = [
  id: string,
  born: number,
  ended: number,
  position: number,
  at: number,
  flags: number,
  ...texts: number[],
];
const texts = [
  'type',
  'contact',
  'visitor',
  'message',
  'sending',
  'journey',
  'iteration',
  'tile',
  'link',
  'session',
  'marks',
  'list',
  'submission',
  'page',
  'target',
  'account',
  'lead',
  'traits',
] as const satisfies readonly (keyof PersonRecord)[];

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
    const flags = (record.negative ? 1 : 0) + (record.testSend ? 2 : 0);
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
      verdict: 'unknown',
      rule: '',
      negative: (flags & 1) !== 0,
      testSend: (flags & 2) !== 0,
      type: text(0),
      contact: text(1),
      visitor: text(2),
      message: text(3),
      sending: text(4),
      journey: text(5),
      iteration: text(6),
      tile: text(7),
      link: text(8),
      session: text(9),
      marks: text(10),
      list: text(11),
      submission: text(12),
      page: text(13),
      target: text(14),
      account: text(15),
      lead: text(16),
      traits: text(17),
    };
  });
}

export const pageRecords = (row: StoredRow | undefined): CellRecord[] => (row ? decodePage(bytesOf(row.values)) : []);

/**
 * Values of a page. The first page of a cell, its head, also counts the records ever born in the cell, and how many
 * they were before the group that wrote it. Each page of a cell about a record tells which: keys do not.
 */
export function pageValues(records: readonly CellRecord[], head?: Head, about?: string): Values {
  const counts = head ? { count: BigInt(head.count), countBefore: BigInt(head.countBefore) } : {};
  return { ...slicesOf(encodePage(records)), ...counts, ...(about === undefined ? {} : { about }) };
}

/** What the first page of a cell counts. */
export interface Head {
  readonly count: number;
  readonly countBefore: number;
}

/** What pages of the cell tell of the record that it is about; undefined for other cells. */
export const aboutOf = (cell: CellName): string | undefined => (isAboutCell(cell) ? cell.object : undefined);

/** The same of a stored page. */
export function aboutIn(page: StoredRow | undefined): string | undefined {
  const told = page?.values['about'];
  return typeof told === 'string' ? told : undefined;
}

/** The pages of a cell, in order. */
export async function cellPages(
  store: TableStore,
  organisation: string,
  cell: CellName,
): Promise<readonly StoredRow[]> {
  const { partition } = cellKey(organisation, cell, 0);
  const range = rangeOf(veiled(organisation, cell.person), veiled(organisation, cell.object));
  const pages: StoredRow[] = [];
  for await (const page of rowsOf(store, tables.cells, partition, range)) pages.push(page);
  return pages;
}

/** Whether the page's record is kept with a visitor or lead or about a record, too, and not one of whose cell it is. */
export function isTieIn(page: StoredRow, organisation: string, record: CellRecord): boolean {
  if (aboutIn(page) !== undefined) return true;
  const owner = ownerOf(record);
  return owner !== undefined && !page.row.startsWith(veiled(organisation, owner));
}

/** Takes the place of a record that was overwritten: it holds at no view. */
export const blankRecord: CellRecord = {
  ...personRecordOf(interactionFrom({})),
  at: 0,
  born: 0,
  ended: 0,
  position: 0,
};

/** The counts of a head that is written anew with as many records; undefined for another page. */
export function headOf(page: StoredRow | undefined): Head | undefined {
  const count = page?.values['count'];
  return count === undefined ? undefined : { count: Number(count), countBefore: Number(count) };
}

/** Records born in the cell before the group, from its head. */
export function countBefore(head: StoredRow | undefined, groupOfHead: number, group: number): number {
  if (!head) return 0;
  return Number(groupOfHead === group ? head.values['countBefore'] : head.values['count']);
}

/** All records in the cells of a person that hold at a view; in a visitor's, those that name a contact are ties. */
export async function personRecords(
  store: TableStore,
  organisation: string,
  person: string,
  view: number,
): Promise<CellRecord[]> {
  const partition = shardKey(organisation, personShard(person));
  const range = rangeOf(veiled(organisation, person));
  const records: CellRecord[] = [];
  for await (const row of rowsOf(store, tables.cells, partition, range)) {
    for (const record of pageRecords(row)) if (holdsAt(record, view)) records.push(record);
  }
  return records;
}

/** Whether the record holds at the view. */
export const holdsAt = ({ born, ended }: CellRecord, view: number): boolean =>
  born > 0 && born <= view && (ended === 0 || ended > view);
