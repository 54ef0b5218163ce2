import { cell, type Row } from './rows';

/** What was filled in under a label. */
export type Filled = readonly [label: string, value: string];

const entities: readonly (readonly [RegExp, string])[] = [
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&quot;/g, '"'],
  [/&#39;/g, "'"],
  [/&amp;/g, '&'],
];

/**
 * The values of a submission: one text cell, whose lines end with CR LF; each line is `Label: value`, split at the first
 * `: `; a line that is none goes on with the value before; the noise of buttons is left out; HTML is decoded.
 */
export function filledIn(row: Row): readonly Filled[] {
  const found: [string, string][] = [];
  const text = cell(row, 'SubmittedValues');
  for (const line of text === '' ? [] : text.split('\r\n')) {
    const colon = line.indexOf(': ');
    const label = colon > 0 ? line.slice(0, colon) : line.endsWith(':') ? line.slice(0, -1) : undefined;
    const last = found[found.length - 1];
    if (label !== undefined) found.push([label, colon > 0 ? line.slice(colon + 2) : '']);
    else if (last) last[1] += `\n${line}`;
    else found.push(['', line]);
  }
  return found
    .filter(([label, value]) => !(label.startsWith('submit') && value === ''))
    .map(([label, value]) => [decoded(label), decoded(value.trim())]);
}

function decoded(text: string): string {
  let plain = text;
  for (const [entity, char] of entities) plain = plain.replace(entity, char);
  return plain;
}
