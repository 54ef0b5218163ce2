import { addressOf, type Place } from './place';

/** Told to the window when the place changes without the back button. */
export const moved = 'crm-moved';

/** Goes to a place; `replace` leaves no step behind for the back button. */
export function go(place: Place, how: 'push' | 'replace' = 'push'): void {
  const address = addressOf(place);
  if (how === 'replace') window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  window.dispatchEvent(new Event(moved));
}
