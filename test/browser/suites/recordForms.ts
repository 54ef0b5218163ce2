import { insights, recordTypeIds, recordTypes, siteMap, type RecordType } from '@record-insights/domain';
import { insightsOn, lookAt, settled } from '../pages';
import type { Scene } from '../scene';

const groupOf = (type: RecordType): string =>
  siteMap.find((group) => group.recordTypes.includes(type))?.title ?? 'no group';
const all = recordTypeIds.map((type) => [groupOf(type), recordTypes[type].plural, type] as const);

/** Every record type of the site map: its list, its form, and on it a tab with its categories or a word why there are none. */
export function recordForms(scene: () => Scene): void {
  test.each(all)('%s, %s: a record opens from its list and has an Insights tab', async (_group, plural, type) => {
    const { page } = scene();
    await page.getByRole('navigation', { name: 'Site map' }).getByRole('link', { name: plural, exact: true }).click();
    await page.getByRole('region', { name: plural }).getByRole('row').nth(1).getByRole('link').first().click();
    await page.getByRole('tab', { name: 'Insights' }).click();
    const tab = insightsOn(page);
    await tab.waitFor();
    await settled(page);
    const [first] = insights[type]?.categories ?? [];
    if (first) await tab.getByRole('heading', { name: first.title, level: 2 }).waitFor();
    else await tab.getByText('There are no insights for this kind of record.').waitFor();
    expect(await lookAt(page, `form-${type}`)).toEqual([]);
  });
}
