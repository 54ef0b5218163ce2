import type { PanelDef } from '@record-insights/domain';
import { renderers, type Place } from '../panels/renderers';

export interface PanelRow {
  readonly shape: 'stack' | 'withSide' | 'halves' | 'tiles';
  readonly panels: readonly PanelDef[];
}

const placeOf = (panel: PanelDef): Place => ('wide' in panel && panel.wide ? 'full' : renderers[panel.kind].place);

/** The panels before the first that stands elsewhere. */
function leading(panels: readonly PanelDef[], place: Place): readonly PanelDef[] {
  const other = panels.findIndex((panel) => placeOf(panel) !== place);
  return other < 0 ? panels : panels.slice(0, other);
}

/**
 * Panels in rows for a wide tab: tiles side by side, a main one with the side card that follows it, halves two by two,
 * others alone.
 */
export function rowsOfPanels(panels: readonly PanelDef[]): readonly PanelRow[] {
  const [first, second, ...rest] = panels;
  if (!first) return [];
  const tiles = leading(panels, 'tile');
  if (tiles.length > 0) return [{ shape: 'tiles', panels: tiles }, ...rowsOfPanels(panels.slice(tiles.length))];
  const places = `${placeOf(first)} ${second ? placeOf(second) : ''}`;
  if (second && places === 'main side') return [{ shape: 'withSide', panels: [first, second] }, ...rowsOfPanels(rest)];
  if (second && places === 'half half') return [{ shape: 'halves', panels: [first, second] }, ...rowsOfPanels(rest)];
  return [{ shape: 'stack', panels: [first] }, ...rowsOfPanels(panels.slice(1))];
}
