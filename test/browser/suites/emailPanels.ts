import type { Locator } from 'playwright-core';
import {
  counterOf,
  dimensionOf,
  kpiOf,
  typeOf,
  type CounterId,
  type DimensionId,
  type KpiId,
  type PanelDef,
  type PanelKind,
} from '@record-insights/domain';
import type { Thing } from '../../oracle/counting';
import { byType } from '../../oracle/contact';
import { byValue } from '../../oracle/email';
import { cell, type Row } from '../../oracle/rows';
import { namesOf, panel } from '../pages';
import { shownPercent, shownValue, unescaped } from '../shown';
import { listIn, type Held } from './panelsHold';

type PanelOf<K extends PanelKind> = Extract<PanelDef, { readonly kind: K }>;
type Hold<K extends PanelKind> = (def: PanelOf<K>, held: Held) => Promise<void>;

/** Rows of a table that are compared: it draws no more at once. */
const drawn = 8;
const number = (count: number): string => count.toLocaleString('en-GB');
const share = (part: number, whole: number): string => (whole === 0 ? '–' : shownPercent(part / whole));

const cellsIn = (place: Locator): Promise<readonly (readonly string[])[]> =>
  place
    .locator('[role=row]:has([role=gridcell])')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll<HTMLElement>('[role=gridcell]')].map((one) => one.innerText.trim())),
    );

/** The oracle's counters whose sum or ratio a KPI of a table is. */
const kpiInTable = (kpi: KpiId, counts: (counter: CounterId) => number): string => {
  const { formula, unit } = kpiOf(kpi);
  if (unit === 'count') return number(counts(kpi.split('.')[1] as CounterId));
  const parts: Readonly<Partial<Record<KpiId, readonly [CounterId, CounterId]>>> = {
    'email.deliveryRate': ['delivered', 'sent'],
    'email.openRate': ['opensUnique', 'delivered'],
    'email.clickThroughRate': ['clicksUnique', 'delivered'],
  };
  const [part, whole] = parts[kpi] ?? [];
  if (!part || !whole) throw new Error(`No test knows how ${kpi} is made: ${JSON.stringify(formula)}`);
  return share(counts(part), counts(whole));
};

/** What a row says of each dimension that a panel tells apart. */
const valueIn: Readonly<Partial<Record<DimensionId, (row: Row) => string>>> = {
  link: (row) => cell(row, 'LinkId'),
  domain: (row) => cell(row, 'EmailDomain').toLowerCase(),
  browser: (row) => dimensionOf('browser').titleOf?.(cell(row, 'BrowserId')) ?? '',
  system: (row) => dimensionOf('system').titleOf?.(cell(row, 'OperatingSystemId')) ?? '',
  device: (row) => dimensionOf('device').titleOf?.(cell(row, 'OperatingSystemId')) ?? '',
};

/** A link is called as most rows name it. */
function linkName(things: readonly Thing[], id: string): string {
  const own = things.filter(({ row }) => cell(row, 'LinkId') === id);
  const names = Object.entries(byValue(own, (row) => cell(row, 'LinkFriendlyName')));
  return unescaped(names.sort(([, a], [, b]) => b - a)[0]?.[0] ?? '') || id;
}

const sorted = (rows: readonly (readonly string[])[]): readonly string[] => rows.map((row) => row.join(' | ')).sort();

const countries = new Intl.DisplayNames('en-GB', { type: 'region' });

const funnel: Hold<'funnel'> = async ({ title, kpis }, { scene: { page }, asked: { now } }) => {
  const counts = kpis.map((kpi) => now.kpis[kpi] ?? 0);
  const said = await panel(page, title)
    .getByRole('listitem')
    .getByRole('button')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  expect([title, said]).toEqual([
    title,
    counts.map((count, n) => {
      const ofBefore = n === 0 ? '–' : share(count, counts[n - 1] ?? 0);
      const [name, value] = [kpiOf(kpis[n]!).title, shownValue(kpis[n]!, count)];
      return `${name}, ${value}, Of the first: ${share(count, counts[0] ?? 0)}, Of the step before: ${ofBefore}`;
    }),
  ]);
};

