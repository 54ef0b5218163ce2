import { everyRow, ratio, type Question, type Thing } from './counting';
import { dayIn, daysLater, everyDay, monthsEarlier, type Day } from './days';
import { doingRules } from './doings';
import { deliveriesTakenBack, emailRules, type Rule } from './emailRules';
import { isTestSend } from './keeping';
import type { Row } from './rows';
import { siteRules } from './siteRules';
import type { Instant } from './times';
import { kindOfType } from './types';
import { machinesAmong } from './verdicts';
import { rowsOfPerson } from './visitors';

/** The rules of what is counted for a contact. */
export const contactRules = {
  ...emailRules,
  ...siteRules,
  ...doingRules,
  /** Every kept row of the person, of unknown types too; deliveries taken back stay. */
  interactions: (rows, question) => everyRow(rows, question),
} as const satisfies Record<string, Rule>;

export type ContactCounter = keyof typeof contactRules;

export const contactCounters = Object.keys(contactRules) as ContactCounter[];

type Counts = (counter: ContactCounter) => number;

/** Every KPI of a contact by its id, out of the numbers of what is counted. */
export const contactKpis: Readonly<Record<string, (counts: Counts) => number | null>> = {
  'contact.interactions': (counts) => counts('interactions'),
  'contact.sent': (counts) => counts('sent'),
  'contact.delivered': (counts) => counts('delivered'),
  'contact.unopened': (counts) => counts('unopened'),
  'contact.opensTotal': (counts) => counts('opensTotal'),
  'contact.opensUnique': (counts) => counts('opensUnique'),
  'contact.clicksTotal': (counts) => counts('clicksTotal'),
  'contact.clicksUnique': (counts) => counts('clicksUnique'),
  'contact.hardBounces': (counts) => counts('hardBounces'),
  'contact.softBounces': (counts) => counts('softBounces'),
  'contact.blockBounces': (counts) => counts('blockBounces'),
  'contact.blocked': (counts) => counts('blocked'),
  'contact.spamComplaints': (counts) => counts('spamComplaints'),
  'contact.forwards': (counts) => counts('forwards'),
  'contact.subscriptionSubmits': (counts) => counts('subscriptionSubmits'),
  'contact.unsubscribes': (counts) => counts('unsubscribes'),
  'contact.websiteVisits': (counts) => counts('websiteVisits'),
  'contact.websiteClicks': (counts) => counts('websiteClicks'),
  'contact.redirectClicks': (counts) => counts('redirectClicks'),
  'contact.formVisits': (counts) => counts('formVisits'),
  'contact.formSubmissions': (counts) => counts('formSubmissions'),
  'contact.eventRegistrations': (counts) => counts('eventRegistrations'),
  'contact.eventCheckIns': (counts) => counts('eventCheckIns'),
  'contact.eventCancellations': (counts) => counts('eventCancellations'),
  'contact.listJoins': (counts) => counts('listJoins'),
  'contact.listLeaves': (counts) => counts('listLeaves'),
  'contact.openRate': (counts) => ratio(counts('opensUnique'), counts('delivered')),
  'contact.clickThroughRate': (counts) => ratio(counts('clicksUnique'), counts('delivered')),
  'contact.clickToOpenRate': (counts) => ratio(counts('clicksUnique'), counts('opensUnique')),
  'contact.deliveryRate': (counts) => ratio(counts('delivered'), counts('sent')),
};

/** What the rows say of a contact. */
export interface ContactAnswer {
  /** The things counted, newest first: exactly the rows that a list shows. */
  readonly lists: Readonly<Record<ContactCounter, readonly Thing[]>>;
  readonly kpis: Readonly<Record<string, number | null>>;
  /** Ids of rows of deliveries that were taken back. */
  readonly takenBack: ReadonlySet<string>;
}

/** The rows of a contact, of its visitors, too; test sends are left out of everything. */
export const rowsOfContact = (kept: readonly Row[], contact: string, joinAnonymousPast = true): readonly Row[] =>
  rowsOfPerson(kept, contact, joinAnonymousPast).filter((row) => !isTestSend(row));

/** @param rows of the contact, as `rowsOfContact` gives them */
export function askContact(rows: readonly Row[], asked: Question): ContactAnswer {
  const question = { machines: machinesAmong(rows), ...asked };
  const lists = Object.fromEntries(
    contactCounters.map((counter) => [counter, newestFirst(contactRules[counter](rows, question))]),
  ) as Record<ContactCounter, readonly Thing[]>;
  const kpis = Object.entries(contactKpis).map(([id, kpi]) => [id, kpi((counter) => lists[counter].length)] as const);
  return {
    lists,
    kpis: Object.fromEntries(kpis),
    takenBack: new Set(deliveriesTakenBack(rows).map(({ id }) => id)),
  };
}

export const newestFirst = (things: readonly Thing[]): readonly Thing[] =>
  [...things].sort((a, b) => b.row.at - a.row.at || (a.row.id < b.row.id ? 1 : -1));

/** The period that is shown: contact views reach back so many months; an earlier From or To is moved up to there. */
export function shownQuestion(question: Question, now: Instant, displayMonths: number): Question {
  const earliest = earliestShown(question.zone, now, displayMonths);
  const shown = (day: Day): Day => (day < earliest ? earliest : day);
  return { ...question, from: shown(question.from), to: shown(question.to) };
}

export const earliestShown = (zone: string, now: Instant, displayMonths: number): Day =>
  monthsEarlier(dayIn(zone, now), displayMonths);

/** The same question about the equal period before. */
export function questionBefore(question: Question): Question {
  const days = everyDay(question.from, question.to).length;
  return { ...question, from: daysLater(question.from, -days), to: daysLater(question.from, -1) };
}

type Numbers = Readonly<Record<string, number>>;

/** How often each value occurs among the rows of things; the empty value where rows do not tell. */
export function byValue(things: readonly Thing[], valueOf: (row: Row) => string): Numbers {
  const numbers = new Map<string, number>();
  for (const { row } of things) numbers.set(valueOf(row), (numbers.get(valueOf(row)) ?? 0) + 1);
  return Object.fromEntries(numbers);
}

/** How many things each day has; days without any are left out. */
export const byDay = (things: readonly Thing[], zone: string): Numbers => byValue(things, (row) => dayIn(zone, row.at));

/** How many things each interaction type has. */
export const byType = (things: readonly Thing[]): Numbers => byValue(things, ({ type }) => type);

/** How many things each kind of a timeline has. */
export const byKind = (things: readonly Thing[]): Numbers => byValue(things, ({ type }) => kindOfType(type));
