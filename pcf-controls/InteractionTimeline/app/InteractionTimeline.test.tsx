import * as React from 'react';
import { act, render, screen, within } from '@testing-library/react';
import type { ListRow } from '@record-insights/domain';
import { webApi } from '../../InsightsTab/testing/fakeCrm';
import { contactId, oneContact, testNow } from '../../InsightsTab/testing/fakeService';
import { press, settled } from '../../InsightsTab/testing/pressing';
import { aRow, emails, someRows } from '../../InsightsTab/testing/rows';
import { answered, refused, type ClientError } from '../../shared/answer';
import { registerDrawings } from '../../shared/icons/registerDrawings';
import { themeOf } from '../../shared/theme';
import { cardAnswer, cardClient, texts } from '../testing/fakeCard';
import { InteractionTimeline, type InteractionTimelineProps } from './InteractionTimeline';

const rows = someRows();

function draw(changes: Partial<InteractionTimelineProps> = {}): InteractionTimelineProps {
  registerDrawings();
  const props: InteractionTimelineProps = {
    recordId: contactId,
    table: 'contact',
    locale: 'en-GB',
    theme: themeOf({}),
    width: 360,
    clientUrl: 'https://crm.example',
    texts,
    client: cardClient(rows),
    webApi,
    openRecord: jest.fn(),
    signIn: () => Promise.resolve(),
    openInsights: jest.fn(),
    now: () => testNow,
    ...changes,
  };
  render(<InteractionTimeline {...props} />);
  return props;
}

async function open(changes: Partial<InteractionTimelineProps> = {}): Promise<InteractionTimelineProps> {
  const props = draw(changes);
  await settled();
  await settled();
  return props;
}

const card = (): HTMLElement => screen.getByRole('region', { name: 'Marketing interactions' });
const lines = (): readonly (string | null)[] =>
  within(card())
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
const withRows = (...some: readonly ListRow[]): Partial<InteractionTimelineProps> => ({ client: cardClient(some) });
const refusing = (error: ClientError): Partial<InteractionTimelineProps> => ({
  client: cardClient(rows, { insights: () => Promise.resolve(refused(error)) }),
});

describe('The card', () => {
  test('says how many in four weeks and how many before, and draws twelve weeks', async () => {
    await open();
    const { weeks, headline } = cardAnswer(rows).panels[0] as Extract<
      ReturnType<typeof cardAnswer>['panels'][number],
      { kind: 'weeks' }
    >;
    expect(within(card()).getByText(String(headline.count))).toBeTruthy();
    expect(within(card()).getByText(`in 4 weeks, was ${headline.previous ?? ''}`)).toBeTruthy();
    const chart = within(card()).getByRole('img');
    expect(chart.getAttribute('aria-label')).toBe(
      `30 interactions in 12 weeks, most in 17 – 23 Nov: 13. Oldest first: ${weeks.map(({ count }) => count).join(', ')}`,
    );
    expect(chart.querySelectorAll('rect')).toHaveLength(12);
    expect(chart.querySelector('rect:last-of-type title')?.textContent).toBe('17 – 23 Nov: 13 interactions');
  });

  test('tells the last five things, what each was about, and how long ago', async () => {
    await open();
    expect(lines()).toEqual([
      'Visited Audit pricesrin_website 15 h ago',
      'Clicked Book a pump auditrin_marketingemail 15 h ago',
      'Opened rin_marketingemail 12 times5 h ago',
      'Sent and delivered: rin_marketingemail 16 h ago',
      'Submitted rin_marketingform 11 d ago',
    ]);
    const [exact] = within(card()).getAllByTitle('23 Nov 2026, 08:15');
    expect(exact?.tagName).toBe('TIME');
  });

  test('says who first where the registry names a column for it', async () => {
    const who = { ...oneContact, recordTypes: oneContact.recordTypes.map(withWho) };
    await open({ client: cardClient(rows, { catalogue: () => Promise.resolve(answered(who)) }) });
    expect(lines()[1]).toBe('rin_marketingemail 1Clicked Book a pump audit · rin_marketingemail 15 h ago');
  });

  test('says that it was somebody whom the user cannot open, where the service does not tell who', async () => {
    const who = { ...oneContact, recordTypes: oneContact.recordTypes.map(withWho) };
    const hidden = rows.map((row) => ({ ...row, fields: {}, hidden: true as const }));
    await open({ client: cardClient(hidden, { catalogue: () => Promise.resolve(answered(who)) }) });
    const [first] = screen.getAllByRole('listitem');
    expect(first?.textContent).toContain('A contact you cannot open');
  });

  test('says what happened in the words that the service has for it', async () => {
    const german = { ...oneContact, texts: { Submitted: 'Übermittelt' } };
    const visit = { ...aRow('FormSubmitted', '2026-11-22T10:00', {}), fields: {} };
    await open({ client: cardClient([visit], { catalogue: () => Promise.resolve(answered(german)) }) });
    expect(lines()).toEqual(['Übermittelt 1 d ago']);
  });

  test('says nobody where the rows are of the one whom the record is about', async () => {
    const who = { ...oneContact, recordTypes: oneContact.recordTypes.map(withWho) };
    const visit = { ...aRow('FormSubmitted', '2026-11-22T10:00', {}), fields: {} };
    await open({ client: cardClient([visit], { catalogue: () => Promise.resolve(answered(who)) }) });
    expect(lines()).toEqual(['Submitted 1 d ago']);
  });

  test('names nothing that the user cannot open', async () => {
    await open(withRows(aRow('EmailOpened', '2026-11-22T10:00', { MessageId: emails.webinar })));
    expect(lines()).toEqual(['Opened An email you cannot open1 d ago']);
  });

  test('marks a delivery that was taken back', async () => {
    await open(withRows(aRow('EmailDelivered', '2026-11-22T10:00', {}, { takenBack: true })));
    expect(lines()).toEqual([`Delivered rin_marketingemail 1${texts.say('takenBack')}1 d ago`]);
  });

  test('opens records and the Insights tab', async () => {
    const { openRecord, openInsights } = await open();
    await press(within(card()).getByRole('link', { name: 'rin_website 1' }));
    expect(openRecord).toHaveBeenCalledWith('rin_website', 'dddddddd-0000-4000-8000-000000000001');
    await press(within(card()).getByRole('button', { name: 'Open Insights' }));
    expect(openInsights).toHaveBeenCalledTimes(1);
  });

  test('offers no way to a tab that the form has not', async () => {
    await open({ openInsights: undefined });
    expect(within(card()).queryByRole('button')).toBeNull();
    expect(lines()).toHaveLength(5);
  });

  test('goes on with the time', async () => {
    jest.useFakeTimers();
    let now = testNow;
    draw({ now: () => now });
    for (let n = 0; n < 4; n += 1) await act(() => jest.advanceTimersByTimeAsync(5));
    expect(lines()[0]).toContain('5 h ago');
    now += 2 * 3_600_000;
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(lines()[0]).toContain('7 h ago');
    jest.useRealTimers();
  });
});

