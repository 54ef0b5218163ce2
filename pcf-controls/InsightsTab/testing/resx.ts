import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textsOf } from '../../shared/texts';

/** The control's English texts by key, as they stand in its resx. */
export const resx: ReadonlyMap<string, string> = readResx(join(__dirname, '../strings/InsightsTab.1033.resx'));

/** The control's words, as the platform gives them to it. */
export const texts = textsOf((key) => resx.get(key) ?? key);

function readResx(file: string): ReadonlyMap<string, string> {
  const document = new DOMParser().parseFromString(readFileSync(file, 'utf8'), 'text/xml');
  const data = [...document.querySelectorAll('data')];
  return new Map(data.map((one) => [one.getAttribute('name') ?? '', one.querySelector('value')?.textContent ?? '']));
}
