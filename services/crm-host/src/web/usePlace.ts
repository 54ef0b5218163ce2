import * as React from 'react';
import { moved } from './navigation';
import { placeOf, type Place } from './place';

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
