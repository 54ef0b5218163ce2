/**
 * The one spelling of an id: GUIDs are compared without case, braces, dashes or a `crm` in front, and written in lower
 * case with dashes. Other ids are compared without case.
 */
export function sameId(text: string): string {
  const digits = guidDigits(text);
  if (digits === undefined) return text.trim().toLowerCase();
  const parts: string[] = [];
  let start = 0;
  for (const length of [8, 4, 4, 4, 12]) {
    parts.push(digits.slice(start, start + length));
    start += length;
  }
  return parts.join('-');
}

export const isGuid = (text: string): boolean => guidDigits(text) !== undefined;

/** The 32 digits of a GUID; undefined when the text is none. */
function guidDigits(text: string): string | undefined {
  let digits = '';
  for (const character of text.trim().toLowerCase()) if (!'{}-'.includes(character)) digits += character;
  if (digits.startsWith('crm')) digits = digits.slice('crm'.length);
  return /^[0-9a-f]{32}$/.test(digits) ? digits : undefined;
}
