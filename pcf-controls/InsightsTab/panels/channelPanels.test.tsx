import * as React from 'react';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { channelPanels, funnelAnswer, mapAnswer, resultsAnswer, valuesAnswer } from '../testing/fakeChannels';
import { aHost, renderInHost } from '../testing/host';
import { press, settled } from '../testing/pressing';
import { cellsOf } from '../testing/tables';
import { FunnelPanel } from './FunnelPanel';
import { MapPanel } from './map/MapPanel';
import { ResultsPanel } from './ResultsPanel';
import { ValuesPanel } from './ValuesPanel';

const { funnel, bars, table: valuesTable, map, results } = channelPanels;
const ready = <T,>(data: T) => ({ load: { state: 'ready', data } as const, onRetry: jest.fn() });
const namesOf = (role: string): readonly (string | null)[] =>
  screen.getAllByRole(role).map((one) => one.getAttribute('aria-label'));
const table = (): HTMLElement => screen.getByRole('grid');
const rowsOfTable = (): ReturnType<typeof cellsOf> => cellsOf(table());
const sortBy = (head: string): Promise<void> =>
  press(within(screen.getByRole('columnheader', { name: new RegExp(`^${head}`) })).getByRole('button'));

describe('A funnel', () => {
  test('tells of each step its number, and its share of the first and of the step before', () => {
    renderInHost(<FunnelPanel panel={funnel} {...ready(funnelAnswer())} />);
    const steps = within(screen.getByRole('list', { name: funnel.title })).getAllByRole('button');
    expect(steps.map((step) => step.getAttribute('aria-label'))).toEqual([
      'Sent, 11,903, Of the first: 100.0%, Of the step before: –',
      'Delivered, 11,842, Of the first: 99.5%, Of the step before: 99.5%',
      'Opened, unique, 4,891, Of the first: 41.1%, Of the step before: 41.3%',
      'Clicked, unique, 1,902, Of the first: 16.0%, Of the step before: 38.9%',
    ]);
  });

  test('opens the rows of a step, from bar and table', async () => {
    const host = aHost();
    renderInHost(<FunnelPanel panel={funnel} {...ready(funnelAnswer())} />, host);
    await press(screen.getByRole('button', { name: /^Delivered/ }));
    await press(screen.getByRole('button', { name: 'Table' }));
    await press(screen.getByText('Delivered'));
    const opening = { kind: 'kpi', panel: 'funnel', kpi: 'contact.delivered' };
    expect(jest.mocked(host.openRows).mock.calls.map(([one]) => one)).toEqual([opening, opening]);
  });

  test('has a table in the order of the steps, sorted anew by its heads', async () => {
    renderInHost(<FunnelPanel panel={funnel} {...ready(funnelAnswer([10, 5, null, 8]))} />);
    await press(screen.getByRole('button', { name: 'Table' }));
    expect(rowsOfTable()).toEqual([
      ['Sent', '10', '100.0%', '–'],
      ['Delivered', '5', '50.0%', '50.0%'],
      ['Opened, unique', '–', '–', '–'],
      ['Clicked, unique', '8', '80.0%', '–'],
    ]);
    await sortBy('Count');
    expect(rowsOfTable().map(([name]) => name)).toEqual(['Sent', 'Clicked, unique', 'Delivered', 'Opened, unique']);
  });

  test('of nothing says that there is no data', () => {
    renderInHost(<FunnelPanel panel={funnel} {...ready(funnelAnswer([0, 0, 0, 0]))} />);
    expect(screen.getByText('No data is available')).toBeTruthy();
  });
});

describe('Values as bars', () => {
  test('tell their numbers; those without rows of their own open nothing', async () => {
    const host = aHost();
    renderInHost(<ValuesPanel panel={bars} {...ready(valuesAnswer)} />, host);
    const all = screen.getAllByRole('listitem');
    expect(all.map(({ textContent }) => textContent)).toEqual([
      'fjordmill.example1,20048040.0%',
      'solheim.example80060075.0%',
      'Unknown300–',
    ]);
    expect(within(all[2]!).queryByRole('button')).toBeNull();
    const first = within(all[0]!).getByRole('button', {
      name: 'fjordmill.example, Delivered: 1,200, Opened, unique: 480, Open rate: 40.0%',
    });
    await press(first);
    expect(host.openRows).toHaveBeenCalledWith(
      { kind: 'thing', panel: 'domains', id: 'fjordmill.example', title: 'fjordmill.example' },
      first,
    );
  });

  test('say how many more there are', () => {
    renderInHost(<ValuesPanel panel={bars} {...ready(valuesAnswer)} />);
    expect(screen.getByText('and 7 more')).toBeTruthy();
  });

  test('say so where dates do not filter them', () => {
    renderInHost(<ValuesPanel panel={{ ...bars, anyTime: true }} {...ready(valuesAnswer)} />);
    expect(screen.getByText('All time; dates do not filter it')).toBeTruthy();
  });

  test('of all time do not blame the period when there is nothing', () => {
    renderInHost(
      <ValuesPanel panel={{ ...bars, anyTime: true }} {...ready({ ...valuesAnswer, values: [], more: 0 })} />,
    );
    expect(screen.getByText('Nothing so far. Dates do not filter this.')).toBeTruthy();
    expect(screen.queryByText(/^Nothing between/)).toBeNull();
  });

  test('have a table beside them', async () => {
    renderInHost(<ValuesPanel panel={bars} {...ready(valuesAnswer)} />);
    await press(screen.getByRole('button', { name: 'Table' }));
    expect(rowsOfTable()).toHaveLength(3);
  });
});

