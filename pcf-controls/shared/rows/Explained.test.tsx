import * as React from 'react';
import { fireEvent, screen, within } from '@testing-library/react';
import { refused } from '../answer';
import { contactId, fakeClient } from '../../InsightsTab/testing/fakeService';
import { aHost, renderInHost } from '../../InsightsTab/testing/host';
import { someRows } from '../../InsightsTab/testing/rows';
import { Explained } from './Explained';

const address = (kpi: string): string => `/v1/records/contact/${contactId}/explain/contact.${kpi}`;
const numbersIn = (table: HTMLElement): readonly number[] =>
  within(table)
    .getAllByRole('cell')
    .map(({ textContent }) => Number(textContent.replace('− ', '-').replace(/,/g, '')));

test('the column of a number adds up: received, less what was left out, is the number', async () => {
  renderInHost(<Explained address={address('opensTotal')} />);
  const table = await screen.findByRole('table', { name: 'How Opened, total came about' });
  const numbers = numbersIn(table);
  expect(numbers.length).toBe(3);
  expect(numbers.slice(0, -1).reduce((sum, number) => sum + number, 0)).toBe(numbers.at(-1));
  expect(within(table).getByRole('row', { name: 'Test sends − 1' })).toBeTruthy();
});

test('a rate has a column for each of its parts', async () => {
  renderInHost(<Explained address={address('openRate')} />);
  expect(await screen.findByRole('table', { name: /Opened, unique/ })).toBeTruthy();
  expect(screen.getByRole('table', { name: /Delivered/ })).toBeTruthy();
});

test('what cannot be loaded says so and can be asked for again', async () => {
  const works = fakeClient(someRows());
  const explain = jest.fn(works.explain).mockResolvedValueOnce(refused({ kind: 'unreachable' }));
  renderInHost(<Explained address={address('sent')} />, aHost({ client: { ...works, explain } }));
  expect(await screen.findByText('What was left out could not be loaded.')).toBeTruthy();
  fireEvent.click(screen.getByText('Retry'));
  expect(await screen.findByRole('table')).toBeTruthy();
});
