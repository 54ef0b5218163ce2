import * as React from 'react';
import { act, fireEvent, screen, within } from '@testing-library/react';
import {
  insights,
  kinds,
  kpiOf,
  type HeadlineAnswer,
  type InsightsAnswer,
  type ListRow,
  type PanelDef,
} from '@record-insights/domain';
import { mapLoad, type Load } from '../../shared/load';
import type { Host } from '../app/host';
import { insightsAnswer, listAnswer, panelsUnder } from '../testing/fakeService';
import { aHost, format, renderInHost } from '../testing/host';
import { settled } from '../testing/pressing';
import { texts } from '../testing/resx';
import { someRows } from '../testing/rows';
import { recordTypeOfColumn } from '../../shared/ui/RowsTable';
import { shownValue } from './delta';
import { headlineInWords, type HeadlineWords } from './headlineInWords';
import type { AnswerOf, PanelOf } from './panelProps';
import { renderers } from './renderers';

const panels = (insights.contact?.categories ?? []).flatMap(({ id }) =>
  panelsUnder(id).map((panel): readonly [string, string, PanelDef] => [panel.title ?? panel.id, id, panel]),
);
/** Of panels that are empty whatever the period. */
const emptySentences: Readonly<Partial<Record<PanelDef['kind'], string>>> = {
  people: 'No contact belongs to this account',
  onNow: 'No interaction says that this contact is on a list.',
  leadProgress: 'No stage and no score of this lead is known yet.',
  leadScores: 'No scoring model has scored this lead.',
};

const ready = (category: string, rows: readonly ListRow[]): Load<InsightsAnswer> => ({
  state: 'ready',
  data: insightsAnswer(category, rows),
});
const loading: Load<InsightsAnswer> = { state: 'loading' };
const failed: Load<InsightsAnswer> = {
  state: 'failed',
  error: { kind: 'problem', title: 'The store is away', detail: '' },
};

function show<K extends PanelDef['kind']>(panel: PanelOf<K>, load: Load<InsightsAnswer>, host: Host = aHost()) {
  const { Panel } = renderers[panel.kind];
  const isIts = (answer: InsightsAnswer['panels'][number]): answer is AnswerOf<K> => answer.id === panel.id;
  const onRetry = jest.fn();
  const own = mapLoad(load, ({ panels: answers }) => answers.find(isIts));
  renderInHost(<Panel panel={panel} load={own} onRetry={onRetry} />, host);
  return { onRetry, host };
}

const tilesOf = (panel: PanelDef): number => (panel.kind === 'kpiTiles' ? panel.kpis.length : 0);
const tooltipOf = (panel: PanelDef): string =>
  panel.kind === 'kpiTiles' ? panel.kpis.map((id) => kpiOf(id).tooltip).at(0)! : panel.tooltip;

afterEach(() => {
  jest.useRealTimers();
});

