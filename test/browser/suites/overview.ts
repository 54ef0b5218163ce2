import { kinds, typeTitle, type Kind } from '@record-insights/domain';
import { byDay, byKind, byType } from '../../oracle/contact';
import { dayIn } from '../../oracle/days';
import { findContact, lookAt, namesOf, openContact, openInsights, panel, settled, tilesOn } from '../pages';
import { askOracle, type Scene } from '../scene';
import { expectedTiles, headline, shownDay, shownHead, shownClock, zone } from '../shown';

/** The first category of a contact, found and opened as a user does. */
export function overview(scene: () => Scene): void {
  const asked = () => askOracle(scene().exported, scene().someone.id, 30);

  test('a contact is found by name, opened, and its Insights tab shows the Overview', async () => {
    const { page, someone } = scene();
    await findContact(page, someone.name);
    await openContact(page, someone.id);
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toContain('Overview');
  });

  test('every tile says what the raw rows say', async () => {
    const { page } = scene();
    await settled(page);
    expect(await tilesOn(page)).toEqual(expectedTiles(headline, asked()));
  });

  test('the timeline counts by kind and by day, and begins with the newest row', async () => {
    const { page } = scene();
    const timeline = panel(page, 'Timeline');
    const { interactions } = asked().now.lists;
    const ofKinds = Object.entries(byKind(interactions)).map(
      ([kind, count]) => `${kinds[kind as Kind].title} ${count}`,
    );
    const chips = await timeline.getByRole('group', { name: 'Kinds' }).getByRole('button').allInnerTexts();
    expect(new Set(chips)).toEqual(new Set([`All ${interactions.length}`, ...ofKinds]));
    const days = Object.entries(byDay(interactions, zone));
    expect(new Set(await namesOf(timeline, 'button'))).toEqual(
      new Set(days.map(([day, n]) => `${shownDay(day)}, ${n} interaction${n === 1 ? '' : 's'}`)),
    );
    const [newest] = interactions;
    const day = dayIn(zone, newest!.row.at);
    const head = await timeline.getByRole('heading', { level: 4 }).first().innerText();
    expect(head.replace(/^Today, /, '')).toBe(`${shownHead(day)}\n${days.find(([name]) => name === day)![1]}`);
    expect(await timeline.locator('time').first().innerText()).toBe(shownClock(newest!.row.at));
  });

  test('the breakdown and its table count every type', async () => {
    const { page } = scene();
    const breakdown = panel(page, 'What they did');
    const counts = Object.entries(byType(asked().now.lists.interactions)).sort(([, a], [, b]) => b - a);
    const legend = await breakdown.getByRole('listitem').allInnerTexts();
    const shownAlone = legend.filter((text) => !text.startsWith('Other kinds')).map((text) => text.split('\n')[1]);
    expect(shownAlone).toEqual(counts.slice(0, 5).map(([, count]) => String(count)));
    await breakdown.getByRole('button', { name: 'Table' }).click();
    const rows = await breakdown.locator('[role=row]:has([role=gridcell])').allInnerTexts();
    const seen = rows.map((row) => row.split('\n').slice(0, 2).join(' '));
    expect(new Set(seen)).toEqual(new Set(counts.map(([type, count]) => `${typeTitle(type)} ${count}`)));
    await breakdown.getByRole('button', { name: 'Chart' }).click();
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
