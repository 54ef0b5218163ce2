import { readFileSync } from 'node:fs';

/** The texts of a resx file by key. */
export function readResx(file: string): ReadonlyMap<string, string> {
  const document = new DOMParser().parseFromString(readFileSync(file, 'utf8'), 'text/xml');
  const data = [...document.querySelectorAll('data')];
  return new Map(data.map((one) => [one.getAttribute('name') ?? '', one.querySelector('value')?.textContent ?? '']));
}
