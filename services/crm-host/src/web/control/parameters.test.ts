import type { ControlDefinition } from '../../controls/controlLibrary';
import type { PlacedControl } from '../../forms/formDefinition';
import { changedColumns, parametersOf } from './parameters';

const property = (name: string, type: string): ControlDefinition['properties'][number] => ({
  name,
  type,
  usage: 'input',
});
const definition: ControlDefinition = {
  name: 'RecordInsights.InsightsTab',
  folder: 'InsightsTab',
  script: 'bundle.js',
  styles: [],
  strings: {},
  properties: [
    property('anchor', 'SingleLine.Text'),
    property('state', 'OptionSet'),
    property('rows', 'Whole.None'),
    property('open', 'TwoOptions'),
    property('view', 'Enum'),
    property('left', 'SingleLine.Text'),
  ],
};
const given = (name: string, text: string, bound = false): PlacedControl['parameters'][number] => ({
  name,
  type: '',
  text,
  bound,
});
const placed: PlacedControl = {
  name: 'rin_RecordInsights.InsightsTab',
  parameters: [
    given('anchor', 'fullname', true),
    given('state', 'statecode', true),
    given('rows', '20'),
    given('open', 'true'),
    given('view', '0'),
  ],
};
const row = {
  fullname: 'Marta Lindqvist',
  statecode: 0,
  'statecode@OData.Community.Display.V1.FormattedValue': 'Active',
};

describe('The parameters of a placed control', () => {
  const parameters = parametersOf(definition, placed, row);

  test('bound ones carry the value of their column and how it reads', () => {
    expect(parameters['anchor']).toMatchObject({
      raw: 'Marta Lindqvist',
      formatted: 'Marta Lindqvist',
      attributes: { LogicalName: 'fullname' },
    });
    expect(parameters['state']).toMatchObject({ raw: 0, formatted: 'Active' });
  });

  test('static ones carry what the form says, in the type of the manifest', () => {
    expect(['rows', 'open', 'view'].map((name) => parameters[name]!.raw)).toEqual([20, true, '0']);
  });

  test('a property that the form leaves out is there and empty', () => {
    expect(parameters['left']).toMatchObject({ raw: null, formatted: undefined });
  });

  test('outputs change the columns that they are bound to, and no others', () => {
    expect(changedColumns(placed, { anchor: 'Marta Berg', view: '1', unknown: 'x' })).toEqual([
      ['fullname', 'Marta Berg'],
    ]);
  });
});
