import type { Page } from 'playwright-core';
import { inputsOf, kinds, kpiOf, typeTitle, type Kind, type PanelDef, type PanelKind } from '@record-insights/domain';
import { byDay, byKind, byType, rowsOfContact } from '../../oracle/contact';
import { byHour, reactions, sendTimes, usualTime } from '../../oracle/openTimes';
import { scoresOfLead, staysOfLead } from '../../oracle/lead';
import { cell } from '../../oracle/rows';
import { listsOnNow } from '../../oracle/subscriptionLists';
import { namesOf, panel, rowsIn, tilesOn } from '../pages';
import {
  expectedTiles,
  firstRows,
  shownClock,
  shownDay,
  shownDate,
  shownHead,
  shownHour,
  shownHours,
  shownMarks,
  shownNumber,
  shownPercent,
  shownUsual,
  titleOf,
  zone,
} from '../shown';
import { dayIn } from '../../oracle/days';
import { channelPanels } from './channelPanels';
import { counterIn, emptinessHolds, listIn, type Held, type Hold } from './held';

/** Rows that a list shows in its card. */
const inCard = 5;

const counted = (n: number, word: string): string => `${shownNumber(n)} ${word}${n === 1 ? '' : 's'}`;
const opened = (of: number, deliveries: number): string => `${of} of ${deliveries} deliveries opened`;
const questionOf = ({ asked: { from, to } }: Held) => ({ from, to, zone });
const rowsOf = ({ scene: { exported, someone } }: Held) => rowsOfContact(exported.rows, someone.id);

/** What each hour of a grid says, and that nothing else stands in it. */
async function hoursHold(page: Page, title: string, expected: readonly string[]): Promise<void> {
  const seen = await namesOf(panel(page, title), 'img');
  expect([title, [...seen].sort()]).toEqual([title, [...expected].sort()]);
  await emptinessHolds(panel(page, title), title, expected.length === 0);
}