describe('The card without numbers', () => {
  test('says so while they are on their way', async () => {
    draw();
    expect(card().querySelector('[aria-busy="true"]')).toBeTruthy();
    await settled();
  });

  test('counts 0 and says that there is nothing yet', async () => {
    await open(withRows());
    expect(within(card()).getByText('0')).toBeTruthy();
    expect(within(card()).getByRole('img', { name: 'Nothing in 12 weeks' })).toBeTruthy();
    expect(within(card()).getByText('No data is available')).toBeTruthy();
  });

  test.each([
    [{ kind: 'notConfigured' } as const, 'Insights is not set up here yet', 'Retry'],
    [{ kind: 'signInNeeded' } as const, 'Sign-in is needed', 'Sign in'],
    [{ kind: 'unreachable' } as const, 'Insights could not be loaded', 'Retry'],
    [{ kind: 'problem', title: 'Too busy', detail: '' } as const, 'This panel could not be loaded', 'Retry'],
  ])('says why, and tries again: %j', async (error, title, action) => {
    const insights = jest.fn(() => Promise.resolve(refused(error)));
    await open({ client: cardClient(rows, { insights }) });
    expect(within(card()).getByText(title)).toBeTruthy();
    insights.mockImplementation(() => Promise.resolve(answered(cardAnswer(rows))) as never);
    await press(within(card()).getByRole('button', { name: action }));
    await settled();
    expect(lines()).toHaveLength(5);
  });

  test('hints at nothing where the user may not read the record', async () => {
    await open(refusing({ kind: 'noRight' }));
    expect(within(card()).getByText('You cannot see this contact’s interactions')).toBeTruthy();
    expect(within(card()).queryByRole('img')).toBeNull();
  });

  test('keeps the number where only the rows did not come', async () => {
    const failing = jest.fn(() => Promise.resolve(refused({ kind: 'problem', title: 'Too busy', detail: '' })));
    await open({ client: cardClient(rows, { rows: failing }) });
    expect(within(card()).getByText('in 4 weeks, was 0')).toBeTruthy();
    expect(within(card()).getByText('This panel could not be loaded')).toBeTruthy();
  });

  test('asks for all again when the rows are of numbers that are gone', async () => {
    const whole = cardClient(rows);
    const asked = jest.fn(whole.rows).mockResolvedValueOnce(refused({ kind: 'viewExpired' }));
    const insights = jest.fn(whole.insights);
    await open({ client: { ...whole, rows: asked, insights } });
    await settled();
    expect(insights).toHaveBeenCalledTimes(2);
  });

  test('waits for a record that is not saved yet, and asks nothing', async () => {
    const catalogue = jest.fn();
    await open({ recordId: '', client: cardClient(rows, { catalogue }) });
    expect(within(card()).getByText('Interactions show here once the record is saved.')).toBeTruthy();
    expect(catalogue).not.toHaveBeenCalled();
  });

  test('says where record types have no card', async () => {
    await open({ table: 'rin_website' });
    expect(within(card()).getByText(texts.say('noInsightsHere'))).toBeTruthy();
  });
});

/** The first part that lists, with a column that says who. */
function withWho(type: (typeof oneContact.recordTypes)[number]): (typeof oneContact.recordTypes)[number] {
  if (!type.card) return type;
  const panels = type.card.panels.map((panel) =>
    panel.kind === 'latest' ? { ...panel, who: 'email' as const } : panel,
  );
  return { ...type, card: { ...type.card, panels } };
}
