import { insights } from '@record-insights/domain';
import { chooseCategory, choosePeriod, lookAt, openContact, panel } from '../pages';
import { askOracle, type Scene } from '../scene';
import { panelsHold } from './panelsHold';

const all = insights.contact?.categories ?? [];
const others = all.slice(1).map(({ title, panels, preset }) => [title, panels, preset] as const);

const month = { preset: '30 days', days: 30, compared: true } as const;
const year = { preset: '12 months', days: 'year', compared: false } as const;

/** Every category but the first: every number, mark, hour and first row against the raw rows. */
export function categories(scene: () => Scene): void {
  test.each(others)('%s: every number, day and first row says what the raw rows say', async (title, panels, preset) => {
    const { page, someone, exported } = scene();
    await openContact(page, someone.id);
    await chooseCategory(page, title);
    const [first, second] = preset === 'months12' ? [year, month] : [month, year];
    for (const { preset: period, days, compared } of [first, second]) {
      if (period === second.preset) await choosePeriod(page, period);
      await panelsHold(panels, { scene: scene(), asked: askOracle(exported, someone.id, days), compared });
    }
    if (second !== year) await choosePeriod(page, year.preset);
    expect(await lookAt(page, title.toLowerCase().replace(/ /g, '-'))).toEqual([]);
  });

  test('the days of a chart are the same as a table', async () => {
    const { page } = scene();
    await chooseCategory(page, 'Email interactions');
    const days = panel(page, 'By day');
    await days.getByRole('button', { name: 'Table' }).click();
    await days.getByRole('columnheader').first().waitFor();
    expect(await days.getByRole('columnheader').allInnerTexts()).toEqual(
      expect.arrayContaining(['Delivered', 'Opened, total', 'Clicked, total']),
    );
    expect(await lookAt(page, 'email-table')).toEqual([]);
    await days.getByRole('button', { name: 'Chart' }).click();
  });
}
