import * as React from 'react';
import { act, fireEvent, screen, within } from '@testing-library/react';
import type { HeatMapAnswer, LinkAnswer } from '@record-insights/domain';
import { parse } from 'csv-parse/sync';
import type { Load } from '../../../shared/load';
import { saveFile } from '../../../shared/saveFile';
import { channelPanels, heatMapAnswer } from '../../testing/fakeChannels';
import { aHost, renderInHost } from '../../testing/host';
import { noLinks } from '../../testing/messages';
import { choose, press } from '../../testing/pressing';
import { cellsOf } from '../../testing/tables';
import { HeatMapPanel } from './HeatMapPanel';

jest.mock('../../../shared/saveFile');
afterEach(() => jest.mocked(saveFile).mockReset());

const { heatMap: panel } = channelPanels;

function show(load: Load<HeatMapAnswer>) {
  const host = aHost();
  const onRetry = jest.fn();
  renderInHost(<HeatMapPanel panel={panel} load={load} onRetry={onRetry} />, host);
  return { host, onRetry };
}
const showReady = (changes: Partial<HeatMapAnswer> = {}) =>
  show({ state: 'ready', data: { ...heatMapAnswer, ...changes } });

const table = (): HTMLElement => screen.getByRole('grid', { name: 'All links' });
const rows = (): ReturnType<typeof cellsOf> => cellsOf(table());
/** What is in a file; this DOM's files cannot say it by themselves. */
const textOf = (content: Blob): Promise<string> =>
  new Promise((told) => {
    const reader = new FileReader();
    reader.onload = () => told(reader.result as string);
    reader.readAsText(content);
  });
const card = (name: string): HTMLElement => screen.getByRole('region', { name });

describe('The heat map of a message', () => {
  test('lists all links: those clicked first, then those of the newest version that were not', () => {
    showReady();
    expect(rows().slice(0, 7)).toEqual([
      ['1', 'Book a pump audit', 'aquila-pumps.example/audit', '1,204', '988', '38.0%', '8.3%'],
      ['2', 'Seal kit 1', 'aquila-pumps.example/parts/kit-1?from=mail&n=1', '402', '371', '14.3%', '3.1%'],
      ['3', 'Seal kit 2', 'aquila-pumps.example/parts/kit-2?from=mail&n=2', '318', '296', '11.4%', '2.5%'],
      ['4', 'Read the story', 'aquila-pumps.example/stories/fjordmill', '131', '120', '4.6%', '1.0%'],
      ['5', 'Summer offer & more (older version)', 'aquila-pumps.example/offers/summer', '24', '23', '0.9%', '0.2%'],
      ['6', 'Preferences', '–', '9', '9', '0.3%', '0.1%'],
      ['–', 'Company page', 'aquila-pumps.example', '0', '0', '0.0%', '0.0%'],
    ]);
  });

  test('is sorted anew by the heads of its table', async () => {
    showReady();
    const head = screen.getByRole('columnheader', { name: /^Link name/ });
    await press(within(head).getByRole('button'));
    await press(within(head).getByRole('button'));
    expect(rows()[0]?.[1]).toBe('Book a pump audit');
    expect(rows()[1]?.[1]).toBe('Company page');
  });

  test('ranks by the number that colours, and says the most and the least', async () => {
    const [first, second, ...others] = heatMapAnswer.links;
    showReady({ links: [{ ...first!, unique: 5 }, second!, ...others] });
    expect(rows()[0]?.[0]).toBe('1');
    expect(card('Colour by').textContent).toContain('Most: 1,204Least: 9');
    await choose('Colour by', 'Unique clicks');
    expect(rows()[0]?.slice(0, 2)).toEqual(['6', 'Book a pump audit']);
    expect(card('Colour by').textContent).toContain('Most: 371Least: 5');
    await choose('Colour by', 'Link CTR');
    expect(card('Colour by').textContent).toContain('Most: 3.1%Least: 0.0%');
  });

  test('explains each of the four numbers', () => {
    showReady();
    const tips = ['Total clicks', 'Unique clicks', 'Click-through rate', 'Link CTR'].map((name) => {
      const icon = screen.getByRole('button', { name: `About ${name}` });
      act(() => icon.focus());
      const said = screen.getByRole('dialog').textContent;
      fireEvent.keyDown(icon, { key: 'Escape' });
      return said;
    });
    expect(new Set(tips).size).toBe(4);
    expect(tips[2]).toContain("Of the unique clicks of all links of the message, this link's share.");
    expect(tips[3]).toContain('Of the messages that were delivered');
  });

  test('tells the numbers of the most clicked link, and opens its clicks', async () => {
    const { host } = showReady();
    const link = within(card('1. Book a pump audit'));
    for (const text of ['1,204', '988', '38.0%', '8.3%', 'aquila-pumps.example/audit'])
      expect(link.getByText(text)).toBeTruthy();
    const who = link.getByRole('button', { name: 'Who clicked: 1,204 clicks' });
    await press(who);
    const opening = { kind: 'thing', panel: 'links', id: 'link of /audit', title: 'Book a pump audit' };
    expect(host.openRows).toHaveBeenLastCalledWith(opening, who);
    await press(within(table()).getByText('Book a pump audit'));
    expect(host.openRows).toHaveBeenCalledTimes(2);
  });

  test('has no answer for a rate of nothing', () => {
    showReady({ delivered: 0, uniqueClicks: 0 });
    expect(rows()[0]?.slice(-2)).toEqual(['–', '–']);
  });

  test('shows the message in a frame in which nothing may run, in the version that is chosen', async () => {
    showReady();
    const frame = (): Element => screen.getByTitle('The message as it looked');
    expect(frame().getAttribute('sandbox')).toBe('allow-same-origin');
    expect(frame().getAttribute('srcdoc')).toContain('Ready for frost, Marta?');
    expect(screen.getByRole('combobox', { name: 'Version' }).textContent).toContain('Version 2, from 15 Nov 2026');
    await choose('Version', 'Version 1');
    expect(frame().getAttribute('srcdoc')).toContain('Summer offer');
  });

  test('gives all links as a file: addresses whole, shares as parts of one, older ones marked', async () => {
    showReady();
    await press(screen.getByRole('button', { name: 'Download CSV of All links' }));
    const [file] = jest.mocked(saveFile).mock.calls[0] ?? [];
    expect(file?.name).toBe('links.csv');
    const [heads, first, ...others] = parse(await textOf(file!.content), { bom: true });
    expect(heads).toEqual([
      'Link name',
      'Address',
      'Version',
      'Total clicks',
      'Unique clicks',
      'Click-through rate',
      'Link CTR',
    ]);
    const [{ address }] = heatMapAnswer.links as [LinkAnswer];
    const { uniqueClicks, delivered } = heatMapAnswer;
    const shares = [988 / uniqueClicks, 988 / delivered].map(String);
    expect(first).toEqual(['Book a pump audit', address, '', '1204', '988', ...shares]);
    expect([first, ...others].map((cells) => cells?.[2]).filter((version) => version !== '')).toEqual([
      'older version',
    ]);
    expect(others).toHaveLength(heatMapAnswer.links.length - 1 + 11);
  });

  test('says that dates do not filter it', () => {
    showReady();
    expect(screen.getByText('Dates do not filter links: all time')).toBeTruthy();
  });
});

