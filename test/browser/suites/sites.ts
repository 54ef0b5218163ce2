import { insights, recordTypes } from '@record-insights/domain';
import type { Question } from '../../oracle/counting';
import { cell } from '../../oracle/rows';
import { rowsOfSite, siteOf, tellSite, type SiteType } from '../../oracle/site';
import { mostNamed } from '../exported';
import { chooseCategory, chooseOption, lookAt, openTab } from '../pages';
import { lastDays, type Scene } from '../scene';
import { heldOfMany, type Held } from './held';
import { panelsHold } from './panelsHold';

const types: readonly SiteType[] = ['page', 'form', 'website', 'redirectUrl'];

/** The tabs of marketing pages, forms, websites and redirect URLs: every number of their categories against the raw rows. */
export function sites(scene: () => Scene): void {
  const year = lastDays('year');

  /** The record of the type that most rows name. */
  function busiest(type: SiteType): string {
    const { rows, nameOf } = scene().exported;
    const found = mostNamed(rows, (row) => siteOf(row, type)).find((id) => nameOf(type, id) !== undefined);
    if (found === undefined) throw new Error(`The rows of the sample name no ${type}.`);
    return found;
  }

  const heldOf = (type: SiteType, question: Question): Held => {
    const rows = rowsOfSite(scene().exported.rows, type, busiest(type));
    return heldOfMany(scene(), question, (asked) => tellSite(rows, type, asked));
  };

  test.each(types.map((type) => [recordTypes[type].title, type] as const))(
    '%s: every number, mark, table and first row says what the raw rows say',
    async (_title, type) => {
      const { page } = scene();
      const held = heldOf(type, year);
      await openTab(page, type, busiest(type));
      expect(await lookAt(page, `${type}-1366`)).toEqual([]);
      for (const { title, panels } of insights[type]?.categories ?? []) {
        await chooseCategory(page, title);
        await panelsHold(panels, held);
      }
    },
  );

  test('a page counts what came of one journey', async () => {
    const { page, exported } = scene();
    const rows = rowsOfSite(exported.rows, 'page', busiest('page'));
    const [journey = ''] = mostNamed(rows, (row) => cell(row, 'CustomerJourneyId'));
    const held = heldOf('page', { ...year, journey });
    expect(held.asked.now.kpis).not.toEqual(heldOf('page', year).asked.now.kpis);
    await openTab(page, 'page', busiest('page'));
    await chooseOption(page, 'Used in', exported.nameOf('journey', journey) ?? '');
    await panelsHold(insights.page?.categories[0]?.panels ?? [], held);
  });
}
