import type { Figures, Times, UpkeepFigures } from './figures';

export const orders = ['time', 'random'] as const;
export type Order = (typeof orders)[number];
export type Report = Partial<Record<Order, Figures>>;

type Line = readonly [string, (figures: Figures) => string];

const number = (value: number | null, unit: string): string =>
  value === null ? '–' : `${value.toLocaleString('en')} ${unit}`;
const times = ({ p50, p95 }: Times): string => `${p50} / ${p95} ms`;

const lines: readonly Line[] = [
  ['first request to all visible', ({ service }) => number(service.visibleAfter, 's')],
  ['  rows a second', ({ service }) => number(service.visiblePerSecond, '')],
  ['  a row', ({ service }) => number(service.microsecondsPerRow, 'µs')],
  ['  a row, of the processor', ({ service }) => number(service.processorMicrosecondsPerRow, 'µs')],
  ['accepted a second', ({ service }) => number(service.acceptedPerSecond, '')],
  ['the store by itself, rows a second', ({ raw }) => number(raw.rowsPerSecond, '')],
  ['  a row, of the processor', ({ raw }) => number(raw.processorMicrosecondsPerRow, 'µs')],
  ['  service as a share of it', ({ ofRaw }) => String(ofRaw)],
  ['most memory', ({ service }) => number(service.peakMiB, 'MiB')],
  ["  without the pages of the store's file", ({ service }) => number(service.ownPeakMiB, 'MiB')],
  ['on disk a row', ({ service }) => number(service.bytesPerRow, 'bytes')],
  ['after a kill: listens', ({ service }) => number(service.listensAfterKill, 's')],
  ['after a kill: all visible', ({ service }) => number(service.visibleAfterKill, 's')],
];

const spent = ({ seconds, ownPeakMiB }: UpkeepFigures['verify']): string => `${seconds} s, ${ownPeakMiB ?? '–'} MiB`;

/** Of what admins do; the memory is the process's own. */
const upkeepLines: readonly (readonly [string, (upkeep: UpkeepFigures) => string])[] = [
  ['verify', ({ verify }) => spent(verify)],
  ['rebuild', ({ rebuild }) => spent(rebuild)],
  ['erase one person', ({ erase }) => spent(erase)],
  ['  rows of that person', ({ erase }) => number(erase.rows, '')],
];

/** The figures side by side: a line each, a column for each order of the rows. */
export function tableOf(report: Report): string {
  const columns = orders.flatMap((order) => {
    const figures = report[order];
    return figures ? [{ order, figures }] : [];
  });
  const reads = Object.keys(columns[0]?.figures.service.reads ?? {}).map((name): Line => [
    `${name}, p50 / p95`,
    ({ service: { reads: all } }) => (all[name] ? times(all[name]) : '–'),
  ]);
  const upkeep = columns.some(({ figures }) => figures.upkeep)
    ? upkeepLines.map(([title, of]): Line => [title, (figures) => (figures.upkeep ? of(figures.upkeep) : '–')])
    : [];
  const row = (title: string, cells: readonly string[]): string =>
    [title.padEnd(40), ...cells.map((cell) => cell.padStart(18))].join('');
  return [
    row(
      '',
      columns.map(({ order }) => `${order} order`),
    ),
    ...[...lines, ...reads, ...upkeep].map(([title, cell]) =>
      row(
        title,
        columns.map(({ figures }) => cell(figures)),
      ),
    ),
  ].join('\n');
}
