import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startFakeDataverse, type FakeDataverse } from '../../harness/fakeDataverse';
import { serviceClient, serviceSecret, startFakeEntra, tenant, type FakeEntra } from '../../harness/fakeEntra';
import { selfSigned } from '../../harness/selfSigned';
import { startServiceProcess, type ServiceProcess } from '../../harness/serviceProcess';
import { chooseCategory, insightsOn } from '../pages';
import type { Scene } from '../scene';
import { organisationPage, type OrganisationPage } from './entra';

/** Milliseconds: the service believes an answer of Dataverse for one second here, and rests that long between keys. */
const belief = 1_000;
const keysRested = 5_000;

/** A service of its own that takes tokens of Entra alone, on https, and asks Dataverse as their users. */
interface Organisation {
  readonly entra: FakeEntra;
  readonly dataverse: FakeDataverse;
  readonly service: ServiceProcess;
  readonly startedAt: number;
  close(): Promise<void>;
}

const given = { body: { access_token: 'dataverse-emil', token_type: 'Bearer', expires_in: 3600 } };
const unconsented = { error: 'invalid_grant', suberror: 'consent_required', error_codes: [65001] };

async function openOrganisation({ product, someone }: Scene): Promise<Organisation> {
  const folder = await mkdtemp(join(tmpdir(), 'organisation-'));
  const { key, cert } = selfSigned('localhost');
  await writeFile(join(folder, 'entra.pem'), cert);
  const [entra, dataverse] = await Promise.all([startFakeEntra({ key, cert }), startFakeDataverse()]);
  entra.onGrant = () => given;
  dataverse.readable.set('dataverse-emil', new Set([someone.id]));
  const service = await startServiceProcess({
    data: join(folder, 'data'),
    origin: product.address,
    env: {
      NODE_EXTRA_CA_CERTS: join(folder, 'entra.pem'),
      RECORD_INSIGHTS_ENTRA_AUTHORITY: entra.address,
      RECORD_INSIGHTS_ENTRA_TENANTS: `${tenant}=${dataverse.address}`,
      RECORD_INSIGHTS_ENTRA_CLIENT_ID: serviceClient,
      RECORD_INSIGHTS_ENTRA_CLIENT_SECRET: serviceSecret,
      RECORD_INSIGHTS_RIGHTS_SECONDS: String(belief / 1000),
    },
  });
  const close = async (): Promise<void> => {
    service.process.kill('SIGTERM');
    await service.ended;
    await Promise.all([entra.stop(), dataverse.stop(), rm(folder, { recursive: true, force: true })]);
  };
  return { entra, dataverse, service, startedAt: Date.now(), close };
}

/** From the real msal-browser to a record read in Dataverse, Entra and Dataverse being made up. */
export function verified(scene: () => Scene): void {
  let organisation: Organisation;
  beforeAll(async () => void (organisation = await openOrganisation(scene())));
  afterAll(() => organisation.close());
  beforeEach(() => {
    organisation.entra.onGrant = () => given;
    organisation.dataverse.readable.set('dataverse-emil', new Set([scene().someone.id]));
  });

  /** The tab of a contact for a user whom Entra knows by that id. */
  async function openTab(
    oid = 'emil',
    token = () => organisation.entra.token({ claims: { oid } }),
  ): Promise<OrganisationPage> {
    const opened = await organisationPage(scene(), token);
    opened.variables.rin_ServiceAddress = organisation.service.address;
    await opened.page.goto(`${scene().product.address}/contacts/${scene().someone.id}`);
    await opened.page.getByRole('tab', { name: 'Insights' }).click();
    return opened;
  }
  const numbers = (page: Page): Promise<void> => insightsOn(page).locator('[data-kpi]').first().waitFor();
  const says = (page: Page, words: string): Promise<void> => insightsOn(page).getByText(words).first().waitFor();

  test('a token that Entra signed is verified and exchanged, and the record read with what comes back', async () => {
    const { page, done } = await openTab();
    await numbers(page);
    expect(organisation.entra.grants.map((grant) => grant['requested_token_use'])).toEqual(['on_behalf_of']);
    const record = `/api/data/v9.2/contacts(${scene().someone.id})?$select=contactid`;
    expect(organisation.dataverse.asked).toContainEqual({ path: record, token: 'dataverse-emil' });
    await done();
  });

  test('a right that is withdrawn shuts the tab; a Dataverse that is away is said to be away', async () => {
    const { page, done } = await openTab();
    await numbers(page);
    organisation.dataverse.readable.get('dataverse-emil')!.clear();
    await page.waitForTimeout(belief);
    await page.getByRole('navigation', { name: 'Insight categories' }).getByRole('button').nth(1).click();
    await says(page, 'You cannot see this contact’s interactions');
    expect(await insightsOn(page).locator('[data-kpi]').count()).toBe(0);
    await organisation.dataverse.stop();
    await page.waitForTimeout(belief);
    await page.reload();
    await page.getByRole('tab', { name: 'Insights' }).click();
    await says(page, 'CRM does not answer');
    await organisation.dataverse.start();
    await done();
  });

  test('a token that has expired asks for signing in, and the one from the window is taken', async () => {
    let ends = -3600;
    const { page, done } = await openTab('emil', () => organisation.entra.token({ starts: -7200, ends }));
    await insightsOn(page).getByRole('button', { name: 'Sign in' }).waitFor();
    ends = 3600;
    await insightsOn(page).getByRole('button', { name: 'Sign in' }).click();
    await numbers(page);
    await done();
  });

  test('without consent of the organisation the tab says whose turn it is', async () => {
    organisation.entra.onGrant = () => ({ status: 400, body: unconsented });
    const { page, done } = await openTab('somebody new');
    await says(page, 'An administrator has to agree first');
    await done();
  });

  test('keys that change while a tab is open change nothing for its user', async () => {
    const { page, entra, done } = await openTab();
    entra.lifetime = 200;
    await page.reload();
    await page.getByRole('tab', { name: 'Insights' }).click();
    await numbers(page);
    await organisation.entra.changeKeys();
    await page.waitForTimeout(Math.max(0, organisation.startedAt + keysRested - Date.now()));
    await chooseCategory(page, 'Email interactions');
    await numbers(page);
    await done();
  });
}
