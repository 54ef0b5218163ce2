import { screen, within } from '@testing-library/react';
import { answered } from '../../shared/answer';
import type { InsightsClient } from '../../shared/insightsClient';
import { insightsAnswer, oneContact } from '../testing/fakeService';
import { askedClient, openTab, tile } from '../testing/openTab';
import { press } from '../testing/pressing';
import { aRow } from '../testing/rows';

const machine = { verdict: 'machine', rule: 'linkSweep', rulesVersion: 1 } as const;
const rows = [
  aRow('EmailClicked', '2026-11-20T08:03', {}, { verdict: 'human', rule: 'visitAfterClick', rulesVersion: 1 }),
  aRow('EmailOpened', '2026-11-20T08:02', {}, { verdict: 'human', rule: 'clickAfterOpen', rulesVersion: 1 }),
  aRow('EmailOpened', '2026-11-19T08:02'),
  aRow('EmailOpened', '2026-11-18T08:02', {}, { ...machine, rule: 'applePrivacy' }),
  aRow('EmailClicked', '2026-11-18T08:01', {}, machine),
  aRow('EmailClicked', '2026-11-18T08:01', {}, machine),
];

/** Answers as the service would: under People without what machines did. */
const client = (own: Partial<InsightsClient> = {}): ReturnType<typeof askedClient> =>
  askedClient(rows, {
    insights: ({ category, verdict }) => {
      const counted = verdict === 'people' ? rows.filter((row) => row.verdict !== 'machine') : rows;
      const { leftOut } = insightsAnswer(category, rows);
      return Promise.resolve(answered(insightsAnswer(category, counted, { leftOut })));
    },
    ...own,
  });

async function openEmails(of: InsightsClient): Promise<void> {
  await openTab({ client: of });
  await press(screen.getByText('Email interactions'));
}

const whose = (): HTMLElement => screen.getByRole('group', { name: 'Whose opens and clicks' });
const isChosen = (name: string): string | null =>
  within(whose()).getByRole('button', { name }).getAttribute('aria-pressed');

beforeEach(() => window.localStorage.clear());

test('the tab opens with everybody’s opens and clicks, and says how many machines made', async () => {
  const { client: of, asked } = client();
  await openEmails(of);
  expect(asked.map(({ verdict }) => verdict)).toEqual([undefined, undefined]);
  expect([isChosen('All'), isChosen('People')]).toEqual(['true', 'false']);
  expect(tile('Clicked, total').textContent).toBe('3');
  expect(screen.getByText('1 open, 2 clicks by machines')).toBeTruthy();
});

test('People asks for people’s numbers, keeps that from category to category, and says what it leaves out', async () => {
  const { client: of, asked } = client();
  await openEmails(of);
  await press(within(whose()).getByRole('button', { name: 'People' }));
  expect(tile('Clicked, total').textContent).toBe('1');
  expect(screen.getByText('1 open, 2 clicks left out')).toBeTruthy();
  await press(screen.getByText('Overview'));
  expect(asked.slice(-2).map(({ category, verdict }) => [category, verdict])).toEqual([
    ['emailInteractions', 'people'],
    ['overview', 'people'],
  ]);
});

test('what is left out opens, with how many each rule found, and each row with its reason', async () => {
  await openEmails(client().client);
  await press(screen.getByText('1 open, 2 clicks by machines'));
  const panel = within(await screen.findByRole('dialog'));
  expect(panel.getByRole('heading', { name: 'Done by machines: 3' })).toBeTruthy();
  expect(panel.getByText('Amid three or more links within 10 seconds (clicks): 2')).toBeTruthy();
  expect(panel.getByText('Apple Mail Privacy Protection (opens): 1')).toBeTruthy();
  expect(await panel.findByText(/Machine: Apple Mail Privacy Protection/)).toBeTruthy();
});

test('opens show a range from what is surely people’s to all, other numbers do not', async () => {
  await openEmails(client().client);
  expect(document.querySelector('[data-kpi="contact.opensTotal"]')?.textContent).toContain('1 – 3');
  expect(tile('Opened, total').getAttribute('aria-label')).toContain('surely people’s to all: 1 – 3');
  expect(document.querySelector('[data-kpi="contact.clicksTotal"]')?.textContent).not.toContain(' – ');
  expect(document.querySelector('[data-kpi="contact.opensUnique"]')?.textContent).not.toContain(' – ');
});

test('a tab whose record type is not judged has no switch', async () => {
  const catalogue = { ...oneContact, recordTypes: oneContact.recordTypes.map((type) => ({ ...type, filters: [] })) };
  await openEmails(client({ catalogue: () => Promise.resolve(answered(catalogue)) }).client);
  expect(screen.queryByRole('group', { name: 'Whose opens and clicks' })).toBeNull();
});
