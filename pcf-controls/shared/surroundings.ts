import * as React from 'react';
import type { NamedType } from '@record-insights/domain';
import type { InsightsClient } from './insightsClient';
import type { RecordNames } from './recordNames';
import type { SharedTexts } from './texts';

/** What parts that several controls draw may use: words, ports to the outside, and a way to ask again. */
export interface Surroundings {
  readonly texts: SharedTexts;
  readonly client: InsightsClient;
  readonly names: RecordNames;
  /** A text of the registry in the user's language; those of answers are in it already. */
  word(english: string): string;
  openRecord(type: NamedType, id: string): void;
  /** Where a record stands in CRM. */
  addressOf(type: NamedType, id: string): string;
  /** Asks for all numbers again, as when an address of theirs has expired. */
  reload(): void;
}

const context = React.createContext<Surroundings | undefined>(undefined);

export const SurroundingsProvider = context.Provider;

export function useSurroundings(): Surroundings {
  const surroundings = React.useContext(context);
  if (!surroundings) throw new Error('This part stands outside of a control: put it inside SurroundingsProvider.');
  return surroundings;
}
