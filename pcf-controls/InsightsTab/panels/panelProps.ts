import type { PanelAnswer, PanelDef, PanelKind } from '@record-insights/domain';
import type { Load } from '../../shared/load';

export type PanelOf<K extends PanelKind> = Extract<PanelDef, { readonly kind: K }>;
export type AnswerOf<K extends PanelKind> = Extract<PanelAnswer, { readonly kind: K }>;

/** What a panel is drawn from: its row of the registry, and the service's answer as far as it is here. */
export type PanelProps<K extends PanelKind> = DrawnFrom<PanelOf<K>, AnswerOf<K>>;

export interface DrawnFrom<Panel, Answer> {
  readonly panel: Panel;
  readonly load: Load<Answer>;
  readonly onRetry: () => void;
}

/** What every panel with a card of its own says of itself. */
export interface TitledPanel {
  readonly id: string;
  readonly title: string;
  readonly tooltip: string;
}
