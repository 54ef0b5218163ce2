import * as React from 'react';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { renderInHost } from '../../InsightsTab/testing/host';
import { ValuesTip } from './ValuesTip';

const values = [
  { label: 'Name', value: 'Marta Lindqvist' },
  { label: 'Question', value: 'The pump hums.\nIt stops at night.' },
  { label: 'Diet', value: '' },
];
const show = (): HTMLElement => {
  renderInHost(<ValuesTip values={values} when="21 Nov, 19:42" />);
  return screen.getByRole('button', { name: '3 values, 21 Nov, 19:42' });
};

afterEach(() => jest.useRealTimers());

const ways: Readonly<Record<string, (button: HTMLElement) => void>> = {
  hover: (button) => {
    fireEvent.mouseEnter(button);
    act(() => {
      jest.advanceTimersByTime(300);
    });
  },
  focus: (button) => act(() => button.focus()),
  touch: (button) => fireEvent.click(button, { detail: 1 }),
};

test.each(Object.entries(ways))('what was filled in shows whole by %s: every label, every line', (_way, open) => {
  jest.useFakeTimers();
  open(show());
  const tip = within(screen.getByRole('dialog', { name: '3 values' }));
  for (const { label } of values) expect(tip.getByText(label)).toBeTruthy();
  expect(tip.getByText(/The pump hums/).textContent).toBe('The pump hums.\nIt stops at night.');
  expect(tip.getByText('–')).toBeTruthy();
});

test('Esc closes it and keeps the focus', () => {
  const button = show();
  act(() => button.focus());
  fireEvent.keyDown(button, { key: 'Escape' });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(button);
});

test('where nothing was filled in there is nothing to open', () => {
  renderInHost(<ValuesTip values={[]} when="21 Nov, 19:42" />);
  expect(screen.queryByRole('button')).toBeNull();
});
