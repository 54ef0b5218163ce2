import { addDays, monthsBefore, presetIds, type Day, type PresetId } from '@record-insights/domain';

/** Periods that are one click away; they end today. */
export const presets = {
  days7: { text: 'preset_days7', last: 'last_days7', from: (today: Day): Day => addDays(today, -6) },
  days30: { text: 'preset_days30', last: 'last_days30', from: (today: Day): Day => addDays(today, -29) },
  days90: { text: 'preset_days90', last: 'last_days90', from: (today: Day): Day => addDays(today, -89) },
  months12: { text: 'preset_months12', last: 'last_months12', from: (today: Day): Day => monthsBefore(today, 12) },
} as const satisfies Record<PresetId, object>;

export { presetIds };
export type Preset = PresetId;

/** What is chosen above the panels: a preset, or days of the user's own. */
export type Filter =
  { readonly preset: Preset } | { readonly preset?: undefined; readonly from: Day; readonly to: Day };

export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** The filter of a tab just opened, unless its category has another; the service's default is the same, so that it needs no days. */
export const firstFilter: Filter = { preset: 'days30' };

/** @param today the organisation's */
export function daysOf(filter: Filter, today: Day): Days {
  return filter.preset === undefined ? filter : { from: presets[filter.preset].from(today), to: today };
}

/** A date changed by hand: no preset is marked any more, and the other date gives way where it must. */
export function withDate(days: Days, changed: Partial<Days>): Filter {
  const from = changed.from ?? days.from;
  const to = changed.to ?? days.to;
  if (from <= to) return { from, to };
  return changed.from === undefined ? { from: to, to } : { from, to: from };
}
