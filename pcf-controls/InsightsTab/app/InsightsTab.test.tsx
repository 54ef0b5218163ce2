import * as React from 'react';
import { act, fireEvent, render, screen, waitFor, within, type RenderResult } from '@testing-library/react';
import { answered, refused, type ClientError } from '../../shared/answer';
import { registerDrawings } from '../../shared/icons/registerDrawings';
import type { InsightsClient, InsightsQuery } from '../../shared/insightsClient';
import type { WebApiPort } from '../../shared/recordNames';
import { themeOf } from '../../shared/theme';
import { contactId, fakeClient, insightsAnswer, listAnswer, oneContact, testNow } from '../testing/fakeService';
import { press, settled } from '../testing/pressing';
import { texts } from '../testing/resx';
import { emails, someRows } from '../testing/rows';
import { InsightsTab, type InsightsTabProps } from './InsightsTab';

const rows = someRows();

/** A CRM in which everything has a name but the webinar's email. */
const webApi: WebApiPort = {
  retrieveMultipleRecords: (table, options) => {
    const key = /\$filter=(\w+) eq/.exec(options)?.[1] ?? '';
    const [, name = ''] = /\$select=(\w+)/.exec(options) ?? [];
    const ids = [...options.matchAll(/eq ([0-9a-f-]{36})/g)].map(([, id]) => id!);
    const known = ids.filter((id) => id !== emails.webinar);
    return Promise.resolve({ entities: known.map((id) => ({ [key]: id, [name]: `${table} ${id.slice(-1)}` })) });
  },
};

async function open(changes: Partial<InsightsTabProps> = {}): Promise<RenderResult & { props: InsightsTabProps }> {
  registerDrawings();
  const props: InsightsTabProps = {
    recordId: contactId,
    table: 'contact',
    locale: 'en-GB',
    theme: themeOf({}),
    width: 1166,
    clientUrl: 'https://crm.example',
    texts,
    client: fakeClient(rows),
    webApi,
    openRecord: jest.fn(),
    signIn: () => Promise.resolve(),
    now: () => testNow,
    ...changes,
  };
  const result = render(<InsightsTab {...props} />);
  await settled();
  return { ...result, props };
}

/** A client that writes down what insights it was asked for. */
function askedClient(own: Partial<InsightsClient> = {}): { client: InsightsClient; asked: InsightsQuery[] } {
  const asked: InsightsQuery[] = [];
  const client = fakeClient(rows, own);
  const insights: InsightsClient['insights'] = (query, signal) => {
    asked.push(query);
    return client.insights(query, signal);
  };
  return { client: { ...client, insights }, asked };
}

const refusing = (error: ClientError): InsightsClient =>
  fakeClient(rows, { insights: () => Promise.resolve(refused(error)) });
const tile = (name: string): HTMLElement => screen.getByLabelText(new RegExp(`^${name}, `));

beforeEach(() => window.localStorage.clear());

