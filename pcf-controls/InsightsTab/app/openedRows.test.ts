import { screen, waitFor, within } from '@testing-library/react';
import { answered, refused } from '../../shared/answer';
import type { InsightsClient } from '../../shared/insightsClient';
import type { WebApiPort } from '../../shared/recordNames';
import { webApi } from '../testing/fakeCrm';
import { contactId, fakeClient, listAnswer } from '../testing/fakeService';
import { askedClient, openTab, tile } from '../testing/openTab';
import { press, settled } from '../testing/pressing';
import { emails, someRows } from '../testing/rows';

const rows = someRows();

beforeEach(() => window.localStorage.clear());

describe('The rows behind a number', () => {
  test('stand beside the page with their number, how it is made, and as many rows', async () => {
    await openTab();
    const opener = tile('Interactions');
    await press(opener);
    const panel = within(await screen.findByRole('dialog', { name: `Interactions: ${rows.length}` }));
    expect(document.activeElement?.textContent).toBe(`Interactions: ${rows.length}`);
    expect(panel.getByText('25 Oct – 23 Nov 2026, Oslo time · newest first')).toBeTruthy();
    expect(panel.getByText(/Test sends are left out/)).toBeTruthy();
    expect(panel.getByText('Open in glossary').getAttribute('href')).toBe(
      'https://crm.example/glossary#contact.interactions',
    );
    await waitFor(() => expect(panel.getByText(`${rows.length} rows`)).toBeTruthy());
    expect(panel.getByText('One row is one interaction')).toBeTruthy();
    expect(opener.getAttribute('aria-expanded')).toBe('true');
  });

  test('give the focus back to their tile when they are closed', async () => {
    await openTab();
    await press(tile('Interactions'));
    const panel = within(await screen.findByRole('dialog'));
    await press(panel.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(tile('Interactions'));
  });

  test('are the two parts of a ratio, one at a time', async () => {
    await openTab();
    await press(tile('Open rate'));
    const panel = within(await screen.findByRole('dialog'));
    expect(panel.getByRole('button', { name: 'Opened, unique 3' }).getAttribute('aria-pressed')).toBe('true');
    await press(panel.getByRole('button', { name: 'Delivered 3' }));
    await waitFor(() => expect(panel.getByText('One row is one message delivered')).toBeTruthy());
  });

  test('are all kinds together where a slice stands for several', async () => {
    await openTab();
    await press(screen.getByText(/^Other kinds/, { ignore: 'title' }));
    expect(await screen.findByRole('dialog', { name: /^Other kinds \(\d+\): \d+$/ })).toBeTruthy();
  });

  test('show names as CRM tells them, and say what the user cannot open', async () => {
    const { props } = await openTab();
    await press(tile('Clicked, unique'));
    const panel = within(await screen.findByRole('dialog'));
    await press(await panel.findByText('rin_marketingemail 1'));
    expect(props.openRecord).toHaveBeenCalledWith('rin_marketingemail', emails.winter);
    await press(tile('Interactions'));
    expect((await panel.findAllByText('An email you cannot open')).length).toBeGreaterThan(0);
  });

  test('of one of several people bear the name, also where it comes after its number was drawn and opened', async () => {
    let answer = (): void => undefined;
    const slow: WebApiPort = {
      retrieveMultipleRecords: async (...asked) => {
        if (asked[0] === 'contact') await new Promise<void>((done) => (answer = done));
        return webApi.retrieveMultipleRecords(...asked);
      },
    };
    await openTab({ table: 'account', webApi: slow });
    const whom = within(await screen.findByRole('region', { name: 'Whom to call' }));
    await press(whom.getByRole('button', { name: String(rows.length) }));
    const panel = within(await screen.findByRole('dialog'));
    expect(panel.getByRole('heading', { name: `…: ${rows.length}` })).toBeTruthy();
    answer();
    await settled();
    expect(panel.getByRole('heading', { name: `contact ${contactId.slice(-1)}: ${rows.length}` })).toBeTruthy();
  });

  test('come as a CSV file of the same address', async () => {
    const asked: string[] = [];
    const csv: InsightsClient['csv'] = (at) => (asked.push(at), Promise.resolve(refused({ kind: 'unreachable' })));
    await openTab({ client: fakeClient(rows, { csv }) });
    await press(tile('Interactions'));
    const panel = within(await screen.findByRole('dialog'));
    await press(panel.getByText('Download CSV'));
    expect(await panel.findByText('The file could not be made. The rows are safe; try again.')).toBeTruthy();
    expect(asked).toEqual([expect.stringContaining('/lists/contact.interactions?')]);
  });

  test('are asked for anew, together with their number, when their address has expired', async () => {
    let isExpired = true;
    const { client, asked } = askedClient(rows, {
      rows: (at) => {
        if (!isExpired) return Promise.resolve(answered(listAnswer(at, rows)));
        isExpired = false;
        return Promise.resolve(refused({ kind: 'viewExpired' }));
      },
    });
    await openTab({ client });
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(screen.queryByText('This panel could not be loaded')).toBeNull();
  });
});
