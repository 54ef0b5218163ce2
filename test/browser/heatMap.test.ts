import type { Browser, Page } from 'playwright-core';
import type { HeatMapAnswer } from '@record-insights/domain';
import {
  channelPanels,
  funnelAnswer,
  heatMapAnswer,
  mapAnswer,
  resultsAnswer,
  valuesAnswer,
} from '../../pcf-controls/InsightsTab/testing/fakeChannels';
import {
  hostile,
  nested,
  newsletter,
  noLinks,
  site,
  sixtyLinks,
} from '../../pcf-controls/InsightsTab/testing/messages';
import { launchBrowser } from '../../scripts/lib/browser.cjs';
import { violationsOn } from './pages';
import { openPanelPage, type PanelPage, type Shown } from './panelPage';

jest.setTimeout(120_000);

/** Link heat of the design, the most clicked first. */
const heat = ['#a4262c', '#ca5010', '#f2a65a', '#f7e3a1', '#bcd9ea', '#5b9bd1', '#1f5fa8'];

let browser: Browser;
let shown: PanelPage;
const opened: PanelPage[] = [];
const openPage = async (options = {}): Promise<PanelPage> => {
  const panels = await openPanelPage(browser, options);
  opened.push(panels);
  return panels;
};

beforeAll(async () => {
  browser = await launchBrowser();
  shown = await openPage();
});
afterAll(async () => {
  for (const panels of opened) await panels.close();
  await browser.close();
});

const heatMap = (changes: Partial<HeatMapAnswer> = {}): Shown => ({
  panel: channelPanels.heatMap,
  answer: { ...heatMapAnswer, ...changes },
});
const contents = (html: string) => [{ version: 1, html }];
const marksOn = (page: Page) => page.getByRole('group', { name: 'Links in the message' }).getByRole('button');

/** Left, top, width and height in the window. */
type Place = readonly [number, number, number, number];

interface Mark {
  readonly name: string;
  readonly colour: string;
  readonly place: Place;
}

