import { scoresByModel, typeOf, type DirectoryFact, type Interaction } from '@record-insights/domain';
import { factsOf } from '../directory/facts';
import { leadPerson, packPlaceOf, personRecords } from '../fold/cells';
import { readRows } from '../fold/packs';
import { ProblemError } from '../service';
import type { TableStore } from '../store/tableStore';

/** What is known of a lead itself at a view. */
export interface LeadHistory {
  readonly fact: DirectoryFact<'lead'> | undefined;
  /** Rows in full that tell a stage or a score. */
  readonly rows: readonly Interaction[];
  /** The models that scored it, as far as the directory knows them. */
  readonly models: ReadonlyMap<string, DirectoryFact<'scoringModel'>>;
}

/** @returns undefined when the directory has moved on too far to tell how it was at the view */
export async function leadHistory(
  store: TableStore,
  organisation: string,
  lead: string,
  fact: DirectoryFact<'lead'> | undefined,
  view: number,
): Promise<LeadHistory | undefined> {
  const records = await personRecords(store, organisation, leadPerson(lead), view);
  const telling = records.filter(({ type, testSend }) => !testSend && (typeOf(type).stage ?? typeOf(type).score));
  const full = await readRows(store, organisation, telling.map(packPlaceOf));
  const rows = full.filter((row) => row !== undefined);
  if (rows.length < full.length)
    throw new ProblemError('viewExpired', 'Rows of this view were erased. Read the numbers again.', 'view');
  const named = scoresByModel(rows).map(({ model }) => model);
  const models = await factsOf(store, organisation, 'scoringModel', named, view);
  return models && { fact, rows, models };
}
