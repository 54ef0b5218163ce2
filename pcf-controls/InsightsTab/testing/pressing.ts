import { act, fireEvent } from '@testing-library/react';

/** Lets what was asked of service and CRM come in, and be drawn. */
export const settled = (): Promise<void> => act(() => new Promise((done) => setTimeout(done, 5)));

/** Presses something and waits until what it asked for is here. */
export async function press(element: HTMLElement): Promise<void> {
  fireEvent.click(element);
  await settled();
}
