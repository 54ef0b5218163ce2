import { german } from './de';

/** Texts of the registry in another language, by the English ones. */
export type Words = Readonly<Record<string, string>>;

/** A language: its words, and the same to look up what data may say, too, and names as printed formulas have them. */
interface Language {
  readonly words: Words;
  readonly byText: ReadonlyMap<string, string>;
  readonly byLowerCase: ReadonlyMap<string, string>;
}

function languageWith(words: Words): Language {
  const all = Object.entries(words);
  return {
    words,
    byText: new Map(all),
    byLowerCase: new Map(all.map(([text, word]) => [text.toLowerCase(), word])),
  };
}

const english = 'en';
const languages: Readonly<Record<string, Language>> = { [english]: languageWith({}), de: languageWith(german) };

/**
 * The language to answer in: of those asked for the one liked best that there is, else English.
 * @param asked as the header Accept-Language has it: `de-CH,de;q=0.9,en;q=0.8`
 */
export function languageOf(asked = ''): string {
  const wishes = asked.split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().split(';');
    const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
    return { language: tag.split('-')[0]?.toLowerCase() ?? '', quality: Number(quality ?? 1) };
  });
  const known = wishes.filter(({ language, quality }) => quality > 0 && Object.hasOwn(languages, language));
  return known.sort((a, b) => b.quality - a.quality)[0]?.language ?? english;
}

/** What a language has for texts of the registry; nothing for English, in which they are written. */
export const wordsOf = (language: string): Words => languages[language]?.words ?? {};

/** Properties of answers that hold a text of the registry, or what the data say where there is none. */
const told = new Set(['title', 'tooltip', 'oneRowIs', 'timeTitle', 'wait', 'because']);
/** Parts of answers that hold nothing of the registry, and may be large. */
const data = new Set(['rows', 'fields', 'values', 'contents', 'texts']);

/** An answer with the registry's texts in a language; a text that the language has not stays English. */
export function answerIn<T>(language: string, answer: T): T {
  const known = languages[language];
  return known === undefined || language === english ? answer : (translated(answer, known) as T);
}

function translated(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((one) => translated(one, language));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      if (data.has(name)) return [name, part];
      if (typeof part !== 'string') return [name, translated(part, language)];
      if (name === 'formula') return [name, formulaIn(language, part)];
      return [name, told.has(name) ? (language.byText.get(part) ?? part) : part];
    }),
  );
}

/** A printed formula, counter by counter; how a single counter's rows are chosen is said in English only. */
const formulaIn = ({ byLowerCase }: Language, formula: string): string =>
  formula.replace(/[^()÷+−]+/g, (part) => part.replace(part.trim(), byLowerCase.get(part.trim()) ?? part.trim()));
