import type { Question, Someone } from './counting';
import { emailRules } from './emailRules';
import { isTestSend } from './keeping';
import { cell, type Row } from './rows';
import { machinesAmong } from './verdicts';

/** An hour of the week as clocks in a zone show it: `1 08` is Monday at 8. */
export type Hour = string;

const clocks = new Map<string, Intl.DateTimeFormat>();
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export function hourIn(zone: string, at: number): Hour {
  const known = clocks.get(zone);
  const clock =
    known ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' });
  clocks.set(zone, clock);
  const [, weekday = '', hour = ''] = /^(\w+)\D+(\d\d)/.exec(clock.format(at)) ?? [];
  return `${weekdays.indexOf(weekday) + 1} ${hour}`;
}

/** How many rows each hour has. */
export function byHour(rows: readonly Row[], zone: string): Readonly<Record<Hour, number>> {
  const counts: Record<Hour, number> = {};
  for (const row of rows) counts[hourIn(zone, row.at)] = (counts[hourIn(zone, row.at)] ?? 0) + 1;
  return counts;
}

/** A delivery that names a message, and the minutes until its first open; undefined while it was not opened. */
interface Waited {
  readonly hour: Hour;
  readonly minutes: number | undefined;
}

/** The deliveries of a person that are asked for. Opens of the same (SendingId, MessageId) answer them, whenever they come. */
function waited(rows: readonly Row[], question: Question, opens: readonly Row[]): readonly Waited[] {
  return emailRules
    .delivered(rows, { ...question, verdict: 'all' })
    .filter(({ row }) => cell(row, 'MessageId') !== '')
    .map(({ row }) => {
      let first: number | undefined;
      for (const open of opens)
        if (['SendingId', 'MessageId'].every((column) => cell(open, column) === cell(row, column)))
          first = Math.min(first ?? open.at, open.at);
      const minutes = first === undefined ? undefined : Math.max(0, first - row.at) / 60_000;
      return { hour: hourIn(question.zone, row.at), minutes };
    });
}

const opensIn = (rows: readonly Row[], machines: ReadonlySet<string>): readonly Row[] =>
  rows.filter((row) => row.type === 'EmailOpened' && !machines.has(row.id));

const classEnds = [5, 15, 30, 60, 120, 240, 480, 1440, 2880, 10_080];
const classNames = [
  ...['Under 5 minutes', '5–15 minutes', '15–30 minutes', '30–60 minutes', '1–2 hours', '2–4 hours'],
  ...['4–8 hours', '8–24 hours', '1–2 days', '2–7 days', 'Over 7 days'],
];

/** The class in which the waiting times have their (lower) middle one; undefined where there is none. */
function middleClass(minutes: readonly number[]): string | undefined {
  const middle = [...minutes].sort((a, b) => a - b)[Math.ceil(minutes.length / 2) - 1];
  if (middle === undefined) return undefined;
  const place = classEnds.findIndex((end) => middle < end);
  return classNames[place < 0 ? classNames.length - 1 : place];
}

const openedOf = (all: readonly Waited[]): readonly number[] =>
  all.flatMap(({ minutes }) => (minutes === undefined ? [] : [minutes]));

/** How fast messages that came in an hour were opened. */
export interface Reactions {
  readonly deliveries: number;
  readonly opened: number;
  /** Deliveries, first opens and the class of their middle one, by the hour of the delivery. */
  readonly cells: Readonly<Record<Hour, readonly [deliveries: number, opened: number, middle: string | undefined]>>;
  readonly middle: string | undefined;
}

export function reactions(people: readonly Someone[], question: Question): Reactions {
  const all = people.flatMap(({ rows, since }) => {
    const machines = question.verdict === 'people' ? machinesAmong(rows) : new Set<string>();
    return waited(rows, { ...question, since }, opensIn(rows, machines));
  });
  const cells: Record<Hour, readonly [number, number, string | undefined]> = {};
  for (const { hour } of all) {
    const own = all.filter((other) => other.hour === hour);
    cells[hour] = [own.length, openedOf(own).length, middleClass(openedOf(own))];
  }
  return { deliveries: all.length, opened: openedOf(all).length, cells, middle: middleClass(openedOf(all)) };
}

/** The best hours to write to somebody. */
export interface SendTimes {
  readonly deliveries: number;
  readonly opened: number;
  /** Deliveries, how many people opened, and the rate predicted; undefined under 3 deliveries. */
  readonly cells: Readonly<Record<Hour, readonly [deliveries: number, opened: number, rate: number | undefined]>>;
  readonly best: readonly Hour[];
}

