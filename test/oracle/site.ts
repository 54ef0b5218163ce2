import { newestFirst } from './contact';
import type { Question, Thing } from './counting';
import { personOf } from './email';
import { isTestSend } from './keeping';
import { cell, type Row } from './rows';
import { journeyRules } from './journeyRules';
import { machinesAmong } from './verdicts';

export type SiteCounter = keyof typeof journeyRules;

/** The column that names each record, and the only types in which it does, where not all do. */
const namedBy = {
  page: { column: 'PageId', types: undefined },
  form: { column: 'FormId', types: undefined },
  website: { column: 'WebsiteId', types: undefined },
  redirectUrl: { column: 'LinkId', types: ['RedirectLinkClicked'] },
  journey: { column: 'CustomerJourneyId', types: undefined },
} as const;

export type SiteType = keyof typeof namedBy;

/** The rows that name a page, form, website, redirect URL or journey; test sends are left out of everything. */
export function rowsOfSite(kept: readonly Row[], type: SiteType, id: string): readonly Row[] {
  const { column, types }: { readonly column: string; readonly types: readonly string[] | undefined } = namedBy[type];
  return kept.filter(
    (row) => cell(row, column) === id && !isTestSend(row) && (types === undefined || types.includes(row.type)),
  );
}

/** What is counted, newest first, of each person apart: the contact that the row names, else the visitor. */
export function askSite(rows: readonly Row[], counter: SiteCounter, question: Question): readonly Thing[] {
  const people = new Map<string, Row[]>();
  for (const row of rows) people.set(personOf(row), [...(people.get(personOf(row)) ?? []), row]);
  return newestFirst(
    [...people.values()].flatMap((own) => journeyRules[counter](own, { machines: machinesAmong(own), ...question })),
  );
}
