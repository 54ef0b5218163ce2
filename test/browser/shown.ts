import {
  columnsOf,
  counterOf,
  insights,
  kpiOf,
  listColumns,
  namedTypes,
  recordTypes,
  typeOf,
  typeTitle,
  type CounterId,
  type KpiId,
  type ListColumnDef,
  type ListColumnId,
  type NamedType,
} from '@record-insights/domain';
import type { ContactAnswer } from '../oracle/contact';
import type { Thing } from '../oracle/counting';
import { dayIn } from '../oracle/days';
import { cell, type Row } from '../oracle/rows';
import type { Exported } from './exported';

/** How an English reader in Oslo sees numbers and times: written here once more, not taken from the control. */
export const zone = 'Europe/Oslo';
const number = new Intl.NumberFormat('en-GB');
const percent = new Intl.NumberFormat('en-GB', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

const oneDecimal = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export function shownValue(id: string, value: number | null): string {
  if (value === null) return '–';
  if (kpiOf(id as KpiId).unit === 'count') return number.format(value);
  if (value !== 1 && Math.abs(value - 1) < 0.001) return value < 1 ? '99.9%' : '100.1%';
  return percent.format(value);
}

interface Compared {
  readonly now: Pick<ContactAnswer, 'kpis'>;
  readonly before: Pick<ContactAnswer, 'kpis'>;
}

/** The tiles of these KPIs: value, and how it changed. @param compared whether the period before is shown, too */
export const expectedTiles = (ids: readonly string[], { now, before }: Compared, { compared } = { compared: true }) =>
  ids.map((id) => {
    const value = now.kpis[id] ?? null;
    const previous = compared ? (before.kpis[id] ?? null) : null;
    return { id, value: shownValue(id, value), note: noteOf(id, value, previous) };
  });

function noteOf(id: string, value: number | null, previous: number | null): string {
  const { empty, unit } = kpiOf(id as KpiId);
  if (value === null) return empty.shows === 'none' ? empty.because : '';
  if (previous === null) return '';
  return `${changeOf(value - previous, unit)} was ${shownValue(id, previous)}`;
}

function changeOf(change: number, unit: 'count' | 'percent'): string {
  if (Math.abs(change) < (unit === 'percent' ? 0.0005 : 1)) return 'Same';
  if (unit === 'percent') return `${oneDecimal.format(Math.abs(change) * 100)} pts`;
  return `${number.format(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'}`;
}

/** `23 Nov, 08:14`, with the year when it is not this one. */
export function shownTime(at: number, now = Date.now()): string {
  const isThisYear = dayIn(zone, at).slice(0, 4) === dayIn(zone, now).slice(0, 4);
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** `08:14`. */
export const shownClock = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);

/** `Monday 23 November`. */
export const shownHead = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** `14 November`. */
export const shownDay = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** `14 Nov 2026`. */
export const shownDate = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: 'numeric', month: 'short', year: 'numeric' }).format(at);

/** `1,204`. */
export const shownNumber = (count: number): string => number.format(count);

export const shownPercent = (ratio: number): string => percent.format(ratio);

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `Monday 08:00` for the oracle's `1 08`. */
export function shownHour(hour: string): string {
  const [day, clock] = hour.split(' ');
  return `${weekdays[Number(day) - 1] ?? ''} ${clock ?? ''}:00`;
}

/** `Tue and Thu, 08:00; Wed, 09:00`. */
export function shownHours(hours: readonly string[]): string {
  const clocks = [...new Set(hours.map((hour) => hour.slice(2)))].sort();
  return clocks
    .map((clock) => {
      const days = hours.filter((hour) => hour.endsWith(` ${clock}`)).sort();
      const names = days.map((hour) => shownHour(hour).slice(0, 3));
      const last = names.pop() ?? '';
      return `${names.length === 0 ? last : `${names.join(', ')} and ${last}`}, ${clock}:00`;
    })
    .join('; ');
}

const groups: Readonly<Record<string, string>> = { weekend: 'Weekends', weekdays: 'Weekdays', anyDay: 'Every day' };

/** The oracle's `weekdays 7+2: 35` in words. */
export function shownUsual(usual: string | undefined): { words: string; count: string } | undefined {
  const [, days = '', from, hours, count = ''] = /^(\w+) (\d+)\+(\d+): (\d+)$/.exec(usual ?? '') ?? [];
  if (usual === undefined) return undefined;
  const clock = (hour: number): string => `${String(hour % 24).padStart(2, '0')}:00`;
  return { words: `${groups[days] ?? ''}, ${clock(Number(from))}–${clock(Number(from) + Number(hours))}`, count };
}

/** A row of a list as a reader sees it: its first column, and when. */
export type SeenRow = readonly [what: string, when: string];

/** The first rows of a counter's list: what its first column says, or the name that CRM has for it; `person` where that begins. */
export function firstRows(
  things: readonly Thing[],
  of: CounterId | 'person',
  exported: Exported,
  count: number,
): readonly SeenRow[] {
  const [column] = of === 'person' ? [of] : columnsOf(of);
  return things.slice(0, count).map(({ row }) => [column ? whatOf(row, column, exported) : '', shownTime(row.at)]);
}

function whatOf(row: Row, column: ListColumnId, { nameOf }: Exported): string {
  const { fields, record, ofType, typeLabel, typeTitle: titled }: ListColumnDef = listColumns[column];
  const type = { ...typeOf(row.type), ...typeOf(row.type).sentence };
  const own = ofType && type[ofType];
  const text = [...(own === undefined ? [] : [own]), ...(column === 'person' ? ['ContactId'] : fields)]
    .map((name) => cell(row, name))
    .find((value) => value !== '');
  if (record) return text === undefined ? '–' : (nameOf(record, text) ?? cannotOpen(record));
  const word = titled === true ? typeTitle(row.type) : typeLabel === true ? type.label : undefined;
  return (
    [word, text]
      .filter((part) => part !== undefined)
      .map(unescaped)
      .join(': ') || '–'
  );
}

/** `A contact you cannot open`. */
function cannotOpen(type: NamedType): string {
  const { title } = { ...recordTypes, ...namedTypes }[type];
  const [first = '', ...rest] = title.replace(/^(Marketing|Customer|Event) /, '');
  return `${/[aeiou]/i.test(first) ? 'An' : 'A'} ${first.toLowerCase()}${rest.join('')} you cannot open`;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  apos: "'",
  nbsp: ' ',
};

/** The exporter stores links' names HTML-escaped. */
export const unescaped = (text: string): string =>
  text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole);

/** The days of a chart as its marks are read out, in no order. */
export const shownMarks = (counts: Readonly<Record<string, number>>, title: string): readonly string[] =>
  Object.entries(counts).map(([day, count]) => `${shownDay(day)}, ${number.format(count)} ${title}`);

export const titleOf = (counter: CounterId): string => counterOf(counter).title.toLowerCase();

/** KPIs of the tiles that open a contact's tab. */
export const headline: readonly string[] = (insights.contact?.categories[0]?.panels ?? []).flatMap((panel) =>
  panel.kind === 'kpiTiles' ? panel.kpis : [],
);
