import * as React from 'react';
import type { KpiId, PeriodAnswer } from '@record-insights/domain';
import { RowsHostProvider, type RowsHost } from '../../shared/rows/rowsHost';
import type { Texts } from '../../shared/texts';
import type { Preset } from './filter';

/** What the user can open the rows of. */
export type Opening =
  | { readonly kind: 'kpi'; readonly panel: string; readonly kpi: KpiId }
  /** Some parts of a breakdown, by interaction type. */
  | { readonly kind: 'parts'; readonly panel: string; readonly types: readonly string[]; readonly title: string }
  | { readonly kind: 'list'; readonly panel: string }
  /** One of several people. */
  | { readonly kind: 'person'; readonly panel: string; readonly contact: string }
  /** One of the things that a panel tells with the address of its rows, as a value or a link. */
  | { readonly kind: 'thing'; readonly panel: string; readonly id: string; readonly title: string }
  /** What People leaves out. */
  | { readonly kind: 'leftOut' };

/** What every part of the tab may use: ports to the outside, words, and what the tab can be told to do. */
export interface Host extends RowsHost {
  readonly texts: Texts;
  readonly opened: Opening | undefined;
  readonly preset: Preset | undefined;
  /** The days of the numbers that are shown. */
  readonly days: PeriodAnswer;
  readonly category: string;
  /** @param from what takes the focus back when the rows are closed */
  openRows(opening: Opening, from: HTMLElement): void;
  choosePreset(preset: Preset): void;
}

const context = React.createContext<Host | undefined>(undefined);

interface HostProviderProps {
  readonly value: Host;
  readonly children?: React.ReactNode;
}

export function HostProvider({ value, children }: HostProviderProps): React.ReactElement {
  return React.createElement(RowsHostProvider, { value }, React.createElement(context.Provider, { value }, children));
}

export function useHost(): Host {
  const host = React.useContext(context);
  if (!host) throw new Error('This part stands outside of the Insights tab: put it inside HostProvider.');
  return host;
}
