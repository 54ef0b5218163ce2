import type { Day, PeriodAnswer, Zone } from '@record-insights/domain';
import { dayOf, parseDay } from '@record-insights/domain';

/** Numbers, days and times as the user's locale and the organisation's zone have them. */
export interface Format {
  readonly today: Day;
  number(value: number): string;
  /** 41.3% for 0.413. */
  percent(ratio: number): string;
  /** 41% for 0.413, where there is room for no more. */
  wholePercent(ratio: number): string;
  /** As `number`, but short from a million: 1.24M. */
  tile(value: number): string;
  /** Points between two percentages, one decimal. */
  points(ratio: number): string;
  /** 25 Oct 2026. */
  day(day: string): string;
  /** 25 Oct, with the year only when it is not this one. */
  shortDay(day: string): string;
  /** 14 November. */
  longDay(day: string): string;
  /** Monday 23 November, with the year only when it is not this one. */
  dayHead(day: string): string;
  /** 25 Oct – 23 Nov 2026. */
  period(period: PeriodAnswer): string;
  /** The same without a year that is this one. */
  shortPeriod(period: PeriodAnswer): string;
  /** 08:14. */
  time(instant: string): string;
  /** 23 Nov, 08:14, with the year only when it is not this one. */
  dayTime(instant: string): string;
  /** 23 Nov 2026, 14:02. */
  fullTime(instant: string): string;
  /** 45 sec, 2 min, 1 hr 5 min; whole minutes from one minute on. */
  duration(seconds: number): string;
  dayOfInstant(instant: string): Day;
  /** Oslo, for Europe/Oslo. */
  readonly place: string;
  /** Tue, or Tuesday; 1 is Monday. */
  weekday(weekday: number, length: 'short' | 'long'): string;
  /** 08:00. */
  hour(hour: number): string;
  /** Weekdays in the order of the locale's week; 1 is Monday. */
  readonly week: readonly number[];
  /** "Tue and Thu". */
  all(texts: readonly string[]): string;
  /** Norway, for NO; the code itself where the browser has no name for it. */
  country(code: string): string;
  readonly calendar: CalendarNames;
}

/** Names as calendars need them, January and Sunday first. */
export interface CalendarNames {
  readonly months: string[];
  readonly shortMonths: string[];
  readonly days: string[];
  readonly shortDays: string[];
  /** Sunday is 0. */
  readonly firstDayOfWeek: number;
}

const utc = 'UTC';
const million = 1_000_000;
const date = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** @param now milliseconds since 1970; decides what is today and this year */
export function formatOf(locale: string, zone: Zone, now: number): Format {
  const today = dayOf(now, zone);
  const write = (options: Intl.DateTimeFormatOptions, timeZone: string = utc): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone });
  const isThisYear = (day: string): boolean => day.slice(0, 4) === today.slice(0, 4);
  const year = (day: string): Intl.DateTimeFormatOptions => (isThisYear(day) ? {} : { year: 'numeric' });
  const short: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };
  const dayOfInstant = (instant: string): Day => dayOf(Date.parse(instant), zone);
  const range = ({ from, to }: PeriodAnswer, options: Intl.DateTimeFormatOptions): string =>
    plainSpaces(write(options).formatRange(date(from), date(to)));
  const regions = new Intl.DisplayNames(locale, { type: 'region' });
  return {
    ...numbersOf(locale),
    today,
    day: (day) => write({ ...short, year: 'numeric' }).format(date(day)),
    shortDay: (day) => write({ ...short, ...year(day) }).format(date(day)),
    longDay: (day) => write({ day: 'numeric', month: 'long' }).format(date(day)),
    dayHead: (day) => write({ weekday: 'long', day: 'numeric', month: 'long', ...year(day) }).format(date(day)),
    period: (period) => range(period, { ...short, year: 'numeric' }),
    shortPeriod: (period) => range(period, { ...short, ...year(period.from), ...year(period.to) }),
    time: (instant) => write(clock, zone).format(new Date(instant)),
    dayTime: (instant) => write({ ...short, ...clock, ...year(dayOfInstant(instant)) }, zone).format(new Date(instant)),
    fullTime: (instant) => write({ ...short, ...clock, year: 'numeric' }, zone).format(new Date(instant)),
    dayOfInstant,
    calendar: calendarOf(locale),
    place: zone.slice(zone.lastIndexOf('/') + 1).replace(/_/g, ' '),
    // 1 January 2024 was a Monday.
    weekday: (weekday, length) => write({ weekday: length }).format(Date.UTC(2024, 0, weekday)),
    hour: (hour) => write(clock).format(Date.UTC(2024, 0, 1, hour)),
    week: Array.from({ length: 7 }, (_, n) => ((firstDayOfWeek(locale) + 6 + n) % 7) + 1),
    all: (texts) => new Intl.ListFormat(locale).format(texts),
    country: (code) => regions.of(code) ?? code,
  };
}

