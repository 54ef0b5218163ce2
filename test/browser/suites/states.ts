import { emptyContact } from '../exported';
import {
  barsOn,
  cardOn,
  chooseCategory,
  choosePeriod,
  insightsOn,
  lookAt,
  openContact,
  openInsights,
  settled,
  signIn,
  tilesOn,
} from '../pages';
import { startPair } from '../product';
import { askOracle, type Scene } from '../scene';
import { expectedTiles, headline, shownValue } from '../shown';

/** Nothing there, no right, no service: each looks different and says so. */
export function states(scene: () => Scene): void {
  test('a contact without interactions has zeros, dashes with a reason, and a way out', async () => {
    const { page, exported } = scene();
    await openContact(page, emptyContact(exported).id);
    await settled(page);
    expect(await tilesOn(page)).toEqual(expectedTiles(headline, askOracle(exported, emptyContact(exported).id, 30)));
    expect(await page.getByText('Nothing was delivered').count()).toBe(1);
    expect(await insightsOn(page).getByText('No data is available').count()).toBe(2);
    expect(await lookAt(page, 'empty-1366')).toEqual([]);
    await page.getByText('Show the last 12 months').first().click();
    await settled(page);
    expect(await page.getByText('Show the last 12 months').count()).toBe(0);
  });

  test('who may not read the contact sees no number: not in CRM, not in the tab, not from the service', async () => {
    const { page, browser, product, someone } = scene();
    const jonas = await signIn(browser, product.address, 'Jonas Dahl');
    await jonas.page.goto(`${product.address}/contacts/${someone.id}`);
    await jonas.page.getByText('You cannot see this contact').waitFor();
    const { token } = (await (await jonas.page.request.get(`${product.address}/auth/token`)).json()) as {
      token: string;
    };
    const service = new URL(product.address);
    service.port = String(Number(service.port) + 1);
    const answer = await jonas.page.request.get(`${service.href}v1/records/contact/${someone.id}/insights/overview`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([answer.status(), ((await answer.json()) as { code: string }).code]).toEqual([403, 'noRight']);
    await jonas.page.context().close();
    // Another user's token in a page that is open already: as when a right was taken away meanwhile.
    await page.route('**/auth/token', (route) => route.fulfill({ json: { token } }));
    await page.goto(`${product.address}/contacts/${someone.id}`);
    const noRight = 'You cannot see this contact’s interactions';
    await cardOn(page).getByText(noRight).waitFor();
    expect(await barsOn(page).count()).toBe(0);
    expect(await lookAt(page, 'no-right-card')).toEqual([]);
    await page.getByRole('tab', { name: 'Insights' }).click();
    await insightsOn(page).getByText(noRight).waitFor();
    expect(await lookAt(page, 'no-right-1366')).toEqual([]);
    expect(await page.locator('[data-kpi]').count()).toBe(0);
    await page.unroute('**/auth/token');
  });

  test('the next start finds the data; while the service is down tab and card say so, and Retry brings the numbers', async () => {
    const { page, product, someone, exported } = scene();
    expect(await product.stop()).toBe(0);
    const pair = await startPair(product.data, product.address);
    try {
      await openContact(page, someone.id);
      await pair.stopService();
      await page.getByRole('button', { name: '90 days' }).click();
      await page.getByText('Insights could not be loaded').waitFor();
      expect(await lookAt(page, 'service-down-1366')).toEqual([]);
      await pair.startService();
      await page.getByRole('button', { name: 'Retry' }).click();
      await page.locator('[data-kpi]').first().waitFor();
      await settled(page);
      expect(await tilesOn(page)).toEqual(expectedTiles(headline, askOracle(exported, someone.id, 90)));
      expect(
        shownValue('contact.interactions', askOracle(exported, someone.id, 90).now.kpis['contact.interactions']!),
      ).not.toBe('0');
      await chooseCategory(page, 'Email interactions');
      await choosePeriod(page, '30 days');
      await openInsights(page);
      await pair.stopService();
      await page.goto(`${product.address}/contacts/${someone.id}`);
      await cardOn(page).getByText('Insights could not be loaded').waitFor();
      expect(await lookAt(page, 'service-down-card')).toEqual([]);
      await pair.startService();
      await cardOn(page).getByRole('button', { name: 'Retry' }).click();
      await barsOn(page).waitFor();
    } finally {
      await pair.stop();
    }
  });
}
