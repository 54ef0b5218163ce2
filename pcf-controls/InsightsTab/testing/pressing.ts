import { act, fireEvent, screen } from '@testing-library/react';

/** Lets what was asked of service and CRM come in, and be drawn. */
export const settled = (): Promise<void> => act(() => new Promise((done) => setTimeout(done, 5)));

/** Presses something and waits until what it asked for is here. */
export async function press(element: HTMLElement): Promise<void> {
  fireEvent.click(element);
  await settled();
}

/** Chooses one of the options of a chooser. */
export async function choose(chooser: string, option: string): Promise<void> {
  fireEvent.click(screen.getByRole('combobox', { name: chooser }));
  await press(screen.getByRole('option', { name: option }));
}
