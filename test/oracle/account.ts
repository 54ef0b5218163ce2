import {
  askContact,
  contactCounters,
  contactKpis,
  contactRules,
  newestFirst,
  rowsOfContact,
  type ContactAnswer,
} from './contact';
import type { Question, Someone, Thing } from './counting';
import { daysLater } from './days';
import { factsIn, type ToldItem } from './facts';
import { membershipIn } from './membership';
import { cell, type Row } from './rows';
import type { Instant } from './times';
import { machinesAmong } from './verdicts';

/** What a reader asks of an account: of what its contacts did since each joined, or of all. */
export interface AccountQuestion extends Question {
  readonly scope?: 'joined' | 'full' | undefined;
}

/** A contact of an account. */
export interface Member extends Someone {
  readonly contact: string;
}

/** The contacts that belong to an account now. @param items everything that the directory was told, in any order */
export function membersOf(kept: readonly Row[], items: readonly ToldItem[], account: string): readonly Member[] {
  const facts = factsIn(items).filter(({ kind }) => kind === 'contact');
  const contacts = new Set([...kept.map((row) => cell(row, 'ContactId')), ...facts.map(({ id }) => id)]);
  contacts.delete('');
  const members: Member[] = [];
  for (const contact of contacts) {
    const own = kept.filter((row) => cell(row, 'ContactId') === contact);
    const told = facts.find(({ id }) => id === contact);
    const membership = membershipIn(told && { op: told.op, ...told.fields }, own);
    if (membership?.account === account)
      members.push({ contact, rows: rowsOfContact(kept, contact), since: membership.since });
  }
  return members;
}

/** The members with what of their rows counts. */
export const inScope = (members: readonly Member[], { scope }: AccountQuestion): readonly Member[] =>
  members.map((member) => (scope === 'full' ? { ...member, since: undefined } : member));

/** What the rows say of all of them together. */
export interface AccountAnswer extends ContactAnswer {
  /** Whose row it is, by its id. */
  readonly contactOf: ReadonlyMap<string, string>;
}

/** Which lists somebody is on is not told of accounts; how many people did something is. */
const accountKpis: typeof contactKpis = {
  'account.peopleActive': (counts) => counts('peopleActive'),
  ...Object.fromEntries(
    Object.entries(contactKpis)
      .filter(([id]) => id !== 'contact.listJoins' && id !== 'contact.listLeaves')
      .map(([id, kpi]) => [id.replace('contact.', 'account.'), kpi] as const),
  ),
};

/** Each member's rows are counted by themselves: nobody's send, message or click is another's. */
export function askAccount(members: readonly Member[], question: AccountQuestion): AccountAnswer {
  const answers = inScope(members, question).map((member) => ({
    ...member,
    answer: askContact(member.rows, { ...question, since: member.since }),
  }));
  const lists = Object.fromEntries(
    contactCounters.map((counter) => [counter, newestFirst(answers.flatMap(({ answer }) => answer.lists[counter]))]),
  ) as ContactAnswer['lists'];
  return {
    lists,
    kpis: Object.fromEntries(
      Object.entries(accountKpis).map(([id, kpi]) => [id, kpi((counter) => lists[counter].length)] as const),
    ),
    takenBack: new Set(answers.flatMap(({ answer }) => [...answer.takenBack])),
    contactOf: new Map(answers.flatMap(({ contact, rows }) => rows.map(({ id }) => [id, contact] as const))),
  };
}

/** A person of the People panel. */
export interface Person {
  readonly contact: string;
  /** Everything of the period. */
  readonly count: number;
  /** Things done in each of the 12 weeks up to the end of the period. */
  readonly weeks: readonly number[];
  /** Id of the last row of something done up to the end of the period. */
  readonly last: string | undefined;
}

/** The People panel. Who has no line of their own is in a sum: how many people, and how many interactions. */
export interface People {
  readonly people: readonly Person[];
  readonly hidden: readonly [people: number, interactions: number];
  readonly more: readonly [people: number, interactions: number];
}

const mostNamed = 100;

/** Ranked by what each did in the period, then by how lately, then by everything of the period, then by id. */
export function peopleOf(
  members: readonly Member[],
  question: AccountQuestion,
  isReadable: (contact: string) => boolean,
): People {
  const ranked = inScope(members, question)
    .map((member) => figuresOf(member, question))
    .sort((a, b) => b.acts - a.acts || b.lastAt - a.lastAt || b.count - a.count || (a.contact < b.contact ? -1 : 1));
  const readable = ranked.filter(({ contact }) => isReadable(contact));
  const sum = (some: readonly Figures[]): readonly [number, number] => {
    let total = 0;
    for (const { count } of some) total += count;
    return [some.length, total];
  };
  return {
    people: readable
      .slice(0, mostNamed)
      .map(({ contact, count, weeks, last }): Person => ({ contact, count, weeks, last })),
    hidden: sum(ranked.filter(({ contact }) => !isReadable(contact))),
    more: sum(readable.slice(mostNamed)),
  };
}

interface Figures extends Person {
  readonly acts: number;
  readonly lastAt: Instant;
}

function figuresOf({ contact, rows, since }: Member, asked: AccountQuestion): Figures {
  const question: Question = { machines: machinesAmong(rows), ...asked, since };
  const { to } = question;
  const acts = (from: string, until: string): readonly Thing[] =>
    newestFirst(contactRules.acts(rows, { ...question, from, to: until }));
  const [last] = acts('0000-00-00', to);
  const weeks: number[] = [];
  for (let end = daysLater(to, -77); end <= to; end = daysLater(end, 7))
    weeks.push(acts(daysLater(end, -6), end).length);
  return {
    contact,
    count: contactRules.interactions(rows, question).length,
    weeks,
    last: last?.row.id,
    acts: acts(question.from, to).length,
    lastAt: last?.row.at ?? -Infinity,
  };
}
