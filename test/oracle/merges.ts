import { factsIn, type ToldItem } from './facts';
import { cell, type Row } from './rows';

/** Rows and facts as they were if nobody had ever been two contacts. */
export interface AsPersons {
  readonly kept: readonly Row[];
  readonly items: readonly ToldItem[];
  /** The contact that stands for one. */
  readonly standsFor: (contact: string) => string;
}

/**
 * A contact that was merged into another is that one: its rows name the other, and its own fact says nothing more.
 * Merges are followed to their end; of a ring the contact whose id sorts first stands for all.
 */
export function asPersons(kept: readonly Row[], items: readonly ToldItem[]): AsPersons {
  const facts = factsIn(items);
  const into: Record<string, string> = {};
  for (const { kind, id, fields } of facts)
    if (kind === 'contact' && typeof fields['mergedInto'] === 'string') into[id] = fields['mergedInto'];
  const standsFor = (contact: string): string => {
    const way = [contact];
    for (;;) {
      const next = into[way[way.length - 1] ?? ''];
      if (next === undefined) return way[way.length - 1] ?? '';
      if (way.includes(next)) return way.slice(way.indexOf(next)).sort()[0] ?? '';
      way.push(next);
    }
  };
  return {
    standsFor,
    kept: kept.map((row) => {
      const contact = cell(row, 'ContactId');
      return contact === '' ? row : { ...row, cells: new Map([...row.cells, ['ContactId', standsFor(contact)]]) };
    }),
    items: facts.filter(({ kind, id }) => kind !== 'contact' || standsFor(id) === id),
  };
}
