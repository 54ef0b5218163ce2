import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textsOf, type Texts } from '../../shared/texts';

const folder = join(__dirname, '../strings');

/** The control's texts by key, as they stand in its resx file of each language id. */
export const resxByLanguage: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  readdirSync(folder).map((file) => [file.split('.')[1] ?? '', readResx(join(folder, file))]),
);

/** The control's texts in a language, by key. */
export const resxOf = (languageId: string): ReadonlyMap<string, string> => resxByLanguage.get(languageId) ?? new Map();

/** The English ones. */
export const resx = resxOf('1033');

/** The control's words in a language, as the platform gives them to it. */
export const textsIn = (languageId: string): Texts => textsOf((key) => resxOf(languageId).get(key) ?? key);

export const texts = textsIn('1033');

function readResx(file: string): ReadonlyMap<string, string> {
  const document = new DOMParser().parseFromString(readFileSync(file, 'utf8'), 'text/xml');
  const data = [...document.querySelectorAll('data')];
  return new Map(data.map((one) => [one.getAttribute('name') ?? '', one.querySelector('value')?.textContent ?? '']));
}
