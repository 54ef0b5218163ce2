import * as React from 'react';
import { act, fireEvent, screen } from '@testing-library/react';
import { renderInHost } from '../../InsightsTab/testing/host';
import { settled } from '../../InsightsTab/testing/pressing';
import { InfoTip } from './InfoTip';

const about = {
  title: 'Open rate',
  sentence: 'The share opened.',
  lines: ['a ÷ b', '1 ÷ 2 = 50.0%'],
  glossary: 'open',
};
const icon = (): HTMLElement => screen.getByRole('button', { name: 'About Open rate' });

async function show(): Promise<void> {
  renderInHost(<InfoTip about={about} />);
  await settled();
}

describe('An info icon', () => {
  test('tells sentence, formula, the formula with numbers, and the way to the glossary', async () => {
    await show();
    act(() => icon().focus());
    expect(screen.getByRole('dialog').textContent).toBe(
      'Open rateThe share opened.= a ÷ b= 1 ÷ 2 = 50.0%Open in glossary',
    );
    expect(screen.getByText('Open in glossary').getAttribute('href')).toBe('https://crm.example/glossary#open');
  });

  test('is left from inside by Esc, with the focus back on it and the tip gone', async () => {
    await show();
    act(() => icon().focus());
    const link = screen.getByText('Open in glossary');
    act(() => link.focus());
    expect(screen.getByRole('dialog')).toBeTruthy();
    fireEvent.keyDown(link, { key: 'Escape', keyCode: 27, which: 27 });
    await settled();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(icon());
  });

  test('closes when the focus goes on', async () => {
    await show();
    act(() => icon().focus());
    act(() => icon().blur());
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('opens after a moment under the pointer, and stays while the pointer is in the tip', async () => {
    await show();
    jest.useFakeTimers();
    fireEvent.mouseEnter(icon());
    act(() => {
      jest.advanceTimersByTime(299);
    });
    expect(screen.queryByRole('dialog')).toBeNull();
    act(() => {
      jest.advanceTimersByTime(1);
    });
    fireEvent.mouseLeave(icon());
    fireEvent.mouseEnter(screen.getByRole('dialog'));
    act(() => {
      jest.advanceTimersByTime(1000);
    });
    expect(screen.getByRole('dialog')).toBeTruthy();
    fireEvent.mouseLeave(screen.getByRole('dialog'));
    act(() => {
      jest.advanceTimersByTime(200);
    });
    expect(screen.queryByRole('dialog')).toBeNull();
    jest.useRealTimers();
  });
});
