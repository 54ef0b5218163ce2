import { dayIn } from '../../oracle/days';
import {
  askBy,
  choosePeriod,
  closeRows,
  lookAt,
  openContact,
  panel,
  settled,
  takesFocus,
  tile,
  tilesOn,
} from '../pages';
import { askOracle, askOracleOf, type Scene } from '../scene';
import { expectedTiles, headline, shownHead, shownValue, zone } from '../shown';

/** Period, presets, tips: everything by which a user asks or is told. */
export function filters(scene: () => Scene): void {
  test.each([7, 90, 30])('the last %i days are what the raw rows say', async (days) => {
    const { page, someone, exported } = scene();
    if (days === 7) await openContact(page, someone.id);
    await choosePeriod(page, `${days} days`);
    expect(await tilesOn(page)).toEqual(expectedTiles(headline, askOracle(exported, someone.id, days)));
  });

  test('days chosen in the calendar unmark the preset and are what the raw rows say', async () => {
    const { page, someone, exported } = scene();
    const { from, to } = askOracle(exported, someone.id, 30);
    await page.getByRole('combobox', { name: 'From' }).click();
    const calendar = page.getByRole('dialog').filter({ has: page.getByRole('grid') });
    await calendar.getByRole('button', { name: 'Previous month' }).click();
    const before = new Date(`${from.slice(0, 7)}-15T00:00:00Z`);
    before.setUTCMonth(before.getUTCMonth() - 1);
    const chosen = before.toISOString().slice(0, 10);
    await askBy(calendar.getByRole('gridcell').getByRole('button', { name: /^15\b/ }));
    expect(await tilesOn(page)).toEqual(expectedTiles(headline, askOracleOf(exported, someone.id, chosen, to)));
    expect(await page.getByRole('group', { name: 'Period' }).locator('[aria-pressed=true]').count()).toBe(0);
    await choosePeriod(page, '30 days');
  });

  test('a day of the strip narrows the timeline, by keyboard', async () => {
    const { page, someone, exported } = scene();
    const { interactions } = askOracle(exported, someone.id, 30).now.lists;
    const timeline = panel(page, 'Timeline');
    await timeline
      .getByRole('button', { name: /^\d+ \w+, \d+ interactions?$/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await settled(page);
    const first = dayIn(zone, interactions.at(-1)!.row.at);
    const count = interactions.filter(({ row }) => dayIn(zone, row.at) === first).length;
    expect(await timeline.getByRole('heading', { level: 4 }).allInnerTexts()).toEqual([
      `${shownHead(first)}\n${count}`,
    ]);
    await page.keyboard.press('Enter');
    await settled(page);
  });

  test('a tip opens when its icon is reached by Tab, is entered by Enter, and closed by Esc', async () => {
    const { page, someone, exported } = scene();
    await page.getByRole('group', { name: 'Period' }).getByRole('button', { pressed: true }).focus();
    const name = (): Promise<string | null> =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
    for (let presses = 0; presses < 10 && (await name()) !== 'About Open rate'; presses += 1)
      await page.keyboard.press('Tab');
    const tip = page.getByRole('dialog', { name: 'Open rate' });
    await tip.waitFor();
    const { opensUnique, delivered } = askOracle(exported, someone.id, 30).now.lists;
    const value = delivered.length === 0 ? null : opensUnique.length / delivered.length;
    expect(await tip.innerText()).toContain(
      `= ${opensUnique.length} ÷ ${delivered.length} = ${shownValue('contact.openRate', value)}`,
    );
    expect(await lookAt(page, 'tip-1366')).toEqual([]);
    await page.keyboard.press('Enter');
    await takesFocus(tip.getByRole('link', { name: 'Open in glossary' }));
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'detached' });
    await takesFocus(page.getByRole('button', { name: 'About Open rate', exact: true }));
    expect(await tip.count()).toBe(0);
  });

  test('the glossary says the same of the number', async () => {
    const { page, product } = scene();
    await page.goto(`${product.address}/glossary#contact.openRate`);
    const entry = page.locator('[id="contact.openRate"]');
    await entry.getByRole('heading', { name: 'Open rate' }).waitFor();
    expect(await entry.innerText()).toContain('Of the messages delivered in the period, the share opened.');
    expect(await lookAt(page, 'glossary-1366')).toEqual([]);
  });

  test('by keyboard alone a tile opens its rows and Esc brings the focus back', async () => {
    const { page, someone } = scene();
    await openContact(page, someone.id);
    await settled(page);
    await tile(page, 'contact.interactions').focus();
    await page.keyboard.press('Enter');
    const side = page.getByRole('dialog');
    await side.getByRole('row').nth(1).waitFor();
    await takesFocus(side.getByRole('heading').first());
    await closeRows(page);
    await takesFocus(tile(page, 'contact.interactions'));
  });

  test('the earliest day that is asked for may lie before what is shown: the tab says so', async () => {
    const { page } = scene();
    await choosePeriod(page, '12 months');
    expect(await page.getByText(/^Compared with/).count()).toBe(0);
    await page.getByRole('combobox', { name: 'From' }).click();
    const calendar = page.getByRole('dialog').filter({ has: page.getByRole('grid') });
    await calendar.getByRole('button', { name: 'Previous month' }).click();
    await Promise.all([
      page.waitForResponse(/\/insights\//),
      calendar.getByRole('gridcell').getByRole('button', { name: /^15\b/ }).click(),
    ]);
    await page.getByText('Older interactions are kept, not shown.').waitFor();
    expect(await lookAt(page, 'clamped-1366')).toEqual([]);
    await choosePeriod(page, '30 days');
  });
}
