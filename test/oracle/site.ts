import { newestFirst } from './contact';
import { ratio, type Question, type Thing } from './counting';
import { byPerson } from './email';
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

/** The page, form, website, redirect URL or journey that a row names; empty where it names none. */
export function siteOf(row: Row, type: SiteType): string {
  const { column, types }: { readonly column: string; readonly types: readonly string[] | undefined } = namedBy[type];
  return types === undefined || types.includes(row.type) ? cell(row, column) : '';
}

/** The rows that name a page, form, website, redirect URL or journey; test sends are left out of everything. */
export const rowsOfSite = (kept: readonly Row[], type: SiteType, id: string): readonly Row[] =>
  kept.filter((row) => siteOf(row, type) === id && !isTestSend(row));

/** What is counted, newest first, of each person apart: the contact that the row names, else the visitor. */
export const askSite = (rows: readonly Row[], counter: SiteCounter, question: Question): readonly Thing[] =>
  newestFirst(
    byPerson(rows).flatMap((own) => journeyRules[counter](own, { machines: machinesAmong(own), ...question })),
  );

/** What the rows say of a page, form, website, redirect URL or journey. */
export interface SiteAnswer {
  /** The things counted, newest first: exactly the rows that a list shows. */
  readonly lists: Readonly<Record<SiteCounter, readonly Thing[]>>;
  readonly kpis: Readonly<Record<string, number | null>>;
}

/** What submissions are a share of, where that is told. */
const visitsOf: Readonly<Partial<Record<SiteType, SiteCounter>>> = { page: 'pageVisits', form: 'formVisits' };

/** @param rows of the record, as `rowsOfSite` gives them */
export function tellSite(rows: readonly Row[], type: SiteType, question: Question): SiteAnswer {
  const counters = Object.keys(journeyRules) as SiteCounter[];
  const lists = Object.fromEntries(counters.map((counter) => [counter, askSite(rows, counter, question)])) as Record<
    SiteCounter,
    readonly Thing[]
  >;
  const visits = visitsOf[type];
  const kpis = {
    ...Object.fromEntries(counters.map((counter) => [`${type}.${counter}`, lists[counter].length])),
    ...(visits ? { [`${type}.conversion`]: ratio(lists.formSubmissions.length, lists[visits].length) } : {}),
  };
  return { lists, kpis };
}

/** The values by which tables tell numbers apart. */
export const siteValues = {
  page: (row) => cell(row, row.type.startsWith('Form') ? 'ReferrerUri' : 'PageAddress'),
  referrer: (row) => cell(row, 'ReferrerUri'),
  phrase: (row) => cell(row, 'SearchPhrase').toLowerCase(),
  failure: (row) => cell(row, 'ContactFailureMessage') || cell(row, 'LeadFailureMessage'),
  email: (row) => cell(row, 'MessageId'),
  pageRecord: (row) => cell(row, 'PageId'),
  formRecord: (row) => cell(row, 'FormId'),
} as const satisfies Readonly<Record<string, (row: Row) => string>>;
