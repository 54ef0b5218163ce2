import * as React from 'react';
import type { Me } from '../auth/routes';
import type { ThemeName } from './theme';

/** Who is signed in, and in which theme the app is shown. */
export interface Surroundings {
  readonly me: Me;
  readonly theme: ThemeName;
}

export const UserContext = React.createContext<Surroundings | undefined>(undefined);

export function useSurroundings(): Surroundings {
  const surroundings = React.useContext(UserContext);
  if (!surroundings) throw new Error('This part stands outside of the shell.');
  return surroundings;
}
