import { fireEvent, screen, waitFor } from '@testing-library/react';
import { openTab } from '../testing/openTab';
import { press, settled } from '../testing/pressing';

beforeEach(() => window.localStorage.clear());

describe('The timeline', () => {
  test('says who did what, folds repeats, and opens them', async () => {
    await openTab();
    expect(await screen.findByText('Audit prices')).toBeTruthy();
    const [fold] = await screen.findAllByRole('button', { name: '2 times' });
    expect(fold!.getAttribute('aria-expanded')).toBe('false');
    const before = document.querySelectorAll('time').length;
    await press(fold!);
    expect(document.querySelectorAll('time')).toHaveLength(before + 1);
  });

  test('tells in one line what was sent and delivered; the day counts both', async () => {
    await openTab();
    await screen.findByText('Audit prices');
    const today = screen.getByRole('heading', { name: /^Today/ });
    expect(today.textContent).toBe('Today, Monday 23 November6');
    const said = [...document.querySelectorAll('time')].map((time) => time.previousElementSibling?.textContent);
    const email = 'rin_marketingemail 1';
    expect(said.slice(1, 4)).toEqual([
      `Clicked Book a pump audit in ${email}`,
      `Opened ${email}, 2 times`,
      `Sent and delivered: ${email}`,
    ]);
  });

  test('is filtered by a kind, and tells how many are left', async () => {
    await openTab();
    await press(await screen.findByRole('button', { name: 'Web 3' }));
    await waitFor(() => expect(screen.queryByText('Submitted')).toBeNull());
    expect(screen.getByText('Audit prices')).toBeTruthy();
    expect(screen.getByText('3 interactions')).toBeTruthy();
  });

  test('is filtered by a day of the strip, by keyboard too', async () => {
    await openTab();
    const day = screen.getByRole('button', { name: '21 November, 2 interactions' });
    fireEvent.keyDown(day, { key: 'Enter' });
    await settled();
    await waitFor(() => expect(screen.queryByText('Audit prices')).toBeNull());
    expect(day.getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByText('Saturday 21 November')).toBeTruthy();
    await press(day);
    expect(await screen.findByText('Audit prices')).toBeTruthy();
  });

  test('marks a delivery that bounced later', async () => {
    await openTab();
    await press(screen.getByRole('button', { name: '13 November, 2 interactions' }));
    expect(await screen.findByText(/bounced later/)).toBeTruthy();
  });
});
