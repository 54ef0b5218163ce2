import type { Locator } from 'playwright-core';
import {
  counterOf,
  dimensionOf,
  kpiOf,
  typeOf,
  type CounterId,
  type DimensionId,
  type KpiId,
} from '@record-insights/domain';
import type { Thing } from '../../oracle/counting';
import { byType, byValue } from '../../oracle/contact';
import { cell, type Row } from '../../oracle/rows';
import { siteValues } from '../../oracle/site';
import { namesOf, panel } from '../pages';
import { shownNumber, shownPercent, shownValue, unescaped } from '../shown';
import { counterIn, emptinessHolds, listIn, type Held, type Hold, type Told } from './held';

/** Rows of a table that are compared: it draws no more at once. */
const drawn = 8;
const share = (part: number, whole: number): string => (whole === 0 ? '–' : shownPercent(part / whole));

const cellsIn = (place: Locator): Promise<readonly (readonly string[])[]> =>
  place
    .locator('[role=row]:has([role=gridcell])')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll<HTMLElement>('[role=gridcell]')].map((one) => one.innerText.trim())),
    );

/** The counters of which a table's ratios are made. */
const ratios: Readonly<Partial<Record<KpiId, readonly [CounterId, CounterId]>>> = {
  'email.deliveryRate': ['delivered', 'sent'],
  'email.openRate': ['opensUnique', 'delivered'],
  'email.clickThroughRate': ['clicksUnique', 'delivered'],
  'form.conversion': ['formSubmissions', 'formVisits'],
};

/** The counter that a KPI of a table is, or the two of which it is the ratio. */
function countersOf(kpi: KpiId): readonly CounterId[] {
  if (kpiOf(kpi).unit === 'count') return [counterIn(kpi)];
  const parts = ratios[kpi];
  if (!parts) throw new Error(`No test knows how ${kpi} is made.`);
  return parts;
}

function kpiInTable(kpi: KpiId, counts: (counter: CounterId) => number): string {
  const [part = 0, whole] = countersOf(kpi).map(counts);
  return whole === undefined ? shownNumber(part) : share(part, whole);
}

/** What a row says of each dimension that a panel tells apart. */
const valueIn: Readonly<Partial<Record<DimensionId, (row: Row) => string>>> = {
  ...siteValues,
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

function alwaysOf({ always }: Held): Told {
  if (!always) throw new Error('Nobody asked the oracle about all time.');
  return always;
}

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

const values: Hold<'values'> = async (def, held) => {
  const { title, dimension, kpis, shows, most = Infinity, anyTime = false } = def;
  const told = anyTime ? alwaysOf(held) : held.asked.now;
  const valueOf = valueIn[dimension];
  if (!valueOf) throw new Error(`No test knows how rows tell ${dimension}.`);
  const counters = [...new Set(kpis.flatMap(countersOf))];
  const counts = new Map(counters.map((counter) => [counter, byValue(listIn(told, counter), valueOf)]));
  const every = new Set([...counts.values()].flatMap((numbers) => Object.keys(numbers)));
  const nameOf = (value: string): string =>
    (dimension === 'link' && value !== '' ? linkName(listIn(told, 'uniqueLinkClicks'), value) : value) || 'Unknown';
  const [ranking] = counters;
  const rankOf = (value: string): number => (ranking && counts.get(ranking)?.[value]) ?? 0;
  const expected = [...every]
    .sort((a, b) => rankOf(b) - rankOf(a))
    .map((value) => [
      nameOf(value),
      ...kpis.map((kpi) => kpiInTable(kpi, (counter) => counts.get(counter)?.[value] ?? 0)),
    ]);
  const place = panel(held.scene.page, title);
  await emptinessHolds(place, title, expected.length === 0);
  if (expected.length === 0) return;
  if (shows === 'bars') await place.getByRole('button', { name: 'Table' }).click();
  await place.getByRole('gridcell').first().waitFor();
  const seen = (await cellsIn(place)).slice(0, drawn);
  const firstNumbers = expected.slice(0, Math.min(most, drawn)).map((row) => row[1]);
  expect([title, seen.map((row) => row[1])]).toEqual([title, firstNumbers]);
  expect([title, sorted(expected)]).toEqual([title, expect.arrayContaining([...sorted(seen)])]);
  if (anyTime) expect(await place.getByText('All time; dates do not filter it').count()).toBe(1);
  if (shows === 'bars') await place.getByRole('button', { name: 'Chart' }).click();
};

const map: Hold<'map'> = async ({ title, kpi }, { scene: { page }, asked: { now } }) => {
  const things = listIn(now, counterIn(kpi));
  const nameOf = (row: Row): string => {
    const code = cell(row, 'CountryIsoCode').toUpperCase();
    return /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : 'Unknown';
  };
  const expected = Object.entries(byValue(things, nameOf)).map(([name, count]) => [
    name,
    shownNumber(count),
    share(count, things.length),
  ]);
  const place = panel(page, title);
  await emptinessHolds(place, title, expected.length === 0);
  if (expected.length === 0) return;
  await place.getByRole('button', { name: 'Table' }).click();
  await place.getByRole('gridcell').first().waitFor();
  const seen = await cellsIn(place);
  expect([title, sorted(seen)]).toEqual([title, sorted(expected)]);
  await place.getByRole('button', { name: 'Chart' }).click();
};

const results: Hold<'results'> = async ({ title, results: defs }, { scene: { page }, asked: { now } }) => {
  const said = (name: string, count: number): string => `${name}: ${shownNumber(count)}`;
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
const heatMap: Hold<'heatMap'> = async (_def, held) => {
  const always = alwaysOf(held);
  const link = (row: Row): string => cell(row, 'LinkId');
  const [totals, unique] = (['clicksTotal', 'uniqueLinkClicks'] as const).map((one) =>
    byValue(listIn(always, one), link),
  );
  const delivered = listIn(always, 'delivered').length;
  const every = listIn(always, 'uniqueLinkClicks').length;
  const expected = Object.entries(totals ?? {}).map(([id, count]) => {
    const own = unique?.[id] ?? 0;
    return [shownNumber(count), shownNumber(own), share(own, every), share(own, delivered)];
  });
  const place = panel(held.scene.page, 'All links');
  await place.getByRole('gridcell').first().waitFor();
  const seen = (await cellsIn(place)).map((row) => row.slice(-4)).filter(([total]) => total !== '0');
  expect(sorted(seen.slice(0, drawn))).toEqual(
    sorted(
      [...expected].sort(([a], [b]) => Number(b?.replace(/,/g, '')) - Number(a?.replace(/,/g, ''))).slice(0, drawn),
    ),
  );
};

/** The kinds of panels that only records with very many people have. */
export const channelPanels = { funnel, values, map, results, heatMap };
