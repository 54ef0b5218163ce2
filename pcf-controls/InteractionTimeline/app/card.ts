import * as React from 'react';
import type { CardPanelDef, CardPanelKind, PanelAnswer } from '@record-insights/domain';
import type { Format } from '../../shared/format';
import type { Surroundings } from '../../shared/surroundings';
import type { CardCountKey, CardTextKey } from '../../shared/textKeys';
import type { Texts } from '../../shared/texts';

export type CardTexts = Texts<CardTextKey, CardCountKey>;

/** Everything that a part of the card may use. */
export interface Card extends Surroundings {
  readonly texts: CardTexts;
  readonly format: Format;
  /** `6 h ago`, for an instant. */
  ago(instant: string): string;
}

const context = React.createContext<Card | undefined>(undefined);

export const CardProvider = context.Provider;

export function useCard(): Card {
  const card = React.useContext(context);
  if (!card) throw new Error('This part stands outside of the card: put it inside CardProvider.');
  return card;
}

export type CardPanelOf<K extends CardPanelKind> = Extract<CardPanelDef, { readonly kind: K }>;
export type CardAnswerOf<K extends CardPanelKind> = Extract<PanelAnswer, { readonly kind: K }>;

/** What a part of the card is drawn from: its row of the registry, and the service's answer once it is here. */
export interface CardPanelProps<K extends CardPanelKind> {
  readonly panel: CardPanelOf<K>;
  readonly answer: CardAnswerOf<K> | undefined;
}
