import type { ListId, PanelDef } from './insights';

type ListPanel = Extract<PanelDef, { kind: 'list' }>;

/** A list of rows in half the width. */
export const list = (id: string, title: string, of: ListId, tooltip: string): ListPanel => ({
  kind: 'list',
  id,
  title,
  tooltip,
  list: of,
});

/** A list with columns for the full width. */
export const wideList = (...row: Parameters<typeof list>): ListPanel => ({ ...list(...row), wide: true });
