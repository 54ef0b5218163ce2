import { strippedRow, type CounterId, type Interaction, type ListRow } from '@record-insights/domain';
import type { EngineContext } from '../context';
import { readRows } from '../fold/packs';
import { ProblemError, type ReadablePeople } from '../service';
import { listRow, type RowsOfList } from './listRow';
import type { CountedRow } from './personView';
import type { Reading } from './reading';

/** A counted row, how many rows it stands for, and who did it. */
export interface RowOf extends CountedRow {
  readonly rows: number;
  readonly contact: string;
}

/** What the rows of a list are shown by. */
export interface Shown {
  readonly counter: CounterId;
  readonly reading: Pick<Reading, 'view' | 'resolved' | 'choice'> & { readonly rules: number };
  /** Whom of its people the caller may read; absent where the record is the person. */
  readonly named?: ReadablePeople | undefined;
}

/**
 * Rows as their list shows them to the caller.
 * @param takenBack ids of rows of deliveries that were taken back
 */
export async function rowsInFull(
  context: EngineContext,
  organisation: string,
  { counter, reading, named }: Shown,
  page: readonly RowOf[],
  takenBack: ReadonlySet<string> = new Set(),
): Promise<readonly ListRow[]> {
  const readable = named
    ? await named(page.map(({ contact }) => contact).filter((contact) => contact !== ''))
    : undefined;
  const full = await readRows(
    context.store,
    organisation,
    page.map(({ place }) => place()),
  );
  const common = { counter, takenBack, rulesVersion: reading.rules };
  return page.map((row, i) => {
    const interaction = full[i];
    if (!interaction)
      throw new ProblemError('viewExpired', 'Rows of this view were erased. Read the numbers again.', 'view');
    return readable ? rowOfOne(row, interaction, common, readable) : listRow(row, interaction, common);
  });
}

/** A row of one of several people: with who it is, or, to whom CRM does not show that person, without what tells it. */
function rowOfOne(row: RowOf, interaction: Interaction, common: RowsOfList, readable: ReadonlySet<string>): ListRow {
  const { contact } = row;
  // Whom a row does not name, nobody may read less than others.
  if (contact === '') return listRow(row, interaction, common);
  if (readable.has(contact)) {
    const known = listRow(row, interaction, common);
    return { ...known, contact, fields: { person: contact, ...known.fields } };
  }
  const left = strippedRow(interaction, contact, () => '');
  return { ...listRow(row, left, common), id: interaction.id, hidden: true };
}
