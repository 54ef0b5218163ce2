import { screen } from '@testing-library/react';
import { answered, refused, type ClientError } from '../../shared/answer';
import type { InsightsClient } from '../../shared/insightsClient';
import { fakeClient, insightsAnswer, oneContact } from '../testing/fakeService';
import { askedClient, openTab } from '../testing/openTab';
import { press } from '../testing/pressing';
import { someRows } from '../testing/rows';

const rows = someRows();
const refusing = (error: ClientError): InsightsClient =>
  fakeClient(rows, { insights: () => Promise.resolve(refused(error)) });

beforeEach(() => window.localStorage.clear());

describe('In place of the whole tab', () => {
  test('says so for a kind of record that has no insights', async () => {
    await openTab({ table: 'opportunity' });
    expect(screen.getByText('There are no insights for this kind of record.')).toBeTruthy();
    expect(screen.getByText('The service counts nothing for it yet.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('says the same where the registry has no category of it, and asks for no numbers', async () => {
    const [contact] = oneContact.recordTypes;
    const catalogue: InsightsClient['catalogue'] = () =>
      Promise.resolve(answered({ ...oneContact, recordTypes: [{ ...contact!, categories: [] }] }));
    const { client, asked } = askedClient(rows, { catalogue });
    await openTab({ client });
    expect(screen.getByText('There are no insights for this kind of record.')).toBeTruthy();
    expect(asked).toEqual([]);
  });

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
    await openTab({ client: refusing(error) });
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
    await openTab({ client });
    isDown = false;
    await press(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('group', { name: 'Interactions' })).toBeTruthy();
  });

  test('Sign in lets the user sign in, and the numbers come', async () => {
    const signedIn = jest.fn(() => Promise.resolve());
    const whole = fakeClient(rows);
    const catalogue: InsightsClient['catalogue'] = (signal) =>
      signedIn.mock.calls.length === 0 ? Promise.resolve(refused({ kind: 'signInNeeded' })) : whole.catalogue(signal);
    await openTab({ client: { ...whole, catalogue }, signIn: signedIn });
    await press(screen.getByRole('button', { name: 'Sign in' }));
    expect(signedIn).toHaveBeenCalledTimes(1);
    expect(await screen.findByRole('group', { name: 'Interactions' })).toBeTruthy();
  });

  test('a service away from the start says so, too', async () => {
    let isDown = true;
    const whole = fakeClient(rows);
    const catalogue: InsightsClient['catalogue'] = (signal) =>
      isDown ? Promise.resolve(refused({ kind: 'unreachable' })) : whole.catalogue(signal);
    await openTab({ client: { ...whole, catalogue } });
    expect(screen.getByText('Insights could not be loaded')).toBeTruthy();
    isDown = false;
    await press(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('group', { name: 'Interactions' })).toBeTruthy();
  });

  test('a problem of one answer fails the panels and leaves filter and categories to use', async () => {
    await openTab({ client: refusing({ kind: 'problem', title: 'Too many requests', detail: '' }) });
    expect(screen.getAllByText('Too many requests. Your filter is kept.')).toHaveLength(2);
    expect(screen.getByRole('navigation')).toBeTruthy();
  });
});
