import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const controls = join(__dirname, '../..');

/** Ids of the languages that a control speaks. */
export const languagesOf = (control: string): readonly string[] =>
  readdirSync(join(controls, control, 'strings')).map((file) => file.split('.')[1] ?? '');

/** The texts of a control in a language, by key. */
export const resxOf = (control: string, language: string): ReadonlyMap<string, string> =>
  readResx(join(controls, control, 'strings', `${control}.${language}.resx`));

/** The texts of a resx file by key. */
export function readResx(file: string): ReadonlyMap<string, string> {
  const document = new DOMParser().parseFromString(readFileSync(file, 'utf8'), 'text/xml');
  const data = [...document.querySelectorAll('data')];
  return new Map(data.map((one) => [one.getAttribute('name') ?? '', one.querySelector('value')?.textContent ?? '']));
}