describe('Values as a table', () => {
  const show = () => renderInHost(<ValuesPanel panel={valuesTable} {...ready({ ...valuesAnswer, more: 0 })} />);

  test('stand under all heads, no answer as a dash, sorted anew by each', async () => {
    show();
    expect(screen.queryByRole('button', { name: 'Chart' })).toBeNull();
    expect(screen.queryByText(/more$/)).toBeNull();
    expect(rowsOfTable()).toEqual([
      ['fjordmill.example', '1,200', '480', '40.0%'],
      ['solheim.example', '800', '600', '75.0%'],
      ['Unknown', '30', '0', '–'],
    ]);
    await sortBy('Open rate');
    expect(rowsOfTable().map(([name]) => name)).toEqual(['solheim.example', 'fjordmill.example', 'Unknown']);
    await sortBy('Open rate');
    expect(rowsOfTable().map(([name]) => name)).toEqual(['Unknown', 'fjordmill.example', 'solheim.example']);
  });

  test('say in the tip what each column counts', () => {
    show();
    act(() => screen.getByRole('button', { name: 'About By domain' }).focus());
    expect(screen.getByRole('dialog').textContent).toContain('Open rate: The share opened.');
  });
});

describe('A map', () => {
  const show = (answer = mapAnswer) => renderInHost(<MapPanel panel={map} {...ready(answer)} />);

  test('names each country with numbers, the most first, and shows what the focus is on', () => {
    show();
    expect(namesOf('img')).toEqual([
      'Norway, 3,208, 65.6%',
      'Sweden, 902, 18.4%',
      'Denmark, 511, 10.4%',
      'Singapore, 12, 0.2%',
    ]);
    const marks = screen.getAllByRole('img');
    expect(marks.filter((mark) => mark.getAttribute('tabindex') === '0')).toHaveLength(1);
    act(() => marks[0]!.focus());
    expect(screen.getByText('Norway, 3,208, 65.6%')).toBeTruthy();
  });

  test('draws a country that is too small as a disc', () => {
    show();
    const [norway, , , singapore] = screen.getAllByRole('img');
    expect(norway!.querySelector('path')).not.toBeNull();
    expect(singapore!.querySelector('circle')).not.toBeNull();
  });

  test('has a legend, with those of whom no country is known', () => {
    show();
    for (const text of ['12', '511', '902', '3,208', 'Unknown: 258']) expect(screen.getByText(text)).toBeTruthy();
  });

  test('says in a sentence what it shows', () => {
    show();
    expect(screen.getByRole('group', { name: '4,891, 4 countries. Most: Norway, 3,208.' })).toBeTruthy();
  });

  test('of people of whom no country is known shows their number', () => {
    show({ ...mapAnswer, countries: [], total: 258 });
    expect(screen.getByText('Unknown: 258')).toBeTruthy();
    expect(screen.getByRole('group', { name: 'No country is known.' })).toBeTruthy();
  });

  test('has a table with the same countries and the unknown, which add up to 100%', async () => {
    show();
    await press(screen.getByRole('button', { name: 'Table' }));
    expect(rowsOfTable()).toEqual([
      ['Norway', '3,208', '65.6%'],
      ['Sweden', '902', '18.4%'],
      ['Denmark', '511', '10.4%'],
      ['Unknown', '258', '5.3%'],
      ['Singapore', '12', '0.2%'],
    ]);
  });
});

describe('Results', () => {
  const show = async (): Promise<void> => {
    renderInHost(<ResultsPanel panel={results} {...ready(resultsAnswer)} />);
    await settled();
  };
  const item = (name: string): HTMLElement => screen.getByRole('treeitem', { name });
  const push = async (key: string): Promise<void> => {
    fireEvent.keyDown(document.activeElement!, { key });
    await settled();
  };

  test('stand in a tree with their counts, those of nothing too', async () => {
    await show();
    expect(namesOf('treeitem')).toEqual(['Delivered: 5', 'Bounced: 3', 'Hard: 2', 'Soft: 1', 'Blocked: 0']);
    expect(item('Hard: 2').getAttribute('aria-level')).toBe('2');
    expect(item('Hard: 2').getAttribute('aria-expanded')).toBe('false');
    expect(item('Soft: 1').hasAttribute('aria-expanded')).toBe(false);
  });

  test('show the list of the chosen one', async () => {
    await show();
    expect(item('Delivered: 5').getAttribute('aria-selected')).toBe('true');
    expect(screen.getByRole('grid', { name: 'Delivered' })).toBeTruthy();
    await press(item('Soft: 1'));
    expect(screen.getByRole('grid', { name: 'Soft' })).toBeTruthy();
    expect(screen.queryByRole('grid', { name: 'Delivered' })).toBeNull();
  });

  test('are one tab stop, and gone through, opened and chosen by keys', async () => {
    await show();
    const stops = screen.getAllByRole('treeitem').filter((one) => one.getAttribute('tabindex') === '0');
    expect(stops).toEqual([item('Delivered: 5')]);
    act(() => stops[0]!.focus());
    await push('ArrowDown');
    await push('ArrowDown');
    expect(document.activeElement).toBe(item('Hard: 2'));
    await push('ArrowRight');
    await push('ArrowRight');
    expect(document.activeElement).toBe(item('No such mailbox: 2'));
    await push('Enter');
    expect(item('No such mailbox: 2').getAttribute('aria-selected')).toBe('true');
    await push('ArrowLeft');
    await push('ArrowLeft');
    expect(screen.queryByRole('treeitem', { name: /No such mailbox/ })).toBeNull();
    expect(screen.getByRole('grid', { name: 'No such mailbox' })).toBeTruthy();
    await push('Home');
    expect(document.activeElement).toBe(item('Delivered: 5'));
  });
});