/** The marks of the links in the order of the message, once they stand. */
async function seenMarks(page: Page): Promise<readonly Mark[]> {
  await marksOn(page).first().waitFor();
  return marksOn(page).evaluateAll((all) =>
    all.map((mark) => {
      const { left, top, width, height } = mark.getBoundingClientRect();
      const disc = [...mark.querySelectorAll('span')].find(
        ({ children, textContent }) => !children.length && textContent,
      );
      const parts = getComputedStyle(disc ?? mark).backgroundColor.match(/\d+/g) ?? [];
      const colour = `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
      return { name: mark.getAttribute('aria-label') ?? '', colour, place: [left, top, width, height] as const };
    }),
  );
}

/** Places of the message's links with all that is in them, by asking the frame in which it stands. */
const linkPlaces = (page: Page): Promise<readonly Place[]> =>
  page.evaluate(() => {
    const frame = document.querySelector('iframe')!;
    const at = frame.getBoundingClientRect();
    const scale = at.width / frame.offsetWidth;
    return [...frame.contentDocument!.querySelectorAll('a')].map((link) => {
      const parts = [link, ...link.querySelectorAll('*')].flatMap((one) => [...one.getClientRects()]);
      const shown = parts.filter(({ width, height }) => width > 0 && height > 0);
      const [left, top] = [Math.min(...shown.map((one) => one.left)), Math.min(...shown.map((one) => one.top))];
      const [right, bottom] = [Math.max(...shown.map((one) => one.right)), Math.max(...shown.map((one) => one.bottom))];
      return [at.left + left * scale, at.top + top * scale, (right - left) * scale, (bottom - top) * scale] as const;
    });
  });

/** Each mark lies on its link, to 2 px. */
function marksLieOn(places: readonly Place[], marks: readonly Mark[]): void {
  for (const [n, { name, place }] of marks.entries()) {
    const away = place.map((px, edge) => Math.abs(px - places[n]![edge]!));
    expect([name, Math.max(...away) < 2]).toEqual([name, true]);
  }
}

describe('A message that means harm', () => {
  /** Gives all that starts by itself the time to do so. */
  const aWhile = (page: Page): Promise<void> => page.waitForTimeout(800);
  const ran = (page: Page): Promise<unknown> => page.evaluate(() => (window as unknown as { ran?: unknown }).ran);

  test('does harm when it is shown as it is', async () => {
    const { page, asked, address } = await openPage();
    await page.evaluate(
      (html) => {
        const frame = document.createElement('iframe');
        frame.srcdoc = html;
        document.body.append(frame);
      },
      hostile(address.replace(/\/$/, '')),
    );
    await aWhile(page);
    expect(asked).toEqual(expect.arrayContaining(['/import.css', '/pixel.gif', '/script.js', '/frame']));
    expect(await ran(page)).toBeTruthy();
  });

  test('runs nothing, asks for nothing and leads nowhere in the heat map, also when all of it is pressed', async () => {
    const { page, asked, address, show } = await openPage();
    const requests: string[] = [];
    page.context().on('request', (request) => requests.push(request.url()));
    await show([heatMap({ contents: contents(hostile(address.replace(/\/$/, ''))) })]);
    await seenMarks(page);
    await aWhile(page);
    const place = await page.locator('iframe').boundingBox();
    for (let y = place!.y + 4; y < Math.min(760, place!.y + place!.height); y += 12)
      for (let x = place!.x + 8; x < place!.x + place!.width; x += 60) await page.mouse.click(x, y);
    for (let n = 0; n < 12; n += 1) await page.keyboard.press(n % 3 === 2 ? 'Enter' : 'Tab');
    await aWhile(page);
    expect(asked).toEqual([]);
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([]);
    expect(await ran(page)).toBeUndefined();
    expect(page.url()).toBe(address);
    expect(page.context().pages()).toHaveLength(1);
    const frames = await page.evaluate(() =>
      [...document.querySelectorAll('iframe')].map((one) => one.contentDocument?.URL),
    );
    expect(frames).toEqual(['about:srcdoc']);
    expect((await seenMarks(page)).map(({ name }) => name)).toEqual([
      'Rank 1: Book a pump audit, 1,204 clicks, 988 unique, Click-through rate: 38.0%',
      expect.stringMatching(/^Not clicked: Leave, /),
    ]);
  });
});

describe('The heat map', () => {
  test('marks each link where it stands in the message, and those of one address alike', async () => {
    await shown.show([heatMap()]);
    const marks = await seenMarks(shown.page);
    const places = await linkPlaces(shown.page);
    expect(marks).toHaveLength(places.length - 1);
    marksLieOn(places, marks);
    const ofKit = marks.filter(({ name }) => name.includes('Seal kit 1,'));
    expect(ofKit.map(({ colour }) => colour)).toEqual([ofKit[0]!.colour, ofKit[0]!.colour]);
  });

  test.each([
    [
      '28 links, pictures as data, words that wrap',
      newsletter,
      heatMapAnswer.links.slice(0, 4).map(({ address }) => address),
    ],
    ['tables in tables', nested, Array.from({ length: 4 }, (_, n) => `${site}/deep/${n}`)],
    ['60 links', sixtyLinks, Array.from({ length: 60 }, (_, n) => `${site}/many/${n}`)],
  ])('colours in the order of the clicks: %s', async (_layout, html, addresses) => {
    const links = addresses.map((address, n) => {
      const count = ((n * 37) % addresses.length) * 5 + 1;
      return { link: `link ${n}`, name: `Named ${n}`, address, count, unique: count, rows: '' };
    });
    await shown.show([heatMap({ contents: contents(html), links })]);
    const marks = (await seenMarks(shown.page)).filter(({ name }) => name.startsWith('Rank'));
    const counted = new Map(links.map(({ name, count }) => [name, count]));
    const seen = marks.map(({ name, colour }) => {
      const [, rank, link] = /^Rank (\d+): ([^,]+)/.exec(name) ?? [];
      return { rank: Number(rank), count: counted.get(link ?? '') ?? 0, step: heat.indexOf(colour) };
    });
    expect(seen.length).toBeGreaterThanOrEqual(4);
    const byCount = [...seen].sort((a, b) => b.count - a.count);
    expect(byCount.map(({ rank }) => rank)).toEqual([...seen.map(({ rank }) => rank)].sort((a, b) => a - b));
    expect(byCount.map(({ step }) => step)).toEqual([...seen.map(({ step }) => step)].sort((a, b) => a - b));
    expect(byCount.every(({ step }) => step >= 0)).toBe(true);
    expect(byCount[0]!.step).toBe(0);
  });

  test('shows a message without links as it is', async () => {
    await shown.show([heatMap({ contents: contents(noLinks), links: [] })]);
    await shown.page.getByText('The message has no link, and none was clicked.').waitFor();
    expect(await marksOn(shown.page).count()).toBe(0);
    const words = await shown.page.evaluate(() => document.querySelector('iframe')?.contentDocument?.body.textContent);
    expect(words).toContain('Thank you for coming.');
  });

  test('is one tab stop, gone through by arrows; focus tells the numbers, Enter keeps them beside the message', async () => {
    const { page } = shown;
    await shown.show([heatMap()]);
    await seenMarks(page);
    expect(await marksOn(page).evaluateAll((all) => all.filter(({ tabIndex }) => tabIndex === 0).length)).toBe(1);
    await marksOn(page).first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.getByText('402 clicks · 371 unique · Click-through rate: 14.3%').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.getByRole('heading', { name: '2. Seal kit 1' }).waitFor();
    expect(await marksOn(page).nth(2).getAttribute('aria-pressed')).toBe('true');
  });

  test('shows the whole message in a narrow window, its marks still in place', async () => {
    const narrow = await openPage({ viewport: { width: 360, height: 740 } });
    await narrow.show([heatMap()], { isNarrow: true });
    const marks = await seenMarks(narrow.page);
    const places = await linkPlaces(narrow.page);
    marksLieOn(places, marks);
    expect(await narrow.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

test.each([
  ['light', false, 1366],
  ['dark', true, 1366],
  ['narrow', false, 360],
])('axe finds nothing wrong in the panels of messages and pages: %s', async (_name, isDark, width) => {
  const panels = await openPage({ viewport: { width, height: 768 } });
  await panels.show(
    [
      { panel: channelPanels.funnel, answer: funnelAnswer() },
      { panel: { ...channelPanels.bars, id: 'bars', title: 'Top links' }, answer: { ...valuesAnswer, id: 'bars' } },
      { panel: channelPanels.table, answer: valuesAnswer },
      { panel: channelPanels.map, answer: mapAnswer },
      { panel: channelPanels.results, answer: resultsAnswer },
      heatMap(),
    ],
    { isDark, isNarrow: width < 720 },
  );
  await seenMarks(panels.page);
  expect(await violationsOn(panels.page)).toEqual([]);
});
