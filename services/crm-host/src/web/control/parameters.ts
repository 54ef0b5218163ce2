import type { ControlDefinition, ControlProperty } from '../../controls/controlLibrary';
import type { PlacedControl, PlacedParameter } from '../../forms/formDefinition';
import { formattedValue } from '../../odata/annotations';
import type { Row, Value } from '../../row';

/** A property of a control as its context carries it. */
export interface Parameter {
  readonly raw: Value;
  readonly formatted: string | undefined;
  readonly type: string;
  readonly error: boolean;
  readonly errorMessage: string;
  readonly attributes?: { readonly LogicalName: string; readonly DisplayName: string };
  readonly security?: { readonly editable: boolean; readonly readable: boolean; readonly secured: boolean };
}

/** The parameters of a placed control: columns of the record where bound, else what the form says; null where it says nothing. */
export function parametersOf(
  definition: ControlDefinition,
  placed: PlacedControl,
  row: Row,
): Readonly<Record<string, Parameter>> {
  return Object.fromEntries(
    definition.properties.map((property) => {
      const given = placed.parameters.find(({ name }) => name === property.name);
      return [property.name, parameterOf(property, given, row)] as const;
    }),
  );
}

function parameterOf(property: ControlProperty, given: PlacedParameter | undefined, row: Row): Parameter {
  const common = { type: property.type, error: false, errorMessage: '' };
  if (!given) return { ...common, raw: null, formatted: undefined };
  if (!given.bound) {
    const raw = typed(property.type, given.text);
    return { ...common, raw, formatted: given.text };
  }
  const raw = row[given.text] ?? null;
  const formatted = row[`${given.text}@${formattedValue}`] ?? raw;
  return {
    ...common,
    raw,
    formatted: formatted === null ? undefined : String(formatted),
    attributes: { LogicalName: given.text, DisplayName: given.text },
    security: { editable: true, readable: true, secured: false },
  };
}

/** Form XML carries all values as text. */
function typed(type: string, text: string): Value {
  if (type.startsWith('Whole') || type === 'Decimal' || type === 'FP') return Number(text);
  return type === 'TwoOptions' ? text === 'true' || text === '1' : text;
}

/** The columns that a control's outputs change. */
export function changedColumns(
  placed: PlacedControl,
  outputs: Readonly<Record<string, unknown>>,
): readonly (readonly [string, string])[] {
  return placed.parameters
    .filter(({ bound, name }) => bound && typeof outputs[name] === 'string')
    .map(({ name, text }) => [text, String(outputs[name])] as const);
}
