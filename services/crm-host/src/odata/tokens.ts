import type { Value } from '../row';
import { badRequest } from './odataError';

/** A piece of a filter expression. */
export type Token =
  | { readonly kind: 'word' | 'mark'; readonly text: string }
  | { readonly kind: 'value'; readonly text: string; readonly value: Value };

const shapes: readonly { readonly at: RegExp; readonly token: (text: string) => Token | undefined }[] = [
  { at: /\s+/y, token: () => undefined },
  { at: /[(),]/y, token: (text) => ({ kind: 'mark', text }) },
  {
    at: /'(?:[^']|'')*'/y,
    token: (text) => ({ kind: 'value', text, value: text.slice(1, -1).replaceAll("''", "'") }),
  },
  { at: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/iy, token: (text) => ({ kind: 'value', text, value: text }) },
  { at: /\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?/y, token: (text) => ({ kind: 'value', text, value: text }) },
  { at: /-?\d+(?:\.\d+)?/y, token: (text) => ({ kind: 'value', text, value: Number(text) }) },
  { at: /(?:true|false|null)\b/y, token: (text) => ({ kind: 'value', text, value: literalOf(text) }) },
  { at: /[A-Za-z_]\w*/y, token: (text) => ({ kind: 'word', text }) },
];

function literalOf(text: string): Value {
  return text === 'null' ? null : text === 'true';
}

/** Cuts a filter expression into its pieces. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const [length, token] = tokenAt(text, at);
    if (token) tokens.push(token);
    at += length;
  }
  return tokens;
}

function tokenAt(text: string, at: number): readonly [number, Token | undefined] {
  for (const shape of shapes) {
    shape.at.lastIndex = at;
    const found = shape.at.exec(text)?.[0];
    if (found !== undefined) return [found.length, shape.token(found)];
  }
  throw badRequest(`$filter cannot be read from character ${at + 1}: '${text.slice(at, at + 20)}'.`);
}
