import {
  insights,
  type InsightsAnswer,
  type PanelAnswer,
  type PanelDef,
  type ResultAnswer,
} from '@record-insights/domain';
import { askEmail, emailCounters, rowsOfEmail, type EmailAnswer, type EmailCounter } from '../oracle/email';
import { byDay, byKind, byType, byValue, earliestShown, questionBefore, shownQuestion } from '../oracle/contact';
import type { Question, Thing } from '../oracle/counting';
import { cell, type Row } from '../oracle/rows';
import { kindOfType } from '../oracle/types';
import { answersOf, numbersOf, rowsAt, type Listed, type Numbers } from './answers';
import { displayMonths } from './expected';
import type { Place } from './places';

type Pair = readonly [value: number | null, previous: number | null];

/** All that a tab tells about an email, in plain values that compare. */
export interface ToldOfEmail {
  readonly kpis: Readonly<Record<string, Pair>>;
  readonly timeline: { readonly total: number; readonly kinds: Numbers; readonly days: Numbers };
  readonly types: Numbers;
  readonly byDay: Readonly<Record<string, Numbers>>;
  readonly funnel: readonly (number | null)[];
  /** By panel, what each value's numbers are. */
  readonly values: Readonly<Record<string, Readonly<Record<string, readonly (number | null)[]>>>>;
  readonly countries: Numbers;
  readonly unknownCountry: number;
  readonly results: Numbers;
  readonly links: Readonly<Record<string, readonly [total: number, unique: number]>>;
  readonly lists: Readonly<Record<string, readonly Listed[]>>;
}

/** The place as somebody reads it who may read all contacts. */
const readByAll = (place: Place): Place => ({ ...place, readable: (contacts) => Promise.resolve(new Set(contacts)) });

export const emailAnswers = (place: Place, email: string, question: Question): Promise<readonly InsightsAnswer[]> =>
  answersOf(readByAll(place), email, question, 'email');

/** Reads every category, and every list and CSV that its numbers lead to. */
export const emailTold = async (place: Place, email: string, question: Question): Promise<ToldOfEmail> =>
  emailToldIn(place, await emailAnswers(place, email, question));

type Of<K extends PanelAnswer['kind']> = Extract<PanelAnswer, { kind: K }>;

/** The same out of answers that were read before; the lists are read at their view. */
export async function emailToldIn(place: Place, answers: readonly InsightsAnswer[]): Promise<ToldOfEmail> {
  const panels = answers.flatMap((answer) => answer.panels);
  const all = <K extends PanelAnswer['kind']>(kind: K): readonly Of<K>[] =>
    panels.filter((panel): panel is Of<K> => panel.kind === kind);
  const lists: Record<string, readonly Listed[]> = {};
  for (const [name, { address, number }] of numbersOf(panels)) {
    const rows = await rowsAt(readByAll(place), address);
    if (number !== rows.length) throw new Error(`${name} says ${number}, its list has ${rows.length} rows`);
    lists[name] = rows;
  }
  const [timeline] = all('timeline');
  const [map] = all('map');
  return {
    kpis: Object.fromEntries(
      all('kpiTiles').flatMap(({ kpis }) => kpis.map(({ id, value, previous }) => [id, [value, previous]])),
    ),
    timeline: {
      total: timeline?.total ?? -1,
      kinds: Object.fromEntries((timeline?.kinds ?? []).map(({ kind, count }) => [kind, count])),
      days: Object.fromEntries((timeline?.days ?? []).map(({ day, count }) => [day, count])),
    },
    types: Object.fromEntries(all('breakdown').flatMap(({ parts }) => parts.map(({ type, count }) => [type, count]))),
    byDay: Object.fromEntries(
      all('byDay').flatMap(({ series }) =>
        series.map(({ kpi, days }) => [kpi, Object.fromEntries(days.map(({ day, count }) => [day, count]))]),
      ),
    ),
    funnel: all('funnel').flatMap(({ steps }) => steps.map(({ value }) => value)),
    values: Object.fromEntries(
      all('values').map(({ id, values }) => [
        id,
        Object.fromEntries(values.map(({ value, title, numbers }) => [id === 'domains' ? value : title, numbers])),
      ]),
    ),
    countries: Object.fromEntries((map?.countries ?? []).map(({ country, count }) => [country, count])),
    unknownCountry: map?.unknown ?? -1,
    results: Object.fromEntries(all('results').flatMap(({ results }) => results.flatMap(nodesOf))),
    links: Object.fromEntries(
      all('heatMap').flatMap(({ links }) => links.map(({ link, count, unique }) => [link, [count, unique]])),
    ),
    lists,
  };
}

