import { recordNamedBy, typeOf, type ListRow, type NamedType } from '@record-insights/domain';

/** Who did what, in parts: verb, thing, preposition and the record that it was about. */
export interface Sentence {
  readonly verb: string;
  readonly thing?: string;
  readonly preposition?: string;
  readonly about?: { readonly type: NamedType; readonly id: string };
}

/** The sentence of a row as the registry has it for the type; what the row leaves open is absent. */
export function sentenceOf({ type, fields }: Pick<ListRow, 'type' | 'fields'>): Sentence {
  const { verb, thing, preposition, about } = typeOf(type).sentence;
  const what = thing === undefined ? undefined : fields[thing];
  const id = about === undefined ? undefined : fields[about];
  const record = about === undefined ? undefined : recordNamedBy(type, about);
  return {
    verb,
    ...(what === undefined ? {} : { thing: what }),
    ...(preposition === undefined ? {} : { preposition }),
    ...(id === undefined || record === undefined ? {} : { about: { type: record, id } }),
  };
}

/** A web address as people say it: without protocol, `www` and closing slash. Other texts stay as they are. */
export function shortAddress(text: string): string {
  return /^https?:\/\//i.test(text) ? text.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '') : text;
}