describe('The Insights tab', () => {
  test('opens on the first category with the service’s own default period', async () => {
    const { client, asked } = askedClient();
    await open({ client });
    expect(screen.getByRole('heading', { name: 'Overview' })).toBeTruthy();
    expect(asked).toEqual([{ recordType: 'contact', recordId: contactId, category: 'overview' }]);
    expect(screen.getByRole('button', { name: '30 days' }).getAttribute('aria-pressed')).toBe('true');
    expect(tile('Interactions').textContent).toBe(String(rows.length));
  });

  test('says in one line what is counted, in which zone, and what it is compared with', async () => {
    await open();
    expect(screen.getByText('Counts everything received by 23 Nov 2026, 14:02 (Oslo time)')).toBeTruthy();
    expect(screen.getByText('Compared with 25 Sept – 24 Oct')).toBeTruthy();
  });

  test.each([
    ['older interactions are not shown', { clamped: true }, 'Older interactions are kept, not shown.'],
    [
      'rows wait to be counted',
      { freshness: { countedUntil: '2026-11-23T13:02:00Z', waiting: 1200 } },
      'Still counting: about 1,200 to go.',
    ],
    [
      'everything is counted anew',
      { freshness: { countedUntil: '2026-11-23T13:02:00Z', waiting: 0, rebuilding: { done: 3, total: 9 } } },
      'Counting anew: 3 of 9 done.',
    ],
  ])('says when %s', async (_when, changes, note) => {
    const client = fakeClient(rows, {
      insights: ({ category }) => Promise.resolve(answered(insightsAnswer(category, rows, changes))),
    });
    await open({ client });
    expect(screen.getByText(note)).toBeTruthy();
  });

  test('names nothing to compare with when the period before lies outside what is shown', async () => {
    const client = fakeClient(rows, {
      insights: ({ category }) =>
        Promise.resolve(answered(insightsAnswer(category, rows, { shownFrom: '2026-10-01' }))),
    });
    await open({ client });
    expect(screen.queryByText(/^Compared with/)).toBeNull();
  });

  test('shows another category when it is chosen, with the period kept', async () => {
    const { client, asked } = askedClient();
    await open({ client });
    await press(screen.getByRole('button', { name: '7 days' }));
    await press(screen.getByRole('button', { name: 'Email interactions' }));
    await screen.findByRole('heading', { name: 'Delivery' });
    expect(screen.getByRole('button', { name: 'Email interactions' }).getAttribute('aria-current')).toBe('page');
    expect(asked.at(-1)).toMatchObject({ category: 'emailInteractions', from: '2026-11-17', to: '2026-11-23' });
  });

  test('a category that 30 days tell too little of shows its own period until one is chosen', async () => {
    const { client, asked } = askedClient();
    await open({ client });
    await press(screen.getByRole('button', { name: 'Email open times' }));
    await screen.findByRole('heading', { name: 'When they open' });
    expect(asked.at(-1)).toMatchObject({ category: 'emailOpenTimes', from: '2025-11-23', to: '2026-11-23' });
    expect(screen.getByRole('button', { name: '12 months' }).getAttribute('aria-pressed')).toBe('true');
    await press(screen.getByRole('button', { name: '7 days' }));
    expect(asked.at(-1)).toMatchObject({ from: '2026-11-17' });
    await press(screen.getByRole('button', { name: 'Overview' }));
    expect(asked.at(-1)).toMatchObject({ category: 'overview', from: '2026-11-17' });
  });

  test.each([
    ['7 days', '2026-11-17'],
    ['90 days', '2026-08-26'],
    ['12 months', '2025-11-23'],
  ])('asks for the days of the preset %s', async (name, from) => {
    const { client, asked } = askedClient();
    await open({ client });
    await press(screen.getByRole('button', { name }));
    expect(asked.at(-1)).toMatchObject({ from, to: '2026-11-23' });
    expect(screen.getByRole('button', { name }).getAttribute('aria-pressed')).toBe('true');
  });

  test('unmarks the preset when a date is chosen by hand', async () => {
    const { client, asked } = askedClient();
    await open({ client });
    await press(screen.getByRole('combobox', { name: 'From' }));
    await press(await screen.findByRole('button', { name: /^1, October, 2026$|^1 October 2026$/ }));
    expect(asked.at(-1)).toMatchObject({ from: '2026-10-01', to: '2026-11-23' });
    for (const name of ['7 days', '30 days', '90 days', '12 months'])
      expect(screen.getByRole('button', { name }).getAttribute('aria-pressed')).toBe('false');
  });

  test('keeps the numbers on show, and says that it is busy, while others are on their way', async () => {
    let answer = (): void => undefined;
    let isFirst = true;
    const client = fakeClient(rows, {
      insights: ({ category }) => {
        const value = answered(insightsAnswer(category, rows));
        if (isFirst) return ((isFirst = false), Promise.resolve(value));
        return new Promise((resolve) => (answer = () => resolve(value)));
      },
    });
    await open({ client });
    await press(screen.getByRole('button', { name: '90 days' }));
    expect(tile('Interactions').closest('[aria-busy="true"]')).toBeTruthy();
    await act(async () => {
      answer();
      await Promise.resolve();
    });
    expect(tile('Interactions').closest('[aria-busy="true"]')).toBeNull();
  });

  test('remembers whether the categories are shown', async () => {
    const { unmount } = await open();
    expect(screen.getByRole('navigation')).toBeTruthy();
    await press(screen.getByRole('button', { name: 'Insight categories' }));
    expect(screen.queryByRole('navigation')).toBeNull();
    unmount();
    await open();
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  test('lays the categories over a narrow tab until one is chosen, or the tab is pressed elsewhere', async () => {
    await open({ width: 640 });
    const menu = screen.getByRole('button', { name: 'Insight categories' });
    await press(menu);
    await press(screen.getByRole('button', { name: 'Email interactions' }));
    expect(screen.queryByRole('navigation')).toBeNull();
    await press(menu);
    fireEvent.mouseDown(document.body);
    expect(screen.queryByRole('navigation')).toBeNull();
    await press(menu);
    fireEvent.keyDown(screen.getByRole('navigation'), { key: 'Escape' });
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  test('folds the filters of a narrow tab into one button that names the period', async () => {
    await open({ width: 640 });
    expect(screen.queryByRole('button', { name: '7 days' })).toBeNull();
    await press(screen.getByRole('button', { name: /^Last 30 days: 25 Oct\s–\s23 Nov$/ }));
    expect(await screen.findByRole('button', { name: '7 days' })).toBeTruthy();
  });

  test('draws a record without interactions as zeros and no data', async () => {
    await open({ client: fakeClient([]) });
    expect(tile('Interactions').textContent).toBe('0');
    expect(screen.getAllByText('No data is available')).toHaveLength(2);
  });

  test('says so for a kind of record that has no insights', async () => {
    await open({ table: 'opportunity' });
    expect(screen.getByText('There are no insights for this kind of record.')).toBeTruthy();
    expect(screen.getByText('The service counts nothing for it yet.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('says the same where the registry has no category of it, and asks for no numbers', async () => {
    const [contact] = oneContact.recordTypes;
    const catalogue: InsightsClient['catalogue'] = () =>
      Promise.resolve(answered({ ...oneContact, recordTypes: [{ ...contact!, categories: [] }] }));
    const { client, asked } = askedClient({ catalogue });
    await open({ client });
    expect(screen.getByText('There are no insights for this kind of record.')).toBeTruthy();
    expect(asked).toEqual([]);
  });

  test('takes the form’s word for the kind of record before the table’s', async () => {
    await open({ table: 'rin_person', recordType: 'contact' });
    expect(screen.getByRole('heading', { name: 'Overview' })).toBeTruthy();
  });
});

describe('The rows behind a number', () => {
  test('stand beside the page with their number, how it is made, and as many rows', async () => {
    await open();
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
    await open();
    await press(tile('Interactions'));
    const panel = within(await screen.findByRole('dialog'));
    await press(panel.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(tile('Interactions'));
  });

  test('are the two parts of a ratio, one at a time', async () => {
    await open();
    await press(tile('Open rate'));
    const panel = within(await screen.findByRole('dialog'));
    expect(panel.getByRole('button', { name: 'Opened, unique 3' }).getAttribute('aria-pressed')).toBe('true');
    await press(panel.getByRole('button', { name: 'Delivered 3' }));
    await waitFor(() => expect(panel.getByText('One row is one message delivered')).toBeTruthy());
  });

  test('are all kinds together where a slice stands for several', async () => {
    await open();
    await press(screen.getByText(/^Other kinds/));
    expect(await screen.findByRole('dialog', { name: /^Other kinds \(\d+\): \d+$/ })).toBeTruthy();
  });

  test('show names as CRM tells them, and say what the user cannot open', async () => {
    const { props } = await open();
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
    await open({ table: 'account', webApi: slow });
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
    await open({ client: fakeClient(rows, { csv }) });
    await press(tile('Interactions'));
    const panel = within(await screen.findByRole('dialog'));
    await press(panel.getByText('Download CSV'));
    expect(await panel.findByText('The file could not be made. The rows are safe; try again.')).toBeTruthy();
    expect(asked).toEqual([expect.stringContaining('/lists/contact.interactions?')]);
  });

  test('are asked for anew, together with their number, when their address has expired', async () => {
    let isExpired = true;
    const { client, asked } = askedClient({
      rows: (at) => {
        if (!isExpired) return Promise.resolve(answered(listAnswer(at, rows)));
        isExpired = false;
        return Promise.resolve(refused({ kind: 'viewExpired' }));
      },
    });
    await open({ client });
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(screen.queryByText('This panel could not be loaded')).toBeNull();
  });
});

describe('The timeline', () => {
  test('says who did what, folds repeats, and opens them', async () => {
    await open();
    expect(await screen.findByText('Audit prices')).toBeTruthy();
    const [fold] = await screen.findAllByRole('button', { name: '2 times' });
    expect(fold!.getAttribute('aria-expanded')).toBe('false');
    const before = document.querySelectorAll('time').length;
    await press(fold!);
    expect(document.querySelectorAll('time')).toHaveLength(before + 1);
  });

  test('tells in one line what was sent and delivered; the day counts both', async () => {
    await open();
    await screen.findByText('Audit prices');
    const today = screen.getByRole('heading', { name: /^Today/ });
    expect(today.textContent).toBe('Today, Monday 23 November6');
    const said = [...document.querySelectorAll('time')].map((time) => time.previousElementSibling?.textContent);
    const email = 'rin_marketingemail 1';
    expect(said.slice(1, 4)).toEqual([
      `Clicked Book a pump audit in ${email}`,
      `Opened ${email}, 2 times`,
      `Sent and delivered: ${email}`,
    ]);
  });

  test('is filtered by a kind, and tells how many are left', async () => {
    await open();
    await press(await screen.findByRole('button', { name: 'Web 3' }));
    await waitFor(() => expect(screen.queryByText('Submitted')).toBeNull());
    expect(screen.getByText('Audit prices')).toBeTruthy();
    expect(screen.getByText('3 interactions')).toBeTruthy();
  });

  test('is filtered by a day of the strip, by keyboard too', async () => {
    await open();
    const day = screen.getByRole('button', { name: '21 November, 2 interactions' });
    fireEvent.keyDown(day, { key: 'Enter' });
    await settled();
    await waitFor(() => expect(screen.queryByText('Audit prices')).toBeNull());
    expect(day.getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText('Saturday 21 November')).toBeTruthy();
    await press(day);
    expect(await screen.findByText('Audit prices')).toBeTruthy();
  });

  test('marks a delivery that bounced later', async () => {
    await open();
    await press(screen.getByRole('button', { name: '13 November, 2 interactions' }));
    expect(await screen.findByText(/bounced later/)).toBeTruthy();
  });
});

describe('In place of the whole tab', () => {
  test.each<[ClientError, string, string]>([
    [
      { kind: 'noRight' },
      'You cannot see this contact’s interactions',
      'Ask the owner or your administrator for read access.',
    ],
    [
      { kind: 'roleMissing' },
      'You cannot see this contact’s interactions',
      'Ask your administrator for the right to read insights.',
    ],
    [{ kind: 'signInNeeded' }, 'Sign-in is needed', 'Numbers are shown to signed-in users only.'],
    [
      { kind: 'notConfigured' },
      'Insights is not set up here yet',
      'An administrator has to name the service and the sign-in. The admin guide says how.',
    ],
    [{ kind: 'unreachable' }, 'Insights could not be loaded', 'The service did not answer. Nothing is lost.'],
  ])('%o is told in plain words, with no number hinted', async (error, title, sentence) => {
    await open({ client: refusing(error) });
    expect(screen.getByText(title)).toBeTruthy();
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'Interactions' })).toBeNull();
  });

  test('Retry asks again, and the numbers come', async () => {
    let isDown = true;
    const client = fakeClient(rows, {
      insights: ({ category }) =>
        Promise.resolve(isDown ? refused({ kind: 'unreachable' }) : answered(insightsAnswer(category, rows))),
    });
    await open({ client });
    isDown = false;
    await press(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('group', { name: 'Interactions' })).toBeTruthy();
  });

  test('Sign in lets the user sign in, and the numbers come', async () => {
    const signedIn = jest.fn(() => Promise.resolve());
    const whole = fakeClient(rows);
    const catalogue: InsightsClient['catalogue'] = (signal) =>
      signedIn.mock.calls.length === 0 ? Promise.resolve(refused({ kind: 'signInNeeded' })) : whole.catalogue(signal);
    await open({ client: { ...whole, catalogue }, signIn: signedIn });
    await press(screen.getByRole('button', { name: 'Sign in' }));
    expect(signedIn).toHaveBeenCalledTimes(1);
    expect(await screen.findByRole('group', { name: 'Interactions' })).toBeTruthy();
  });

  test('a service away from the start says so, too', async () => {
    let isDown = true;
    const whole = fakeClient(rows);
    const catalogue: InsightsClient['catalogue'] = (signal) =>
      isDown ? Promise.resolve(refused({ kind: 'unreachable' })) : whole.catalogue(signal);
    await open({ client: { ...whole, catalogue } });
    expect(screen.getByText('Insights could not be loaded')).toBeTruthy();
    isDown = false;
    await press(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('group', { name: 'Interactions' })).toBeTruthy();
  });

  test('a problem of one answer fails the panels and leaves filter and categories to use', async () => {
    await open({ client: refusing({ kind: 'problem', title: 'Too many requests', detail: '' }) });
    expect(screen.getAllByText('Too many requests. Your filter is kept.')).toHaveLength(2);
    expect(screen.getByRole('navigation')).toBeTruthy();
  });
});
