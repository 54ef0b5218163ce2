import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/browser.cjs';
import { askContact, questionBefore, rowsOfContact, type ContactAnswer } from '../oracle/contact';
import type { Question } from '../oracle/counting';
import { dayIn, daysLater, monthsEarlier, type Day } from '../oracle/days';
import { readExported, richestContact, type Exported, type Someone } from './exported';
import { signIn, type Visit } from './pages';
import { newDataFolder, npmStart, removeFolder, type Product } from './product';
import { zone } from './shown';

/** What the tests of a product share: its sample, a browser in which Emil Krogh is signed in, and a contact to look at. */
export interface Scene {
  readonly product: Product;
  readonly browser: Browser;
  readonly visit: Visit;
  readonly page: Page;
  readonly exported: Exported;
  readonly someone: Someone;
  close(): Promise<void>;
}

/** Starts the product as `npm start` does, on a sample made for it. @param words options of `npm start` */
export async function setScene(...words: readonly string[]): Promise<Scene> {
  const data = await newDataFolder();
  const product = await npmStart(data, ...words);
  const exported = readExported(data);
  const browser = await launchBrowser();
  const visit = await signIn(browser, product.address, 'Emil Krogh');
  return {
    product,
    browser,
    visit,
    page: visit.page,
    exported,
    someone: richestContact(exported, Date.now()),
    close: async () => {
      await browser.close();
      await product.stop();
      await removeFolder(data);
    },
  };
}

/** What the raw rows say of a contact in a period, and in the equal one before. */
export interface Asked {
  readonly from: Day;
  readonly to: Day;
  readonly now: ContactAnswer;
  readonly before: ContactAnswer;
}

/** The days that end today; `year` is the 12 months that are shown at most. */
export function lastDays(days: number | 'year'): Question {
  const to = dayIn(zone, Date.now());
  return { from: days === 'year' ? monthsEarlier(to, 12) : daysLater(to, 1 - days), to, zone };
}

/** Asks the oracle about the days that end today. */
export function askOracle({ rows }: Exported, contact: string, days: number | 'year'): Asked {
  const { from, to } = lastDays(days);
  return askOracleOf({ rows }, contact, from, to);
}

export function askOracleOf({ rows }: Pick<Exported, 'rows'>, contact: string, from: Day, to: Day): Asked {
  const own = rowsOfContact(rows, contact);
  const question = { from, to, zone };
  return { from, to, now: askContact(own, question), before: askContact(own, questionBefore(question)) };
}
