import type { CountKey, TextKey } from './textKeys';

/** The words of the control, from its resx. */
export interface Texts {
  /** The text of a key, `{0}`, `{1}` … replaced by the values. */
  say(key: TextKey, ...values: readonly string[]): string;
  /** The text for so many, chosen by the plural rules of its language; `{0}` is `shown`. */
  count(key: CountKey, count: number, shown: string): string;
}

/** @param textOf gives the text of a resx key */
export function textsOf(textOf: (key: string) => string): Texts {
  const plurals = new Intl.PluralRules(textOf('language'));
  return {
    say: (key, ...values) => fill(textOf(key), values),
    count: (key, count, shown) => fill(textOf(`${key}_${plurals.select(count) === 'one' ? 'one' : 'other'}`), [shown]),
  };
}

function fill(text: string, values: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (whole, place: string) => values[Number(place)] ?? whole);
}
