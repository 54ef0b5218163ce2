import { act, fireEvent, screen } from '@testing-library/react';
import { answered } from '../../shared/answer';
import { contactId, fakeClient, insightsAnswer } from '../testing/fakeService';
import { askedClient, openTab, tile } from '../testing/openTab';
import { press } from '../testing/pressing';
import { someRows } from '../testing/rows';

const rows = someRows();

beforeEach(() => window.localStorage.clear());

describe('The Insights tab', () => {
  test('opens on the first category with the service’s own default period', async () => {
    const { client, asked } = askedClient(rows);
    await openTab({ client });
    expect(screen.getByRole('heading', { name: 'Overview' })).toBeTruthy();
    expect(asked).toEqual([{ recordType: 'contact', recordId: contactId, category: 'overview' }]);
    expect(screen.getByRole('button', { name: '30 days' }).getAttribute('aria-pressed')).toBe('true');
    expect(tile('Interactions').textContent).toBe(String(rows.length));
  });

  test('says in one line what is counted, in which zone, and what it is compared with', async () => {
    await openTab();
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
    await openTab({ client });
    expect(screen.getByText(note)).toBeTruthy();
  });

  test('names nothing to compare with when the period before lies outside what is shown', async () => {
    const client = fakeClient(rows, {
      insights: ({ category }) =>
        Promise.resolve(answered(insightsAnswer(category, rows, { shownFrom: '2026-10-01' }))),
    });
    await openTab({ client });
    expect(screen.queryByText(/^Compared with/)).toBeNull();
  });

  test('shows another category when it is chosen, with the period kept', async () => {
    const { client, asked } = askedClient(rows);
    await openTab({ client });
    await press(screen.getByRole('button', { name: '7 days' }));
    await press(screen.getByRole('button', { name: 'Email interactions' }));
    await screen.findByRole('heading', { name: 'Delivery' });
    expect(screen.getByRole('button', { name: 'Email interactions' }).getAttribute('aria-current')).toBe('page');
    expect(asked.at(-1)).toMatchObject({ category: 'emailInteractions', from: '2026-11-17', to: '2026-11-23' });
  });

  test('a category that 30 days tell too little of shows its own period until one is chosen', async () => {
    const { client, asked } = askedClient(rows);
    await openTab({ client });
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
    const { client, asked } = askedClient(rows);
    await openTab({ client });
    await press(screen.getByRole('button', { name }));
    expect(asked.at(-1)).toMatchObject({ from, to: '2026-11-23' });
    expect(screen.getByRole('button', { name }).getAttribute('aria-pressed')).toBe('true');
  });

  test('unmarks the preset when a date is chosen by hand', async () => {
    const { client, asked } = askedClient(rows);
    await openTab({ client });
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
    await openTab({ client });
    await press(screen.getByRole('button', { name: '90 days' }));
    expect(tile('Interactions').closest('[aria-busy="true"]')).toBeTruthy();
    await act(async () => {
      answer();
      await Promise.resolve();
    });
    expect(tile('Interactions').closest('[aria-busy="true"]')).toBeNull();
  });

  test('remembers whether the categories are shown', async () => {
    const { unmount } = await openTab();
    expect(screen.getByRole('navigation')).toBeTruthy();
    await press(screen.getByRole('button', { name: 'Insight categories' }));
    expect(screen.queryByRole('navigation')).toBeNull();
    unmount();
    await openTab();
    expect(screen.queryByRole('navigation')).toBeNull();
  });

  test('lays the categories over a narrow tab until one is chosen, or the tab is pressed elsewhere', async () => {
    await openTab({ width: 640 });
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
    await openTab({ width: 640 });
    expect(screen.queryByRole('button', { name: '7 days' })).toBeNull();
    await press(screen.getByRole('button', { name: /^Last 30 days: 25 Oct\s–\s23 Nov$/ }));
    expect(await screen.findByRole('button', { name: '7 days' })).toBeTruthy();
  });

  test('draws a record without interactions as zeros and no data', async () => {
    await openTab({ client: fakeClient([]) });
    expect(tile('Interactions').textContent).toBe('0');
    expect(screen.getAllByText('No data is available')).toHaveLength(2);
  });

  test('takes the form’s word for the kind of record before the table’s', async () => {
    await openTab({ table: 'rin_person', recordType: 'contact' });
    expect(screen.getByRole('heading', { name: 'Overview' })).toBeTruthy();
  });
});
