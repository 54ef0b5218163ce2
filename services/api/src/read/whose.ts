import {
  insights,
  recordId,
  throughOf,
  type DirectoryFact,
  type PeopleOf,
  type RecordId,
  type RecordType,
  type ThroughAnswer,
} from '@record-insights/domain';
import { factsOf } from '../directory/facts';
import { contactsTold } from '../directory/merges';
import type { TableStore } from '../store/tableStore';
import type { RecordQuery } from '../service';

/** Whose rows count for records that are read by rows of people. */
export type RowsOf = Exclude<PeopleOf, 'all'>;

/** Whose rows count for a record at a view. */
export interface Whose {
  readonly people: RowsOf;
  /** The record whose people they are: the one asked for, or the one that it is read through. */
  readonly id: RecordId;
  /** Of a record that is read through another, or whose person was merged into another. */
  readonly through?: ThroughAnswer;
  readonly lead?: DirectoryFact<'lead'>;
}

/**
 * Tells whose rows count for a record: a contact's own, those of the contacts of an account, of a lead those of its
 * contact, else of its account, else its own. For a contact that was merged into another stands the other one.
 * @returns undefined when the directory has moved on too far to tell how it was at the view
 * @throws what `permit` throws for the record that is read through
 */
export async function whoseRows(
  store: TableStore,
  organisation: string,
  { recordType, id, permit }: Pick<RecordQuery, 'recordType' | 'id' | 'permit'>,
  view: number,
): Promise<Whose | undefined> {
  const readThrough = insights[recordType]?.readThrough;
  const facts = readThrough && (await factsOf(store, organisation, readThrough.fact, [id], view));
  if (readThrough && !facts) return undefined;
  const lead = facts?.get(id);
  const known = lead ? { lead } : {};
  const through = readThrough && throughOf(lead);
  if (through === 'own') return { ...known, through: { type: through }, people: 'own', id };
  const read = { recordType: through?.recordType ?? recordType, id: through?.id ?? id };
  const people = peopleOfType(read.recordType);
  const stands = people === 'self' ? await standsFor(store, organisation, read.id, view) : read.id;
  if (stands === undefined) return undefined;
  if (!through && stands === id) return { people, id };
  const other = { recordType: read.recordType, id: recordId(stands) };
  await permit?.(other);
  return { ...known, through: { type: through?.recordType ?? 'merged', id: stands }, people, id: other.id };
}

function peopleOfType(recordType: RecordType): RowsOf {
  const people = insights[recordType]?.people ?? 'self';
  if (people === 'all') throw new Error(`${recordType} is not read by rows of people`);
  return people;
}

const standsFor = async (
  store: TableStore,
  organisation: string,
  contact: string,
  view: number,
): Promise<string | undefined> => (await contactsTold(store, organisation, [contact], view))?.survivorOf(contact);
