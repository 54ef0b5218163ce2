import * as React from 'react';
import { addressOf, placeOf, type Place } from './place';

const moved = 'crm-moved';

/** Goes to a place; `replace` leaves no step behind for the back button. */
export function go(place: Place, how: 'push' | 'replace' = 'push'): void {
  const address = addressOf(place);
  if (how === 'replace') window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  window.dispatchEvent(new Event(moved));
}

/** The place that the address bar names, kept up with links and the back button. */
export function usePlace(): Place {
  const [place, setPlace] = React.useState(currentPlace);
  React.useEffect(() => {
    const update = (): void => setPlace(currentPlace());
    window.addEventListener('popstate', update);
    window.addEventListener(moved, update);
    return () => {
      window.removeEventListener('popstate', update);
      window.removeEventListener(moved, update);
    };
  }, []);
  return place;
}

function currentPlace(): Place {
  return placeOf(window.location.pathname, window.location.search);
}

interface LinkProps extends React.AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly to: Place;
}

/** A link inside the app: a plain click moves without loading the page, any other does what browsers do. */
export function Link({ to, children, onClick, ...rest }: LinkProps): React.ReactElement {
  const follow = (event: React.MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!plain) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a {...rest} href={addressOf(to)} onClick={follow}>
      {children}
    </a>
  );
}
