import type { ListRow } from '@record-insights/domain';

/** The labels under which most rows have something filled in, at most so many; of equal ones those that come first. */
export function mainLabels(rows: readonly ListRow[], most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const { values = [] } of rows) {
    const filled = new Set(values.filter(({ value }) => value !== '').map(({ label }) => label));
    for (const label of filled) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const ranked = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return ranked.slice(0, Math.max(0, most));
}

/** What was filled in under the label, on one line; undefined where nothing was. */
export function valueUnder({ values = [] }: ListRow, label: string): string | undefined {
  const filled = values.filter((one) => one.label === label && one.value !== '').map(({ value }) => value);
  return filled.length === 0 ? undefined : filled.join(', ').replace(/\s+/g, ' ');
}