/** Each kind of panel against the raw rows; a kind that nobody holds does not compile. */
const holds: { readonly [K in PanelKind]: Hold<K> } = {
  async kpiTiles({ kpis }, { scene, asked, compared }) {
    const own = (await tilesOn(scene.page)).filter(({ id }) => kpis.some((kpi) => kpi === id));
    expect(own).toEqual(expectedTiles(kpis, asked, { compared }));
  },

  async timeline({ title, list }, { scene: { page }, asked }) {
    const place = panel(page, title);
    const things = listIn(asked.now, counterIn(list));
    const [newest] = things;
    await emptinessHolds(place, title, newest === undefined);
    if (!newest) return;
    const ofKinds = Object.entries(byKind(things)).map(([kind, n]) => `${kinds[kind as Kind].title} ${shownNumber(n)}`);
    const chips = await place.getByRole('group', { name: 'Kinds' }).getByRole('button').allInnerTexts();
    expect(new Set(chips)).toEqual(new Set([`All ${shownNumber(things.length)}`, ...ofKinds]));
    const days = byDay(things, zone);
    expect(new Set(await namesOf(place, 'button'))).toEqual(
      new Set(Object.entries(days).map(([day, n]) => `${shownDay(day)}, ${counted(n, 'interaction')}`)),
    );
    const day = dayIn(zone, newest.row.at);
    const head = await place.getByRole('heading', { level: 4 }).first().innerText();
    expect(head.replace(/^Today, /, '')).toBe(`${shownHead(day)}\n${shownNumber(days[day] ?? 0)}`);
    expect(await place.locator('time').first().innerText()).toBe(shownClock(newest.row.at));
  },

  /** The numbers of the named, and of those who are not, add up to that of them all. */
  async people({ title, list }, { scene: { page } }) {
    const place = panel(page, title);
    const lines = place.locator('[role=row]:has([role=gridcell]), [data-unnamed]');
    const numbers = (await lines.allInnerTexts()).map((text) => Number(text.split('\n').at(-1)?.replace(/\D/g, '')));
    const [all] = (await tilesOn(page)).filter(({ id }) => id === list);
    expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(Number(all?.value.replace(/\D/g, '')));
  },

  async breakdown({ title, list }, { scene: { page }, asked }) {
    const place = panel(page, title);
    const counts = Object.entries(byType(listIn(asked.now, counterIn(list)))).sort(([, a], [, b]) => b - a);
    const legend = await place.getByRole('listitem').allInnerTexts();
    const shownAlone = legend.filter((text) => !text.startsWith('Other kinds')).map((text) => text.split('\n')[1]);
    expect(shownAlone).toEqual(counts.slice(0, 5).map(([, count]) => shownNumber(count)));
    await place.getByRole('button', { name: 'Table' }).click();
    const lines = place.locator('[role=row]:has([role=gridcell])');
    // A long table is drawn part by part.
    if (counts.length > 0) await lines.nth(counts.length - 1).waitFor();
    const rows = await lines.allInnerTexts();
    const seen = rows.map((row) => row.split('\n').slice(0, 2).join(' '));
    expect(new Set(seen)).toEqual(new Set(counts.map(([type, count]) => `${typeTitle(type)} ${shownNumber(count)}`)));
    await place.getByRole('button', { name: 'Chart' }).click();
  },

  async byDay({ title, kpis }, { scene: { page }, asked: { now } }) {
    const counters = kpis.flatMap((kpi) => inputsOf(kpiOf(kpi).formula));
    const expected = counters.flatMap((counter) => shownMarks(byDay(listIn(now, counter), zone), titleOf(counter)));
    const marks = await namesOf(panel(page, title), 'img');
    expect([...marks].sort()).toEqual(expected.sort());
  },

  async list({ title, list }, { scene: { page, exported }, asked: { now }, named = false }) {
    const place = panel(page, title);
    const total = listIn(now, counterIn(list)).length;
    const rows = await rowsIn(place, inCard);
    expect([title, rows]).toEqual([
      title,
      firstRows(listIn(now, counterIn(list)), named ? 'person' : counterIn(list), exported, inCard),
    ]);
    await emptinessHolds(place, title, total === 0);
    const more = await place.getByText(/^Show all/).allInnerTexts();
    expect([title, more]).toEqual([title, total > inCard ? [`Show all ${shownNumber(total)} rows`] : []]);
  },

  async onNow({ title, record }, held) {
    const lists = Object.entries(listsOnNow(rowsOf(held))).sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
    const { page, exported } = held.scene;
    expect([title, await rowsIn(panel(page, title), 99)]).toEqual([
      title,
      lists.map(([id, since]) => [exported.nameOf(record, id), shownDate(since)]),
    ]);
  },

  ...channelPanels,

  async leadProgress({ title }, { scene: { page, exported }, lead = '' }) {
    const marks = await namesOf(panel(page, title), 'img');
    const stays = staysOfLead(exported.rows, exported.leads, lead).map((stay) => stay.replace(/ \d{4}-\d\d-.*$/, ''));
    const isStay = (mark: string): boolean => !/: score -?\d/.test(mark);
    const seen = marks.filter(isStay).map((mark) => mark.replace(/, (since )?\d.*$/, ''));
    expect([title, [...seen].sort()]).toEqual([title, [...stays].sort()]);
    const scores = exported.rows.filter((row) => row.type === 'LeadScored' && cell(row, 'LeadId') === lead);
    const said = scores.map(
      (row) => `${exported.nameOf('scoringModel', cell(row, 'ScoringModelId')) ?? ''}: score ${cell(row, 'Score')}`,
    );
    const drawn = marks.filter((mark) => !isStay(mark)).map((mark) => mark.replace(/, \d.*$/, ''));
    expect([title, [...drawn].sort()]).toEqual([title, said.sort()]);
  },

  async leadScores({ title }, { scene: { page, exported }, lead = '' }) {
    const rows = await rowsIn(panel(page, title), 99);
    const expected = scoresOfLead(exported.rows, lead).map((said) => {
      const [model = '', , grade = ''] = said.split(' ');
      return [exported.nameOf('scoringModel', model), grade];
    });
    expect([title, [...rows].sort()]).toEqual([title, expected.sort()]);
  },

  async byHour({ title, list }, { scene: { page }, asked: { now } }) {
    const hours = byHour(
      listIn(now, counterIn(list)).map(({ row }) => row),
      zone,
    );
    await hoursHold(
      page,
      title,
      Object.entries(hours).map(([hour, n]) => `${shownHour(hour)}, ${counted(n, 'time')}`),
    );
  },

  async reactionTimes({ title }, held) {
    const { cells, opened: any } = reactions([{ rows: rowsOf(held) }], questionOf(held));
    const said = Object.entries(cells).map(([hour, [deliveries, of, middle]]) =>
      [shownHour(hour), ...(middle === undefined ? [] : [middle]), opened(of, deliveries)].join(', '),
    );
    await hoursHold(held.scene.page, title, any === 0 ? [] : said);
  },

  async sendTimes({ title }, held) {
    const { cells } = sendTimes(held.scene.exported.rows, [{ rows: rowsOf(held) }], questionOf(held));
    const said = Object.entries(cells).map(([hour, [deliveries, of, rate]]) => {
      const predicted = rate === undefined ? 'Not enough evidence' : shownPercent(rate);
      return `${shownHour(hour)}, ${predicted}, ${opened(of, deliveries)}`;
    });
    await hoursHold(held.scene.page, title, said);
  },

  async headline({ headline }, held) {
    const rows = rowsOf(held);
    const { best, deliveries, opened: of } = sendTimes(held.scene.exported.rows, [{ rows }], questionOf(held));
    const opens = listIn(held.asked.now, 'opensTotal').map(({ row }) => row);
    const usual = shownUsual(usualTime(opens, zone));
    const { middle } = reactions([{ rows }], questionOf(held));
    const expected: Readonly<Record<typeof headline, readonly [string, string]>> = {
      bestTime:
        best.length === 0
          ? ['–', 'Not enough evidence']
          : [shownHours(best), `Predicted from ${deliveries} deliveries, ${of} opened`],
      usualTime: usual
        ? [usual.words, `${usual.count} of ${opens.length} opens`]
        : ['–', opens.length < 5 ? 'Fewer than 5 opens' : 'At no fixed time'],
      usualWait: middle === undefined ? ['–', 'Nothing was opened'] : [middle, 'Half of first opens came by then'],
    };
    const said = await held.scene.page.locator(`[data-headline="${headline}"]`).innerText();
    expect(said.split('\n').slice(-2)).toEqual(expected[headline]);
  },
};

/** Holds a panel against the raw rows. */
export const panelHolds = (def: PanelDef, held: Held): Promise<void> =>
  (holds[def.kind] as (def: PanelDef, held: Held) => Promise<void>)(def, held);

/** Holds every panel against the raw rows, one after the other, and finds no tile besides. */
export async function panelsHold(panels: readonly PanelDef[], held: Held): Promise<void> {
  for (const def of panels) await panelHolds(def, held);
  const tiles = panels.flatMap((def) => (def.kind === 'kpiTiles' ? def.kpis : []));
  expect((await tilesOn(held.scene.page)).map(({ id }) => id)).toEqual(tiles);
}
