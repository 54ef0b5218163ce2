import { insights } from '@record-insights/domain';
import { byKind } from '../../oracle/contact';
import { findContact, lookAt, openContact, openInsights, panel, settled, tilesOn } from '../pages';
import { askOracle, type Scene } from '../scene';
import { headline, shownClock } from '../shown';
import { panelsHold } from './panelsHold';

/** The first category of a contact, found and opened as a user does. */
export function overview(scene: () => Scene): void {
  const asked = () => askOracle(scene().exported, scene().someone.id, 30);

  test('a contact is found by name, opened, and its Insights tab shows the Overview', async () => {
    const { page, someone } = scene();
    await findContact(page, someone.name);
    await openContact(page, someone.id);
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toContain('Overview');
  });

  test('every tile, the timeline and the breakdown say what the raw rows say', async () => {
    await settled(scene().page);
    await panelsHold(insights.contact?.categories[0]?.panels ?? [], { scene: scene(), asked: asked(), compared: true });
  });

  test('a chip narrows the timeline to its kind', async () => {
    const { page } = scene();
    const timeline = panel(page, 'Timeline');
    const emails = asked().now.lists.interactions.filter(({ row }) => byKind([{ row, times: 1 }])['email'] === 1);
    await timeline.getByRole('button', { name: /^Email \d/ }).click();
    await settled(page);
    expect(await timeline.locator('time').first().innerText()).toBe(shownClock(emails[0]!.row.at));
    await timeline.getByRole('button', { name: /^All / }).click();
    await settled(page);
  });

  test('nothing is wrong for those who cannot see, and a picture is kept', async () => {
    expect(await lookAt(scene().page, 'overview-1366')).toEqual([]);
  });

  test('the tab can be opened by its record’s address, too', async () => {
    const { page, someone, product } = scene();
    await page.goto(`${product.address}/main.aspx?pagetype=entityrecord&etn=contact&id=${someone.id}`);
    await openInsights(page);
    await settled(page);
    expect(await tilesOn(page)).toHaveLength(headline.length);
  });
}
