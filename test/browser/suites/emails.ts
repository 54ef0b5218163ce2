import { readFileSync } from 'node:fs';
import { insights } from '@record-insights/domain';
import { parse } from 'csv-parse/sync';
import { earliestShown, questionBefore } from '../../oracle/contact';
import type { Question } from '../../oracle/counting';
import { dayIn, daysLater, monthsEarlier } from '../../oracle/days';
import { askEmail, rowsOfEmail } from '../../oracle/email';
import { cell } from '../../oracle/rows';
import {
  chooseCategory,
  choosePeriod,
  closeRows,
  insightsOn,
  lookAt,
  openInsights,
  settled,
  tile,
  tilesOn,
} from '../pages';
import type { Scene } from '../scene';
import { expectedTiles, shownValue, zone } from '../shown';
import { panelsHold, type Held } from './panelsHold';

const categories = insights.email?.categories ?? [];
const ever = { from: '0001-01-01', to: '9999-12-30' };

/** An email's tab: every number of its categories but the last, which is lists, against the raw rows. */
export function emails(scene: () => Scene, shown = categories.slice(0, -1)): void {
  const to = dayIn(zone, Date.now());
  const month: Question = { from: daysLater(to, -29), to, zone };
  const year: Question = { from: monthsEarlier(to, 12), to, zone };
  let found: string | undefined;

  /** The email with most kinds of rows of late. */
  function richest(): string {
    if (found !== undefined) return found;
    const kinds = new Map<string, Set<string>>();
    for (const row of scene().exported.rows) {
      const email = cell(row, 'MessageId');
      if (email === '' || dayIn(zone, row.at) < year.from || !scene().exported.nameOf('email', email)) continue;
      kinds.set(email, (kinds.get(email) ?? new Set()).add(`${row.type} ${cell(row, 'CustomerJourneyId')}`));
    }
    const [best] = [...kinds].sort(([, a], [, b]) => b.size - a.size);
    if (!best) throw new Error('The sample has no email.');
    return (found = best[0]);
  }

  function held(question: Question): Held {
    const rows = rowsOfEmail(scene().exported.rows, richest());
    const before = questionBefore(question);
    return {
      scene: scene(),
      asked: { from: question.from, to, now: askEmail(rows, question), before: askEmail(rows, before) },
      always: askEmail(rows, { ...question, ...ever }),
      compared: before.from >= earliestShown(zone, Date.now(), 12),
      named: true,
    };
  }

  const open = async (id: string): Promise<void> => {
    const { page } = scene();
    await page.goto(new URL(`/rin_marketingemails/${id}`, page.url()).href);
  };

  test.each(shown.map((category) => [category.title, category] as const))(
    '%s: every number, mark, table and first row says what the raw rows say',
    async (title, { panels, anyTime }) => {
      const { page } = scene();
      await open(richest());
      await openInsights(page);
      await chooseCategory(page, title);
      await panelsHold(panels, held(year));
      expect(await lookAt(page, `email-${title.toLowerCase()}-1366`)).toEqual([]);
      if (anyTime) {
        expect(await page.getByRole('button', { name: '30 days' }).count()).toBe(0);
        return;
      }
      // One category is enough to hold that all of them go by the days chosen.
      if (title !== shown[0]?.title) return;
      await choosePeriod(page, '30 days');
      await panelsHold(panels, held(month));
    },
  );

  test('People leaves machines out of every tile', async () => {
    const { page } = scene();
    await open(richest());
    await openInsights(page);
    await settled(page);
    const people = page.getByRole('button', { name: 'People', exact: true });
    await Promise.all([page.waitForResponse(/verdict=people/), people.click()]);
    await settled(page);
    const [overview] = categories;
    await panelsHold(overview?.panels ?? [], held({ ...year, verdict: 'people' }));
  });

  test('of one journey in which it was used, the numbers are those of its rows', async () => {
    const { page, exported } = scene();
    await open(richest());
    await openInsights(page);
    await settled(page);
    const rows = rowsOfEmail(exported.rows, richest());
    const [journey = ''] = [...new Set(rows.map((row) => cell(row, 'CustomerJourneyId')))].filter((id) => id !== '');
    await page.getByRole('combobox', { name: 'Used in' }).click();
    const name = exported.nameOf('journey', journey) ?? '';
    await Promise.all([
      page.waitForResponse(/journey=/),
      page.getByRole('option', { name, exact: true }).first().click(),
    ]);
    await settled(page);
    const ids = (await tilesOn(page)).map(({ id }) => id);
    const { asked, compared } = held({ ...year, journey });
    expect(await tilesOn(page)).toEqual(expectedTiles(ids, asked, { compared }));
    expect(await lookAt(page, 'email-used-1366')).toEqual([]);
  });

  test('the file of a tile has as many rows as the tile says', async () => {
    const { page } = scene();
    await open(richest());
    await openInsights(page);
    await settled(page);
    await tile(page, 'email.delivered').click();
    const side = page.getByRole('dialog');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      side.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    const [heads = [], ...lines] = parse(readFileSync(await download.path()), { bom: true });
    expect(shownValue('email.delivered', lines.length)).toBe(await tile(page, 'email.delivered').innerText());
    expect(heads).not.toContain('Email');
    await closeRows(page);
  });

  test('one that was never live says so instead of zeros', async () => {
    const { page, exported } = scene();
    const [draft] = exported.draftEmails;
    if (draft === undefined) throw new Error('The sample has no email that was never live.');
    await open(draft);
    await page.getByRole('tab', { name: 'Insights' }).click();
    await insightsOn(page).getByText('Marketing email: never live').waitFor();
    expect(await tilesOn(page)).toEqual([]);
    expect(await lookAt(page, 'email-never-live-1366')).toEqual([]);
  });

  test('on a telephone everything stands in one column', async () => {
    const { page } = scene();
    await page.setViewportSize({ width: 360, height: 800 });
    await open(richest());
    await openInsights(page);
    await settled(page);
    expect(await lookAt(page, 'email-360')).toEqual([]);
    const [width, whole] = await page.evaluate(() => [document.documentElement.clientWidth, document.body.scrollWidth]);
    expect(whole).toBeLessThanOrEqual(width);
    await page.setViewportSize({ width: 1366, height: 768 });
  });
}