const values: Hold<'values'> = async (def, { scene: { page }, asked: { now }, always = now }) => {
  const { title, dimension, kpis, shows, most = Infinity, anyTime = false } = def;
  const told = anyTime ? always : now;
  const valueOf = valueIn[dimension];
  if (!valueOf) throw new Error(`No test knows how rows tell ${dimension}.`);
  const counts = (counter: CounterId): Readonly<Record<string, number>> => byValue(listIn(told, counter), valueOf);
  const counters = [...new Set<CounterId>(['sent', 'delivered', 'opensUnique', 'clicksUnique'])];
  const first = kpis.map((kpi) => kpi.split('.')[1] as CounterId).filter((one) => one in told.lists);
  const every = new Set([...(shows === 'table' ? counters : []), ...first].flatMap((one) => Object.keys(counts(one))));
  const nameOf = (value: string): string =>
    (dimension === 'link' && value !== '' ? linkName(listIn(told, 'uniqueLinkClicks'), value) : value) || 'Unknown';
  const [ranking] = first;
  const ranked = [...every].sort((a, b) => (counts(ranking!)[b] ?? 0) - (counts(ranking!)[a] ?? 0)).slice(0, most);
  const expected = ranked.map((value) => [
    nameOf(value),
    ...kpis.map((kpi) => kpiInTable(kpi, (counter) => counts(counter)[value] ?? 0)),
  ]);
  const place = panel(page, title);
  if (expected.length === 0) {
    expect([title, await place.getByRole('grid').count()]).toEqual([title, 0]);
    return;
  }
  if (shows === 'bars') await place.getByRole('button', { name: 'Table' }).click();
  await place.getByRole('gridcell').first().waitFor();
  const seen = (await cellsIn(place)).slice(0, drawn);
  expect([title, seen.map((row) => row[1])]).toEqual([title, expected.slice(0, drawn).map((row) => row[1])]);
  expect([title, sorted(expected)]).toEqual([title, expect.arrayContaining([...sorted(seen)])]);
  if (anyTime) expect(await place.getByText('All time; dates do not filter it').count()).toBe(1);
  if (shows === 'bars') await place.getByRole('button', { name: 'Chart' }).click();
};

const map: Hold<'map'> = async ({ title, kpi }, { scene: { page }, asked: { now } }) => {
  const things = listIn(now, kpi.split('.')[1] as CounterId);
  const nameOf = (row: Row): string => {
    const code = cell(row, 'CountryIsoCode').toUpperCase();
    return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : 'Unknown';
  };
  const expected = Object.entries(byValue(things, nameOf)).map(([name, count]) => [
    name,
    number(count),
    share(count, things.length),
  ]);
  const place = panel(page, title);
  if (expected.length === 0) return;
  await place.getByRole('button', { name: 'Table' }).click();
  await place.getByRole('gridcell').first().waitFor();
  const seen = await cellsIn(place);
  expect([title, sorted(seen)]).toEqual([title, sorted(expected)]);
  await place.getByRole('button', { name: 'Chart' }).click();
};

const results: Hold<'results'> = async ({ title, results: defs }, { scene: { page }, asked: { now } }) => {
  const said = (name: string, count: number): string => `${name}: ${number(count)}`;
  const expected = defs.flatMap(({ counter, parts = [] }) => [
    said(counterOf(counter).title, listIn(now, counter).length),
    ...(parts === 'types'
      ? Object.entries(byType(listIn(now, counter))).map(([type, count]) => said(typeOf(type).label ?? type, count))
      : parts.map((part) => said(counterOf(part.counter).title, listIn(now, part.counter).length))),
  ]);
  const seen = await namesOf(panel(page, title), 'treeitem');
  expect([title, [...seen].sort()]).toEqual([title, expected.sort()]);
};

/** Its table of links: those that were clicked, whatever the days. */
const heatMap: Hold<'heatMap'> = async (_def, { scene: { page }, asked: { now }, always = now }) => {
  const link = (row: Row): string => cell(row, 'LinkId');
  const [totals, unique] = (['clicksTotal', 'uniqueLinkClicks'] as const).map((one) =>
    byValue(listIn(always, one), link),
  );
  const delivered = listIn(always, 'delivered').length;
  const every = listIn(always, 'uniqueLinkClicks').length;
  const expected = Object.entries(totals ?? {}).map(([id, count]) => {
    const own = unique?.[id] ?? 0;
    return [number(count), number(own), share(own, every), share(own, delivered)];
  });
  const place = panel(page, 'All links');
  await place.getByRole('gridcell').first().waitFor();
  const seen = (await cellsIn(place)).map((row) => row.slice(-4)).filter(([total]) => total !== '0');
  expect(sorted(seen.slice(0, drawn))).toEqual(
    sorted(
      [...expected].sort(([a], [b]) => Number(b?.replace(/,/g, '')) - Number(a?.replace(/,/g, ''))).slice(0, drawn),
    ),
  );
};

/** The kinds of panels that only records with very many people have. */
export const emailPanels = { funnel, values, map, results, heatMap };
