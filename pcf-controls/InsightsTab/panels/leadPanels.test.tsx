import * as React from 'react';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { ThroughLine } from '../app/ThroughLine';
import { contactId } from '../testing/fakeService';
import { leadProgressAnswer, leadScoresAnswer } from '../testing/fakeLead';
import { renderInHost } from '../testing/host';
import { settled } from '../testing/pressing';
import { someRows } from '../testing/rows';
import { LeadProgressPanel } from './LeadProgressPanel';
import { LeadScoresPanel } from './LeadScoresPanel';

const panel = { kind: 'leadProgress', id: 'progress', title: 'Progress', tooltip: 'How it grew.' } as const;
const progress = leadProgressAnswer('progress', someRows());

describe('The progress of a lead', () => {
  const show = async (): Promise<void> => {
    renderInHost(<LeadProgressPanel panel={panel} load={{ state: 'ready', data: progress }} onRetry={jest.fn()} />);
    await settled();
  };

  test('says its age and stage in words', async () => {
    await show();
    expect(document.body.textContent).toMatch(/29 days old, created .+\. In Sales acceptance for \d+ days\./);
  });

  test('names each stay and each score, and shows what the focus is on', async () => {
    await show();
    const marks = screen.getAllByRole('img');
    const stays = progress.stages.flatMap(({ stays: own }) => own).length;
    const scores = progress.scores.flatMap(({ points }) => points).length;
    expect(marks).toHaveLength(stays + scores);
    const names = marks.map((mark) => mark.getAttribute('aria-label') ?? '');
    expect(names.filter((name) => /^Sales acceptance, since /.test(name))).toHaveLength(1);
    expect(names.filter((name) => /^scoringModel 8f0c: score \d+, /.test(name))).toHaveLength(4);
    expect(screen.queryByText(names[0]!)).toBeNull();
    act(() => marks[0]!.focus());
    expect(screen.getByText(names[0]!)).toBeTruthy();
  });

  test('has a table with the same stays and scores, newest first', async () => {
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Table' }));
    const table = screen.getByRole('grid', { name: 'Progress' });
    const stays = progress.stages.flatMap(({ stays: own }) => own).length;
    const scores = progress.scores.flatMap(({ points }) => points).length;
    expect(within(table).getAllByRole('row')).toHaveLength(1 + stays + scores);
    const heads = within(table).getAllByRole('columnheader');
    expect(heads.at(-1)!.getAttribute('aria-sort')).toBe('descending');
  });

  test('of which nothing but the age is known says no more', async () => {
    const data = { ...progress, stages: [], scores: [] };
    renderInHost(<LeadProgressPanel panel={panel} load={{ state: 'ready', data }} onRetry={jest.fn()} />);
    await settled();
    expect(document.body.textContent).toContain('29 days old');
    expect(screen.queryByRole('button', { name: 'Table' })).toBeNull();
  });
});

test('a score says whether its model calls the lead ready, else from what on it would', async () => {
  const def = { kind: 'leadScores', id: 'scores', title: 'Score now', tooltip: 'Now.' } as const;
  const data = leadScoresAnswer('scores', someRows());
  renderInHost(<LeadScoresPanel panel={def} load={{ state: 'ready', data }} onRetry={jest.fn()} />);
  await settled();
  expect(screen.getByText('Ready for sales')).toBeTruthy();
  expect(screen.getByText('Ready from 70')).toBeTruthy();
});

test.each([
  [{ type: 'contact', id: contactId }, /^Shows what the contact of this lead did: contact 3f0c$/],
  [{ type: 'account', id: contactId }, /^This lead has no contact\. .+ account 3f0c$/],
  [{ type: 'merged', id: contactId }, /^This contact was merged .+ contact 3f0c$/],
  [{ type: 'own' }, /^This lead has no contact and no account\./],
] as const)('whose interactions are shown is said in words: %j', (through, words) => {
  const { container } = renderInHost(<ThroughLine through={through} />);
  expect(container.textContent).toMatch(words);
});
