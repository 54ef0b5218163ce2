import { distinctBy, earliest, everyRow, type Question } from './counting';
import type { Rule } from './emailRules';
import { cell, type Row } from './rows';

const of = (rows: readonly Row[], ...types: readonly string[]): readonly Row[] =>
  rows.filter((row) => types.includes(row.type));

const saying = (rows: readonly Row[], column: string, word: string): readonly Row[] =>
  rows.filter((row) => cell(row, column).toLowerCase() === word);

/** Distinct FormSubmissionId, else rows. */
const submissions: Rule = (rows, question) =>
  together(of(rows, 'FormSubmitted'), question, (row) =>
    cell(row, 'FormSubmissionId') === '' ? `row ${row.id}` : `submission ${cell(row, 'FormSubmissionId')}`,
  ).map((parts) => ({ row: earliest(parts), times: parts.length }));

const cancellations = ['EventRegistrationCanceled', 'SessionRegistrationCanceled'];

/** What a person did on websites, with forms, at events and with subscription lists, by what is counted. */
export const siteRules = {
  /** Every WebsiteVisited; and every FormVisited of a page that the same session does not tell to be visited. */
  websiteVisits: (rows, question) => [
    ...everyRow(of(rows, 'WebsiteVisited'), question),
    ...everyRow(
      of(rows, 'FormVisited').filter((form) => !isToldByPage(form, rows)),
      question,
    ),
  ],

  websiteClicks: (rows, question) => everyRow(of(rows, 'WebsiteClicked'), question),

  /** Each full address that was clicked once, at its last click, with the number of clicks. */
  linksClicked: (rows, question) =>
    together(
      of(rows, 'WebsiteClicked').filter((row) => cell(row, 'Link') !== ''),
      question,
      (row) => cell(row, 'Link'),
    ).map((clicks) => ({ row: last(clicks), times: clicks.length })),

  /** Every WebsiteVisited row; forms that stand on a page are told by it. */
  pageVisits: (rows, question) => everyRow(of(rows, 'WebsiteVisited'), question),

  /** Distinct contact, else visitor: the rows are one person's. */
  visitors: (rows, question) => distinctBy(of(rows, 'WebsiteVisited'), question, []),

  newVisits: (rows, question) =>
    everyRow(saying(of(rows, 'WebsiteVisited'), 'VisitorReturningStatus', 'new'), question),

  returningVisits: (rows, question) =>
    everyRow(saying(of(rows, 'WebsiteVisited'), 'VisitorReturningStatus', 'returning'), question),

  /** Distinct SessionId. */
  sessions: (rows, question) =>
    distinctBy(
      of(rows, 'WebsiteVisited').filter((row) => cell(row, 'SessionId') !== ''),
      question,
      ['SessionId'],
    ),

  redirectPeople: (rows, question) => distinctBy(of(rows, 'RedirectLinkClicked'), question, []),

  contactsCreated: (rows, question) => submissions(saying(rows, 'ContactMatchingResult', 'created'), question),
  contactsUpdated: (rows, question) => submissions(saying(rows, 'ContactMatchingResult', 'updated'), question),
  leadsCreated: (rows, question) => submissions(saying(rows, 'LeadMatchingResult', 'created'), question),
  leadsUpdated: (rows, question) => submissions(saying(rows, 'LeadMatchingResult', 'updated'), question),
  failedSubmissions: (rows, question) => submissions(saying(rows, 'Result', 'failure'), question),

  redirectClicks: (rows, question) => everyRow(of(rows, 'RedirectLinkClicked'), question),

  formVisits: (rows, question) => everyRow(of(rows, 'FormVisited'), question),

  /** Distinct FormSubmissionId, else rows. */
  formSubmissions: (rows, question) => submissions(rows, question),

  /** The timeline of what was done about events. */
  eventInteractions: (rows, question) =>
    everyRow(of(rows, 'EventRegistration', 'EventCheckIn', ...cancellations), question),

  eventRegistrations: (rows, question) => everyRow(of(rows, 'EventRegistration'), question),

  eventCheckIns: (rows, question) => everyRow(of(rows, 'EventCheckIn'), question),

  /** Of events and of sessions. */
  eventCancellations: (rows, question) => everyRow(of(rows, ...cancellations), question),

  listJoins: (rows, question) => everyRow(of(rows, 'SegmentSubscribed'), question),

  listLeaves: (rows, question) => everyRow(of(rows, 'SegmentUnsubscribed'), question),
} as const satisfies Record<string, Rule>;

/** A form names the page it stands on as its referrer. */
function isToldByPage(form: Row, rows: readonly Row[]): boolean {
  const [session, page] = [cell(form, 'SessionId'), cell(form, 'ReferrerUri')];
  if (session === '' || page === '') return false;
  for (const row of of(rows, 'WebsiteVisited'))
    if (cell(row, 'SessionId') === session && cell(row, 'PageAddress') === page) return true;
  return false;
}

/** The rows asked for that have one name, for each name. */
function together(rows: readonly Row[], question: Question, nameOf: (row: Row) => string): readonly (readonly Row[])[] {
  const byName = new Map<string, Row[]>();
  for (const { row } of everyRow(rows, question)) byName.set(nameOf(row), [...(byName.get(nameOf(row)) ?? []), row]);
  return [...byName.values()];
}

/** The latest row, of several at one instant that of the highest id. */
function last(rows: readonly Row[]): Row {
  let found = earliest(rows);
  for (const row of rows) if (row.at > found.at || (row.at === found.at && row.id > found.id)) found = row;
  return found;
}
