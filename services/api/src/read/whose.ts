import {
  insights,
  recordId,
  throughOf,
  type DirectoryFact,
  type PeopleOf,
  type RecordId,
  type RecordType,
  type Through,
} from '@record-insights/domain';
import { factsOf } from '../directory/facts';
import type { TableStore } from '../store/tableStore';
import type { RecordQuery } from '../service';

/** Whose rows count for records that are read by rows of people. */
export type RowsOf = Exclude<PeopleOf, 'all'>;

/** Whose rows count for a record at a view. */
export interface Whose {
  readonly people: RowsOf;
  /** The record whose people they are: the one asked for, or the one that it is read through. */
  readonly id: RecordId;
  /** Of a record that is read through another. */
  readonly through?: Through | 'own';
  readonly lead?: DirectoryFact<'lead'>;
}

/**
 * Tells whose rows count for a record: a contact's own, those of the contacts of an account, of a lead those of its
 * contact, else of its account, else its own.
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
  if (!readThrough) return { people: peopleOfType(recordType), id };
  const facts = await factsOf(store, organisation, readThrough.fact, [id], view);
  if (!facts) return undefined;
  const lead = facts.get(id);
  const through = throughOf(lead);
  const told = { through, ...(lead ? { lead } : {}) };
  if (through === 'own') return { ...told, people: 'own', id };
  const other = { recordType: through.recordType, id: recordId(through.id) };
  await permit?.(other);
  return { ...told, people: peopleOfType(through.recordType), id: other.id };
}

function peopleOfType(recordType: RecordType): RowsOf {
  const people = insights[recordType]?.people ?? 'self';
  if (people === 'all') throw new Error(`${recordType} is not read by rows of people`);
  return people;
}
