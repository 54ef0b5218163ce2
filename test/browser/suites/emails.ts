import { readFileSync } from 'node:fs';
import { insights } from '@record-insights/domain';
import { parse } from 'csv-parse/sync';
import type { Question } from '../../oracle/counting';
import { dayIn } from '../../oracle/days';
import { askEmail, rowsOfEmail } from '../../oracle/email';
import { cell } from '../../oracle/rows';
import { mostNamed } from '../exported';
import {
  askBy,
  chooseCategory,
  chooseOption,
  choosePeriod,
  closeRows,
  insightsOn,
  lookAt,
  openForm,
  openTab,
  tile,
  tilesOn,
  tooWide,
} from '../pages';
import { lastDays, type Scene } from '../scene';
import { shownDate, shownValue, zone } from '../shown';
import { heldOfMany, type Held } from './held';
import { panelsHold } from './panelsHold';

const categories = insights.email?.categories ?? [];

/** A run of a journey in which an email was used. */
interface Run {
  readonly email: string;
  readonly journey: string;
  readonly iteration: string;
}

/** An email's tab: every number of its categories against the raw rows. */
export function emails(scene: () => Scene): void {
  const [month, year] = [lastDays(30), lastDays('year')];
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

  /** The run of a journey that most rows of late tell of, of an email that was used in others, too. */
  function oneOfSeveral(): Run {
    const { rows, nameOf } = scene().exported;
    const lately = rows.filter(({ at }) => dayIn(zone, at) >= year.from);
    const runs = mostNamed(lately, (row) =>
      ['MessageId', 'CustomerJourneyId', 'CustomerJourneyIterationId'].map((column) => cell(row, column)).join(' '),
    )
      .map((ids) => ids.split(' '))
      .map(([email = '', journey = '', iteration = '']): Run => ({ email, journey, iteration }))
      .filter((run) => run.iteration !== '' && nameOf('email', run.email) && nameOf('journey', run.journey));
    const found = runs.find((run) => runs.some((other) => other !== run && other.email === run.email));
    if (!found) throw new Error('The sample has no email that was used in several runs.');
    return found;
  }

  const held = (question: Question, email = richest()): Held => {
    const rows = rowsOfEmail(scene().exported.rows, email);
    return heldOfMany(scene(), question, (asked) => askEmail(rows, asked));
  };

  test.each(categories.map((category) => [category.title, category] as const))(
    '%s: every number, mark, table and first row says what the raw rows say',
    async (title, { panels, anyTime }) => {
      const { page } = scene();
      await openTab(page, 'email', richest());
      await chooseCategory(page, title);
      await panelsHold(panels, held(year));
      expect(await lookAt(page, `email-${title.toLowerCase()}-1366`)).toEqual([]);
      if (anyTime) {
        expect(await page.getByRole('button', { name: '30 days' }).count()).toBe(0);
        return;
      }
      // One category is enough to hold that all of them go by the days chosen.
      if (title !== categories[0]?.title) return;
      await choosePeriod(page, '30 days');
      await panelsHold(panels, held(month));
    },
  );

  test('People leaves machines out of every tile', async () => {
    const { page } = scene();
    await openTab(page, 'email', richest());
    await askBy(page.getByRole('button', { name: 'People', exact: true }));
    const [overview] = categories;
    await panelsHold(overview?.panels ?? [], held({ ...year, verdict: 'people' }));
  });

  test('of one run of a journey in which it was used, every tile counts the rows of that run', async () => {
    const { page, exported } = scene();
    const { email, journey, iteration } = oneOfSeveral();
    const tiles = categories[0]?.panels.filter(({ kind }) => kind === 'kpiTiles') ?? [];
    await openTab(page, 'email', email);
    await chooseOption(page, 'Used in', exported.nameOf('journey', journey) ?? '');
    await panelsHold(tiles, held({ ...year, journey }, email));
    const started = exported.rows.find(
      (row) => row.type === 'CustomerJourneyIterationStarted' && cell(row, 'CustomerJourneyIterationId') === iteration,
    );
    await chooseOption(page, 'Run or tile', `Run from ${shownDate(started!.at)}`);
    const ofRun = held({ ...year, journey, iteration }, email);
    expect(ofRun.asked.now.kpis).not.toEqual(held(year, email).asked.now.kpis);
    await panelsHold(tiles, ofRun);
    expect(await lookAt(page, 'email-used-1366')).toEqual([]);
  });

  test('the file of a tile has as many rows as the tile says', async () => {
    const { page } = scene();
    await openTab(page, 'email', richest());
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
    await openForm(page, 'email', draft);
    await page.getByRole('tab', { name: 'Insights' }).click();
    await insightsOn(page).getByText('Marketing email: never live').waitFor();
    expect(await tilesOn(page)).toEqual([]);
    expect(await lookAt(page, 'email-never-live-1366')).toEqual([]);
  });

  test('on a telephone everything stands in one column', async () => {
    const { page } = scene();
    await page.setViewportSize({ width: 360, height: 800 });
    await openTab(page, 'email', richest());
    expect(await lookAt(page, 'email-360')).toEqual([]);
    for (const { title } of categories) {
      await page.getByRole('button', { name: 'Insight categories' }).click();
      await chooseCategory(page, title);
      expect([title, await tooWide(page)]).toEqual([title, 0]);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  });
}
