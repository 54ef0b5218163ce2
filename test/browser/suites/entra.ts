import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { client, FakeEntra, hint, scope, tenant } from '../fakeEntra';
import { chooseCategory, insightsOn, lookAt, signIn } from '../pages';
import type { Scene } from '../scene';

const built = join(__dirname, '../../../pcf-controls/out/webResources');
/** What the variables of the environment say; a test may change it. */
type Variables = Record<'rin_ServiceAddress' | 'rin_Authority' | 'rin_ClientId' | 'rin_Scope', string>;

export interface OrganisationPage {
  readonly page: Page;
  readonly entra: FakeEntra;
  readonly variables: Variables;
  readonly done: () => Promise<void>;
}

/**
 * A page in which the shipped web resource signs in, with the variables and the answers of an organisation's Dataverse.
 * @param token of the user for the service; that of the local CRM unless told
 */
export async function organisationPage(scene: Scene, token?: () => Promise<string>): Promise<OrganisationPage> {
  const { browser, product } = scene;
  const { page } = await signIn(browser, product.address, 'Emil Krogh', { bypassCSP: true });
  const context: BrowserContext = page.context();
  const service = new URL(product.address);
  service.port = String(Number(service.port) + 1);
  const variables: Variables = {
    rin_ServiceAddress: service.origin,
    rin_Authority: `https://login.microsoftonline.com/${tenant}`,
    rin_ClientId: client,
    rin_Scope: scope,
  };
  const ofLocalCrm = async (): Promise<string> => {
    const answer = await context.request.get(`${product.address}/auth/token`);
    return ((await answer.json()) as { token: string }).token;
  };
  const entra = new FakeEntra(token ?? ofLocalCrm);
  await context.route('https://login.microsoftonline.com/**', entra.answer);
  await context.route('**/WebResources/rin_/**', (route) => {
    const { pathname } = new URL(route.request().url());
    const contentType = pathname.endsWith('.html') ? 'text/html' : 'text/javascript';
    return route.fulfill({
      contentType,
      body: readFileSync(join(built, pathname.replace('/WebResources/', '')), 'utf8'),
    });
  });
  await context.route('**/api/data/v9.2/environmentvariabledefinitions?**', (route) =>
    route.fulfill({
      json: {
        value: Object.entries(variables).map(([schemaname, value]) => ({
          schemaname,
          environmentvariabledefinition_environmentvariablevalue: [{ value }],
        })),
      },
    }),
  );
  await context.route('**/api/data/v9.2/WhoAmI', (route) => route.fulfill({ json: { UserId: 'emil' } }));
  await context.route('**/api/data/v9.2/systemusers(emil)?**', (route) =>
    route.fulfill({ json: { domainname: hint } }),
  );
  return { page, entra, variables, done: () => context.close() };
}

/** The shipped sign-in with the real msal-browser, Entra alone being made up; its tokens are those of the local CRM. */
export function entra(scene: () => Scene): void {
  const openTab = async (page: Page): Promise<void> => {
    const { product, someone } = scene();
    await page.goto(`${product.address}/contacts/${someone.id}`);
    await page.getByRole('tab', { name: 'Insights' }).click();
  };
  const numbers = (page: Page): Promise<void> => insightsOn(page).locator('[data-kpi]').first().waitFor();

  test('who is signed in to Entra sees numbers without being asked, after one question for card and tab', async () => {
    const { page, entra, done } = await organisationPage(scene());
    await openTab(page);
    await numbers(page);
    expect(entra.asked).toHaveLength(1);
    const [asked] = entra.asked;
    const { searchParams } = asked!;
    expect(asked!.pathname).toBe(`/${tenant}/oauth2/v2.0/authorize`);
    expect(searchParams.get('client_id')).toBe(client);
    expect(searchParams.get('login_hint')).toBe(hint);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('scope')?.split(' ')).toContain(scope);
    expect(searchParams.get('redirect_uri')).toBe(`${scene().product.address}/WebResources/rin_/signInDone.html`);
    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
    expect(kept).not.toMatch(/accesstoken|refreshtoken|eyJ/i);
    await done();
  });

  test('who is not is asked once wanted, in a window; closed, it is wanted still', async () => {
    const { page, entra, done } = await organisationPage(scene());
    entra.isSignedIn = false;
    await openTab(page);
    const button = insightsOn(page).getByRole('button', { name: 'Sign in' });
    await button.waitFor();
    expect(await lookAt(page, 'sign-in-1366')).toEqual([]);
    expect(entra.asked).toHaveLength(1);
    entra.user = 'closes the window';
    await button.click();
    await page.waitForTimeout(500);
    await button.waitFor();
    entra.user = 'signs in';
    await button.click();
    await numbers(page);
    expect(page.context().pages()).toEqual([page]);
    await done();
  });

  test('a token that ends is renewed without asking, until the user is signed out', async () => {
    const { page, entra, done } = await organisationPage(scene());
    entra.lifetime = 200;
    await openTab(page);
    await numbers(page);
    const before = entra.asked.length;
    await chooseCategory(page, 'Email interactions');
    await numbers(page);
    expect(entra.asked.length).toBeGreaterThan(before);
    entra.isSignedIn = false;
    await page
      .getByRole('navigation', { name: 'Insight categories' })
      .getByRole('button', { name: 'Overview' })
      .click();
    await insightsOn(page).getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await insightsOn(page).locator('[data-kpi]').count()).toBe(0);
    await done();
  });

  test('while a variable has no value nothing is set up, and Entra is not asked', async () => {
    const { page, entra, variables, done } = await organisationPage(scene());
    variables.rin_ClientId = '';
    await openTab(page);
    await insightsOn(page).getByText('Insights is not set up here yet').waitFor();
    expect(entra.asked).toEqual([]);
    await done();
  });

  test('a service that is away is said to be away', async () => {
    const { page, variables, done } = await organisationPage(scene());
    variables.rin_ServiceAddress = 'http://localhost:9';
    await openTab(page);
    await insightsOn(page).getByText('Insights could not be loaded').waitFor();
    await done();
  });
}