describe('Where the message is not known', () => {
  test('it says so, and the table stands alone, nothing marked as older', () => {
    showReady({ contents: [] });
    expect(screen.getByText('The message is not known here. Its links are listed below.')).toBeTruthy();
    expect(screen.queryByTitle('The message as it looked')).toBeNull();
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(rows()).toHaveLength(heatMapAnswer.links.length);
    expect(screen.queryByText(/older version/)).toBeNull();
  });

  test('the four numbers are explained all the same', () => {
    showReady({ contents: [] });
    act(() => screen.getByRole('button', { name: 'About All links' }).focus());
    const { textContent } = screen.getByRole('dialog');
    for (const name of ['Total clicks: ', 'Unique clicks: ', 'Click-through rate: ', 'Link CTR: '])
      expect(textContent).toContain(name);
  });

  test('and nothing was clicked, there is no data', () => {
    showReady({ contents: [], links: [] });
    expect(screen.getByText('No data is available')).toBeTruthy();
    expect(screen.queryByRole('grid')).toBeNull();
  });
});

test('a message without links shows all the same', () => {
  showReady({ contents: [{ version: 1, html: noLinks }], links: [] });
  expect(screen.getByTitle('The message as it looked')).toBeTruthy();
  expect(screen.getByText('The message has no link, and none was clicked.')).toBeTruthy();
});

test('a heat map that could not be loaded says why, and asks again', async () => {
  const { onRetry } = show({ state: 'failed', error: { kind: 'problem', title: 'The store is away', detail: '' } });
  expect(screen.getByText('The store is away. Your filter is kept.')).toBeTruthy();
  await press(screen.getByText('Retry'));
  expect(onRetry).toHaveBeenCalledTimes(1);
});

test('a heat map keeps its numbers, dimmed, while others are on their way', () => {
  show({ state: 'loading', before: heatMapAnswer });
  expect(rows()[0]?.[1]).toBe('Book a pump audit');
});