describe.each(panels)('Panel %s of %s', (title, category, panel) => {
  test('keeps its place while it loads, and says so when that takes longer than a moment', () => {
    jest.useFakeTimers();
    show(panel, loading);
    expect(screen.queryByRole('status', { name: 'Loading' })).toBeNull();
    act(() => {
      jest.advanceTimersByTime(200);
    });
    expect(screen.getAllByRole('status', { name: 'Loading' })).toHaveLength(tilesOf(panel) || 1);
    expect(screen.queryByText('No data is available')).toBeNull();
    const role = panel.kind === 'headline' ? 'group' : 'heading';
    if (panel.title !== undefined) expect(screen.getByRole(role, { name: title })).toBeTruthy();
  });

  test('shows what there is', async () => {
    const answer = insightsAnswer(category, someRows());
    show(panel, { state: 'ready', data: answer });
    await settled();
    expect(screen.queryByText(/No data is available|could not be loaded|Not loaded/)).toBeNull();
    for (const text of textsExpected(answer, panel)) expect(document.body.textContent).toContain(text);
  });

  test('keeps the numbers before, dimmed, while others are on their way', async () => {
    const before = insightsAnswer(category, someRows());
    show(panel, { state: 'loading', before });
    await settled();
    for (const text of textsExpected(before, panel)) expect(document.body.textContent).toContain(text);
  });

  test('says that there is no data, with a way out; a number of nothing is 0 or has its reason', () => {
    const { host } = show(panel, ready(category, []));
    if (panel.kind === 'kpiTiles') {
      for (const id of panel.kpis) {
        const { title: name, empty } = kpiOf(id);
        const tile = within(screen.getByRole('group', { name }));
        if (empty.shows === 'zero') expect(tile.getByText('0')).toBeTruthy();
        else for (const text of ['–', empty.because]) expect(tile.getByText(text)).toBeTruthy();
      }
      return;
    }
    if (panel.kind === 'headline') {
      const { note } = wordsOf(category, panel, []);
      for (const text of ['–', note]) expect(screen.getByText(text)).toBeTruthy();
      return;
    }
    expect(screen.getByText('No data is available')).toBeTruthy();
    const sentence = emptySentences[panel.kind];
    if (sentence !== undefined) {
      expect(screen.getByText(sentence)).toBeTruthy();
      return;
    }
    expect(screen.getByText('Nothing between 25 Oct and 23 Nov 2026.')).toBeTruthy();
    fireEvent.click(screen.getByText('Show the last 12 months'));
    expect(host.choosePreset).toHaveBeenCalledWith('months12');
  });

  test('says why it failed and asks again on Retry', () => {
    const { onRetry } = show(panel, failed);
    const retries = screen.getAllByText('Retry');
    expect(retries).toHaveLength(tilesOf(panel) || 1);
    const why =
      panel.kind === 'kpiTiles' || panel.kind === 'headline' ? 'Not loaded' : 'The store is away. Your filter is kept.';
    expect(screen.getAllByText(why).length).toBeGreaterThan(0);
    fireEvent.click(retries[0]!);
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  test('explains itself by keyboard: focus opens the tip, Esc closes it and keeps the focus', async () => {
    show(panel, ready(category, someRows()));
    await settled();
    const [icon] = screen.getAllByRole('button', { name: /^About / });
    act(() => icon!.focus());
    const tip = screen.getByRole('dialog');
    expect(tip.textContent).toContain(tooltipOf(panel));
    fireEvent.keyDown(icon!, { key: 'Escape' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(icon);
  });
});

describe.each(panels.filter(([, , { kind }]) => kind === 'breakdown' || kind === 'byDay'))(
  'The chart of %s',
  (title, category, panel) => {
    test('has a table with the same numbers, sorted anew by its heads', () => {
      const answer = insightsAnswer(category, someRows().slice(0, 13));
      show(panel, { state: 'ready', data: answer });
      fireEvent.click(screen.getByRole('button', { name: 'Table' }));
      const table = screen.getByRole('grid', { name: title });
      expect(numbersIn(table)).toEqual(expectedNumbers(answer, panel.id));
      const [first] = within(table).getAllByRole('columnheader');
      fireEvent.click(within(first!).getByRole('button'));
      expect(first!.getAttribute('aria-sort')).toBe(panel.kind === 'byDay' ? 'ascending' : 'descending');
      fireEvent.click(screen.getByRole('button', { name: 'Chart' }));
      expect(screen.queryByRole('grid')).toBeNull();
    });
  },
);

describe.each(panels.filter(([, , { kind }]) => ['byHour', 'reactionTimes', 'sendTimes'].includes(kind)))(
  'The grid of %s',
  (title, category, panel) => {
    const showGrid = (): readonly HTMLElement[] => {
      show(panel, ready(category, someRows()));
      return screen.getAllByRole('img', { name: /^\w+day \d\d:00, / });
    };

    test('reads day, hour and value, is one tab stop, and shows what the focus is on', () => {
      const hours = showGrid();
      const names = hours.map((hour) => hour.getAttribute('aria-label'));
      expect(new Set(names).size).toBe(hours.length);
      expect(hours.filter((hour) => hour.getAttribute('tabindex') === '0')).toHaveLength(1);
      act(() => hours[0]!.focus());
      expect(screen.getByText(names[0]!)).toBeTruthy();
    });

    test('has a table with the same hours, sorted anew by its heads', () => {
      const hours = showGrid();
      fireEvent.click(screen.getByRole('button', { name: 'Table' }));
      const table = screen.getByRole('grid', { name: title });
      expect(within(table).getAllByRole('row')).toHaveLength(hours.length + 1);
      const [first, second] = within(table).getAllByRole('columnheader');
      expect(second!.getAttribute('aria-sort')).toBe('descending');
      fireEvent.click(within(first!).getByRole('button'));
      expect(first!.getAttribute('aria-sort')).toBe('descending');
      fireEvent.click(screen.getByRole('button', { name: 'Chart' }));
      expect(screen.queryByRole('grid')).toBeNull();
    });
  },
);

const saidBy = (headline: HeadlineAnswer): readonly string[] => {
  const { words, note } = headlineInWords(headline, texts, format);
  return [words, note];
};

/** What a tile of words says of these rows. */
function wordsOf(category: string, { id }: PanelDef, rows: readonly ListRow[]): HeadlineWords {
  const own = insightsAnswer(category, rows).panels.find((one) => one.id === id);
  if (own?.kind !== 'headline') throw new Error(`${id} says nothing in words.`);
  return headlineInWords(own.headline, texts, format);
}

/** Some of what a reader must find on a panel of these answers. */
function textsExpected(answer: InsightsAnswer, { id }: PanelDef): readonly string[] {
  const own = answer.panels.find((one) => one.id === id)!;
  switch (own.kind) {
    case 'kpiTiles':
      return own.kpis.flatMap((kpi) => [kpi.title, shownValue(kpi.value, kpi.unit, format)]);
    case 'timeline':
      return [`All ${own.total}`, ...own.kinds.map(({ kind, count }) => `${kinds[kind].title} ${count}`)];
    case 'breakdown':
      return own.parts.slice(0, 5).map(({ title, count }) => `${title}${count}`);
    case 'byDay':
      return own.series.map(({ title }) => title);
    case 'list':
      return firstCell(own.rows);
    case 'people':
      return own.people.map(({ count }) => String(count));
    case 'onNow':
      return own.lists.map(({ list }) => `subscriptionList ${list.slice(0, 4)}`);
    case 'leadProgress':
      return [
        '29 days old, created ',
        'Inquiry1 day',
        'Sales acceptance28 days',
        'Never reached–',
        'scoringModel 8f0c',
      ];
    case 'leadScores':
      return own.models.flatMap(({ model, score, grade }) => [
        `scoringModel ${model.slice(0, 4)}`,
        `${score}`,
        grade ?? '–',
      ]);
    case 'byHour':
      return ['Mon', 'Sun', '00', '21', ...own.hours.map(({ count }) => texts.count('times', count, String(count)))];
    case 'reactionTimes':
      return ['Mon', 'Sun', 'Days', 'Minutes'];
    case 'sendTimes':
      return ['Mon', 'Sun', 'Less likely', 'More likely', 'Not enough evidence'];
    case 'headline':
      return saidBy(own.headline);
    default:
      throw new Error(`${own.kind} is no panel of the tab.`);
  }
}

/** What the first row of a list begins with. */
function firstCell(address: string): readonly string[] {
  const { rows, columns } = listAnswer(address, someRows());
  const column = columns[0]!.id;
  const text = rows[0]?.fields[column];
  const record = recordTypeOfColumn(column);
  if (text === undefined) return [];
  return [record ? `${record} ${text.slice(0, 4)}` : text];
}

const numbersIn = (table: HTMLElement): readonly number[] =>
  within(table)
    .getAllByRole('gridcell')
    .map(({ textContent }) => Number(textContent))
    .filter((value) => !Number.isNaN(value));

/** All counts of a chart in the order of its table: largest or newest first. */
function expectedNumbers(answer: InsightsAnswer, id: string): readonly number[] {
  const own = answer.panels.find((one) => one.id === id)!;
  if (own.kind === 'breakdown') return own.parts.map(({ count }) => count);
  if (own.kind !== 'byDay') throw new Error(`${id} is no chart.`);
  const days = [...new Set(own.series.flatMap((one) => one.days.map(({ day }) => day)))].sort().reverse();
  return days.flatMap((day) => own.series.map((one) => one.days.find((other) => other.day === day)?.count ?? 0));
}
