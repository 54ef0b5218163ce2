import { deliveriesTakenBack, emailRules, type Rule } from './emailRules';
import { everyRow, ratio, type Question, type Thing } from './counting';
import { newestFirst } from './contact';
import { isTestSend } from './keeping';
import { cell, type Row } from './rows';
import { machinesAmong } from './verdicts';

/** The rules of what is counted for an email: those of a contact, for each person apart. */
export const emailCounterRules = {
  ...emailRules,
  interactions: (rows, question) => everyRow(rows, question),
} as const satisfies Record<string, Rule>;

export type EmailCounter = keyof typeof emailCounterRules;

export const emailCounters = Object.keys(emailCounterRules) as EmailCounter[];

/** What the rows say of an email. */
export interface EmailAnswer {
  /** The things counted, newest first: exactly the rows that a list shows. */
  readonly lists: Readonly<Record<EmailCounter, readonly Thing[]>>;
  readonly kpis: Readonly<Record<string, number | null>>;
  /** Ids of rows of deliveries that were taken back. */
  readonly takenBack: ReadonlySet<string>;
}

/** The rows that name an email; test sends are left out of everything. */
export const rowsOfEmail = (kept: readonly Row[], message: string): readonly Row[] =>
  kept.filter((row) => cell(row, 'MessageId') === message && !isTestSend(row));

/** Who a row is about, as records with very many people tell people apart: the contact it names, else the visitor, else the lead, else nobody. */
function personOf(row: Row): string {
  for (const column of ['ContactId', 'VisitorId', 'LeadId'])
    if (cell(row, column) !== '') return `${column} ${cell(row, column)}`;
  return 'nobody';
}

/** The rows of each person apart. */
export function byPerson(rows: readonly Row[]): readonly (readonly Row[])[] {
  const people = new Map<string, Row[]>();
  for (const row of rows) {
    const own = people.get(personOf(row));
    if (own) own.push(row);
    else people.set(personOf(row), [row]);
  }
  return [...people.values()];
}

/** @param rows of the email, as `rowsOfEmail` gives them */
export function askEmail(rows: readonly Row[], asked: Question): EmailAnswer {
  const people = byPerson(rows).map((own) => ({ own, question: { machines: machinesAmong(own), ...asked } }));
  const things = (counter: EmailCounter): readonly Thing[] =>
    people.flatMap(({ own, question }) => emailCounterRules[counter](own, question));
  const lists = Object.fromEntries(emailCounters.map((counter) => [counter, newestFirst(things(counter))])) as Record<
    EmailCounter,
    readonly Thing[]
  >;
  const takenBack = people.flatMap(({ own }) => deliveriesTakenBack(own).map(({ id }) => id));
  return { lists, kpis: kpisOf((counter) => lists[counter].length), takenBack: new Set(takenBack) };
}

/** Every number of the email's tiles by its id. */
function kpisOf(count: (counter: EmailCounter) => number): Readonly<Record<string, number | null>> {
  const plain: readonly EmailCounter[] = [
    ...(['sent', 'delivered', 'unopened', 'opensTotal', 'opensUnique', 'clicksTotal', 'clicksUnique'] as const),
    ...(['hardBounces', 'softBounces', 'blockBounces', 'bounces', 'blocked'] as const),
    ...(['spamComplaints', 'forwards', 'subscriptionSubmits', 'unsubscribes', 'generatedLeads'] as const),
  ];
  return {
    ...Object.fromEntries(plain.map((counter) => [`email.${counter}`, count(counter)])),
    'email.deliveryRate': ratio(count('delivered'), count('sent')),
    'email.openRate': ratio(count('opensUnique'), count('delivered')),
    'email.clickThroughRate': ratio(count('clicksUnique'), count('delivered')),
    'email.clickToOpenRate': ratio(count('clicksUnique'), count('opensUnique')),
    'email.unsubscribeRate': ratio(count('unsubscribes'), count('delivered')),
  };
}