/** Ranges come with thin spaces around the dash, which look like none at 12 px. */
const plainSpaces = (text: string): string => text.replace(/\u2009/g, ' ');

function calendarOf(locale: string): CalendarNames {
  const write = (options: Intl.DateTimeFormatOptions, at: readonly number[]): string[] =>
    at.map((time) => new Intl.DateTimeFormat(locale, { ...options, timeZone: utc }).format(time));
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2023, month, 1));
  // 1 January 2023 was a Sunday.
  const week = Array.from({ length: 7 }, (_, day) => Date.UTC(2023, 0, 1 + day));
  return {
    months: write({ month: 'long' }, months),
    shortMonths: write({ month: 'short' }, months),
    days: write({ weekday: 'long' }, week),
    shortDays: write({ weekday: 'narrow' }, week),
    firstDayOfWeek: firstDayOfWeek(locale),
  };
}

interface WeekInfo {
  /** Monday is 1, Sunday 7. */
  readonly firstDay: number;
}

/** Of the browsers that know weeks, some tell them by a method, some by a property; for others weeks begin on Monday. */
function firstDayOfWeek(locale: string): number {
  const known = new Intl.Locale(locale);
  const { firstDay } = tellsWeeks(known) ? known.getWeekInfo() : hasWeeks(known) ? known.weekInfo : { firstDay: 1 };
  return firstDay % 7;
}

const tellsWeeks = (locale: Intl.Locale): locale is Intl.Locale & { getWeekInfo(): WeekInfo } =>
  'getWeekInfo' in locale;
const hasWeeks = (locale: Intl.Locale): locale is Intl.Locale & { weekInfo: WeekInfo } => 'weekInfo' in locale;

function numbersOf(
  locale: string,
): Pick<Format, 'number' | 'percent' | 'wholePercent' | 'tile' | 'points' | 'duration'> {
  const plain = new Intl.NumberFormat(locale);
  const unitOf = (unit: 'second' | 'minute' | 'hour', value: number): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const percents = new Intl.NumberFormat(locale, { style: 'percent', ...oneDecimal });
  const wholePercents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const points = new Intl.NumberFormat(locale, oneDecimal);
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 });
  return {
    number: (value) => plain.format(value),
    percent: (ratio) => percents.format(shownRatio(ratio)),
    wholePercent: (ratio) => wholePercents.format(ratio),
    tile: (value) => (Math.abs(value) < million ? plain : compact).format(value),
    points: (ratio) => points.format(Math.abs(ratio) * 100),
    duration: (seconds) => durationText(seconds, unitOf),
  };
}

function durationText(seconds: number, say: (unit: 'second' | 'minute' | 'hour', value: number) => string): string {
  if (seconds < 60) return say('second', seconds);
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const parts = [hours > 0 ? say('hour', hours) : '', minutes % 60 > 0 ? say('minute', minutes % 60) : ''];
  return parts.filter((part) => part !== '').join(' ');
}

/** 100.0% is shown only when it is exact: what would round to it stays on its own side. */
function shownRatio(ratio: number): number {
  if (ratio < 1 && ratio > 0.999) return 0.999;
  return ratio > 1 && ratio < 1.001 ? 1.001 : ratio;
}

/** A day of the organisation as the local midnight that date pickers work with. */
export function toPickerDate(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}

/** The day that a date picker chose. */
export function fromPickerDate(picked: Date): Day | undefined {
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return parseDay(`${pad(picked.getFullYear(), 4)}-${pad(picked.getMonth() + 1, 2)}-${pad(picked.getDate(), 2)}`);
}
