/** What a person filled in under a label of a form. */
export interface SubmittedValue {
  readonly label: string;
  /** Empty where nothing was filled in; may have several lines. */
  readonly value: string;
}

/** The exporter's name of a button: a word and the button's id. */
const button = /^[a-z]+[ _-]?\{?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\}?$/i;
const pair = /^(?<label>[^\n]+?):(?:\s(?<value>[^]*))?$/;

/**
 * The label and value pairs in the one text cell of a submission, in the order of the form. Pairs end with CR LF and
 * are split at the first colon with a blank or nothing after it; a line that is no pair goes on with the value before it; a
 * button that was pressed is left out. Values are as they were stored, HTML-escaped or not.
 */
export function submittedValues(text: string): readonly SubmittedValue[] {
  const values: SubmittedValue[] = [];
  for (const line of text.split('\r\n')) {
    const { label, value = '' } = pair.exec(line)?.groups ?? {};
    const last = values.at(-1);
    if (label !== undefined) values.push({ label: label.trim(), value });
    else if (last) values[values.length - 1] = { ...last, value: `${last.value}\n${line}` };
    else if (line.trim() !== '') values.push({ label: '', value: line });
  }
  return values
    .map(({ label, value }) => ({ label, value: value.trim() }))
    .filter(({ label, value }) => !(value === '' && button.test(label)));
}