/** (opens + 20 × the organisation's rate in that hour) / (deliveries + 20), people only. */
export function sendTimes(kept: readonly Row[], people: readonly Someone[], question: Question): SendTimes {
  const all = people.flatMap(({ rows, since }) =>
    waited(rows, { ...question, since }, opensIn(rows, machinesAmong(rows))),
  );
  const everybody = organisationRates(kept, question.zone);
  const cells: Record<Hour, readonly [number, number, number | undefined]> = {};
  for (const { hour } of all) {
    const own = all.filter((other) => other.hour === hour);
    const opened = openedOf(own).length;
    const rate = (opened + 20 * (everybody.get(hour) ?? 0)) / (own.length + 20);
    cells[hour] = [own.length, opened, own.length < 3 ? undefined : rounded(rate)];
  }
  return { deliveries: all.length, opened: openedOf(all).length, cells, best: bestOf(cells) };
}

export const rounded = (rate: number): number => Number(rate.toFixed(12));

/** The rates of rows asked about before: they are of all rows there are, whoever is asked about. */
const knownRates = new WeakMap<readonly Row[], Map<string, ReadonlyMap<Hour, number>>>();

function organisationRates(kept: readonly Row[], zone: string): ReadonlyMap<Hour, number> {
  const byZone = knownRates.get(kept) ?? new Map<string, ReadonlyMap<Hour, number>>();
  knownRates.set(kept, byZone);
  const rates = byZone.get(zone) ?? ratesOf(kept, zone);
  byZone.set(zone, rates);
  return rates;
}

/** The share that people opened of all deliveries of an hour, over all contacts, by what their own rows say. */
function ratesOf(kept: readonly Row[], zone: string): ReadonlyMap<Hour, number> {
  const always = { from: '0000-00-00', to: '9999-99-99', zone };
  const contacts = new Map<string, Row[]>();
  for (const row of kept) {
    const contact = cell(row, 'ContactId');
    if (contact === '' || isTestSend(row)) continue;
    contacts.set(contact, contacts.get(contact) ?? []);
    contacts.get(contact)?.push(row);
  }
  const deliveries = new Map<Hour, number>();
  const opened = new Map<Hour, number>();
  for (const own of contacts.values())
    for (const { hour, minutes } of waited(own, always, opensIn(own, machinesAmong(own)))) {
      deliveries.set(hour, (deliveries.get(hour) ?? 0) + 1);
      if (minutes !== undefined) opened.set(hour, (opened.get(hour) ?? 0) + 1);
    }
  return new Map([...deliveries].map(([hour, count]) => [hour, (opened.get(hour) ?? 0) / count] as const));
}

/** Hours of the highest rate in whole percent, three at most, most deliveries first. */
function bestOf(cells: SendTimes['cells']): readonly Hour[] {
  const percents = Object.entries(cells).map(([hour, [deliveries, , rate]]) => ({
    hour,
    deliveries,
    percent: rate === undefined ? 0 : Math.round(rate * 100),
  }));
  const highest = Math.max(0, ...percents.map(({ percent }) => percent));
  return percents
    .filter(({ percent }) => highest > 0 && percent === highest)
    .sort((a, b) => b.deliveries - a.deliveries || (a.hour < b.hour ? -1 : 1))
    .slice(0, 3)
    .map(({ hour }) => hour);
}

const groups: readonly (readonly [string, (weekday: number) => boolean, number])[] = [
  ['weekend', (weekday) => weekday > 5, 2],
  ['weekdays', (weekday) => weekday < 6, 5],
  ['anyDay', () => true, 7],
];

/** The stretch of hours that takes the fewest hours of a week and has at least half of all; as `weekdays 7+2: 35`. */
export function usualTime(rows: readonly Row[], zone: string): string | undefined {
  if (rows.length < 5) return undefined;
  const hours = rows.map((row) => hourIn(zone, row.at).split(' ').map(Number));
  let best: { readonly area: number; readonly count: number; readonly text: string } | undefined;
  for (const [name, isIn, days] of groups) {
    for (let length = 1; length <= 24; length++) {
      for (let from = 0; from < 24; from++) {
        const count = hours.filter(([day = 0, hour = 0]) => isIn(day) && (hour + 24 - from) % 24 < length).length;
        const area = days * length;
        if (2 * count < rows.length) continue;
        const isBetter = !best || area < best.area || (area === best.area && count > best.count);
        if (isBetter) best = { area, count, text: `${name} ${from}+${length}: ${count}` };
      }
    }
  }
  return best && best.area <= 42 ? best.text : undefined;
}
