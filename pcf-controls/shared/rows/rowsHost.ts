import * as React from 'react';
import type { PeriodAnswer } from '@record-insights/domain';
import type { Format } from '../format';
import { SurroundingsProvider, type Surroundings } from '../surroundings';
import type { RowsCountKey, RowsTextKey } from '../textKeys';
import type { Texts } from '../texts';

/** What parts may use that show numbers, tell how they are made, and open their rows. */
export interface RowsHost extends Surroundings {
  readonly texts: Texts<RowsTextKey, RowsCountKey>;
  readonly format: Format;
  /** Address of CRM, without a slash at its end. */
  readonly clientUrl: string;
  readonly isNarrow: boolean;
  /** The days of the numbers that are shown; absent where no dates filter any. */
  readonly days?: PeriodAnswer;
  /** Tells screen readers, once. */
  announce(message: string): void;
}

const context = React.createContext<RowsHost | undefined>(undefined);

interface RowsHostProviderProps {
  readonly value: RowsHost;
  readonly children?: React.ReactNode;
}

export function RowsHostProvider({ value, children }: RowsHostProviderProps): React.ReactElement {
  return React.createElement(
    SurroundingsProvider,
    { value },
    React.createElement(context.Provider, { value }, children),
  );
}

export function useRowsHost(): RowsHost {
  const host = React.useContext(context);
  if (!host) throw new Error('This part stands where no rows can be opened: put it inside RowsHostProvider.');
  return host;
}
