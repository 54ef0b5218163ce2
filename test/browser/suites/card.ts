import type { Page } from 'playwright-core';
import { typeOf, type RecordType } from '@record-insights/domain';
import { dayIn, daysLater } from '../../oracle/days';
import { cell } from '../../oracle/rows';
import { emptyContact } from '../exported';
import { barsOn, cardOn, lookAt, openForm, settled, signIn, takesFocus } from '../pages';
import { askOracle, askOracleOf, type Scene } from '../scene';
import { zone } from '../shown';

async function openSummary(page: Page, id: string, type: RecordType = 'contact'): Promise<void> {
  await openForm(page, type, id);
  await barsOn(page).waitFor();
  await settled(page);
}

/** The card on the Summary of a contact and a lead. */
export function card(scene: () => Scene): void {
  /** Interactions of so many days that end so many days ago. */
  const counted = (days: number, ago: number, contact = scene().someone.id): number => {
    const to = daysLater(dayIn(zone, Date.now()), -ago);
    return askOracleOf(scene().exported, contact, daysLater(to, 1 - days), to).now.lists.interactions.length;
  };

  test('counts four weeks, those before, and each of twelve as the raw rows do', async () => {
    const { page, someone } = scene();
    await openSummary(page, someone.id);
    const text = await cardOn(page).innerText();
    expect(text).toContain(`\n${counted(28, 0)}\nin 4 weeks, was ${counted(28, 28)}\n`);
    const weeks = Array.from({ length: 12 }, (_, n) => counted(7, 7 * (11 - n)));
    const trend = await barsOn(page).getAttribute('aria-label');
    expect(trend).toMatch(new RegExp(`Oldest first: ${weeks.join(', ')}$`));
  });

  test('begins with the newest row, says what it was about and tells its exact time', async () => {
    const { page, someone, exported } = scene();
    const [newest] = askOracle(exported, someone.id, 'year').now.lists.interactions;
    const lines = cardOn(page).getByRole('listitem');
    expect(await lines.count()).toBe(5);
    const [first] = await lines.allInnerTexts();
    const { sentence, foldsWith } = typeOf(newest!.row.type);
    expect([sentence.verb, foldsWith?.verb].some((verb) => verb !== undefined && first!.startsWith(verb))).toBe(true);
    expect(first).toMatch(/\n\d+ (min|h|d|wk|mo) ago$/);
    const time = lines.first().locator('time');
    expect(Date.parse((await time.getAttribute('datetime')) ?? '')).toBe(newest!.row.at);
    expect(await time.getAttribute('title')).toMatch(/^\d+ \w+ \d{4}, \d\d:\d\d$/);
  });

  test('nothing is wrong for those who cannot see, and a picture is kept', async () => {
    expect(await lookAt(scene().page, 'card-1366')).toEqual([]);
  });

  test('leads to the Insights tab by keyboard, which then has the focus', async () => {
    const { page } = scene();
    await cardOn(page).getByRole('button', { name: 'Open Insights' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-kpi]').first().waitFor();
    await takesFocus(page.getByRole('tab', { name: 'Insights', selected: true }));
  });

  test('of a lead counts what its contact did', async () => {
    const { page, exported } = scene();
    const lately = new Set(
      exported.rows.filter(({ at }) => Date.now() - at < 20 * 24 * 3600 * 1000).map((row) => cell(row, 'ContactId')),
    );
    const lead = exported.leads.find(({ fields }) => lately.has(String(fields['contactId'])));
    const contact = String(lead?.fields['contactId']);
    await openSummary(page, lead?.id ?? '', 'lead');
    const count = counted(28, 0, contact);
    expect(count).toBeGreaterThan(0);
    expect(await cardOn(page).innerText()).toContain(`\n${count}\nin 4 weeks, was ${counted(28, 28, contact)}\n`);
    expect(await lookAt(page, 'card-lead')).toEqual([]);
  });

  test('of a contact without interactions says so', async () => {
    const { page, exported } = scene();
    await openSummary(page, emptyContact(exported).id);
    expect(await cardOn(page).innerText()).toContain('\n0\nin 4 weeks, was 0\n');
    expect(await cardOn(page).getByText('No data is available').count()).toBe(1);
    expect(await lookAt(page, 'card-empty')).toEqual([]);
  });

  test.each([
    ['360', 'at 360 px', {}],
    ['dark', 'in the dark theme', {}],
    ['360-dark', 'at 360 px in the dark theme', {}],
    ['contrast', 'in forced colours', { forcedColors: 'active' }],
  ] as const)('%s: nothing is wrong, and nothing too wide, %s', async (name, _where, options) => {
    const { browser, product, someone } = scene();
    const { page } = await signIn(browser, product.address, 'Emil Krogh', options);
    if (name.endsWith('dark')) await page.getByRole('button', { name: 'Use the dark theme' }).click();
    if (name.startsWith('360')) await page.setViewportSize({ width: 360, height: 800 });
    await openSummary(page, someone.id);
    await cardOn(page).scrollIntoViewIfNeeded();
    const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(width).toBeLessThanOrEqual(0);
    expect(await lookAt(page, `card-${name}`)).toEqual([]);
    await page.context().close();
  });
}
