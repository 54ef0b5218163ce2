import type { InsightsAnswer, PanelAnswer } from '@record-insights/domain';
import type { AskedOfAccount, Sources } from '../builders/accountArrivals';
import { askAccount, inScope, membersOf, peopleOf, type People } from '../oracle/account';
import { shownQuestion } from '../oracle/contact';
import { asPersons } from '../oracle/merges';
import { cell } from '../oracle/rows';
import { answersOf, toldIn, type Told } from './answers';
import { displayMonths, expectedFrom, onlyOfAll } from './expected';
import type { Place } from './places';
import { expectedTimes } from './times';

/** All that a tab tells about an account. */
export interface ToldOfAccount extends Told {
  /** How many contacts it is about. */
  readonly members: number;
  readonly people: People;
}

/** The place as somebody reads it who may read all contacts but some. */
export const readBy = (place: Place, { hidden }: AskedOfAccount): Place => ({
  ...place,
  readable: (contacts) => Promise.resolve(new Set(contacts.filter((contact) => !hidden.includes(contact)))),
});

export const accountAnswers = (place: Place, asked: AskedOfAccount): Promise<readonly InsightsAnswer[]> =>
  answersOf(readBy(place, asked), asked.account, asked.question, 'account');

/** Reads every category, and every list and CSV that its numbers lead to. */
export async function accountTold(place: Place, asked: AskedOfAccount): Promise<ToldOfAccount> {
  return accountToldIn(place, asked, await accountAnswers(place, asked));
}

/** The same out of answers that were read before; the lists are read at their view. */
export async function accountToldIn(
  place: Place,
  asked: AskedOfAccount,
  answers: readonly InsightsAnswer[],
): Promise<ToldOfAccount> {
  const people = peopleTold(answers.flatMap(({ panels }) => panels));
  const told = await toldIn(readBy(place, asked), answers);
  const sum = [...people.people.map(({ count }) => count), people.hidden[1], people.more[1]].reduce((a, b) => a + b, 0);
  if (sum !== told.kpis['account.interactions']?.[0]) throw new Error(`The people have ${sum} interactions together`);
  return { ...told, members: answers[0]?.people?.count ?? -1, people };
}

function peopleTold(panels: readonly PanelAnswer[]): People {
  const [panel] = panels.filter((one) => one.kind === 'people');
  if (!panel) throw new Error('There is no panel of people');
  const { people, hidden, more } = panel;
  return {
    people: people.map(({ contact, count, weeks, last }) => ({ contact, count, weeks, last: last?.id })),
    hidden: [hidden.people, hidden.count],
    more: [more.people, more.count],
  };
}

/** What an account's tab should tell, by the oracle. */
export function expectedOfAccount(
  { kept, items }: Sources,
  { account, question: asked, hidden }: AskedOfAccount,
  now: number,
): ToldOfAccount {
  const persons = asPersons(kept, items);
  const members = membersOf(persons.kept, persons.items, account);
  const isReadable = (contact: string): boolean => !hidden.includes(contact);
  const question = shownQuestion(asked, now, displayMonths);
  const people = peopleOf(members, question, isReadable);
  const told = expectedFrom(asked, now, {
    recordType: 'account',
    without: ['acts', 'listJoins', 'listLeaves', ...onlyOfAll],
    answer: (one) => askAccount(members, one),
    times: (one, answer) => expectedTimes(kept, inScope(members, one), one, answer),
    whoOf(row, { contactOf }) {
      const contact = contactOf.get(row.id) ?? cell(row, 'ContactId');
      return isReadable(contact) ? contact : 'hidden';
    },
  });
  const all = told.lists['account.interactions'] ?? [];
  const ofPeople = people.people.map(({ contact }) => {
    const own = all.filter((listed) => listed[6] === contact);
    return [`account.interactions contact:${contact}`, own] as const;
  });
  return { ...told, lists: { ...told.lists, ...Object.fromEntries(ofPeople) }, members: members.length, people };
}
