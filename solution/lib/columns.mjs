import { described, tag, textTags, words } from './xml.mjs';

const shownEverywhere = 'ValidForAdvancedFind|ValidForForm|ValidForGrid';

/** What the type of a column says in XML, by what it holds: `{ type, more, choices }`. */
const types = {
  text: ({ length }) => ({ type: 'nvarchar', more: sized('text', length) }),
  email: ({ length }) => ({ type: 'nvarchar', more: sized('email', length) }),
  url: ({ length }) => ({ type: 'nvarchar', more: sized('url', length) }),
  longText: ({ length }) => ({ type: 'ntext', more: sized('textarea', length) }),
  number: () => ({ type: 'int', more: { Format: 'none', MinValue: 0, MaxValue: 2147483647 } }),
  date: () => ({ type: 'datetime', more: { Format: 'datetime', CanChangeDateTimeBehavior: 1, Behavior: 1 } }),
  yesNo: () => ({ type: 'bit', more: { AppDefaultValue: 0 }, choices: { 1: 'Yes', 0: 'No' } }),
  choice: ({ choices }) => ({ type: 'picklist', more: { AppDefaultValue: -1 }, choices }),
  lookup: () => ({ type: 'lookup', more: { LookupStyle: 'single', LookupTypes: '' } }),
};

/** Dataverse keeps two bytes a character, and says so. */
const sized = (Format, length) => ({ Format, MaxLength: length, Length: 2 * length });

/** A column of a table of ours, as the table's XML describes it. */
export function columnXml(table, { name, title, holds }) {
  const { type, more, choices } = types[holds.kind](holds);
  const options = choices && optionSet(table, name, title, type, tag('options', {}, optionsXml(choices)));
  return attribute({ name, title, type, custom: 1, more, options });
}

const optionsXml = (choices) =>
  Object.entries(choices).map(([value, title]) => tag('option', { value }, words('labels', 'label', title)));

function optionSet(table, column, title, kind, values) {
  const about = textTags({ OptionSetType: kind, IntroducedVersion: '0.1.0.0', IsCustomizable: 1 });
  return tag(
    'optionset',
    { Name: `${table}_${column}` },
    about,
    words('displaynames', 'displayname', title),
    described(title),
    values,
  );
}

/** The columns that Dataverse would make by itself, but not as we need them: key, name, state and status. */
export function ownColumnsXml({ table, key, name, title, statuses }) {
  const [first] = Object.keys(statuses);
  const inactive = 2;
  const states = [
    ['Active', first],
    ['Inactive', inactive],
  ].map(([invariantname, defaultstatus], value) =>
    tag('state', { value, defaultstatus, invariantname }, words('labels', 'label', invariantname)),
  );
  const reasons = [...Object.entries(statuses).map(([value, text]) => [value, text, 0]), [inactive, 'Inactive', 1]].map(
    ([value, text, state]) => tag('status', { value, state }, words('labels', 'label', text)),
  );
  return [
    attribute({
      name: key,
      title,
      type: 'primarykey',
      required: 'systemrequired',
      mask: 'ValidForAdvancedFind|RequiredForGrid',
      update: 0,
    }),
    attribute({
      name,
      title: 'Name',
      type: 'nvarchar',
      required: 'required',
      mask: `PrimaryName|${shownEverywhere}|RequiredForForm`,
      custom: 1,
      more: sized('text', 200),
    }),
    attribute({
      name: 'statecode',
      title: 'State',
      type: 'state',
      required: 'systemrequired',
      create: 0,
      options: optionSet(table, 'statecode', 'State', 'state', tag('states', {}, states)),
    }),
    attribute({
      name: 'statuscode',
      title: 'Status',
      type: 'status',
      options: optionSet(table, 'statuscode', 'Status', 'status', tag('statuses', {}, reasons)),
    }),
  ];
}

/** @param column `options` is XML already; `more` are texts that only its type has */
function attribute(column) {
  const { name, title, type, required = 'none', mask = shownEverywhere, more = {}, options = '' } = column;
  const { custom = 0, create = 1, update = 1 } = column;
  return tag(
    'attribute',
    { PhysicalName: name },
    textTags({
      Type: type,
      Name: name,
      LogicalName: name,
      RequiredLevel: required,
      DisplayMask: mask,
      ImeMode: 'auto',
      ValidForUpdateApi: update,
      ValidForReadApi: 1,
      ValidForCreateApi: create,
      IsCustomField: custom,
      IsAuditEnabled: 0,
      IsSecured: 0,
      IntroducedVersion: '0.1.0.0',
      IsCustomizable: 1,
      IsRenameable: 1,
      CanModifySearchSettings: 1,
      CanModifyRequirementLevelSettings: Number(required !== 'systemrequired'),
      CanModifyAdditionalSettings: 1,
      SourceType: 0,
      IsGlobalFilterEnabled: 0,
      IsSortableEnabled: 0,
      CanModifyGlobalFilterSettings: 1,
      CanModifyIsSortableSettings: 1,
      IsDataSourceSecret: 0,
      ...more,
    }),
    options,
    words('displaynames', 'displayname', title),
    described(title),
  );
}