const nodesOf = ({ id, count, parts }: ResultAnswer): readonly (readonly [string, number])[] => [
  [id, count],
  ...parts.flatMap(nodesOf),
];

const ever = { from: '0001-01-01', to: '9999-12-30' };

/** What an email's tab should tell, by the oracle. */
export function expectedOfEmail(kept: readonly Row[], email: string, asked: Question, now: number): ToldOfEmail {
  const rows = rowsOfEmail(kept, email);
  const question = shownQuestion(asked, now, displayMonths);
  const before = questionBefore(question);
  const answer = askEmail(rows, question);
  const previous = before.from >= earliestShown(asked.zone, now, displayMonths) ? askEmail(rows, before).kpis : {};
  const always = askEmail(rows, { ...question, ...ever });
  const { lists } = answer;
  const daily = (counter: EmailCounter): Numbers => byDay(lists[counter], question.zone);
  const link = (row: Row): string => cell(row, 'LinkId');
  const country = (row: Row): string => cell(row, 'CountryIsoCode').toUpperCase();
  const countries = Object.entries(byValue(lists.reactions, country)).filter(([code]) => /^[A-Z]{2}$/.test(code));
  const clicks = byValue(always.lists.clicksTotal, link);
  const uniqueClicks = byValue(always.lists.uniqueLinkClicks, link);
  return {
    kpis: Object.fromEntries(
      Object.entries(answer.kpis).map(([id, value]) => [id, [value, previous[id] ?? null] as const]),
    ),
    timeline: {
      total: lists.interactions.length,
      kinds: byKind(lists.interactions),
      days: daily('interactions'),
    },
    types: byType(lists.interactions),
    byDay: Object.fromEntries(
      (['delivered', 'opensTotal', 'clicksTotal', 'sent', 'blocked', 'bounces'] as const).map((counter) => [
        `email.${counter}`,
        daily(counter),
      ]),
    ),
    funnel: [lists.sent, lists.delivered, lists.opensUnique, lists.clicksUnique].map(({ length }) => length),
    values: {
      topLinks: topLinks(always),
      devices: named(lists.reactions, (row) => (cell(row, 'OperatingSystemId') === '' ? '' : '?')),
      browsers: named(lists.reactions, browserOf),
      systems: named(lists.reactions, (row) => (cell(row, 'OperatingSystemId') === '' ? '' : '?')),
      domains: domains(answer),
    },
    countries: Object.fromEntries(countries),
    unknownCountry: lists.reactions.length - countries.reduce((sum, [, count]) => sum + count, 0),
    results: {
      ...Object.fromEntries(
        (
          [
            'sent',
            'delivered',
            'bounces',
            'hardBounces',
            'softBounces',
            'blockBounces',
            'blocked',
            'sendFailures',
          ] as const
        ).map((counter) => [counter, lists[counter].length]),
      ),
      ...Object.fromEntries(
        Object.entries(byType(lists.blocked)).map(([type, count]) => [`blocked.${type}`, count] as const),
      ),
    },
    links: Object.fromEntries(
      Object.entries(clicks).map(([id, count]) => [id, [count, uniqueClicks[id] ?? 0] as const]),
    ),
    lists: listsOf(answer, always),
  };
}

const browserNames: Readonly<Record<string, string>> = {
  'a8a2dc38-6acd-42c3-999b-5599e31aca3b': 'Chrome',
  'f5b513f6-ad0a-4515-9a63-4e7bcc3c928f': 'Other',
};
const browserOf = (row: Row): string => browserNames[cell(row, 'BrowserId')] ?? '';

const named = (things: readonly Thing[], nameOf: (row: Row) => string): Readonly<Record<string, readonly number[]>> =>
  Object.fromEntries(Object.entries(byValue(things, nameOf)).map(([name, count]) => [name, [count]]));

function topLinks({ lists }: EmailAnswer): Readonly<Record<string, readonly number[]>> {
  const found: Record<string, readonly number[]> = {};
  const link = (row: Row): string => cell(row, 'LinkId');
  const totals = byValue(lists.clicksTotal, link);
  const unique = byValue(lists.uniqueLinkClicks, link);
  for (const id of Object.keys(totals)) found[linkTitle(lists, id)] = [unique[id] ?? 0, totals[id] ?? 0];
  return found;
}

