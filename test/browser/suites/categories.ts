import { inputsOf, insights, kpiOf, type PanelDef } from '@record-insights/domain';
import { byDay, type ContactCounter } from '../../oracle/contact';
import { chooseCategory, choosePeriod, lookAt, namesOf, openContact, panel, rowsIn, tilesOn } from '../pages';
import { askOracle, type Asked, type Scene } from '../scene';
import { expectedTiles, firstRows, shownMarks, titleOf, zone } from '../shown';

/** Rows that a list shows in its card. */
const inCard = 5;

const all = insights.contact?.categories ?? [];
const others = all.slice(1).map(({ title, panels }) => [title, panels] as const);

type PanelOf<K extends PanelDef['kind']> = Extract<PanelDef, { readonly kind: K }>;
const ofKind = <K extends PanelDef['kind']>(panels: readonly PanelDef[], kind: K): readonly PanelOf<K>[] =>
  panels.filter((one): one is PanelOf<K> => one.kind === kind);

/** Every category but the first: every number, day and list against the raw rows. */
export function categories(scene: () => Scene): void {
  const asked = (days: number | 'year'): Asked => askOracle(scene().exported, scene().someone.id, days);

  test.each(others)('%s: every number, day and first row says what the raw rows say', async (title, panels) => {
    const { page, someone } = scene();
    await openContact(page, someone.id);
    await chooseCategory(page, title);
    await holdsAgainst(panels, asked(30), true);
    await choosePeriod(page, '12 months');
    await holdsAgainst(panels, asked('year'), false);
    expect(await lookAt(page, title.toLowerCase().replace(/ /g, '-'))).toEqual([]);
  });

  /** @param compared whether the period before is shown, too */
  async function holdsAgainst(panels: readonly PanelDef[], answer: Asked, compared: boolean): Promise<void> {
    const ids = ofKind(panels, 'kpiTiles').flatMap(({ kpis }) => kpis);
    expect(await tilesOn(scene().page)).toEqual(expectedTiles(ids, answer, { compared }));
    for (const chart of ofKind(panels, 'byDay')) await daysHold(chart, answer);
    for (const list of ofKind(panels, 'list')) await listHolds(list, answer);
  }

  async function daysHold({ title, kpis }: PanelOf<'byDay'>, { now }: Asked): Promise<void> {
    const counted = kpis.flatMap((kpi) => inputsOf(kpiOf(kpi).formula)) as ContactCounter[];
    const expected = counted.flatMap((counter) => shownMarks(byDay(now.lists[counter], zone), titleOf(counter)));
    const marks = await namesOf(panel(scene().page, title), 'img');
    expect([...marks].sort()).toEqual(expected.sort());
  }

  async function listHolds({ title, list }: PanelOf<'list'>, { now }: Asked): Promise<void> {
    const counter = list.split('.')[1] as ContactCounter;
    const place = panel(scene().page, title);
    const total = now.lists[counter].length;
    expect([title, await rowsIn(place, inCard)]).toEqual([title, firstRows(now, counter, scene().exported, inCard)]);
    expect([title, await place.getByText('No data is available').count()]).toEqual([title, total === 0 ? 1 : 0]);
    const more = await place.getByText(/^Show all/).allInnerTexts();
    expect([title, more]).toEqual([title, total > inCard ? [`Show all ${total.toLocaleString('en-GB')} rows`] : []]);
  }

  test('the days of a chart are the same as a table', async () => {
    const { page } = scene();
    await chooseCategory(page, 'Email interactions');
    const days = panel(page, 'By day');
    await days.getByRole('button', { name: 'Table' }).click();
    expect(await days.getByRole('columnheader').allInnerTexts()).toEqual(
      expect.arrayContaining(['Delivered', 'Opened, total', 'Clicked, total']),
    );
    expect(await lookAt(page, 'email-table')).toEqual([]);
    await days.getByRole('button', { name: 'Chart' }).click();
  });
}
