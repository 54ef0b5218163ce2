import type { Page } from 'playwright-core';
import { chooseCategory, lookAt, openContact, panel, picture, settled, signIn, tile } from '../pages';
import type { Scene } from '../scene';

const narrow = [
  [1024, 768],
  [640, 960],
  [360, 800],
] as const;

/** Nothing runs out of the window sideways, and no text of tiles, chips and buttons is cut. */
const cutTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > window.innerWidth) found.push('the page scrolls sideways');
    const tab = document.querySelector('section[aria-label="Insights"]');
    for (const element of tab?.querySelectorAll<HTMLElement>('[data-kpi] *, [data-headline] *, button, h2, h3') ?? [])
      if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow !== 'visible')
        found.push(element.innerText);
    return found;
  });

/** The tab in other windows and colours. */
export function looks(scene: () => Scene): void {
  test.each(narrow)(
    'at %i × %i nothing is cut, nothing scrolls sideways, and every part can be reached',
    async (width, height) => {
      const { browser, product, someone } = scene();
      const { page } = await signIn(browser, product.address, 'Emil Krogh', { viewport: { width, height } });
      await openContact(page, someone.id);
      await settled(page);
      expect(await cutTexts(page)).toEqual([]);
      expect(await lookAt(page, `overview-${width}`)).toEqual([]);
      await panel(page, 'What they did').scrollIntoViewIfNeeded();
      await picture(page, `overview-${width}-below`);
      if (width < 720) await page.getByRole('button', { name: 'Insight categories' }).click();
      await picture(page, `categories-${width}`);
      await chooseCategory(page, 'Email interactions');
      expect(await cutTexts(page)).toEqual([]);
      expect(await lookAt(page, `email-${width}`)).toEqual([]);
      await panel(page, 'Delivered').scrollIntoViewIfNeeded();
      await settled(page);
      await picture(page, `email-${width}-below`);
      await tile(page, 'contact.delivered').click();
      await page
        .getByRole('dialog')
        .getByText(/\d rows?$/)
        .waitFor();
      await settled(page);
      expect(await lookAt(page, `rows-${width}`)).toEqual([]);
      await page.context().close();
    },
  );

  test.each([
    ['dark', 'the dark theme', {}],
    ['contrast', 'forced colours', { forcedColors: 'active' }],
  ] as const)('%s: nothing is wrong in %s', async (name, _of, options) => {
    const { browser, product, someone } = scene();
    const { page } = await signIn(browser, product.address, 'Emil Krogh', options);
    if (name === 'dark') await page.getByRole('button', { name: 'Use the dark theme' }).click();
    await openContact(page, someone.id);
    await settled(page);
    expect(await lookAt(page, `overview-${name}`)).toEqual([]);
    await chooseCategory(page, 'Email interactions');
    await tile(page, 'contact.delivered').click();
    await page
      .getByRole('dialog')
      .getByText(/\d rows?$/)
      .waitFor();
    await settled(page);
    expect(await lookAt(page, `rows-${name}`)).toEqual([]);
    await page.context().close();
  });
}