/** A click that names no link is of an unknown one. A link is called as most of its unique clicks name it, of several as often the first by its text. */
function linkTitle({ uniqueLinkClicks }: EmailAnswer['lists'], id: string): string {
  if (id === '') return '';
  const text = (row: Row): string => [cell(row, 'LinkFriendlyName'), cell(row, 'OriginalUrl')].join('\n');
  const own = uniqueLinkClicks.filter(({ row }) => cell(row, 'LinkId') === id);
  const [best = ''] = Object.entries(byValue(own, text)).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? [];
  return best.split('\n')[0]?.replace('&amp;', '&') || id;
}

function domains({ lists }: EmailAnswer): Readonly<Record<string, readonly (number | null)[]>> {
  const counters = ['sent', 'delivered', 'opensUnique', 'clicksUnique', 'bounces'] as const;
  const counts = counters.map((counter) => byValue(lists[counter], (row) => cell(row, 'EmailDomain').toLowerCase()));
  const names = [...new Set(counts.flatMap((one) => Object.keys(one)))];
  return Object.fromEntries(
    names.map((name) => {
      const [sent = 0, delivered = 0, opened = 0, clicked = 0, bounced = 0] = counts.map((one) => one[name] ?? 0);
      const rate = (of: number, over: number): number | null => (over === 0 ? null : of / over);
      return [
        name,
        [
          sent,
          delivered,
          opened,
          clicked,
          bounced,
          rate(delivered, sent),
          rate(opened, delivered),
          rate(clicked, delivered),
        ],
      ];
    }),
  );
}

/** Every list that the tab leads to. */
function listsOf(answer: EmailAnswer, always: EmailAnswer): Readonly<Record<string, readonly Listed[]>> {
  const listed = (things: readonly Thing[], { takenBack }: EmailAnswer = answer): readonly Listed[] =>
    things.map(({ row, times }) => [
      row.id,
      row.type,
      new Date(row.at).toISOString(),
      times,
      takenBack.has(row.id),
      [],
      cell(row, 'ContactId'),
    ]);
  const { lists } = answer;
  const shown = new Set((insights.email?.categories ?? []).flatMap(({ panels }) => panels.flatMap(countersShown)));
  const narrowed = (
    counter: EmailCounter,
    word: string,
    valueOf: (row: Row) => string,
    of: EmailAnswer = answer,
  ): [string, readonly Listed[]][] =>
    Object.keys(byValue(of.lists[counter], valueOf)).map((value) => [
      `email.${counter} ${word}${value}`,
      listed(
        of.lists[counter].filter(({ row }) => valueOf(row) === value),
        of,
      ),
    ]);
  const type = (row: Row): string => row.type;
  const domain = (row: Row): string => cell(row, 'EmailDomain').toLowerCase();
  const link = (row: Row): string => cell(row, 'LinkId');
  return Object.fromEntries([
    ...emailCounters
      .filter((counter) => shown.has(counter))
      .map((counter) => [`email.${counter}`, listed(lists[counter])]),
    ...narrowed('interactions', 'kind:', (row) => kindOfType(row.type)),
    ...narrowed('interactions', '', type),
    ...narrowed('blocked', '', type),
    ...narrowed('sent', 'domain:', domain),
    ...narrowed('uniqueLinkClicks', 'link:', link, always),
    ...narrowed('clicksTotal', 'link:', link, always),
  ]) as Record<string, readonly Listed[]>;
}

/** Counters whose list a panel leads to. */
function countersShown(panel: PanelDef): readonly string[] {
  if (panel.kind === 'results')
    return ['sent', 'delivered', 'bounces', 'hardBounces', 'softBounces', 'blockBounces', 'blocked', 'sendFailures'];
  if (panel.kind === 'kpiTiles')
    return panel.kpis.flatMap((kpi) => {
      const name = kpi.slice(6);
      return name.endsWith('Rate') ? ['sent', 'delivered', 'opensUnique', 'clicksUnique', 'unsubscribes'] : [name];
    });
  return panel.kind === 'list' || panel.kind === 'timeline' ? [panel.list.slice(6)] : [];
}
