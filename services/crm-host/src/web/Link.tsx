import * as React from 'react';
import { go } from './navigation';
import { addressOf, type Place } from './place';

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
