import type { PanelAnswer, PanelDef, PanelKind } from '@record-insights/domain';
import type { Load } from '../../shared/load';

export type PanelOf<K extends PanelKind> = Extract<PanelDef, { readonly kind: K }>;
export type AnswerOf<K extends PanelKind> = Extract<PanelAnswer, { readonly kind: K }>;

/** What a panel is drawn from: its row of the registry, and the service's answer as far as it is here. */
export interface PanelProps<K extends PanelKind> {
  readonly panel: PanelOf<K>;
  readonly load: Load<AnswerOf<K>>;
  readonly onRetry: () => void;
}
