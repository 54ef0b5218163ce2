import type { PipelineTile } from '@record-insights/domain';

/** What a view of the tiles is drawn from. */
export interface TilesProps {
  readonly tiles: readonly PipelineTile[];
  /** Id of the tile whose data are shown. */
  readonly chosen: string | undefined;
  /** Id of where they are shown. */
  readonly panelId: string;
  readonly onOpen: (tile: { readonly id: string }, from: HTMLElement) => void;
}
