import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { kpiOf, rowsOf as counterOfFormula, type KpiId } from '@record-insights/domain';
import type { ContactAnswer } from '../../oracle/contact';
import {
  chooseCategory,
  choosePeriod,
  closeRows,
  lookAt,
  openContact,
  rowsIn,
  settled,
  takesFocus,
  tile,
  tilesOn,
} from '../pages';
import { askOracle, type Scene } from '../scene';
import { firstRows, shownTime } from '../shown';

/** Height of CRM's own bar, below which the rows begin. */
const topBar = 48;

/** What a number opens: its rows beside the page, and the same as a file. */
export function rows(scene: () => Scene): void {
  const asked = (): ContactAnswer => askOracle(scene().exported, scene().someone.id, 'year').now;

  test('a tile opens as many rows as it says, the newest first, and takes the focus back', async () => {
    const { page, someone, exported } = scene();
    await openContact(page, someone.id);
    await chooseCategory(page, 'Email interactions');
    await choosePeriod(page, '12 months');
    const { length } = asked().lists.opensTotal;
    await tile(page, 'contact.opensTotal').click();
    const side = page.getByRole('dialog', { name: `Opened, total: ${length}` });
    await side.getByText(`${length} rows`).waitFor();
    await settled(page);
    expect((await side.locator('.ms-Panel-main').boundingBox())?.y).toBe(topBar);
    expect(await rowsIn(side, 8)).toEqual(firstRows(asked(), 'opensTotal', exported, 8));
    expect(await lookAt(page, 'rows-1366')).toEqual([]);
    await closeRows(page);
    await takesFocus(tile(page, 'contact.opensTotal'));
  });

  test('each number that counts rows is as long as its CSV file', async () => {
    const { page } = scene();
    for (const { id, value } of await tilesOn(page)) {
      if (counterOfFormula(kpiOf(id as KpiId).formula) === undefined) continue;
      await tile(page, id).click();
      const side = page.getByRole('dialog');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        side.getByRole('button', { name: 'Download CSV' }).click(),
      ]);
      const lines = parse(readFileSync(await download.path()), { bom: true });
      expect([id, String(lines.length - 1)]).toEqual([id, value]);
      await closeRows(page);
    }
  });

  test('a ratio opens its two parts, each with its own rows', async () => {
    const { page } = scene();
    const { lists } = asked();
    await tile(page, 'contact.openRate').click();
    const parts = page.getByRole('dialog').getByRole('group', { name: 'Parts' }).getByRole('button');
    await parts.first().waitFor();
    expect(await parts.allInnerTexts()).toEqual([
      `Opened, unique ${lists.opensUnique.length}`,
      `Delivered ${lists.delivered.length}`,
    ]);
    await parts.nth(1).click();
    await page.getByText('One row is one message delivered').waitFor();
    await settled(page);
    expect((await rowsIn(page.getByRole('dialog'), 1))[0]?.[1]).toBe(shownTime(lists.delivered[0]!.row.at));
    await closeRows(page);
  });

  test('rows beyond the first page come as one scrolls', async () => {
    const { page, exported } = scene();
    const { interactions } = asked().lists;
    await chooseCategory(page, 'Overview');
    await tile(page, 'contact.interactions').click();
    const side = page.getByRole('dialog', { name: `Interactions: ${interactions.length.toLocaleString('en-GB')}` });
    const list = side.locator('[data-is-scrollable="true"]').last();
    await side.getByRole('row').nth(1).waitFor();
    const [oldest] = firstRows(
      { ...asked(), lists: { ...asked().lists, interactions: interactions.slice(-1) } },
      'interactions',
      exported,
      1,
    );
    await expect(
      page.waitForFunction(
        ([place, time]) => {
          const element = place as HTMLElement;
          element.scrollTo(0, element.scrollHeight);
          return element.innerText.includes(time);
        },
        [await list.elementHandle(), oldest![1]] as const,
        { polling: 200, timeout: 60_000 },
      ),
    ).resolves.toBeTruthy();
    await closeRows(page);
  });
}
