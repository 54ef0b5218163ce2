import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { recordTypes, type RecordType } from '@record-insights/domain';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { SeenRow } from './shown';

const shots = join(__dirname, 'shots');

/** A browser window of a signed-in user, and what went wrong in it. */
export interface Visit {
  readonly page: Page;
  /** Errors of scripts, and requests that left this machine. */
  readonly troubles: readonly string[];
}

const desk: BrowserContextOptions = {
  locale: 'en-GB',
  timezoneId: 'Europe/Oslo',
  viewport: { width: 1366, height: 768 },
  reducedMotion: 'reduce',
};

/** Opens the CRM in a window of its own and signs in. */
export async function signIn(browser: Browser, address: string, user: string, options = {}): Promise<Visit> {
  const context = await browser.newContext({ ...desk, ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') troubles.push(`asked ${hostname}`);
  });
  await page.goto(address);
  await page.getByRole('button', { name: new RegExp(`^\\W*\\w* ?${user}`) }).click();
  await page.getByRole('button', { name: /account menu$/ }).waitFor();
  return { page, troubles };
}

/** Finds a contact in the list of contacts by name, and opens it there. */
export async function findContact(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Site map' }).getByRole('link', { name: 'Contacts' }).click();
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Contacts' }).getByRole('link', { name, exact: true }).first().click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
}

/** Opens the tab of the contact that is shown, and waits for its numbers. */
export async function openInsights(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Insights' }).click();
  await page.locator('[data-kpi]').first().waitFor();
}

/** Opens a record's form by its address. */
export async function openForm(page: Page, type: RecordType, id: string): Promise<void> {
  await page.goto(new URL(`/${recordTypes[type].tables.own.set}/${id}`, page.url()).href);
}

/** Opens a record's tab by its address, and waits until nothing is on its way any more. */
export async function openTab(page: Page, type: RecordType, id: string): Promise<void> {
  await openForm(page, type, id);
  await openInsights(page);
  await settled(page);
}

/** Opens a contact's tab by its address. */
export async function openContact(page: Page, id: string): Promise<void> {
  await openForm(page, 'contact', id);
  await openInsights(page);
}

export async function chooseCategory(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Insight categories' }).getByRole('button', { name }).click();
  await page.getByRole('heading', { name, level: 2 }).waitFor();
  await settled(page);
}

/** Presses what asks for other numbers, and waits for these. */
export async function askBy(button: Locator): Promise<void> {
  const page = button.page();
  await Promise.all([page.waitForResponse(/\/insights\//), button.click()]);
  await settled(page);
}

/** Chooses days above the panels, and waits for their numbers. */
export const choosePeriod = (page: Page, name: string): Promise<void> =>
  askBy(page.getByRole('button', { name, exact: true }));

/** Chooses an option of one of the choosers above the panels, and waits for its numbers. */
export async function chooseOption(page: Page, chooser: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: chooser }).click();
  await askBy(page.getByRole('option', { name: option, exact: true }));
}

/**
 * Waits until nothing is on its way any more: no shimmer, no dimmed numbers, no name that is asked for. What was just
 * done shows that it waits within two frames: one draws it, then its effects run, and the next draws these.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  });
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

/** Waits until it has the focus. */
export async function takesFocus(place: Locator): Promise<void> {
  const element = await place.elementHandle();
  await place.page().waitForFunction((one) => one === document.activeElement, element);
}

/** Closes the rows beside the page, as a keyboard does, and waits until they are gone. */
export async function closeRows(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

export interface SeenTile {
  readonly id: string;
  readonly value: string;
  /** What stands below the number: how it changed, or why there is no answer. */
  readonly note: string;
}

/** All number tiles of the category, as they are read. */
export const tilesOn = (page: Page): Promise<readonly SeenTile[]> =>
  page.locator('[data-kpi]').evaluateAll((tiles) =>
    tiles.map((tile) => ({
      id: tile.getAttribute('data-kpi') ?? '',
      value: tile.querySelector('button:not([aria-label^="About "])')?.textContent ?? '',
      note: [...(tile.lastElementChild?.childNodes ?? [])].map(({ textContent }) => textContent).join(' '),
    })),
  );

export const tile = (page: Page, kpi: string): Locator =>
  page.locator(`[data-kpi="${kpi}"] button:not([aria-label^="About "])`);

/** A panel by its title. */
export const panel = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true });

/** The card on the Summary. */
export const cardOn = (page: Page): Locator => page.getByRole('region', { name: 'Marketing interactions' });

/** The card's bars, which are there once its numbers are. */
export const barsOn = (page: Page): Locator => cardOn(page).getByRole('img', { name: /\d weeks/ });

/** The Insights tab's content; the card on the Summary stays in the page, hidden. */
export const insightsOn = (page: Page): Locator => page.getByRole('region', { name: 'Insights', exact: true });

/** The first rows of a table: first line of the first column, and the last column. */
export function rowsIn(place: Locator, count: number): Promise<readonly SeenRow[]> {
  return place.locator('[role=row]:has([role=gridcell])').evaluateAll(
    (rows, most) =>
      rows.slice(0, most).map((row) => {
        const cells = [...row.querySelectorAll<HTMLElement>('[role=gridcell]')];
        return [cells[0]?.innerText.split('\n')[0] ?? '', cells.at(-1)?.innerText ?? ''] as const;
      }),
    count,
  );
}

/** Names of what a screen reader finds in a place, by role. */
export const namesOf = (place: Locator, role: string): Promise<readonly string[]> =>
  place
    .locator(`[role=${role}][aria-label]`)
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));

/** Px by which the page is wider than its window; 0 where all of it is seen. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { documentElement: whole, body } = document;
    return Math.max(0, whole.scrollWidth - whole.clientWidth, body.scrollWidth - whole.clientWidth);
  });

/** Keeps a picture of the window in `shots`, and answers what axe finds wrong in it. */
export async function lookAt(page: Page, name: string): Promise<readonly string[]> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
  return violationsOn(page);
}

/** What axe finds wrong in a page. A message in its frame is not ours to judge, and no script may run there, axe's neither. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .exclude('iframe[sandbox]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}
