import type { RecordType } from '@record-insights/domain';
import {
  askContact,
  byDay,
  byKind,
  byType,
  contactCounters,
  earliestShown,
  questionBefore,
  rowsOfContact,
  shownQuestion,
  type ContactAnswer,
  type ContactCounter,
} from '../oracle/contact';
import type { Question, Thing } from '../oracle/counting';
import type { Row } from '../oracle/rows';
import { filledIn, type Filled } from '../oracle/submissions';
import { listsOnNow } from '../oracle/subscriptionLists';
import { kindOfType } from '../oracle/types';
import type { Listed, Numbers, Told } from './answers';
import { expectedTimes, type Times } from './times';

export const displayMonths = 12;
const timelines = ['interactions', 'eventInteractions'] as const satisfies readonly ContactCounter[];
const dailies = ['delivered', 'opensTotal', 'clicksTotal'] as const satisfies readonly ContactCounter[];

/** What is counted of emails, pages, forms, websites and redirect URLs alone. */
export const onlyOfAll = [
  ...(['reactions', 'uniqueLinkClicks', 'sendFailures', 'generatedLeads'] as const),
  ...(['pageVisits', 'visitors', 'newVisits', 'returningVisits', 'sessions', 'redirectPeople'] as const),
  ...(['contactsCreated', 'contactsUpdated', 'leadsCreated', 'leadsUpdated', 'failedSubmissions'] as const),
] as const;

/** What a contact's tab should tell, by the oracle. */
export const expectedOf = (kept: readonly Row[], contact: string, asked: Question, now: number): Told =>
  expectedOfRows(kept, rowsOfContact(kept, contact), asked, now);

/** What a contact's tab would tell of some rows, whosever they are. */
export function expectedOfRows(kept: readonly Row[], rows: readonly Row[], asked: Question, now: number): Told {
  return expectedFrom(asked, now, {
    recordType: 'contact',
    without: ['acts', 'peopleActive', ...onlyOfAll],
    answer: (question) => askContact(rows, question),
    times: (question, answer) => expectedTimes(kept, [{ rows }], question, answer, listsOnNow(rows)),
    whoOf: () => '',
  });
}

/** What the oracle says of a record. */
export interface Oracle<A extends ContactAnswer = ContactAnswer> {
  readonly recordType: RecordType;
  /** What is counted of people and has no number on the record's tab. */
  readonly without: readonly ContactCounter[];
  readonly answer: (question: Question) => A;
  readonly times: (question: Question, answer: A) => Times;
  /** Whose row it is, as its list says. */
  readonly whoOf: (row: Row, answer: A) => string;
}

/** What a tab should tell: each number, and the rows behind it. */
export function expectedFrom<A extends ContactAnswer>(
  asked: Question,
  now: number,
  { recordType, without, answer: answerTo, times, whoOf }: Oracle<A>,
): Told {
  const question = shownQuestion(asked, now, displayMonths);
  const before = questionBefore(question);
  const isShown = before.from >= earliestShown(asked.zone, now, displayMonths);
  const answer = answerTo(question);
  const previous = isShown ? answerTo(before).kpis : {};
  const { interactions } = answer.lists;
  const listed = (things: readonly Thing[], filled: (row: Row) => readonly Filled[] = () => []): readonly Listed[] =>
    things.map(({ row, times }) => {
      const who = whoOf(row, answer);
      const values = who === 'hidden' ? [] : filled(row);
      return [row.id, row.type, new Date(row.at).toISOString(), times, answer.takenBack.has(row.id), values, who];
    });
  const narrowed = (
    counter: ContactCounter,
    name: string,
    keeps: (thing: Thing) => boolean,
  ): [string, readonly Listed[]] => [`${recordType}.${counter} ${name}`, listed(answer.lists[counter].filter(keeps))];
  const ofKinds = (counter: ContactCounter): [string, readonly Listed[]][] =>
    Object.keys(byKind(answer.lists[counter])).map((kind) =>
      narrowed(counter, `kind:${kind}`, ({ row }) => kindOfType(row.type) === kind),
    );
  const types = byType(interactions);
  const days = (counter: ContactCounter): Numbers => byDay(answer.lists[counter], question.zone);
  const shown = contactCounters.filter((counter) => !without.includes(counter));
  return {
    period: [question.from, question.to],
    kpis: Object.fromEntries(
      Object.entries(answer.kpis).map(([id, value]) => [id, [value, previous[id] ?? null] as const]),
    ),
    timelines: Object.fromEntries(
      timelines.map((counter) => {
        const things = answer.lists[counter];
        return [`${recordType}.${counter}`, { total: things.length, kinds: byKind(things), days: days(counter) }];
      }),
    ),
    types,
    times: times(question, answer),
    byDay: Object.fromEntries(dailies.map((counter) => [`${recordType}.${counter}`, days(counter)] as const)),
    lists: Object.fromEntries([
      ...shown.map((counter) => [`${recordType}.${counter}`, listed(answer.lists[counter])] as const),
      [`${recordType}.formSubmissions`, listed(answer.lists.formSubmissions, filledIn)],
      ...timelines.flatMap(ofKinds),
      ...Object.keys(types).map((type) => narrowed('interactions', type, ({ row }) => row.type === type)),
    ]),
  };
}
