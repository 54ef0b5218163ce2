import type { FullRow } from './recount';

/**
 * Counts what a person did on websites, with forms, at events and with subscription lists again, by plain loops. It knows
 * the rules by itself and shares no code with the registry's counters; keep it so.
 * @param real all rows of the person without test sends
 * @param within those of them that are asked for
 */
export function recountSite(real: readonly FullRow[], within: readonly FullRow[]): Readonly<Record<string, number>> {
  const count = (...types: string[]): number => within.filter((row) => types.includes(row.type)).length;
  const distinct = (type: string, nameOf: (row: FullRow) => string): number =>
    new Set(within.filter((row) => row.type === type).map(nameOf)).size;
  const pages = real.filter((row) => row.type === 'WebsiteVisited');
  const formsAlone = within.filter(
    (row) => row.type === 'FormVisited' && !pages.some((page) => isSameVisit(page, row)),
  );
  return {
    websiteVisits: count('WebsiteVisited') + formsAlone.length,
    websiteClicks: count('WebsiteClicked'),
    linksClicked: distinct('WebsiteClicked', (row) => cell(row, 'Link')) - Number(within.some(isNameless)),
    redirectClicks: count('RedirectLinkClicked'),
    formVisits: count('FormVisited'),
    formSubmissions: distinct('FormSubmitted', (row) => cell(row, 'FormSubmissionId') || `row ${row.id}`),
    ...recountVisits(within),
    ...recountResults(within),
    eventInteractions: count(...events, ...cancellations),
    eventRegistrations: count('EventRegistration'),
    eventCheckIns: count('EventCheckIn'),
    eventCancellations: count(...cancellations),
    listJoins: count('SegmentSubscribed'),
    listLeaves: count('SegmentUnsubscribed'),
  };
}

const events = ['EventRegistration', 'EventCheckIn'];
const cancellations = ['EventRegistrationCanceled', 'SessionRegistrationCanceled'];

const cell = (row: FullRow, column: string): string => row.columns[column] ?? '';
const isNameless = (row: FullRow): boolean => row.type === 'WebsiteClicked' && cell(row, 'Link') === '';

/** Whether a visit of a page and one of a form are one: the same session on the same page, both of them told. */
const isSameVisit = (page: FullRow, form: FullRow): boolean =>
  cell(form, 'SessionId') !== '' &&
  cell(form, 'ReferrerUri') !== '' &&
  cell(page, 'SessionId') === cell(form, 'SessionId') &&
  cell(page, 'PageAddress') === cell(form, 'ReferrerUri');

/** Visits of pages, and clicks on redirect URLs, of one person. */
function recountVisits(within: readonly FullRow[]): Readonly<Record<string, number>> {
  const visits = within.filter((row) => row.type === 'WebsiteVisited');
  const saying = (word: string): number =>
    visits.filter((row) => cell(row, 'VisitorReturningStatus').toLowerCase() === word).length;
  const sessions = new Set(visits.map((row) => cell(row, 'SessionId')));
  sessions.delete('');
  return {
    pageVisits: visits.length,
    visitors: Math.min(visits.length, 1),
    newVisits: saying('new'),
    returningVisits: saying('returning'),
    sessions: sessions.size,
    redirectPeople: within.some((row) => row.type === 'RedirectLinkClicked') ? 1 : 0,
  };
}

/** What became of submissions. */
function recountResults(within: readonly FullRow[]): Readonly<Record<string, number>> {
  const saying = (column: string, word: string): number => {
    const found = within.filter((row) => row.type === 'FormSubmitted' && cell(row, column).toLowerCase() === word);
    return new Set(found.map((row) => cell(row, 'FormSubmissionId') || `row ${row.id}`)).size;
  };
  return {
    contactsCreated: saying('ContactMatchingResult', 'created'),
    contactsUpdated: saying('ContactMatchingResult', 'updated'),
    leadsCreated: saying('LeadMatchingResult', 'created'),
    leadsUpdated: saying('LeadMatchingResult', 'updated'),
    failedSubmissions: saying('Result', 'failure'),
  };
}
