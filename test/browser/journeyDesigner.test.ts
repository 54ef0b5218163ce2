import type { Browser, Locator, Page } from 'playwright-core';
import { volumeIds, type PipelineAnswer, type PipelineTile } from '@record-insights/domain';
import type { DesignerPageOptions } from '../../pcf-controls/JourneyDesigner/testing/designerPage';
import { largePipeline, pipelineAnswer } from '../../pcf-controls/JourneyDesigner/testing/fakePipeline';
import { launchBrowser } from '../../scripts/lib/browser.cjs';
import { openControlPage, textsOfControl, type ControlPage } from './controlPage';
import { takesFocus, violationsOn } from './pages';

jest.setTimeout(120_000);

const tiles = largePipeline(200);
const large = pipelineAnswer(tiles);

let browser: Browser;
let shown: ControlPage;
let page: Page;

const show = (designer: ControlPage, answer: PipelineAnswer, how: Partial<DesignerPageOptions> = {}): Promise<void> =>
  designer.call('showDesigner', answer, {
    texts: textsOfControl('JourneyDesigner', '1033'),
    locale: 'en-GB',
    isDark: false,
    savesSegments: false,
    ...how,
  });

beforeAll(async () => {
  browser = await launchBrowser();
  shown = await openControlPage(browser, 'JourneyDesigner/testing/designerPage.tsx');
  page = shown.page;
  await show(shown, large, { savesSegments: true });
  await page.locator('[data-tile]').first().waitFor();
});
afterAll(async () => {
  await shown.close();
  await browser.close();
});

const tileOf = (id: string): Locator => page.locator(`[data-tile="${id}"] > button`);
const scaleNow = (): Promise<string> => page.getByLabel(/^Zoom: /).innerText();
const pipelineNow = () => page.getByRole('group', { name: 'Pipeline' }).boundingBox();

