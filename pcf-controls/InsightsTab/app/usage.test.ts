import { fireEvent, screen } from '@testing-library/react';
import type { InsightsAnswer } from '@record-insights/domain';
import { answered } from '../../shared/answer';
import type { InsightsQuery } from '../../shared/insightsClient';
import type { WebApiPort } from '../../shared/recordNames';
import { insightsAnswer, oneContact } from '../testing/fakeService';
import { askedClient, openTab } from '../testing/openTab';
import { choose, press } from '../testing/pressing';
import { someRows } from '../testing/rows';

const [winter, summer] = ['aaaaaaaa-0000-4000-8000-00000000000a', 'aaaaaaaa-0000-4000-8000-00000000000b'];
const usages: InsightsAnswer['usages'] = [
  {
    journey: winter,
    iterations: [{ iteration: 'first', startsAt: '2026-11-01T23:30:00.000Z' }, { iteration: 'second' }],
    tiles: [{ tile: '01_0', name: 'Invite' }, { tile: '01_1' }],
  },
  { journey: summer, iterations: [{ iteration: 'only' }], tiles: [] },
];

/** A CRM that tells the name of one of the journeys. */
const webApi: WebApiPort = {
  retrieveMultipleRecords: (table) =>
    Promise.resolve({
      entities: table === 'rin_customerjourney' ? [{ rin_customerjourneyid: winter, rin_name: 'Winter check' }] : [],
    }),
};

/** Opens a tab that can be filtered by usage. */
async function open(changes: Partial<InsightsAnswer>, anyTime?: true): Promise<readonly InsightsQuery[]> {
  const rows = someRows();
  const recordTypes = oneContact.recordTypes.map((type) => ({
    ...type,
    filters: ['usage'] as const,
    categories: type.categories.map((one) => ({ ...one, ...(anyTime ? { anyTime } : {}) })),
  }));
  const { client, asked } = askedClient(rows, {
    insights: ({ category }) => Promise.resolve(answered(insightsAnswer(category, rows, changes))),
    catalogue: () => Promise.resolve(answered({ ...oneContact, recordTypes })),
  });
  await openTab({ client, webApi });
  return asked;
}

function optionsOf(chooser: string): readonly (string | null)[] {
  fireEvent.click(screen.getByRole('combobox', { name: chooser }));
  return screen.getAllByRole('option').map(({ textContent }) => textContent);
}
const usageOf = ({ journey, iteration, tile }: InsightsQuery) => ({ journey, iteration, tile });

beforeEach(() => window.localStorage.clear());

test('the journeys in which it was used are offered by name', async () => {
  await open({ usages });
  expect(optionsOf('Used in')).toEqual(['All journeys', 'Winter check', 'A journey you cannot open']);
});

test('below a journey stand its runs by their start and its tiles by their name, else by number', async () => {
  const asked = await open({ usages });
  expect(screen.queryByRole('combobox', { name: 'Run or tile' })).toBeNull();
  await choose('Used in', 'Winter check');
  expect(usageOf(asked.at(-1)!)).toEqual({ journey: winter });
  expect(optionsOf('Run or tile')).toEqual(['All runs and tiles', 'Run from 2 Nov 2026', 'Run 2', 'Invite', 'Tile 2']);
});

test('what is chosen is asked for, is kept from category to category, and can be taken back', async () => {
  const asked = await open({ usages });
  await choose('Used in', 'Winter check');
  await choose('Run or tile', 'Invite');
  expect(usageOf(asked.at(-1)!)).toEqual({ journey: winter, tile: '01_0' });
  await choose('Run or tile', 'Run 2');
  await press(screen.getByRole('button', { name: 'Email interactions' }));
  expect([asked.at(-1)?.category, usageOf(asked.at(-1)!)]).toEqual([
    'emailInteractions',
    { journey: winter, iteration: 'second' },
  ]);
  await choose('Used in', 'All journeys');
  expect(usageOf(asked.at(-1)!)).toEqual({});
});

test('one use only leaves nothing to choose', async () => {
  await open({ usages: usages.slice(1) });
  expect(screen.queryByRole('combobox', { name: 'Used in' })).toBeNull();
});

test('a journey with no choice of runs or tiles has none below it', async () => {
  await open({ usages });
  await choose('Used in', 'A journey you cannot open');
  expect(screen.queryByRole('combobox', { name: 'Run or tile' })).toBeNull();
});

test('a record that was never live says so instead of zeros', async () => {
  await open({ live: 'neverLive', noRows: true });
  expect(screen.getByText('Contact: never live')).toBeTruthy();
  expect(document.querySelector('[data-kpi]')).toBeNull();
});

test.each([
  ['of which there are rows all the same', { live: 'neverLive' }],
  ['that is live, or was once', { live: 'stopped', noRows: true }],
] as const)('a record %s shows its numbers', async (_which, changes) => {
  await open(changes);
  expect(screen.queryByText('Contact: never live')).toBeNull();
  expect(document.querySelector('[data-kpi]')).not.toBeNull();
});

test('a category that dates do not filter has no period to choose, and compares with none', async () => {
  await open({}, true);
  expect(screen.queryByRole('button', { name: '7 days' })).toBeNull();
  expect(screen.queryByText(/^Compared with/)).toBeNull();
});
