import type { CountKey, SharedCountKey, SharedTextKey, TextKey } from './textKeys';

/** The words of a control, from its resx: those of the Insights tab unless said otherwise. */
export interface Texts<Key extends string = TextKey, Counted extends string = CountKey> {
  /** The text of a key, `{0}`, `{1}` … replaced by the values. */
  say(key: Key, ...values: readonly string[]): string;
  /** The text for so many, chosen by the plural rules of its language; `{0}` is `shown`. */
  count(key: Counted, count: number, shown: string): string;
}

/** The words of parts that several controls draw. */
export type SharedTexts = Texts<SharedTextKey, SharedCountKey>;

/** @param textOf gives the text of a resx key */
export function textsOf<Key extends string = TextKey, Counted extends string = CountKey>(
  textOf: (key: string) => string,
): Texts<Key, Counted> {
  const plurals = new Intl.PluralRules(textOf('language'));
  return {
    say: (key, ...values) => fill(textOf(key), values),
    count: (key, count, shown) => fill(textOf(`${key}_${plurals.select(count) === 'one' ? 'one' : 'other'}`), [shown]),
  };
}

function fill(text: string, values: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (whole, place: string) => values[Number(place)] ?? whole);
}