interface Box {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The places of all tiles in the page, with what stands above and below each. */
const boxesNow = (): Promise<readonly Box[]> =>
  page.locator('[data-tile]').evaluateAll((all) =>
    all.map((tile) => {
      const parts = [...tile.children].map((part) => part.getBoundingClientRect());
      return {
        id: tile.getAttribute('data-tile') ?? '',
        left: Math.min(...parts.map(({ left }) => left)),
        top: Math.min(...parts.map(({ top }) => top)),
        right: Math.max(...parts.map(({ right }) => right)),
        bottom: Math.max(...parts.map(({ bottom }) => bottom)),
      };
    }),
  );

/** How far a tile has moved since. */
async function movedSince(before: readonly Box[]): Promise<readonly [number, number]> {
  const after = await boxesNow();
  return [Math.round(after[0]!.left - before[0]!.left), Math.round(after[0]!.top - before[0]!.top)];
}

describe('A pipeline of 200 tiles', () => {
  test('draws each tile apart from the others, right of the one before it', async () => {
    const boxes = await boxesNow();
    expect(boxes).toHaveLength(200);
    const meeting = boxes.flatMap((one, n) =>
      boxes
        .slice(n + 1)
        .filter((b) => one.left < b.right && b.left < one.right && one.top < b.bottom && b.top < one.bottom)
        .map((b) => `${one.id} and ${b.id}`),
    );
    expect(meeting).toEqual([]);
    const at = new Map(boxes.map((box) => [box.id, box]));
    for (const { id, parent } of tiles)
      if (parent !== undefined) expect(at.get(id)!.left).toBeGreaterThanOrEqual(at.get(parent)!.right);
  });

  test('fits into its window when asked to', async () => {
    await page.getByRole('button', { name: 'Show all' }).click();
    const window = (await pipelineNow())!;
    for (const { left, top, right, bottom } of await boxesNow()) {
      expect(left).toBeGreaterThanOrEqual(window.x - 1);
      expect(top).toBeGreaterThanOrEqual(window.y - 1);
      expect(right).toBeLessThanOrEqual(window.x + window.width + 1);
      expect(bottom).toBeLessThanOrEqual(window.y + window.height + 1);
    }
    expect(Number.parseInt(await scaleNow(), 10)).toBeLessThan(20);
  });

  test('moves by dragging, by the wheel and by keys, and gets larger where the pointer is', async () => {
    const larger = page.getByRole('button', { name: 'Zoom in' });
    for (let n = 0; n < 12 && (await scaleNow()) !== '100%'; n += 1) await larger.click();
    expect(await scaleNow()).toBe('100%');
    const { x, y, width, height } = (await pipelineNow())!;
    const ground = { x: x + width / 2, y: y + height - 4 };
    const start = await boxesNow();
    await page.mouse.move(ground.x, ground.y);
    await page.mouse.down();
    await page.mouse.move(ground.x + 30, ground.y - 50, { steps: 3 });
    await page.mouse.up();
    expect(await movedSince(start)).toEqual([30, -50]);
    await page.mouse.wheel(30, -50);
    await page.waitForTimeout(50);
    expect(await movedSince(start)).toEqual([0, 0]);
    await tileOf('tile 0').focus();
    const kept = await boxesNow();
    await page.keyboard.press('Shift+ArrowUp');
    expect(await movedSince(kept)).toEqual([0, 80]);
    await page.mouse.move(ground.x, ground.y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await page.waitForFunction(() => document.querySelector('[aria-label^="Zoom: "]')?.textContent === '122%');
  });

  test('is one tab stop, gone through by arrows, and what has the focus is seen', async () => {
    await tileOf('tile 0').focus();
    const walk: readonly [string, (tile: PipelineTile | undefined) => boolean][] = [
      ['ArrowRight', (tile) => tile?.parent === 'tile 0'],
      ['End', (tile) => tile === tiles.at(-1)],
      ['ArrowLeft', (tile) => tile?.id === tiles.at(-1)?.parent],
      ['Home', (tile) => tile === tiles[0]],
    ];
    const window = (await pipelineNow())!;
    for (const [key, isRight] of walk) {
      await page.keyboard.press(key);
      const focused = await page.evaluate(() => document.activeElement?.parentElement?.getAttribute('data-tile'));
      expect([key, isRight(tiles.find(({ id }) => id === focused))]).toEqual([key, true]);
      const box = (await tileOf(focused!).boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(window.x);
      expect(box.x + box.width).toBeLessThanOrEqual(window.x + window.width);
      expect(box.y).toBeGreaterThanOrEqual(window.y);
      expect(box.y + box.height).toBeLessThanOrEqual(window.y + window.height);
    }
    expect(await page.locator('[data-tile] [tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-tile]'))).toBeNull();
  });

  test('tells the data of a tile beside it, which stays in sight, and gives the focus back', async () => {
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const { id, name, volumes } = tiles.at(-1)!;
    await takesFocus(page.getByRole('heading', { name }));
    for (const volume of volumeIds.filter((one) => one !== 'total')) {
      const [title, count] = await page
        .locator(`[data-number="${volume}"] > button > span:not(:empty)`)
        .evaluateAll((all) => all.map(({ textContent }) => textContent));
      expect([title, count]).toEqual([volumes[volume].title, volumes[volume].count.toLocaleString('en-GB')]);
    }
    const [window, box] = [(await pipelineNow())!, (await tileOf(id).boundingBox())!];
    expect(window.width).toBe(1366 - 320);
    expect(box.x + box.width).toBeLessThanOrEqual(window.x + window.width);
    await page.keyboard.press('Escape');
    await takesFocus(tileOf(id));
  });
});

test.each([
  ['light', {}, 1366],
  ['dark', { isDark: true }, 1366],
  ['narrow', {}, 360],
])('axe finds nothing wrong in a pipeline and the data of an email: %s', async (_name, how, width) => {
  await page.setViewportSize({ width, height: 768 });
  await show(shown, pipelineAnswer(), { savesSegments: true, ...how });
  await tileOf('01_0').click();
  await page.getByRole('heading', { name: 'Winter check reminder' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});
