import * as React from 'react';
import type { KpiId, NamedType, PeriodAnswer } from '@record-insights/domain';
import type { Format } from '../../shared/format';
import type { InsightsClient } from '../../shared/insightsClient';
import type { RecordNames } from '../../shared/recordNames';
import type { Texts } from '../../shared/texts';
import type { Preset } from './filter';

/** What the user can open the rows of. */
export type Opening =
  | { readonly kind: 'kpi'; readonly panel: string; readonly kpi: KpiId }
  /** Some parts of a breakdown, by interaction type. */
  | { readonly kind: 'parts'; readonly panel: string; readonly types: readonly string[]; readonly title: string }
  | { readonly kind: 'list'; readonly panel: string }
  /** One of several people. */
  | { readonly kind: 'person'; readonly panel: string; readonly contact: string; readonly name: string }
  /** What People leaves out. */
  | { readonly kind: 'leftOut' };

/** What every part of the tab may use: ports to the outside, words, and what the tab can be told to do. */
export interface Host {
  readonly texts: Texts;
  readonly format: Format;
  readonly client: InsightsClient;
  readonly names: RecordNames;
  /** Address of CRM, without a slash at its end. */
  readonly clientUrl: string;
  readonly isNarrow: boolean;
  readonly opened: Opening | undefined;
  readonly preset: Preset | undefined;
  /** The days of the numbers that are shown. */
  readonly days: PeriodAnswer;
  readonly category: string;
  openRecord(type: NamedType, id: string): void;
  /** Where a record stands in CRM. */
  addressOf(type: NamedType, id: string): string;
  /** @param from what takes the focus back when the rows are closed */
  openRows(opening: Opening, from: HTMLElement): void;
  choosePreset(preset: Preset): void;
  /** Asks for all numbers again, as when an address of theirs has expired. */
  reload(): void;
  /** Tells screen readers, once. */
  announce(message: string): void;
}

const context = React.createContext<Host | undefined>(undefined);

export const HostProvider = context.Provider;

export function useHost(): Host {
  const host = React.useContext(context);
  if (!host) throw new Error('This part stands outside of the Insights tab: put it inside HostProvider.');
  return host;
}
