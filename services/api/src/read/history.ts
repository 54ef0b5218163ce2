import {
  insights,
  recordId,
  throughOf,
  type DirectoryFact,
  type RecordId,
  type Through,
} from '@record-insights/domain';
import { factsOf } from '../directory/facts';
import { leadPerson, personRecords, type CellRecord } from '../fold/cells';
import type { TableStore } from '../store/tableStore';
import type { RecordQuery } from '../service';
import { contactHistory } from './contactHistory';

/** What counts for a record at a view, and whose it is. */
export interface History {
  readonly records: readonly CellRecord[];
  /** The contact whose records these are; undefined where they are a lead's own. */
  readonly contact?: RecordId;
  /** Of a record that is read through another. */
  readonly through?: Through | 'own';
  readonly lead?: DirectoryFact<'lead'>;
}

/**
 * Reads what counts for a record: of a contact all that it did, of a lead what its contact did. What an account's
 * people did is not told yet: a lead that has but an account is told by its own rows, as one that has neither.
 * @returns undefined when the directory has moved on too far to tell how it was at the view
 * @throws what `permit` throws for the record that is read through
 */
export async function historyOf(
  store: TableStore,
  organisation: string,
  { recordType, id, permit }: Pick<RecordQuery, 'recordType' | 'id' | 'permit'>,
  view: number,
  joinAnonymousPast: boolean,
): Promise<History | undefined> {
  const readThrough = insights[recordType]?.readThrough;
  if (!readThrough)
    return { contact: id, records: await contactHistory(store, organisation, id, view, joinAnonymousPast) };
  const facts = await factsOf(store, organisation, readThrough.fact, [id], view);
  if (!facts) return undefined;
  const lead = facts.get(id);
  const through = throughOf(lead);
  const told = { through, ...(lead ? { lead } : {}) };
  if (through === 'own' || through.recordType !== readThrough.countsAs)
    return { ...told, records: await personRecords(store, organisation, leadPerson(id), view) };
  const contact = recordId(through.id);
  await permit?.({ recordType: through.recordType, id: contact });
  const records = await contactHistory(store, organisation, contact, view, joinAnonymousPast);
  return { ...told, contact, records };
}
