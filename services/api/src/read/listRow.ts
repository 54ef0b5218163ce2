import {
  counterOf,
  csvColumnsOf,
  escapedColumns,
  formatInstant,
  isJudged,
  judgementText,
  listColumns,
  submittedValues,
  typeOf,
  typeTitle as titleOf,
  type Counted,
  type CounterId,
  type Interaction,
  type ListColumnDef,
  type ListColumnId,
  type ListRow,
  type SubmittedValue,
} from '@record-insights/domain';
import { decodeHTML } from 'entities';

/** What the rows of a list have in common. */
export interface RowsOfList {
  readonly counter: CounterId;
  /** Ids of rows of deliveries that were taken back. */
  readonly takenBack: ReadonlySet<string>;
  readonly rulesVersion: number;
}

/** A row in full as its list shows it. */
export function listRow(counted: Counted, interaction: Interaction, list: RowsOfList): ListRow {
  const { record, rows } = counted;
  const { values } = counterOf(list.counter);
  return {
    id: record.id,
    type: record.type,
    at: formatInstant(record.at),
    verdict: record.verdict,
    ...(record.rule === '' ? {} : { rule: record.rule }),
    ...(isJudged(record.type) ? { rulesVersion: list.rulesVersion } : {}),
    rows,
    ...(list.takenBack.has(record.id) ? { takenBack: true as const } : {}),
    fields: {
      ...sentenceFields(interaction),
      ...Object.fromEntries(csvColumnsOf(list.counter).flatMap((id) => cellOf(id, counted, interaction))),
    },
    ...(values === undefined ? {} : { values: valuesIn(interaction, values) }),
  };
}

/** The columns that the type's sentence speaks of, under their own names. */
function sentenceFields({ type, columns }: Interaction): Record<string, string> {
  const { thing, about } = typeOf(type).sentence;
  return Object.fromEntries(
    [thing, about].flatMap((name) => (name === undefined ? [] : shown(name, columns).map((text) => [name, text]))),
  );
}

function cellOf(
  id: ListColumnId,
  { record, rows }: Counted,
  interaction: Interaction,
): readonly (readonly [string, string])[] {
  const def: ListColumnDef = listColumns[id];
  if (def.repeats === true) return [[id, String(rows)]];
  if (def.judgement === true) return isJudged(record.type) ? [[id, judgementText(record)]] : [];
  const text = textOf(def, interaction);
  return text === '' ? [] : [[id, text]];
}

function textOf({ fields, ofType, typeLabel, typeTitle }: ListColumnDef, { type, columns }: Interaction): string {
  const def = typeOf(type);
  const own = ofType && { ...def, ...def.sentence }[ofType];
  const [field] = [...(own === undefined ? [] : [own]), ...fields].flatMap((name) => shown(name, columns));
  const word = typeTitle === true ? titleOf(type) : typeLabel === true ? def.label : undefined;
  return [word, field].filter((part) => part !== undefined).join(': ');
}

/** The value of a column as people read it; none when it is absent. */
function shown(name: string, columns: Interaction['columns']): readonly string[] {
  const value = columns[name];
  if (value === undefined) return [];
  return [escapedColumns.has(name) ? decodeHTML(value).trim() : value];
}

/** Unescaped when taken apart: an escaped line end or colon belongs to the value that it stands in. */
function valuesIn({ columns }: Interaction, name: string): readonly SubmittedValue[] {
  const unescaped = escapedColumns.has(name) ? decodeHTML : (text: string): string => text;
  return submittedValues(columns[name] ?? '').map(({ label, value }) => ({
    label: unescaped(label),
    value: unescaped(value),
  }));
}
